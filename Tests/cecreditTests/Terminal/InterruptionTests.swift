import Foundation
import Testing

/// Ctrl-C ends at once with 130 and leaves no file behind, whatever the program is at (CommandLine: Exit status).
@Suite struct InterruptionTests {
  /// Runs `body` in a folder with a file of so many people, a row in three with a problem.
  private func withStaff(_ people: Int, _ body: (URL) throws -> Void) throws {
    try BuiltProgram.withFolder { folder in
      let rows = (0..<people).map { number in
        "P\(number),张三,一院,专业,网络平台学习,课程\(number % 50),菏泽学院,2022-07-01,2022-07-31,\(number % 3 == 0 ? "八" : "30"),,\n"
      }
      try Data((BuiltProgram.header + rows.joined()).utf8)
        .write(to: folder.appendingPathComponent("staff.csv"))
      try body(folder)
    }
  }

  private func start(_ folder: URL, _ arguments: [String], input: Any? = nil) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    process.arguments = ["check"] + arguments + ["--rules", "heze-2022"]
    process.currentDirectoryURL = folder
    process.environment = ["LC_ALL": "en_US.UTF-8", "TMPDIR": folder.path]
    if let input { process.standardInput = input }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func files(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// Waits until something is so; false after ten seconds.
  private func wait(_ isSo: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<1000 {
      if try isSo() { return true }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return false
  }

  /// Ends a process and says how it took that; it has a second.
  private func interrupt(_ process: Process) -> Int32 {
    process.interrupt()
    let ended = wait { !process.isRunning }
    if !ended { process.terminate() }
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  @Test func `while it reads`() throws {
    try withStaff(1) { folder in
      let input = Pipe()
      let process = try start(folder, ["-", "-o", "result.csv"], input: input)
      input.fileHandleForWriting.write(Data(BuiltProgram.header.utf8))
      #expect(try wait { try files(folder).contains { $0.hasSuffix(".part") } })
      #expect(interrupt(process) == 130)
      #expect(try files(folder) == ["staff.csv"])
    }
  }

  @Test func `while it writes`() throws {
    try withStaff(3000) { folder in
      // Nobody reads the problems, so that the result is complete and not yet in its place.
      let path = folder.appendingPathComponent("problems").path
      try #require(mkfifo(path, 0o600) == 0)
      let reader = open(path, O_RDWR | O_NONBLOCK)
      defer { close(reader) }
      let process = try start(folder, ["staff.csv", "-o", "result.csv", "--problems", "problems"])
      var byte: UInt8 = 0
      #expect(wait { read(reader, &byte, 1) == 1 })
      #expect(try files(folder).contains { $0.hasSuffix(".part") })
      #expect(interrupt(process) == 130)
      #expect(try files(folder) == ["problems", "staff.csv"])
    }
  }

  @Test func `at any moment, it is either interrupted or done`() throws {
    try withStaff(6000) { folder in
      let arguments = [
        "staff.csv", "-o", "result.json", "--problems", "problems.csv", "--rejects", "mend.csv",
      ]
      let started = Date()
      let whole = try start(folder, arguments)
      whole.waitUntilExit()
      let needed = Date().timeIntervalSince(started)
      #expect(whole.terminationStatus == 3)
      let complete = try files(folder)
      var results: [String: Data] = [:]
      for name in complete {
        results[name] = try Data(contentsOf: folder.appendingPathComponent(name))
        if name != "staff.csv" { try FileManager.default.removeItem(at: folder.appendingPathComponent(name)) }
      }
      for part in 1...8 {
        let process = try start(folder, arguments)
        Thread.sleep(forTimeInterval: needed * Double(part) / 9)
        let status = interrupt(process)
        #expect(status == 130 || status == 3)
        // What is there is whole, and nothing is there under another name.
        for name in try files(folder) {
          let path = folder.appendingPathComponent(name)
          #expect(try Data(contentsOf: path) == results[name], "\(name) after part \(part)")
          if name != "staff.csv" { try FileManager.default.removeItem(at: path) }
        }
      }
    }
  }
}
