import ContinuingEdCore
import Foundation
import Testing

@testable import cecredit

/// Help and version.
@Suite struct HelpTests {
  @Test(arguments: [["--help"], ["-h"], ["help"], ["--quiet", "-h"], ["--lang=zh", "help"]])
  func `help lists the commands on standard output`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.err.isEmpty)
    #expect(outcome.text.contains("用法：cecredit [通用选项] 命令"))
    for command in Commands.all { #expect(outcome.text.contains("  \(command.name) ")) }
  }

  @Test(arguments: [["help", "check"], ["check", "--help"], ["check", "x.csv", "-h", "--rules"]])
  func `the help of a command names every option`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments, environment: ["LC_ALL": "en_US.UTF-8"])
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("usage: cecredit check FILE..."))
    for option in Check.allOptions { #expect(outcome.text.contains(option.name)) }
    #expect(outcome.text.contains("--json"))
  }

  @Test func `every command has a page in both languages`() {
    for command in Commands.all {
      let page = HelpPage.page(of: command)
      #expect(page.chinese.hasPrefix("用法：cecredit \(command.name)"))
      #expect(page.english.hasPrefix("usage: cecredit \(command.name)"))
      #expect(!command.summary.chinese.isEmpty && !command.summary.english.isEmpty)
    }
  }

  @Test func `no line of help is wider than 80 columns, and each command has an example`() {
    let pages =
      Commands.all.map { ($0.name, HelpPage.page(of: $0)) }
      + [("", HelpPage.overview), ("rules", HelpPage.group("rules")), ("ledger", HelpPage.group("ledger"))]
    for (name, page) in pages {
      for text in [page.chinese, page.english] {
        for line in text.split(separator: "\n") {
          #expect(DisplayWidth.of(String(line)) <= 80, "\(name): \(line)")
        }
        #expect(name.isEmpty || text.contains("cecredit \(name)"))
      }
    }
    for command in Commands.all {
      for text in [command.discussion.chinese, command.discussion.english] {
        #expect("\n\(text)".contains("\n  cecredit \(command.name)"), "\(command.name)")
      }
    }
  }

  @Test(arguments: [
    ("一二三四五，六", 10, "一二三四\n五，六\n"), ("aa bb cc", 5, "aa bb\ncc\n"), ("见（甲）乙", 6, "见\n（甲）\n乙\n"),
    ("读 UTF-8 的", 8, "读 UTF-8\n的\n"), ("abcdefgh ij", 4, "abcdefgh\nij\n"),
  ])
  func `lines end where words and signs allow it`(text: String, width: Int, lines: String) {
    #expect(TextWrap.wrapped(text, width: width) == lines)
  }

  @Test(arguments: [
    ["--version"], ["version"], ["-V"], ["check", "-V"], ["ledger", "-V"], ["ledger", "list", "--version"],
    ["--lang", "en", "--version"],
  ])
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
