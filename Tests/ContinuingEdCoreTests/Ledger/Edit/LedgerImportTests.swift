import Testing

@testable import ContinuingEdCore

@Suite("Importing into a ledger")
struct LedgerImportTests {
  static let header = "person_id,name,category,subject,start,end,hours,title,status\n"
  static let first =
    header + """
      a,王芳,training,,2023-05-06,,8,急诊,
      b,李明,网上学习,公需,2022-05-06,2022-05-07,2.5,"法治, 公需",待审
      a,王芳,培训,,2023年6月1日,,16学时,护理,

      """

  @Test("rows go to the files of their credit years, with an entry id and the id of the change")
  func firstImport() throws {
    let desk = try LedgerDesk()
    let result = try desk.take([LedgerImportTests.first])
    #expect(LedgerDesk.balances(result) == ["3=3+0+0+0+0"])
    #expect(
      try desk.lines(2023) == [
        "2023-1,1,a,王芳,,,,training,,急诊,,,,2023-05-06,,,8,,,,,,,,,,,,,",
        "2023-2,1,a,王芳,,,,training,,护理,,,,2023-06-01,,,16,,,,,,,,,,,,,",
      ])
    #expect(
      try desk.lines(2022) == [
        "2022-1,1,b,李明,,,public,online,,\"法治, 公需\",,,,2022-05-06,2022-05-07,,2.5,,,,,,,,,,,,declared,"
      ])
    let line = try #require(try desk.snapshot().journal().lines.first)
    #expect(line.file == "file1.csv" && line.content != nil && line.action == .import)
    #expect(line.added == [.entries(year: 2022): 1, .entries(year: 2023): 2])
    #expect(result.files.first?.entries.map { "\($0)" } == ["2022-1...2022-1", "2023-1...2023-2"])
    #expect(try desk.folder.faults() == [])
  }

  @Test("the same file again brings nothing, not even a line of the journal")
  func sameFileAgain() throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerImportTests.first])
    let before = try desk.folder.state()
    let result = try desk.take([LedgerImportTests.first])
    #expect(LedgerDesk.balances(result) == ["3=0+3+0+0+0"])
    #expect(result.work.isEmpty)
    #expect(try desk.folder.state() == before)
  }

  @Test("what is spelled otherwise is the same row")
  func otherSpelling() throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerImportTests.first])
    let result = try desk.take([
      "状态;学时;结束时间;开始时间;科目;名称;类别;姓名;工号\n;8.0;;2023/5/6;无;急诊;进修; 王芳;'a\n"
    ])
    #expect(LedgerDesk.balances(result) == ["1=0+1+0+0+0"])
  }

  @Test("a file that overlaps brings what is new of it")
  func overlap() throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerImportTests.first])
    let result = try desk.take([LedgerImportTests.first + "c,,training,,2023-07-01,,4,新,\n"])
    #expect(LedgerDesk.balances(result) == ["4=1+3+0+0+0"])
    #expect(try desk.lines(2023).last == "2023-3,2,c,,,,,training,,新,,,,2023-07-01,,,4,,,,,,,,,,,,,")
    #expect(try desk.folder.faults() == [])
  }

  @Test("equal rows are as many as the fullest file has, and are flagged")
  func equalRows() throws {
    let desk = try LedgerDesk()
    let row = "a,,training,,2023-05-06,,8,急诊,\n"
    let two = try desk.take([LedgerImportTests.header + row + row])
    #expect(LedgerDesk.balances(two) == ["2=2+0+0+0+0"])
    #expect(two.records.problems.map(\.code) == [.duplicate])
    #expect(LedgerDesk.balances(try desk.take([LedgerImportTests.header + row])) == ["1=0+1+0+0+0"])
    let three = try desk.take([LedgerImportTests.header + row + row + row])
    #expect(LedgerDesk.balances(three) == ["3=1+2+0+0+0"])
    #expect(try desk.rows().count == 3)
  }

  @Test("every record of a file is counted once, whatever it is")
  func everyRecordIsCounted() throws {
    let desk = try LedgerDesk()
    let text = """
      汇总表,,,,
      person_id,category,start,hours,title
      a,training,2023-05-06,8,t
      a,training,2023-05-06,8,t

      ,,,,
      b,nonsense,2023-05-06,8,t
      c,training,2023-05-06
      d,training,2023-05-06,8,"x"y
      合计,,,16,
      e,training,2023-05-06,8,"never closed
      f,training,2023-05-06,8,t

      """
    // Below the header: 3 usable, 4 with problems, 3 blank or total.
    let result = try desk.take([text])
    #expect(LedgerDesk.balances(result) == ["10=3+0+0+4+3"])
    #expect(LedgerDesk.balances(try desk.take([text])) == ["10=0+3+0+4+3"])
  }

  @Test("of a file without a needed column every row is one with a problem")
  func missingColumn() throws {
    let desk = try LedgerDesk()
    let result = try desk.take(["person_id,hours\na,8\n\nb,9\n合计,17\nc,\"x\"y\n"])
    #expect(LedgerDesk.balances(result) == ["5=0+0+0+3+2"])
    // Rows are checked all the same: the total on line 5, and the quoted cell with text behind it on line 6.
    #expect(result.records.problems.map(\.code) == [.missingColumn, .skippedRow, .badQuote])
    #expect(result.records.problems.map(\.line) == [1, 5, 6])
    #expect(LedgerDesk.balances(try desk.take([""])) == ["0=0+0+0+0+0"])
    #expect(result.work.isEmpty)
  }

  @Test("records with bytes that fit no encoding are rows with problems")
  func badEncoding() throws {
    let desk = try LedgerDesk()
    let bytes =
      Array((LedgerImportTests.header + "a,").utf8) + [0xFF]
      + Array(
        ",training,,2023-05-06,,8,急诊,\nb,,training,,2023-05-06,,8,急诊,\n".utf8)
    let result = try desk.take(bytes: [bytes]) { $0.encoding = .utf8 }
    #expect(LedgerDesk.balances(result) == ["2=1+0+0+1+0"])
  }

  @Test("a changed row is a probable correction of the entry, and not taken")
  func changedRow() throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerImportTests.first])
    let text = LedgerImportTests.header + "a,王芳,training,,2023-06-01,,12,护理,已审验\n"
    let result = try desk.take([text])
    #expect(LedgerDesk.balances(result) == ["1=0+0+1+0+0"])
    #expect(LedgerDesk.changes(result) == ["2→2023-2 hours:16→12 status:→verified"])
    #expect(result.work.isEmpty)
  }

  @Test("an accepted change is a new entry in the place of the old one")
  func acceptedChange() throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerImportTests.first])
    let text = LedgerImportTests.header + "a,王芳,training,,2023-06-01,,12,护理,\n"
    let result = try desk.take([text], accepting: true)
    #expect(LedgerDesk.balances(result) == ["1=1+0+0+0+0"])
    #expect(LedgerDesk.changes(result) == ["2→2023-2⇒2023-3 hours:16→12"])
    let lines = try desk.snapshot().journal().lines.map {
      "\($0.id) \($0.action) \($0.entry?.text ?? "") \($0.replacedBy?.text ?? "") \($0.reason)"
    }
    #expect(lines == ["1 import   ", "2 import   ", "2 correct 2023-2 2023-3 import 2"])
    #expect(LedgerDesk.balances(try desk.take([text], accepting: true)) == ["1=0+1+0+0+0"])
    // The old file does not bring the old row back.
    #expect(LedgerDesk.balances(try desk.take([LedgerImportTests.first], accepting: true)) == ["3=0+3+0+0+0"])
    #expect(try desk.folder.faults() == [])
  }

  @Test("of two entries about the same the one is corrected that the file has no longer")
  func rightEntry() throws {
    let desk = try LedgerDesk()
    let rows = ["a,,training,public,2023-05-06,,8,甲,\n", "a,,training,professional,2023-05-06,,4,甲,\n"]
    try desk.take([LedgerImportTests.header + rows.joined()])
    let changed = rows[0] + "a,,training,professional,2023-05-06,,6,甲,\n"
    #expect(LedgerDesk.changes(try desk.take([LedgerImportTests.header + changed])) == ["3→2023-2 hours:4→6"])
  }

  @Test("of several changed rows each is a correction of the entry that it differs least from")
  func nearestEntry() throws {
    let desk = try LedgerDesk()
    let rows = "a,,training,public,2023-05-06,,8,甲,\na,,training,professional,2023-05-06,,4,甲,待审\n"
    try desk.take([LedgerImportTests.header + rows])
    let changed =
      "a,,training,professional,2023-05-06,,5,甲,待审\na,,training,public,2023-05-06,,9,甲,\na,x,training,,2023-05-06,,1,甲,驳回\n"
    let result = try desk.take([LedgerImportTests.header + changed])
    #expect(LedgerDesk.changes(result) == ["2→2023-2 hours:4→5", "3→2023-1 hours:8→9"])
    #expect(LedgerDesk.balances(result) == ["3=1+0+2+0+0"])
  }

  @Test("a void entry is not brought back by its file, nor by a row that changes it")
  func voidEntry() throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerImportTests.first])
    try desk.void("2023-2")
    let again = try desk.take([LedgerImportTests.first])
    #expect(LedgerDesk.balances(again) == ["3=0+2+0+1v+0+0"])
    #expect(LedgerDesk.fates(again) == ["2 present 2023-1", "3 present 2022-1", "4 void 2023-2"])
    let changed = LedgerImportTests.header + "a,王芳,training,,2023-06-01,,12,护理,\n"
    let result = try desk.take([changed], accepting: true)
    #expect(LedgerDesk.balances(result) == ["1=0+0+0+1v+0+0"])
    #expect(LedgerDesk.changes(result) == ["2→2023-2 hours:16→12"])
    #expect(result.changes.first?.isVoid == true)
    #expect(result.work.isEmpty)
  }

  @Test("a void entry comes back only where that is wished, and with what its row says now")
  func revived() throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerImportTests.first])
    try desk.void("2023-2")
    let result = try desk.take([LedgerImportTests.first], reviving: true)
    #expect(LedgerDesk.fates(result).last == "4 revived 2023-2")
    #expect(try desk.snapshot().journal().effects().fate(#require(LedgerEntryID("2023-2"))) == .current)
    #expect(try desk.lines(2023).count == 2)
    try desk.void("2023-2")
    let changed = LedgerImportTests.header + "a,王芳,training,,2023-06-01,,12,护理,\n"
    let back = try desk.take([changed], reviving: true)
    #expect(LedgerDesk.fates(back) == ["2 revived 2023-3"])
    let actions = try desk.snapshot().journal().lines.suffix(3).map {
      "\($0.action) \($0.entry?.text ?? "") \($0.replacedBy?.text ?? "")"
    }
    #expect(actions == ["import  ", "revive 2023-2 ", "correct 2023-2 2023-3"])
    #expect(LedgerDesk.fates(try desk.take([LedgerImportTests.first])).last == "4 present 2023-3 2023-2")
    #expect(try desk.folder.faults() == [])
  }

  @Test(
    "an earlier form of a corrected entry is there already, and a change of it is a change of the entry",
    arguments: [
      ("title", "护理（下）"), ("start", "2023-06-02"), ("end", "2023-06-03"), ("category", "workshop"),
      ("person_id", "z"),
    ])
  func correctedEntry(column: String, value: String) throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerImportTests.first])
    try desk.correct(["2023-2"], [column: value])
    let again = try desk.take([LedgerImportTests.first])
    #expect(LedgerDesk.fates(again).last == "4 present 2023-3 2023-2")
    // The next export has the row as it was, but for a newer status.
    let newer = LedgerImportTests.header + "a,王芳,training,,2023-06-01,,16,护理,已审验\n"
    let result = try desk.take([newer])
    #expect(LedgerDesk.fates(result) == ["2 changed 2023-3 2023-2"])
    #expect(result.changes.map(\.form.text) == ["2023-2"])
    #expect(result.work.isEmpty)
    // Accepted, it changes the status and leaves what was corrected.
    let accepted = try desk.take([newer], accepting: true)
    #expect(LedgerDesk.fates(accepted) == ["2 corrected 2023-4 2023-2"])
    #expect(try desk.cell("2023-4", column) == value)
    #expect(try desk.cell("2023-4", "status") == "verified")
    #expect(try desk.folder.faults() == [])
  }

  @Test("of two equal rows of which one changes, one entry has changed")
  func twins() throws {
    let desk = try LedgerDesk()
    let row = "a,,training,,2023-05-06,,8,急诊,\n"
    try desk.take([LedgerImportTests.header + row + row])
    let changed = LedgerImportTests.header + row + "a,,training,,2023-05-06,,8,急诊,已审验\n"
    let result = try desk.take([changed])
    #expect(LedgerDesk.fates(result) == ["2 present 2023-1", "3 changed 2023-2"])
    try desk.take([changed], accepting: true)
    #expect(LedgerDesk.balances(try desk.take([changed])) == ["2=0+2+0+0+0"])
    #expect(try desk.rows().count == 3)
  }

  @Test(
    "titles that say the same in another width, case or spacing are one activity",
    arguments: [
      ("急救（一）", "急救(一)"), ("第１期", "第1期"), ("Python 入门", "PYTHON入门"), ("甲、乙", "甲,乙"), ("\"甲\n乙\"", "甲乙"),
    ])
  func titles(first: String, second: String) throws {
    let desk = try LedgerDesk()
    func text(_ title: String) -> String {
      LedgerImportTests.header
        + "a,,training,,2023-05-06,2023-05-07,8,\(title.contains(",") ? "\"\(title)\"" : title),\n"
    }
    try desk.take([text(first)])
    #expect(LedgerDesk.fates(try desk.take([text(second)])) == ["2 changed 2023-1"])
  }

  @Test(
    "rows of one title that begin or end together are one activity; another subject, day or title is another")
  func sameActivity() throws {
    let cases: [(row: String, isSame: Bool)] = [
      ("a,,training,,2023-05-06,2023-05-09,8,急诊,\n", true),
      ("a,,training,,2023-05-01,2023-05-07,8,急诊,\n", true),
      ("a,,training,,2023-05-05,2023-05-09,8,急诊,\n", false),
      ("a,,training,,2023-05-06,2023-05-07,8,护理,\n", false),
      ("a,,training,public,2023-05-06,2023-05-09,8,急诊,\n", false),
      ("b,,training,,2023-05-06,2023-05-07,8,急诊,\n", false),
      ("a,,workshop,,2023-05-06,2023-05-07,8,急诊,\n", false),
    ]
    for (row, isSame) in cases {
      let desk = try LedgerDesk()
      try desk.take([LedgerImportTests.header + "a,,training,,2023-05-06,2023-05-07,6,急诊,\n"])
      let result = try desk.take([LedgerImportTests.header + row])
      #expect(LedgerDesk.fates(result) == [isSame ? "2 changed 2023-1" : "2 taken 2023-2"], "\(row)")
    }
  }

  @Test("one certificate on days that meet is one activity, whatever the title")
  func sameEvidence() throws {
    let header = "person_id,category,start,end,hours,title,evidence\n"
    for (dates, evidence, isSame) in [
      ("2023-05-07,2023-05-09", "证2023-1", true), ("2023-05-08,2023-05-09", "证2023-1", false),
      ("2023-05-07,2023-05-09", "证23", false), ("2023-05-07,2023-05-09", "结业证书", false),
    ] {
      let desk = try LedgerDesk()
      try desk.take([header + "a,training,2023-05-06,2023-05-07,6,急诊,\(evidence)\n"])
      let result = try desk.take([header + "a,training,\(dates),6,护理,\(evidence)\n"])
      #expect(
        LedgerDesk.fates(result) == [isSame ? "2 changed 2023-1" : "2 taken 2023-2"], "\(evidence) \(dates)")
    }
  }

  @Test("a change that raises what an approval covered, or touches it, is not covered")
  func approvalScope() throws {
    let cases: [(row: String, isCovered: Bool)] = [
      ("a,王芳,training,,2023-06-01,,12,护理,\n", true), ("a,王芳,training,,2023-06-01,,20,护理,\n", false),
      ("a,王方,training,,2023-06-01,,16,护理,\n", true), ("a,王芳,training,public,2023-06-01,,16,护理,\n", false),
      ("a,王芳,training,,2023-06-01,2023-06-02,16,护理,\n", false),
    ]
    for (row, isCovered) in cases {
      let desk = try LedgerDesk()
      try desk.take([LedgerImportTests.first])
      try desk.approve("2023-2", .verified)
      let result = try desk.take([LedgerImportTests.header + row], accepting: true)
      let status = try desk.snapshot().journal().effects().status(#require(LedgerEntryID("2023-3")))
      #expect(status == (isCovered ? .verified : nil), "\(row)")
      #expect(result.unverified.map(\.entry.text) == (isCovered ? [] : ["2023-3"]))
    }
  }

  @Test("a row that says what an approval said is there already")
  func approvedMeanwhile() throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerImportTests.first])
    try desk.approve("2023-2", .verified)
    let verified = "a,王芳,training,,2023-06-01,,16,护理,已审验\n"
    #expect(LedgerDesk.balances(try desk.take([LedgerImportTests.header + verified])) == ["1=0+1+0+0+0"])
    #expect(LedgerDesk.balances(try desk.take([LedgerImportTests.first])) == ["3=0+3+0+0+0"])
    let refused = "a,王芳,training,,2023-06-01,,16,护理,驳回\n"
    let result = try desk.take([LedgerImportTests.header + refused])
    #expect(LedgerDesk.changes(result) == ["2→2023-2 status:verified→rejected"])
  }

  @Test("an approval goes over to an accepted change that says nothing of the status")
  func approvalCarriesOver() throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerImportTests.first])
    try desk.approve("2023-2", .verified)
    let text = LedgerImportTests.header + "a,王芳,training,,2023-06-01,,12,护理,\n"
    let result = try desk.take([text], accepting: true)
    #expect(LedgerDesk.changes(result) == ["2→2023-2⇒2023-3 hours:16→12"])
    let effects = try desk.snapshot().journal().effects()
    #expect(effects.status(try #require(LedgerEntryID("2023-3"))) == .verified)
    #expect(LedgerDesk.balances(try desk.take([text], accepting: true)) == ["1=0+1+0+0+0"])
    #expect(try desk.folder.faults() == [])
  }

  @Test("several files in one import are as if imported one after the other")
  func severalFiles() throws {
    let texts = [
      LedgerImportTests.first, LedgerImportTests.first + "c,,training,,2023-07-01,,4,新,\n",
      LedgerImportTests.header + "c,,training,,2023-07-01,,5,新,\na,王芳,training,,2023-06-01,,12,护理,\n",
    ]
    for accepting in [false, true] {
      let (together, apart) = (try LedgerDesk(), try LedgerDesk())
      let result = try together.take(texts, accepting: accepting)
      let results = try texts.map { try apart.take([$0], accepting: accepting) }
      #expect(LedgerDesk.balances(result) == results.flatMap(LedgerDesk.balances))
      #expect(LedgerDesk.changes(result) == results.flatMap(LedgerDesk.changes))
      #expect(try together.lines(2023) == apart.lines(2023))
      #expect(try together.folder.faults() == [])
    }
  }

  @Test("a row equal to a change that is not accepted is left out with it")
  func equalToAChange() throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerImportTests.first])
    let row = "a,王芳,training,,2023-06-01,,12,护理,\n"
    let result = try desk.take([LedgerImportTests.header + row + row])
    #expect(LedgerDesk.balances(result) == ["2=0+0+2+0+0"])
    #expect(
      LedgerDesk.balances(try desk.take([LedgerImportTests.header + row + row], accepting: true)) == [
        "2=2+0+0+0+0"
      ])
    #expect(
      LedgerDesk.balances(try desk.take([LedgerImportTests.header + row + row], accepting: true)) == [
        "2=0+2+0+0+0"
      ])
  }

  @Test("a roster's people are added and updated, and those that are the same are there already")
  func roster() throws {
    let desk = try LedgerDesk()
    let header = "person_id,name,unit,employer,review_date\n"
    let first = try desk.take([], roster: header + "a,王芳,甲,事业单位,2023年9月1日\nb,李明,乙,,\n合计,,,,\n,x,,,\n")
    #expect(LedgerDesk.balances(first) == ["4=2+0+0+1+1"])
    let second = try desk.take([], roster: header + "b,李明,丙,,\na,王芳,甲,public-institution,2023-09-01\n")
    #expect(LedgerDesk.balances(second) == ["2=1+1+0+0+0"])
    let text = try #require(desk.folder.text("people.csv"))
    #expect(
      text.split(separator: "\n").dropFirst() == [
        "a,王芳,甲,public-institution,,,,2023-09-01,,,,,,yes,1", "b,李明,乙,,,,,,,,,,,yes,1",
        "b,李明,丙,,,,,,,,,,,yes,2",
      ])
    #expect(try desk.folder.faults() == [])
    let records = try LedgerRecords().read(desk.snapshot())
    #expect(
      records.people.map { records.texts.string($0.id) + records.texts.string($0.unit) } == ["a甲", "b丙"])
  }

  @Test("a damaged row of the ledger is an error with its place, whatever is imported")
  func damagedLedger() throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerImportTests.first])
    let text = try #require(desk.folder.text("entries/2023.csv"))
    try desk.folder.write("entries/2023.csv", text.replacing(",16,", with: ",19,"))
    let fault = LedgerFault(
      desk.folder.path + "/entries/2023.csv", line: 3, .changedBytes(change: 1, lastLine: 3))
    #expect(throws: LedgerFailure.damaged(fault)) {
      try desk.plan(bytes: [Array(LedgerImportTests.first.utf8)])
    }
    #expect(throws: LedgerFailure.damaged(fault)) { try LedgerRecords().read(desk.snapshot()) }
    #expect(throws: LedgerFailure.damaged(fault)) { try LedgerReading(desk.snapshot()) }
  }
}
