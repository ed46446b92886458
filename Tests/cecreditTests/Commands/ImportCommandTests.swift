import Foundation
import Testing

/// `import`, run as a user runs it: what is new comes in, once, and every row is accounted for.
@Suite struct ImportCommandTests {
  @Test func `the same file twice adds nothing`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let before = try book.content()
      let again = try book.run(["import", try book.file("b.csv", LedgerBook.rows)])
      #expect(again.status == 0)
      #expect(
        again.text == """
          \(book.work.path)/b.csv: 3 rows read = 0 taken + 3 already there + 0 changed + 0 with problems + 0 blank
            already there: 2022-1, 2023-1…2023-2

          """)
      #expect(try book.content() == before)
      try book.expectClean()
    }
  }

  @Test func `of a file that overlaps only what is new is taken, whatever the spelling`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      // The first row is there: other column order, other words for the same.
      let path = try book.file(
        "c.csv",
        """
        category,person_id,name,unit,subject,title,start,hours
        training,A1,张三,一院,专业课,急诊,2023/7/1,8.0学时
        讲座,A1,张三,一院,专业,外科,2023-07-03,4

        """)
      let outcome = try book.run(["import", path])
      #expect(
        outcome.text == """
          \(path): 2 rows read = 1 taken + 1 already there + 0 changed + 0 with problems + 0 blank
            2023: 1, 2023-3
            already there: 2023-1

          """)
      try book.expectClean()
    }
  }

  @Test func `equal rows of one file stay as many as they are, and are mentioned`() throws {
    let row = "A1,张三,一院,专业,培训进修,急诊,2023-07-01,8,\n"
    try LedgerBook.withEmpty { book in
      let two = try book.run(["import", try book.file("two.csv", LedgerBook.header + row + row)])
      #expect(two.text.contains("2 rows read = 2 taken + 0 already there"))
      #expect(two.err.contains("two.csv:3: warning [duplicate]"))
      let three = try book.run(["import", try book.file("three.csv", LedgerBook.header + row + row + row)])
      #expect(three.text.contains("3 rows read = 1 taken + 2 already there"))
      let one = try book.run(["import", try book.file("one.csv", LedgerBook.header + row)])
      #expect(one.text.contains("1 row read = 0 taken + 1 already there"))
      #expect(try book.list().count == 3)
      try book.expectClean()
    }
  }

  @Test func `a changed row names the entry that it probably corrects, and is taken only on demand`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let path = try book.file("d.csv", LedgerBook.rows.replacing("急诊,2023-07-01,8", with: "急诊,2023-07-01,6"))
      let before = try book.content()
      let asked = try book.run(["import", path])
      #expect(asked.status == 0)
      #expect(
        asked.text == """
          \(path): 3 rows read = 0 taken + 2 already there + 1 changed + 0 with problems + 0 blank
            already there: 2022-1, 2023-2
          \(path):2: probably a correction of 2023-1: hours 8 → 6
          changed rows were not taken; --accept-changes takes them as corrections

          """)
      #expect(try book.content() == before)
      let taken = try book.run(["import", path, "--accept-changes"] + LedgerBook.fixed)
      #expect(taken.text.contains("3 rows read = 1 taken + 2 already there + 0 changed"))
      #expect(taken.text.contains("probably a correction of 2023-1: hours 8 → 6; taken as 2023-3"))
      #expect(
        try book.run(["ledger", "history", "2023-1"]).text.contains(
          "#2  2023-09-01 08:00  录入  correct  2023-1 → 2023-3: import 2"))
      let hours = try book.list(["--year", "2023"]).map {
        $0.split(separator: ",", omittingEmptySubsequences: false)[18]
      }
      #expect(hours == ["30", "6"])
      try book.expectClean()
    }
  }

  @Test func `rows with problems and blank ones are counted, the others taken`() throws {
    try LedgerBook.withEmpty { book in
      let rows = """
        A1,张三,一院,专业,培训进修,急诊,2023-07-01,8,
        ,,,,,,,,
        A1,张三,一院,专业,培训进休,急诊,2023-07-02,8,
        A1,张三,一院,专业,培训进修,急诊,2023-07-03,八,
        合计,,,,,,,24,

        """
      let path = try book.file("e.csv", LedgerBook.header + rows)
      let outcome = try book.run(["import", path, "--format", "csv"])
      #expect(outcome.status == 3)
      #expect(
        outcome.text == """
          file,roster,change,read,taken,present,changed,problems,blank,void
          \(path),false,1,5,1,0,0,2,2,0

          """)
      #expect(outcome.err.contains("e.csv:4:E: problem [unknown-category]"))
      #expect(outcome.err.contains("e.csv:5:H: problem [bad-hours]"))
      try book.expectClean()
    }
  }

  @Test func `what is void stays void when its file is imported again`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      _ = try book.run(["ledger", "void", "2023-1", "--reason", "x"])
      let again = try book.run(["import", try book.file("f.csv", LedgerBook.rows)])
      #expect(again.text.contains("3 rows read = 0 taken + 2 already there + 0 changed + 1 void"))
      #expect(again.text.contains("f.csv:2: void: 2023-1, not taken"))
      #expect(try book.list().count == 2)
      let back = try book.run(["import", try book.file("f.csv", LedgerBook.rows), "--revive"])
      #expect(back.text.contains("f.csv:2: revived 2023-1"))
      #expect(try book.list().count == 3)
    }
  }

  @Test func `a roster goes into the ledger, and of it only what has changed`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let roster = "身份证号,姓名,单位,职称系列\nA1,张三,一院,卫生\nA2,李四,二院,卫生\nA3,王五,二院,教师\n"
      let first = try book.run(["import", "--roster", try book.file("r.csv", roster)])
      #expect(first.text.contains("r.csv (roster): 3 rows read = 3 taken + 0 already there"))
      let same = try book.run(["import", "--roster", try book.file("s.csv", roster)])
      #expect(same.text.contains("3 rows read = 0 taken + 3 already there"))
      // A1 has another unit, A3 is gone: left only if the roster is said to be whole.
      let less = try book.file("t.csv", "身份证号,姓名,单位,职称系列\nA1,张三,三院,卫生\nA2,李四,二院,卫生\n")
      let part = try book.run(["import", "--roster", less])
      #expect(part.text.contains("2 rows read = 1 taken + 1 already there"))
      #expect(try book.text("people.csv").hasSuffix("\nA1,张三,三院,,卫生,,,,,,,,,yes,3\n"))
      let whole = try book.run(["import", "--roster", less, "--whole-roster"])
      #expect(
        whole.text.hasSuffix(
          "2 rows read = 0 taken + 2 already there + 0 changed + 0 with problems + 0 blank\n  left the roster: 1\n"
        ))
      let people = try book.text("people.csv")
      #expect(people.hasSuffix("\nA3,王五,二院,,教师,,,,,,,,,no,4\n"))
      let status = try book.run(["ledger", "status"]).text
      #expect(status.contains("2 on the roster, 2 with entries"))
      let judged = try book.run(["check", "--rules", "zaozhuang-2023", "--format", "csv"]).text
      let who = judged.split(separator: "\n").dropFirst().map { $0.prefix(3) }
      #expect(who.sorted() == ["A1,", "A2,"])
      try book.expectClean()
    }
  }

  @Test func `standard input is imported too`() throws {
    try LedgerBook.withEmpty { book in
      let outcome = try BuiltProgram.run(
        ["import", "-", "--ledger", book.path], input: Data(LedgerBook.rows.utf8),
        environment: ["LC_ALL": "en"])
      #expect(outcome.text.hasPrefix("-: 3 rows read = 3 taken"))
      try book.expectClean()
    }
  }

  @Test(arguments: [[], ["--accept-changes"], ["--format", "json"], ["--format", "csv"]])
  func `a dry run says the same as the real one and changes nothing`(options: [String]) throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let rows =
        LedgerBook.rows.replacing(",8,", with: ",7,")
        + "A5,赵六,一院,专业,培训进修,外科,2023-08-01,8,\nA5,赵六,一院,专业,培训进修,外科,2023-08-02,八,\n"
      let path = try book.file("g.csv", rows)
      let before = try book.content()
      let dry = try book.run(["import", path, "--dry-run"] + options + LedgerBook.fixed)
      #expect(try book.content() == before)
      let real = try book.run(["import", path] + options + LedgerBook.fixed)
      #expect(try book.content() != before)
      #expect(dry.out == real.out)
      #expect(dry.status == 3)
      #expect(real.status == 3)
      #expect(dry.err == real.err + "cecredit: a dry run: nothing was changed\n")
    }
  }

  @Test func `json has its keys in their order`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let path = try book.file("h.csv", LedgerBook.header + "A1,张三,一院,专业,培训进修,急诊,2023-07-01,6,\n")
      #expect(
        try book.run(["import", path, "--format", "json", "--accept-changes"]).text == """
          {
            "schema": "cecredit.import/1",
            "files": [
              {"file": "\(path)", "roster": false, "change": 2, "balance": {"read": 1, "taken": 1, "present": 0, \
          "changed": 0, "problems": 0, "blank": 0, "void": 0}, "added": {"2023": 1}, "left": 0, "rosterYear": null, \
          "missing": [], "missingVoided": false}
            ],
            "changes": [
              {"file": "\(path)", "line": 2, "entry": "2023-1", "taken": true, "replacedBy": "2023-3", "differences": \
          [{"column": "hours", "old": "8", "new": "6"}], "form": "2023-1", "void": false}
            ],
            "problems": [],
            "rows": [
              {"file": "\(path)", "line": 2, "outcome": "corrected", "entry": "2023-3", "form": null}
            ],
            "unverified": []
          }

          """)
    }
  }

  @Test func `bad input leaves the ledger as it is`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      try book.expectRefusal(["import"], ["name a records file, or a roster"])
      try FileManager.default.createDirectory(
        atPath: book.work.path + "/empty", withIntermediateDirectories: false)
      try book.expectRefusal(["import", "nowhere.csv"], ["nowhere.csv: can't be read: No such file"])
      try book.expectRefusal(
        ["import", book.work.path + "/empty"], ["has no csv, tsv, txt, xlsx or xls file"])
      try book.expectRefusal(["import", book.path], ["is a ledger"])
      try book.expectRefusal(
        ["import", "samples/heze-2022.csv", "-o", book.path + "/journal.csv"],
        ["would lie among the ledger's"])
      let without = try BuiltProgram.run(["import", "samples/heze-2022.csv"], environment: ["LC_ALL": "en"])
      #expect(without.status == 2)
      #expect(without.err.contains("--ledger DIR is missing"))
    }
  }

  @Test(arguments: [("always", true), ("auto", false), ("never", false)])
  func `a file that is slow to come has a progress bar, where one is wanted`(
    choice: String, isShown: Bool
  ) throws {
    try LedgerBook.withEmpty { book in
      let path = try book.file("a.csv", LedgerBook.rows)
      let outcome = try BuiltProgram.shell(
        "(sleep 0.7; cat '\(path)') | \"$CECREDIT\" import - --ledger '\(book.path)' --progress \(choice)",
        environment: ["LC_ALL": "C"])
      #expect(outcome.status == 0)
      #expect(outcome.text.hasPrefix("-: 3 rows read = 3 taken"))
      #expect(outcome.err.hasPrefix("\rreading 0 KiB  0 KiB/s") == isShown)
      #expect(isShown ? outcome.err.hasSuffix("\r\u{1B}[K") : outcome.err.isEmpty)
    }
  }
}
