import Testing

@testable import ContinuingEdCore

/// Rows are judged while they are packed, so a packed row must say what the unpacked one says.
@Suite("What a packed entry says") struct PackedEntryFieldsTests {
  private static func packed(_ change: (inout EntryRow) -> Void = { _ in }) -> PackedEntry {
    var entry = EntryRow()
    change(&entry)
    return PackedEntry(entry)
  }

  @Test("blank is blank")
  func blank() {
    let entry = Self.packed()
    #expect(entry.hours == nil && entry.year == nil && entry.count == nil && entry.category == nil)
    #expect(entry.kind == nil && entry.level == nil && entry.module == nil)
    #expect(entry.result == nil && entry.status == nil && !entry.hasReached(.declared) && !entry.isContested)
    #expect(entry.start == nil && entry.end == nil && entry.filedOn == nil)
    #expect(entry.effectiveStart == nil && entry.effectiveEnd == nil && entry.effectiveDays == nil)
    #expect(entry.effectiveSubject == .professional && !entry.isFiledBeforeStart)
  }

  @Test("amounts are those of the entry, and 0 hours are not blank", arguments: [0, 1, 999_999])
  func amounts(hundredths: Int) {
    let entry = Self.packed {
      ($0.hours, $0.year, $0.count) = (Hours(inHundredths: hundredths), 9999, 1000)
    }
    #expect(entry.hours?.hundredths == hundredths && entry.year == 9999 && entry.count == 1000)
  }

  @Test("every word of the closed lists is the one that was packed")
  func words() {
    for word in Category.allCases { #expect(Self.packed { $0.category = word }.category == word) }
    for word in Subject.allCases { #expect(Self.packed { $0.subject = word }.effectiveSubject == word) }
    for word in LeaveKind.allCases { #expect(Self.packed { $0.kind = word }.kind == word) }
    for word in Level.allCases { #expect(Self.packed { $0.level = word }.level == word) }
    for word in Module.allCases { #expect(Self.packed { $0.module = word }.module == word) }
    for word in ExamResult.allCases { #expect(Self.packed { $0.result = word }.result == word) }
    for word in ReviewStatus.allCases { #expect(Self.packed { $0.status = word }.status == word) }
  }

  @Test("verified is one status, and three things are contested")
  func statuses() {
    #expect(Self.packed { $0.status = .verified }.hasReached(.verified))
    #expect(!Self.packed { $0.status = .declared }.hasReached(.verified))
    #expect(!Self.packed { $0.status = .rejected }.hasReached(.verified))
    #expect(Self.packed { $0.status = .rejected }.isContested)
    #expect(Self.packed { $0.marks = .duplicate }.isContested)
    #expect(Self.packed { $0.result = .failed }.isContested)
    let others = Self.packed {
      ($0.status, $0.result, $0.marks) = (.declared, .passed, [.filed, .evidence, .unusable, .yearUnknown])
    }
    #expect(!others.isContested)
  }

  @Test("one day stands for both where the other is blank; days out of order are none")
  func effectiveDays() throws {
    let (early, late) = (Day.first(of: 1900), Day.last(of: 2100))
    let both = Self.packed { ($0.start, $0.end) = (early, late) }
    #expect(both.start == early && both.end == late && both.effectiveDays == DayRange(early, late))
    let first = Self.packed { $0.start = late }
    #expect(first.end == nil && first.effectiveStart == late && first.effectiveEnd == late)
    #expect(first.effectiveDays == DayRange(late, late))
    let last = Self.packed { $0.end = early }
    #expect(last.start == nil && last.effectiveStart == early && last.effectiveEnd == early)
    #expect(Self.packed { ($0.start, $0.end) = (late, early) }.effectiveDays == nil)
  }

  struct Filing: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var filedOn: Int32?
    var start: Int32?
    var isBefore: Bool
  }

  @Test(arguments: [
    Filing(testDescription: "filed the day before", filedOn: 99, start: 100, isBefore: true),
    Filing(testDescription: "filed on the day", filedOn: 100, start: 100, isBefore: false),
    Filing(testDescription: "filed after", filedOn: 101, start: 100, isBefore: false),
    Filing(testDescription: "a blank day of filing is before any", start: 100, isBefore: true),
    Filing(testDescription: "none is before a blank start", filedOn: 99, isBefore: false),
  ])
  func filing(_ row: Filing) {
    let entry = Self.packed {
      ($0.filedOn, $0.start) = (row.filedOn.map { Day(number: $0) }, row.start.map { Day(number: $0) })
    }
    #expect(entry.isFiledBeforeStart == row.isBefore)
  }

  @Test("entries are ordered by first day, then last day, undated ones last; one date stands for both")
  func order() {
    let inOrder: [(Int32?, Int32?)] = [
      (-25_567, -25_567), (10, nil), (nil, 11), (11, 12), (12, 12), (12, 20), (13, 13), (47_846, 47_846),
      (nil, nil),
    ]
    let numbers = inOrder.map { start, end in
      Self.packed { ($0.start, $0.end) = (start.map { Day(number: $0) }, end.map { Day(number: $0) }) }
        .dayOrder
    }
    #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
    #expect(numbers.allSatisfy { $0 < 1 << 34 })
  }
}
