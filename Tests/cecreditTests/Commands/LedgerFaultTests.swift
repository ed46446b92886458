import Foundation
import Glibc
import Testing

/// Bad input: a located error, exit status 2, and no byte changed.
@Suite struct LedgerFaultTests {
  /// Every command that needs a ledger.
  static let commands: [[String]] = [
    ["ledger", "list"], ["ledger", "show", "2023-1"], ["ledger", "status"], ["ledger", "verify"],
    ["ledger", "history"], ["ledger", "history", "2023-1"], ["ledger", "void", "2023-1", "--reason", "x"],
    ["ledger", "correct", "2023-1", "hours=6", "--reason", "x"],
    ["ledger", "approve", "--year", "2023", "--status", "verified"],
    ["add", "--person", "A1", "--category", "讲座", "--start", "2023-10-01", "--hours", "2"],
    ["check", "--rules", "heze-2022"], ["explain", "--rules", "heze-2022", "--person", "A1"],
    ["plan", "--rules", "heze-2022", "--as-of", "2022-10-01"], ["import", "samples/heze-2022.csv"],
  ]

  @Test(arguments: commands)
  func `a folder that is no ledger is named, and stays as it is`(command: [String]) throws {
    try BuiltProgram.withFolder { folder in
      let path = folder.appendingPathComponent("别的").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for place in [path, path + "/nothing"] {
        let outcome = try BuiltProgram.run(command + ["--ledger", place], environment: ["LC_ALL": "en"])
        #expect(outcome.status == 2)
        #expect(outcome.out.isEmpty)
        #expect(outcome.err.contains("\(place): not a ledger"), "\(outcome.err)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
    }
  }

  @Test(arguments: commands)
  func `a newer format is an error that names both versions`(command: [String]) throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      try book.edit("ledger.json") { _ in "{\"format\": 7, \"more\": true}\n" }
      try book.expectRefusal(command, ["ledger.json:1: ledger format 7; this program knows format 2"])
    }
  }

  /// What somebody does to a ledger by hand, and the place that is then named.
  struct Damage: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var file: String
    var change: @Sendable (String) -> String
    var place: String
  }

  static let damages: [Damage] = [
    Damage(
      testDescription: "a quote that never closes", file: "entries/2023.csv",
      change: { $0.replacing("急诊", with: "\"急诊") }, place: "entries/2023.csv:2"),
    Damage(
      testDescription: "a cell too many", file: "entries/2023.csv",
      change: { $0.replacing(",急诊,", with: ",急诊,,") }, place: "entries/2023.csv:2"),
    Damage(
      testDescription: "hours that are none", file: "entries/2023.csv",
      change: { $0.replacing(",30,", with: ",三十,") }, place: "entries/2023.csv:3"),
    Damage(
      testDescription: "a line that is gone", file: "entries/2023.csv",
      change: {
        $0.split(separator: "\n").filter { !$0.hasPrefix("2023-1,") }.joined(separator: "\n") + "\n"
      },
      place: "entries/2023.csv:2"),
    Damage(
      testDescription: "a heading that was renamed", file: "entries/2023.csv",
      change: { $0.replacing("person_id", with: "person") }, place: "entries/2023.csv:1"),
    Damage(
      testDescription: "an entry in the file of another year", file: "entries/2023.csv",
      change: { $0.replacing("2023-07-01", with: "2021-07-01") }, place: "entries/2023.csv:2"),
    Damage(
      testDescription: "an action that there is not", file: "journal.csv",
      change: { $0.replacing(",import,", with: ",imprt,") }, place: "journal.csv:2"),
    Damage(
      testDescription: "a change that is missing from the journal", file: "journal.csv",
      change: { String($0.prefix { $0 != "\n" }) + "\n" }, place: "journal.csv:1"),
  ]

  @Test(arguments: damages)
  func `verify finds what was done by hand, with file and line`(damage: Damage) throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      try book.edit(damage.file, damage.change)
      let before = try book.content()
      let outcome = try book.run(["ledger", "verify"])
      #expect(outcome.status == 2)
      #expect(
        outcome.text.contains(damage.place + ":") || outcome.text.contains(damage.place), "\(outcome.text)")
      #expect(try book.run(["ledger", "status"]).status == 2)
      #expect(try book.content() == before)
    }
  }

  @Test(
    arguments: commands.filter {
      $0 != ["ledger", "verify"] && $0 != ["ledger", "status"]
    })
  func `a damaged line is an error with its place`(command: [String]) throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      try book.edit("entries/2023.csv") { $0.replacing(",急诊,", with: ",急诊,,") }
      try book.expectRefusal(command, ["entries/2023.csv:2"])
    }
  }

  @Test(arguments: commands.filter { $0 != ["ledger", "verify"] && $0 != ["ledger", "status"] })
  func `a missing file of a year is an error that names it`(command: [String]) throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      try FileManager.default.removeItem(atPath: book.path + "/entries/2023.csv")
      try book.expectRefusal(command, ["entries/2023.csv: the file is missing"])
    }
  }

  @Test(arguments: [
    ["show", "2023-9"], ["history", "1999-1"], ["void", "2023-9", "--reason", "x"],
    ["correct", "2023-9", "hours=6", "--reason", "x"],
    ["approve", "2023-1", "2023-9", "--status", "verified"],
  ])
  func `an entry that does not exist is named, with the file where it would be`(command: [String]) throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let id = try #require(command.last { $0.hasSuffix("-9") || $0.hasPrefix("1999") })
      try book.expectRefusal(
        ["ledger"] + command, ["entries/\(id.prefix(4)).csv: there is no entry \(id)"])
      try book.expectRefusal(["ledger", command[0], "二〇二三"] + command.dropFirst(2), ["an entry is YEAR-N"])
    }
  }

  /// Root may write everywhere, so this shows something only where tests are run as somebody else.
  @Test(.enabled(if: geteuid() != 0, "root may write into any folder"))
  func `a folder that can't be written is an error, and can still be read`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      for folder in [book.path, book.path + "/entries"] { chmod(folder, 0o555) }
      defer { for folder in [book.path, book.path + "/entries"] { chmod(folder, 0o755) } }
      #expect(try book.list().count == 3)
      try book.expectRefusal(["ledger", "void", "2023-1", "--reason", "x"], ["nothing was changed"])
      try book.expectRefusal(["import", try book.file("b.csv", LedgerBook.rows)], ["nothing was changed"])
    }
  }

  @Test func `usage errors come before anything is looked at`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      try book.expectRefusal(["ledger", "void", "2023-1"], ["--reason TEXT is missing"])
      try book.expectRefusal(["ledger", "void", "--reason", "x"], ["name an entry, as 2023-17"])
      try book.expectRefusal(
        ["ledger", "void", "2023-1", "--reason", "x", "--at", "gestern"], ["--at is as 2023-07-01"])
      try book.expectRefusal(["ledger", "void", "2023-1", "--reason", " "], ["--reason must not be blank"])
      try book.expectRefusal(["ledger", "void", "2023-1", "2023-1", "--reason", "x"], ["is there twice"])
      try book.expectRefusal(["ledger", "list", "--year", "23"], ["a year is four digits"])
      try book.expectRefusal(["ledger", "list", "--filter", "yer=2023"], ["did you mean \"year\"?"])
      try book.expectRefusal(["ledger", "list", "--person", "张四"], ["the ledger knows nobody \"张四\""])
      try book.expectRefusal(["ledger", "lst"], ["did you mean \"ledger list\"?"])
    }
  }

  @Test func `a change that was cut off is mentioned, harmless, and cleared away by the next one`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let listed = try book.list()
      let before = try book.content()
      // As somebody leaves it who was killed while writing: lengths noted, the lines there in part.
      var pending = "change,2\n"
      for name in ["entries/2023.csv", "journal.csv"] {
        pending += "\(name),\(try book.text(name).utf8.count)\n"
        try book.edit(name) { $0 + "2023-3,2,A9,\"张" }
      }
      try Data((pending + "end\n").utf8).write(to: URL(fileURLWithPath: book.path + "/.pending"))
      let verified = try book.run(["ledger", "verify"])
      #expect(verified.status == 0)
      #expect(verified.text.contains(".pending:1: change 2 was interrupted and does not count"))
      #expect(try book.list() == listed)
      let status = try book.run(["ledger", "status"]).text
      #expect(status.contains("clean (an interrupted change, which does not count"))
      #expect(try book.run(["ledger", "void", "2023-1", "--reason", "x"] + LedgerBook.fixed).status == 0)
      let after = try book.content()
      #expect(after["entries/2023.csv"] == before["entries/2023.csv"])
      #expect(after[".pending"] == nil)
      try book.expectClean()
    }
  }

  @Test func `a change whose report can't be written says that it has happened`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let outcome = try BuiltProgram.shell(
        "\"$CECREDIT\" ledger void 2023-1 --reason x --ledger '\(book.path)' > /dev/full",
        environment: ["LC_ALL": "en"])
      // The change counts, and so does what it deserves.
      #expect(outcome.status == 0)
      #expect(outcome.err.contains("the ledger has been changed all the same"))
      #expect(try book.list().count == 2)
    }
  }
}
