import Testing

@testable import ContinuingEdCore

@Suite struct GalleryTests {
  /// Reads a records file from memory, and a roster; no city but Heze has a rule set.
  private func read(_ gallery: GalleryCase) throws -> Records {
    var options = ImportOptions()
    options.ruleSetOfCity = { $0 == "菏泽" ? 0 : nil }
    let roster = gallery.roster.map { InputFile.bytes(name: "roster.csv", Array($0.utf8)) }
    return try Importer(options).read([.bytes(name: "staff.csv", gallery.file)], roster: roster)
  }

  @Test(arguments: GalleryCase.all)
  func theSmallestFileRaisesItsCodeAndNoOther(gallery: GalleryCase) throws {
    let records = try read(gallery)
    #expect(records.problems.map(\.code).filter { !gallery.besides.contains($0) } == [gallery.code])
    guard let problem = records.problems.first(where: { $0.code == gallery.code }) else { return }
    #expect(records.files[problem.file].path == (gallery.isInRoster ? "roster.csv" : "staff.csv"))
    #expect(problem.line == gallery.line)
    #expect(problem.record == gallery.record)
    #expect(ProblemWording.columnName(problem, in: .chinese, files: records.files) == gallery.column)
    var letter: String?
    if case .heading(let index) = problem.column { letter = ExcelColumn.letters(index) }
    #expect(letter == gallery.letter)
    #expect(problem.value == gallery.value)
    #expect(problem.suggestion == gallery.suggestion)
    let chinese = ProblemWording.message(problem, in: .chinese, records: records, mask: IDMask.masked)
    let english = ProblemWording.message(problem, in: .english, records: records, mask: IDMask.masked)
    #expect(chinese == gallery.chinese)
    #expect(english == gallery.english)
  }

  /// Codes of the contract that nothing raises so far.
  private static let notRaisedYet: Set<ProblemCode> = [
    .away, .skippedSheet, .yearMismatch, .over24ADay, .overlappingDays, .sameEvidence, .futureDate,
    .idBirth,
  ]

  @Test func everyCodeIsInTheGallery() {
    let without = Set(ProblemCode.allCases).subtracting(GalleryCase.all.map(\.code))
    #expect(without == GalleryTests.notRaisedYet)
    #expect(GalleryCase.all.count + without.count == ProblemCode.allCases.count)
  }

  @Test(arguments: GalleryCase.all)
  func aRowWithAProblemIsNotUsedAndOneWithAWarningIs(gallery: GalleryCase) throws {
    let records = try read(gallery)
    let usable = records.allEntries.filter { !$0.marks.contains(.unusable) }.count
    if gallery.isInRoster || gallery.code.severity == .warning {
      #expect(usable > 0 || gallery.code == .notInRoster || gallery.code == .zeroHours)
    } else {
      #expect(usable == 0)
    }
  }
}
