import Testing

@testable import ContinuingEdCore

@Suite("Packed entries") struct PackedEntryTests {
  /// An entry, packed and unpacked.
  private static func kept(_ change: (inout EntryRow) -> Void) -> EntryRow {
    var entry = EntryRow()
    change(&entry)
    return PackedEntry(entry).entry(of: 7)
  }

  @Test(
    "a packed entry takes 32 bytes, one that is being read 48, a scanned record 32, a person a line of the cache"
  )
  func sizes() {
    #expect(MemoryLayout<PackedEntry>.stride == 32)
    #expect(MemoryLayout<ReadRow>.stride == 48)
    #expect(MemoryLayout<ScannedRecord>.stride == 32)
    #expect(MemoryLayout<PersonTable.ListedPerson>.stride == 64)
  }

  @Test("blank stays blank")
  func blank() {
    let entry = Self.kept { _ in }
    #expect(entry.start == nil && entry.end == nil && entry.filedOn == nil)
    #expect(entry.hours == nil && entry.count == nil && entry.year == nil)
    #expect(entry.category == nil && entry.subject == nil && entry.kind == nil && entry.level == nil)
    #expect(entry.module == nil && entry.result == nil && entry.status == nil && entry.marks == [])
    #expect(entry.title == .empty && entry.platform == .empty && entry.line == 0 && entry.file == 0)
    #expect(entry.person == 7)
  }

  @Test(
    "the first and last day come back from each of the three dates",
    arguments: ["1900-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "2100-12-31"])
  func days(iso: String) throws {
    let day = try #require(Day(iso: iso))
    #expect(Self.kept { $0.start = day }.start == day)
    #expect(Self.kept { $0.end = day }.end == day)
    #expect(Self.kept { $0.filedOn = day }.filedOn == day)
    let all = Self.kept { ($0.start, $0.end, $0.filedOn) = (day, Day.first(of: 1900), Day.last(of: 2100)) }
    #expect(all.start == day && all.end == Day.first(of: 1900) && all.filedOn == Day.last(of: 2100))
  }

  @Test("hours from 0 to 9999.99 come back, and 0 is not blank", arguments: [0, 1, 800, 999_998, 999_999])
  func hours(hundredths: Int) {
    #expect(Self.kept { $0.hours = Hours(inHundredths: hundredths) }.hours?.hundredths == hundredths)
  }

  @Test("counts from 1 to 1000 come back", arguments: [1, 2, 999, 1000])
  func counts(count: Int) { #expect(Self.kept { $0.count = count }.count == count) }

  @Test("years to 9999 come back", arguments: [1, 1900, 2022, 9999])
  func years(year: Int) { #expect(Self.kept { $0.year = year }.year == year) }

  @Test("a category is stored as its raw value, and no other number is one")
  func categories() {
    for raw in UInt8.min...UInt8.max { #expect(Category(rawValue: raw)?.rawValue ?? raw == raw) }
    #expect(Category.allCases.map(\.rawValue) == Array(1...16))
  }

  @Test("every word of the closed lists comes back")
  func words() {
    for word in Category.allCases { #expect(Self.kept { $0.category = word }.category == word) }
    for word in Subject.allCases { #expect(Self.kept { $0.subject = word }.subject == word) }
    for word in LeaveKind.allCases { #expect(Self.kept { $0.kind = word }.kind == word) }
    for word in Level.allCases { #expect(Self.kept { $0.level = word }.level == word) }
    for word in Module.allCases { #expect(Self.kept { $0.module = word }.module == word) }
    for word in ExamResult.allCases { #expect(Self.kept { $0.result = word }.result == word) }
    for word in ReviewStatus.allCases { #expect(Self.kept { $0.status = word }.status == word) }
    let marks = EntryRow.Marks(rawValue: 0xFF)
    #expect(Self.kept { $0.marks = marks }.marks == marks)
  }

  @Test("the largest line, file and texts come back")
  func places() {
    let entry = Self.kept {
      ($0.line, $0.file, $0.title, $0.platform) = (.max, .max, TextID(.max), TextID(.max - 1))
    }
    #expect(entry.line == .max && entry.file == .max)
    #expect(entry.title == TextID(.max) && entry.platform == TextID(.max - 1))
    #expect(entry.start == nil && entry.hours == nil && entry.category == nil && entry.marks == [])
  }

  @Test("what is full in every field disturbs no other")
  func fullFields() throws {
    let last = Day.last(of: 2100)
    let entry = Self.kept {
      ($0.line, $0.file, $0.title, $0.platform) = (.max, .max, TextID(.max), TextID(.max))
      ($0.start, $0.end, $0.filedOn) = (last, last, last)
      ($0.hours, $0.count, $0.year) = (Hours(inHundredths: 999_999), 1000, 9999)
      ($0.category, $0.subject, $0.kind, $0.level) = (.annual, .professional, .other, .county)
      ($0.module, $0.result, $0.status) = (.elective, .failed, .rejected)
      $0.marks = EntryRow.Marks(rawValue: 31)
    }
    #expect(entry.start == last && entry.end == last && entry.filedOn == last)
    #expect(entry.hours == Hours(inHundredths: 999_999) && entry.count == 1000 && entry.year == 9999)
    #expect(entry.category == .annual && entry.subject == .professional && entry.kind == .other)
    #expect(entry.level == .county && entry.module == .elective && entry.result == .failed)
    #expect(entry.status == .rejected && entry.marks.rawValue == 31)
  }

  @Test("what no file can hold is kept as the nearest that fits")
  func beyond() {
    #expect(Self.kept { $0.start = Day(number: -40_000) }.start == Day(iso: "1900-01-01"))
    // 131,071 days after 1899-12-31, and 25,568 of them lie before 1970.
    #expect(Self.kept { $0.end = Day(number: .max) }.end?.number == 105_503)
    #expect(Self.kept { $0.hours = Hours(inHundredths: 2_000_000) }.hours?.hundredths == 1_048_574)
    #expect(Self.kept { $0.count = 5000 }.count == 1023)
    #expect(Self.kept { $0.year = 20_000 }.year == 16_383)
  }

  @Test("changing what a packed entry says leaves the rest")
  func changes() {
    var entry = EntryRow()
    (entry.line, entry.file, entry.title, entry.platform) = (1, 2, TextID(3), TextID(4))
    (entry.hours, entry.start, entry.category) = (Hours(8), Day.first(of: 2022), .leave)
    var packed = PackedEntry(entry)
    (packed.line, packed.file, packed.title, packed.platform) = (11, 12, TextID(13), TextID(14))
    packed.marks.insert(.duplicate)
    packed.spare = 0x1F_FFFF
    let changed = packed.entry(of: 0)
    #expect(changed.line == 11 && changed.file == 12)
    #expect(changed.title == TextID(13) && changed.platform == TextID(14))
    #expect(changed.hours == Hours(8) && changed.start == Day.first(of: 2022) && changed.category == .leave)
    #expect(changed.marks == [.duplicate] && packed.spare == 0x1F_FFFF)
  }

  @Test("a row that is being read keeps its key, record and name beside the entry", arguments: [0, 1, 2])
  func readRow(name: Int) throws {
    let state = try #require(ReadRow.NameState(rawValue: UInt32(name)))
    var entry = EntryRow()
    entry.hours = Hours(inHundredths: 999_999)
    var draft = RowDraft()
    (draft.line, draft.figures) = (9, PackedFigures(entry))
    let row = ReadRow(
      draft, person: 123_456, all: .max, topic: RowTopic(word: 0xBA98_7654_3211),
      evidence: 0xFEDC_BA98_7654_3210,
      record: 0x7_FFFF, name: state)
    #expect(row.person == 123_456 && row.all == .max && row.record == 0x7_FFFF && row.name == state)
    // 40 bits of both; 16 of the evidence stand where the file will.
    #expect(row.topic.word == 0x98_7654_3211 && row.topic.title == .told)
    #expect(row.evidence == 0x98_7654_3210)
    #expect(row.packed.line == 9 && row.packed.entry(of: 0).hours == Hours(inHundredths: 999_999))
  }
}
