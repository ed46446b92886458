import Foundation
import Testing

/// The commands of the ledger, run as a user runs them.
@Suite struct LedgerCommandTests {
  @Test func `init makes a folder of text files and does not make it twice`() throws {
    try LedgerBook.withEmpty { book in
      #expect(try book.text("ledger.json") == "{\"format\": 2}\n")
      #expect(
        try book.text("people.csv")
          == "person_id,name,unit,employer,series,county,group,review_date,from,to,title_from,city,roster_year,listed,change_id\n"
      )
      #expect(try book.text(".gitattributes") == "* -text -merge\n")
      try book.expectClean()
      try book.expectRefusal(["ledger", "init"], ["台账: a ledger already"])
    }
  }

  @Test func `add puts one entry into the file of its credit year`() throws {
    try LedgerBook.withEmpty { book in
      let outcome = try book.run(
        [
          "add", "--person", "a1x", "--name", "张三", "--unit", "一院", "--category", "培训", "--title", "急诊，二期",
          "--start", "2023.7.1", "--hours", "8学时", "--status", "待审",
        ] + LedgerBook.fixed)
      #expect(outcome.status == 0, "\(outcome.err)")
      #expect(outcome.text == "added 2023-1\n")
      // The ID with X for x, the words as codes, the day and the hours in plain form.
      #expect(
        try book.text("entries/2023.csv").hasSuffix(
          "\n2023-1,1,a1X,张三,一院,,,training,,急诊，二期,,,,2023-07-01,,,8,,,,,,,,,,,,declared,\n"))
      #expect(
        try book.text("journal.csv").contains(
          "\n1,2023-09-01T08:00:00+08:00,录入,add,,,,,,,,,,,,,2023:1:"))
      try book.expectClean()
    }
  }

  @Test func `add finds a person by name, and adds the very same entry only once`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let words = ["add", "--person", "张三", "--category", "讲座", "--start", "2023-10-01", "--hours", "2"]
      #expect(try book.run(words).text == "added 2023-3\n")
      #expect(try book.text("entries/2023.csv").contains("\n2023-3,2,A1,张三,一院,"))
      let before = try book.content()
      let again = try book.run(words)
      #expect(again.status == 0)
      #expect(again.err.contains("entry 2023-3 is the same"))
      #expect(try book.content() == before)
      let json = try book.run(words + LedgerBook.fixed + ["--title", "乙", "--format", "json"]).text
      #expect(
        json == """
          {
            "schema": "cecredit.ledger-change/1",
            "change": 3,
            "added": ["2023-4"],
            "lines": [
              {
                "change": 3,
                "when": "2023-09-01T08:00:00+08:00",
                "who": "录入",
                "action": "add",
                "entry": null,
                "replacedBy": null,
                "status": null,
                "reason": "",
                "file": "",
                "balance": null,
                "added": {"2023": 1}
              }
            ],
            "unverified": []
          }

          """)
    }
  }

  @Test func `add without a terminal names what is missing and what can't be read`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      try book.expectRefusal(["add", "--person", "A9"], ["--category is missing", "see cecredit help add"])
      try book.expectRefusal(["add"], ["--person is missing"])
      try book.expectRefusal(
        ["add", "--person", "A1", "--category", "online", "--no-input"],
        ["--subject is missing", "--start is missing", "--hours is missing"])
      try book.expectRefusal(
        ["add", "--person", "A1", "--category", "trainin", "--start", "2023-07-01", "--hours", "八"],
        ["--category: ", "Did you mean “training”?", "--hours: hours “八” is not a number"])
      try book.expectRefusal(
        ["add", "--person", "张四", "--category", "training"], ["nobody \"张四\""])
    }
  }

  @Test func `void leaves the entry in its file and takes it out of every list`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let before = try book.text("entries/2023.csv")
      let outcome = try book.run(["ledger", "void", "2023-1", "--reason", "登记错人"] + LedgerBook.fixed)
      #expect(outcome.text == "voided 2023-1\n")
      #expect(try book.text("entries/2023.csv") == before)
      let left = try book.list(["--year", "2023"])
      #expect(left.map { $0.prefix(7) } == ["2023-2,"])
      #expect(try book.list(["--year", "2023", "--all"]).first?.hasPrefix("2023-1,1,void,,A1") == true)
      try book.expectRefusal(
        ["ledger", "void", "2023-1", "--reason", "again"],
        ["entries/2023.csv: entry 2023-1 is void since change 2 (2023-09-01T08:00:00+08:00)"])
      try book.expectClean()
    }
  }

  @Test func `correct adds a row that stands in the place of the old one`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      _ = try book.run(["ledger", "approve", "2023-1", "--status", "已审验", "--by", "李审"])
      let outcome = try book.run(
        ["ledger", "correct", "2023-1", "学时=6", "title=急诊二", "--reason", "证书写的是6"] + LedgerBook.fixed)
      #expect(outcome.text == "corrected 2023-1, now 2023-3\n")
      #expect(
        try book.list(["--year", "2023"]).last
          == "2023-3,3,current,,A1,张三,一院,,professional,training,,急诊二,,,,2023-07-01,,,6,,,,,,,,,,,,verified,")
      try book.expectRefusal(
        ["ledger", "correct", "2023-1", "hours=7", "--reason", "x"],
        ["entry 2023-1 was corrected by change 3", "2023-3 stands in its place"])
      try book.expectRefusal(
        ["ledger", "correct", "2023-3", "hours=6.0", "--reason", "x"], ["entry 2023-3 says so already"])
      try book.expectRefusal(
        ["ledger", "correct", "2023-3", "hours=", "--reason", "x"],
        ["hours is blank; this category needs hours"])
      try book.expectRefusal(
        ["ledger", "correct", "2023-3", "hour=6", "--reason", "x"], ["did you mean \"hours\"?"])
      try book.expectClean()
    }
  }

  @Test func `a correction can move an entry to another credit year`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let outcome = try book.run(["ledger", "correct", "2023-1", "start=2021-07-01", "--reason", "年份"])
      #expect(outcome.text == "corrected 2023-1, now 2021-1\n")
      #expect(try book.list(["--year", "2021"]).count == 1)
      try book.expectClean()
    }
  }

  @Test func `approve takes entries or filters, and leaves alone what has the status`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let outcome = try book.run([
        "ledger", "approve", "--filter", "status=待审", "--year", "2023", "--status", "verified", "--by", "李审",
      ])
      #expect(outcome.text == "approved 2023-2: verified\n")
      #expect(try book.text("journal.csv").contains(",李审,approve,2023-2,,verified,"))
      let again = try book.run(["ledger", "approve", "2023-2", "--status", "verified"])
      #expect(again.status == 0)
      #expect(again.text.isEmpty)
      #expect(again.err.contains("nothing was changed"))
      #expect(try book.list(["--status", "verified"]).count == 2)
      try book.expectRefusal(["ledger", "approve", "--status", "verified"], ["name entries, or choose them"])
      try book.expectRefusal(["ledger", "approve", "2023-1"], ["--status STATUS is missing"])
      try book.expectRefusal(
        ["ledger", "approve", "2023-1", "--status", "verifed"], ["did you mean \"verified\"?"])
      try book.expectClean()
    }
  }

  @Test func `show and history have the first row, each change and the present state`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      _ = try book.run(["ledger", "correct", "2023-1", "学时=6", "--reason", "证书写的是6"] + LedgerBook.fixed)
      _ = try book.run(["ledger", "approve", "2023-3", "--status", "verified"] + LedgerBook.fixed)
      let history = try book.run(["ledger", "history", "2023-1"]).text
      for words in [
        "2023-1", "2023-3", "now", "* hours", "* status",
        "#1  2023-09-01 08:00  录入  import", "#2  2023-09-01 08:00  录入  correct  2023-1 → 2023-3: 证书写的是6",
        "#3  2023-09-01 08:00  录入  approve  2023-3 → verified",
      ] {
        #expect(history.contains(words), "\(words)")
      }
      #expect(try book.run(["ledger", "history", "2023-3"]).text == history)
      let shown = try book.run(["ledger", "show", "2023-1"], language: "zh").text
      #expect(shown.contains("2023-1  已更正为 2023-3"))
      #expect(shown.contains("  学时      8\n"))
    }
  }

  @Test func `history of a person has what concerns this person's entries, and no more`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let other = try book.file("o.csv", LedgerBook.header + "A2,李四,二院,专业,培训进修,外科,2023-08-01,8,\n")
      _ = try book.run(["import", other] + LedgerBook.fixed)
      _ = try book.run(["ledger", "void", "2023-2", "--reason", "x"] + LedgerBook.fixed)
      _ = try book.run(["ledger", "void", "2022-1", "--reason", "y"] + LedgerBook.fixed)
      func changes(_ person: String) throws -> [Substring] {
        let outcome = try book.run(["ledger", "history", "--person", person, "--format", "csv"])
        return outcome.text.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
      }
      #expect(try changes("李四") == ["1", "2", "3"])
      #expect(try changes("A1") == ["1", "4"])
    }
  }

  @Test func `what one change did to many entries is told in short, and whole to programs`() throws {
    let rows = (1...9).map { "A1,张三,一院,专业,培训进修,第\($0)期,2023-07-0\($0),1,\n" }.joined()
    try LedgerBook.with(LedgerBook.header + rows) { book in
      _ = try book.run(["ledger", "approve", "--year", "2023", "--status", "verified"] + LedgerBook.fixed)
      let history = try book.run(["ledger", "history"]).text
      #expect(history.split(separator: "\n").count == 5)
      #expect(history.hasSuffix("approve  2023-3 → verified\n#2  … approve of 6 more\n"))
      let whole = try book.run(["ledger", "history", "--format", "csv"]).text
      #expect(whole.split(separator: "\n").count == 11)
    }
  }

  @Test func `status tells people, years, review, the last changes and whether all verifies`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      _ = try book.run(["ledger", "void", "2022-1", "--reason", "x"] + LedgerBook.fixed)
      let outcome = try book.run(["ledger", "status"])
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("people    2 with entries"))
      #expect(outcome.text.contains("entries   2 current, 1 void, 0 corrected"))
      #expect(outcome.text.contains("verified  clean"))
      #expect(
        outcome.text.contains(
          "  2023        2         0           0     0         1         0      1     0          0\n"))
      #expect(outcome.text.contains("#2  2023-09-01 08:00  录入  void  2022-1: x"))
      #expect(
        try book.run(["ledger", "status", "--format", "csv"]).text == """
          year,current,verified,declared,rejected,blank,void,replaced,unit,department
          2022,0,0,0,0,0,1,0,0,0
          2023,2,0,1,0,1,0,0,0,0

          """)
    }
  }

  @Test(arguments: [
    (["--person", "A1"], ["2022-1", "2023-1"]), (["--person", "李四"], ["2023-2"]),
    (["--unit", "一 院"], ["2022-1", "2023-1"]), (["--year", "2023"], ["2023-1", "2023-2"]),
    (["--category", "网上学习"], ["2023-2"]), (["--status", "none"], ["2023-1"]),
    (["--status", "verified", "--status", "declared"], ["2022-1", "2023-2"]),
    (["--filter", "person=张三", "--filter", "年度=2023"], ["2023-1"]), ([], ["2022-1", "2023-1", "2023-2"]),
    (["--category", "expert"], []),
  ])
  func `list is filtered`(arguments: [String], ids: [String]) throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let listed = try book.list(arguments)
      #expect(listed.map { String($0.prefix { $0 != "," }) } == ids)
    }
  }

  @Test func `people see masked IDs, programs whole ones, and --ids says otherwise`() throws {
    let id = "370402199003071234"
    try LedgerBook.with(LedgerBook.header + "\(id),王芳,一院,专业,培训进修,甲,2023-07-01,8,\n") { book in
      for command in ["list", "show 2023-1", "history 2023-1"] {
        let words = ["ledger"] + command.split(separator: " ").map(String.init)
        let plain = try book.run(words).text
        #expect(plain.contains("3704**********1234") && !plain.contains(id))
        let full = try book.run(words + ["--ids", "full"]).text
        #expect(full.contains(id))
        let machine = try book.run(words + ["--format", "json"]).text
        #expect(machine.contains(id))
        let masked = try book.run(words + ["--format", "json", "--ids", "masked"]).text
        #expect(!masked.contains(id) && masked.contains("3704**********1234"))
      }
    }
  }

  @Test func `the ledger is named by option, by folder, or is the current folder`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let expected = try book.run(["ledger", "list"]).text
      let english = ["LC_ALL": "en"]
      #expect(try BuiltProgram.run(["ledger", "list", book.path], environment: english).text == expected)
      let inside = try BuiltProgram.shell(
        "cd '\(book.path)' && \"$CECREDIT\" ledger list", environment: english)
      #expect(inside.text == expected)
      let nowhere = try BuiltProgram.run(["ledger", "list"], environment: english)
      #expect(nowhere.status == 2)
      #expect(nowhere.err.contains("name the ledger by --ledger DIR, or its folder"))
    }
  }

  @Test(arguments: [
    ["ledger", "void", "2023-1", "--reason", "x"],
    ["ledger", "correct", "2023-1", "hours=6", "--reason", "x"],
    ["ledger", "approve", "--year", "2023", "--status", "verified"],
    ["add", "--person", "A1", "--category", "讲座", "--start", "2023-10-01", "--hours", "2"],
  ])
  func `a dry run says the same as the real one and changes nothing`(arguments: [String]) throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let before = try book.content()
      let dry = try book.run(arguments + LedgerBook.fixed + ["--dry-run"])
      #expect(try book.content() == before)
      #expect(dry.err.contains("nothing was changed"))
      let real = try book.run(arguments + LedgerBook.fixed)
      #expect(try book.content() != before)
      #expect(dry.out == real.out)
      #expect(dry.status == real.status)
    }
  }
}
