import Foundation
import Testing

/// What was settled in a ledger stays settled, as a clerk sees it.
@Suite struct LedgerSettledTests {
  static let header = "身份证号,姓名,单位,科目,类别,名称,平台,开始日期,结束日期,学时,审核状态\n"
  static let first = "370400190001010012,王甲,样本单位,公需,网络平台学习,课一,市平台,2023-03-01,2023-03-02,30,"
  static let second = "370400190001010012,王甲,样本单位,专业,网络平台学习,课二,市平台,2023-04-01,2023-04-02,30,"

  /// The credited hours of the one person, as `check` writes them: public, professional.
  static func credited(_ book: LedgerBook) throws -> [String] {
    let outcome = try book.run(["check", "--rules", "zaozhuang-2023", "--format", "csv"])
    let cells = try #require(outcome.text.split(separator: "\n").last).split(
      separator: ",", omittingEmptySubsequences: false)
    return cells[3...5].map(String.init)
  }

  @Test func `a void entry does not come back because its status changed`() throws {
    try LedgerBook.withEmpty { book in
      let a = try book.file("a.csv", Self.header + Self.first + "待审\n")
      let b = try book.file("b.csv", Self.header + Self.first + "已审验\n")
      _ = try book.run(["import", a])
      _ = try book.run(["ledger", "void", "2023-1", "--reason", "forged"])
      let again = try book.run(["import", a])
      #expect(again.text.contains("void: 2023-1"))
      let newer = try book.run(["import", b], language: "zh")
      #expect(newer.status == 0)
      #expect(newer.text.contains("作废") && newer.text.contains("2023-1") && newer.text.contains("收入 0"))
      #expect(try Self.credited(book) != ["compliant", "30", "0"])
      #expect(try book.list().isEmpty)
      let back = try book.run(["import", b, "--revive"])
      #expect(back.text.contains("taken as 2023-2"))
      #expect(try book.list().count == 1)
      try book.expectClean()
    }
  }

  @Test func `a corrected entry does not come back beside its correction`() throws {
    try LedgerBook.withEmpty { book in
      let a = try book.file("a.csv", Self.header + Self.first + "已审验\n" + Self.second + "待审\n")
      let b = try book.file("b.csv", Self.header + Self.first + "已审验\n" + Self.second + "已审验\n")
      _ = try book.run(["import", a])
      _ = try book.run(["ledger", "correct", "2023-2", "title=课二（下）", "--reason", "typo"])
      _ = try book.run(["ledger", "approve", "2023-3", "--status", "verified"])
      let newer = try book.run(["import", b])
      #expect(newer.text.contains("0 taken + 1 already there + 1 changed"))
      #expect(newer.text.contains("probably a correction of 2023-3 (once 2023-2)"))
      #expect(try Self.credited(book) == ["short", "30", "30"])
      try book.expectClean()
    }
  }

  @Test func `titles of another width are one activity`() throws {
    try LedgerBook.withEmpty { book in
      for (name, title) in [("a.csv", "急救（一）"), ("b.csv", "急救(一)")] {
        let row = Self.second.replacing("课二", with: title)
        let outcome = try book.run(["import", try book.file(name, Self.header + row + "\n")])
        #expect(outcome.text.contains(name == "a.csv" ? "1 taken" : "0 taken + 0 already there + 1 changed"))
      }
    }
  }

  @Test func `a clone whose line ends were changed is named, and mended`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      for name in ["journal.csv", "people.csv", "seals.csv", "entries/2023.csv", "ledger.json"] {
        try book.edit(name) { $0.replacing("\n", with: "\r\n") }
      }
      try book.expectRefusal(["ledger", "list"], ["CR LF", "ledger repair"])
      try book.expectRefusal(["check", "--rules", "heze-2022"], ["CR LF", "ledger repair"])
      #expect(try book.run(["ledger", "verify"]).status == 2)
      #expect(try book.run(["ledger", "repair"]).status == 0)
      try book.expectClean()
      #expect(try book.list().count == 3)
    }
  }

  @Test func `a class is one command and one change`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let people = try book.file("people.txt", "张三\n李四\r\nA9\n")
      let words = [
        "add", "--people", people, "--category", "讲座", "--start", "2023-10-01", "--hours", "2", "--title",
        "消防",
      ]
      let outcome = try book.run(words + LedgerBook.fixed)
      #expect(outcome.text == "added 2023-3\nadded 2023-4\nadded 2023-5\n", "\(outcome.err)")
      #expect(try book.list(["--person", "A9"]).count == 1)
      let changed = try book.run(
        [
          "ledger", "correct", "--people", people, "--category", "training", "--year", "2023", "备注=x",
          "--reason", "y",
        ] + LedgerBook.fixed)
      #expect(changed.text.contains("corrected 2023-5"))
      #expect(
        try book.run(["ledger", "history", "--format", "csv"]).text.split(separator: "\n").last?.hasPrefix(
          "3,") == true)
      _ = try book.run(["ledger", "void", "2023-2", "--reason", "x"])
      try book.expectClean()
    }
  }

  @Test func `what somebody types for the journal is bounded and can be seen`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let void = ["ledger", "void", "2023-1", "--reason"]
      try book.expectRefusal(void + [String(repeating: "长", count: 2001)], ["at most 2000"])
      try book.expectRefusal(void + ["a\u{202E}b"], ["--reason is one line"])
      try book.expectRefusal(void + ["x", "--by", String(repeating: "长", count: 201)], ["at most 200"])
      try book.expectRefusal(void + ["x", "--by", "a\u{7}"], ["--by is one line"])
      let odd = try book.file("a\u{202E}b.csv", LedgerBook.header + "A1,张三,一院,专业,培训进修,新,2023-08-01,8,\n")
      #expect(try book.run(["import", odd]).status == 0)
      #expect(try book.text("journal.csv").contains(",a\\u{202E}b.csv,"))
      try book.expectClean()
    }
  }

  @Test func `the other commands say what they did`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let copy = book.work.appendingPathComponent("copy").path
      #expect(try book.run(["ledger", "backup", copy]).status == 0)
      try book.expectRefusal(["ledger", "backup", copy], ["there is such a folder already"])
      _ = try book.run(["add", "--person", "张三", "--category", "讲座", "--start", "2023-10-01", "--hours", "2"])
      let other = try BuiltProgram.run(
        [
          "add", "--person", "李四", "--category", "讲座", "--start", "2023-10-02", "--hours", "2", "--ledger",
          copy,
        ])
      #expect(other.status == 0)
      let merged = try book.run(["ledger", "merge", copy])
      #expect(merged.status == 0, "\(merged.err)")
      #expect(merged.text.contains("taken: 1") && merged.text.contains("entry 2023-3 is 2023-4 here"))
      let same = try book.run(["ledger", "same-person", "A2", "A1", "--reason", "x"] + LedgerBook.fixed)
      #expect(same.status == 0, "\(same.err)")
      #expect(try book.list(["--person", "A1"]).count == 5)
      #expect(try book.run(["ledger", "upgrade"]).text == "the ledger has the present format\n")
      #expect(try book.run(["ledger", "repair"]).text == "nothing to mend\n")
      try book.expectClean()
    }
  }

  @Test func `standard input is read before anybody has to wait`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let outcome = try BuiltProgram.shell(
        "(sleep 2; cat '\(try book.file("x.csv", LedgerBook.header + "A1,张三,一院,专业,培训进修,新,2023-08-01,8,\n"))') "
          + "| \"$CECREDIT\" import - --ledger '\(book.path)' & sleep 0.5; "
          + "\"$CECREDIT\" ledger void 2023-1 --reason x --wait 0 --ledger '\(book.path)'; s=$?; wait; exit $s",
        environment: ["LC_ALL": "en"])
      #expect(outcome.status == 0, "\(outcome.err)")
      #expect(try book.list().count == 3)
      try book.expectClean()
    }
  }
}
