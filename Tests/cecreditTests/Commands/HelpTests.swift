import Foundation
import Testing

@testable import cecredit

/// Help and version.
@Suite struct HelpTests {
  @Test(arguments: [["--help"], ["-h"], ["help"]])
  func `help lists the commands on standard output`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.err.isEmpty)
    #expect(outcome.text.contains("用法：cecredit 命令"))
    for command in Commands.all { #expect(outcome.text.contains("  \(command.name) ")) }
  }

  @Test(arguments: [["help", "check"], ["check", "--help"], ["check", "x.csv", "-h", "--rules"]])
  func `the help of a command names every option`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments, environment: ["LC_ALL": "en_US.UTF-8"])
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("usage: cecredit check FILE..."))
    for option in Check.options { #expect(outcome.text.contains(option.name)) }
  }

  @Test func `every command has a page in both languages`() {
    for command in Commands.all {
      let page = HelpPage.page(of: command)
      #expect(page.chinese.hasPrefix("用法：cecredit \(command.name)"))
      #expect(page.english.hasPrefix("usage: cecredit \(command.name)"))
      #expect(!command.summary.chinese.isEmpty && !command.summary.english.isEmpty)
    }
  }

  @Test(arguments: [["--version"], ["version"]])
  func `the version is one line`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.text == "cecredit \(Version.number)\n")
  }

  @Test(arguments: [
    (["LC_ALL": "zh_CN.UTF-8"], "用法"), (["LC_ALL": "", "LANG": "zh_CN.GB18030"], "用法"),
    (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], "usage"),
    (["LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "zh"], "usage"),
    (["LC_ALL": ""], "usage"),
  ])
  func `the language is that of the locale`(environment: [String: String], word: String) throws {
    #expect(try BuiltProgram.run(["help"], environment: environment).text.contains(word))
    #expect(try BuiltProgram.run(["help", "--lang", "zh"], environment: environment).text.contains("用法"))
  }
}
