import Testing

@testable import ContinuingEdCore

/// A ledger that a test imports files into.
struct LedgerDesk {
  let folder: TestFolder
  static let actor = LedgerActor(when: "2024-05-06T07:08:09Z", who: "王芳")

  init() throws {
    folder = try TestFolder()
    try folder.ledger().create()
  }

  /// What importing would do.
  func plan(
    bytes: [[UInt8]], roster: String? = nil, accepting: Bool = false, reviving: Bool = false,
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> LedgerImportResult {
    var options = ImportOptions()
    change(&options)
    var importing = LedgerImport(options)
    importing.acceptsChanges = accepting
    importing.revivesVoid = reviving
    let files = bytes.enumerated().map { InputFile.bytes(name: "in/file\($0.offset + 1).csv", $0.element) }
    return try importing.prepare(
      files, roster: roster.map { .bytes(name: "roster.csv", Array($0.utf8)) },
      into: folder.ledger().snapshot(), by: LedgerDesk.actor)
  }

  /// Imports texts and holds the result to what always holds.
  @discardableResult
  func take(
    _ texts: [String], roster: String? = nil, accepting: Bool = false, reviving: Bool = false,
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> LedgerImportResult {
    try take(
      bytes: texts.map { Array($0.utf8) }, roster: roster, accepting: accepting, reviving: reviving, change)
  }

  @discardableResult
  func take(
    bytes: [[UInt8]], roster: String? = nil, accepting: Bool = false, reviving: Bool = false,
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> LedgerImportResult {
    let before = try folder.state()
    let result = try plan(bytes: bytes, roster: roster, accepting: accepting, reviving: reviving, change)
    for file in result.files { #expect(file.line.balance?.isBalanced == true, "\(file)") }
    #expect(try folder.state() == before)
    try commit(result.work)
    return result
  }

  func commit(_ work: LedgerWork) throws { try folder.ledger().lock(seconds: 0).commit(work) }

  func snapshot() throws -> LedgerSnapshot { try folder.ledger().snapshot() }

  /// A line of the journal committed by itself.
  func note(_ action: JournalAction, _ entry: String, _ change: (inout JournalLine) -> Void) throws {
    var line = JournalLine(
      id: try snapshot().journal().nextID, when: LedgerDesk.actor.when, who: LedgerDesk.actor.who,
      action: action)
    line.entry = LedgerEntryID(entry)
    change(&line)
    try commit(LedgerWork([line]))
  }

  func void(_ entry: String) throws { try note(.void, entry) { $0.reason = "误录" } }
  func approve(_ entry: String, _ status: ReviewStatus) throws {
    try note(.approve, entry) { $0.status = status }
  }

  /// The lines of a year without their header.
  func lines(_ year: Int) throws -> [String] {
    String(decoding: try snapshot().bytes(of: .entries(year: year)), as: UTF8.self)
      .split(separator: "\n").dropFirst().map(String.init)
  }

  /// The rows of all years, ids aside, in order of their text.
  func rows() throws -> [String] {
    var rows: [String] = []
    let snapshot = try snapshot()
    for year in snapshot.years {
      guard let table = LedgerTable(.entries(year: year), in: snapshot) else { continue }
      _ = try table.read { row in
        rows.append("\(year) " + Field.kept.indices.map { row.string($0 + 2) }.joined(separator: "|"))
      }
    }
    return rows.sorted()
  }

  /// `read=taken+present+changed+problems+blank` of each file.
  static func balances(_ result: LedgerImportResult) -> [String] {
    result.files.map { file in
      let b = file.line.balance ?? ImportBalance()
      let void = b.void > 0 ? "+\(b.void)v" : ""
      return "\(b.read)=\(b.taken)+\(b.present)+\(b.changed)\(void)+\(b.problems)+\(b.blank)"
    }
  }

  /// `line fate entry form` of each usable row.
  static func fates(_ result: LedgerImportResult) -> [String] {
    result.files.flatMap(\.rows).map { row in
      (["\(row.line) \(row.fate)"] + [row.entry, row.form].compactMap { $0?.text }).joined(separator: " ")
    }
  }

  /// Puts another row in the place of an entry, with other values in some columns.
  @discardableResult
  func correct(_ entries: [String], _ values: [String: String]) throws -> LedgerEdit {
    let reading = try LedgerReading(snapshot())
    let edits = LedgerEdits(reading, by: LedgerDesk.actor)
    let columns = Dictionary(uniqueKeysWithValues: Field.kept.map { ($0.english, $0) })
    let fields = try values.map { try (#require(columns[$0.key]), $0.value) }
    let edit = try edits.correct(
      edits.current(entries.map { try #require(LedgerEntryID($0)) }),
      Dictionary(uniqueKeysWithValues: fields),
      reason: "误录")
    try commit(edit.work)
    return edit
  }

  /// What a column of an entry holds.
  func cell(_ entry: String, _ column: String) throws -> String {
    let found = try LedgerReading(snapshot()).entries([#require(LedgerEntryID(entry))])[0]
    return found[try #require(Field.kept.first { $0.english == column })]
  }

  /// `line→entry field:old→new …` of each probable correction.
  static func changes(_ result: LedgerImportResult) -> [String] {
    result.changes.map { change in
      let fields = change.differences.map { "\($0.field.english):\($0.old)→\($0.new)" }.joined(separator: " ")
      return "\(change.line)→\(change.entry)\(change.replacedBy.map { "⇒\($0)" } ?? "") \(fields)"
    }
  }
}

/// Staff files for tests, made at random.
enum RandomStaff {
  typealias Generator = RandomInputTests.Generator
  static let header =
    "person_id,name,year,subject,category,kind,title,mode,platform,start,end,period,hours,count,level,filing,filed_on,evidence,status,note\n"

  /// A row that can be used, as a rule unlike all others: the number goes into the note.
  static func row(_ generator: inout Generator, number: Int) -> String {
    func pick(_ words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &generator)] }
    let person = pick(["a", "b", "c", "370402199003071234", "ｄ"])
    let category = pick(["培训", "training", "workshop", "高研班", "论文", "援派", "leave", "网上学习", "自学", "技能竞赛"])
    let year = pick(["2022", "2023", "2023", "2023"])
    let month = pick(["03", "06", "07", "12"])
    let start = "\(year)-\(month)-\(pick(["01", "02", "15"]))"
    let end = pick(["", "", "\(year)-12-28", "\(year)年12月30日"])
    let dates = pick(["0", "0", "1"]) == "1" ? ",,\(start)" : "\(start),\(end),"
    let kind = category == "leave" ? pick(["病假", "产假"]) : pick(["", "x"])
    let subject = category == "网上学习" ? pick(["公需", "专业"]) : pick(["", "公需课", "professional"])
    let cells = [
      person, pick(["王芳", "", "'李明", "\"O\"\"Hara, 甲\""]), pick(["", "", year]), subject, category, kind,
      pick(["急诊", "\"护理, 基础\"", "无", "\"两\n行\""]), pick(["", "线上"]), pick(["", "市平台", "菏泽学院"]), dates,
      pick(["8", "８学时", "2.5", "16"]), pick(["", "2"]), pick(["", "省级"]), pick(["", "备1", "-"]),
      pick(["", "\(year)/\(month)/01"]), pick(["", "证1"]), pick(["", "待审", "已审验", "驳回"]), "n\(number)",
    ]
    return cells.joined(separator: ",") + pick(["\n", "\n", "\r\n"])
  }

  /// Rows that are read and not taken: blank, a total, and some with problems.
  static let others = [
    "\n", ",,,,,,,,,,,,,,,,,,,\n", "合计,,,,,,,,,,,,99\n", "a,,,,training\n", ",,,,training\n",
    "x,,,,\"un\"y\n",
  ]
}
