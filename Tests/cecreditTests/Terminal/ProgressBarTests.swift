import ContinuingEdCore
import Foundation
import Testing

@testable import cecredit

/// The progress bar, as a line and on a terminal.
@Suite struct ProgressBarTests {
  private func line(
    _ language: Language, total: Int, unit: ProgressBar.Unit, done: Int, after milliseconds: Int
  ) throws -> String {
    let bar = try #require(
      ProgressBar(
        Console(language: language), Words("读取", "reading"), choice: "always", total: total, unit: unit))
    return bar.line(done: done, milliseconds: milliseconds)
  }

  @Test func `a line has bar, percent, amount, rate and time left`() throws {
    // 50 of 200 MiB in 2 s are 25 a second; 150 are left, for 6 s.
    let english = try line(.english, total: 200 << 20, unit: .bytes, done: 50 << 20, after: 2000)
    #expect(english == "\rreading ██████░░░░░░░░░░░░░░░░░░ 25%  50 MiB/200 MiB  25 MiB/s  0:06 left\u{1B}[K")
    let chinese = try line(.chinese, total: 600, unit: .people, done: 150, after: 50_000)
    #expect(chinese == "\r读取 ██████░░░░░░░░░░░░░░░░░░ 25%  150 人/600 人  每秒 3 人  还要 2:30\u{1B}[K")
  }

  @Test func `where nobody knows how much there is, the amount and the rate are shown`() throws {
    let text = try line(.english, total: 0, unit: .bytes, done: 30 << 20, after: 3000)
    #expect(text == "\rreading 30 MiB  10 MiB/s\u{1B}[K")
  }

  @Test func `more than there was to do is all of it`() throws {
    let text = try line(.english, total: 1 << 20, unit: .bytes, done: 2 << 20, after: 1000)
    #expect(text.contains(" 100%  1024 KiB/1024 KiB ") && text.contains("0:00 left"))
  }

  @Test(arguments: [1, 7, 50]) func `it is drawn ten times a second at most, however often it is told`(
    blocksPerMillisecond: Int
  ) throws {
    let bar = try #require(
      ProgressBar(
        Console(language: .english), Words("读取", "reading"), choice: "always", total: 10_000_000, unit: .bytes
      ))
    var drawn = 0
    for milliseconds in 1...10_000 {
      for block in 1...blocksPerMillisecond {
        let amount = (milliseconds - 1) * 1000 + block
        if bar.lineDue(amount, milliseconds: milliseconds) != nil { drawn += 1 }
      }
    }
    // At 500, 600, … 10,000 ms.
    #expect(drawn == 96)
  }

  // MARK: On a terminal

  /// What stands on standard error when `check` runs for more than half a second: its reader is in no hurry.
  private func standardError(_ arguments: [String], isTerminal: Bool) throws -> String {
    try BuiltProgram.withFolder { folder in
      let rows = (1...3000).map { "P\($0),张三,一院,公需,网络平台学习,公需课,菏泽学院,2022-07-01,2022-07-31,30,,\n" }
      let path = folder.appendingPathComponent("staff.csv")
      try Data((BuiltProgram.header + rows.joined()).utf8).write(to: path)
      let terminal = try PseudoTerminal()
      let errors = folder.appendingPathComponent("err")
      try Data().write(to: errors)

      let process = Process()
      process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
      process.arguments = ["check", path.path, "--rules", "heze-2022", "--format", "csv"] + arguments
      process.environment = ["LC_ALL": "en_US.UTF-8", "TERM": "xterm"]
      let output = Pipe()
      process.standardOutput = output
      process.standardError = isTerminal ? terminal.inside : try FileHandle(forWritingTo: errors)
      try process.run()
      // From its first byte on, more than a pipe holds waits to be read, so that the work takes longer than this.
      let first = try #require(try output.fileHandleForReading.read(upToCount: 1))
      Thread.sleep(forTimeInterval: 0.7)
      let result = first + output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == 1)
      #expect(result.split(separator: UInt8(ascii: "\n")).count == 3001)
      return isTerminal ? terminal.text() : String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    }
  }

  @Test(arguments: [["--progress", "always"], ["--progress", "auto"], []])
  func `on a terminal it appears and is gone at the end`(arguments: [String]) throws {
    let text = try standardError(arguments, isTerminal: true)
    let shown = try #require(
      text.firstMatch(of: #/\rjudging [█░]{24} \d+%  \d+ people/3000 people  \d+ people/s  0:\d\d left/#))
    #expect(shown.startIndex == text.startIndex)
    #expect(text.hasSuffix("\r\u{1B}[K"))
  }

  @Test func `never is never, and auto is silent where standard error is no terminal`() throws {
    #expect(try standardError(["--progress", "never"], isTerminal: true) == "")
    #expect(try standardError([], isTerminal: false) == "")
    #expect(try standardError(["--progress", "always"], isTerminal: false).hasSuffix("\r\u{1B}[K"))
  }

  @Test func `short work shows none`() throws {
    let outcome = try BuiltProgram.check(BuiltProgram.compliant, ["--progress", "always", "--format", "csv"])
    #expect(outcome.err == "")
  }
}
