import Testing

@testable import ContinuingEdCore

@Suite struct SituationTests {
  @Test(arguments: SituationCase.all)
  func aSituationIsReadAsByHand(situation: SituationCase) throws {
    let records = try Importer().read([.bytes(name: "staff.csv", situation.file)])
    let titles = records.allEntries.filter { !$0.marks.contains(.unusable) }.map {
      records.texts.string($0.title)
    }
    #expect(titles == situation.titles)
    #expect(records.problems.map { "\($0.line) \($0.record) \($0.code.code)" } == situation.problems)
  }
}
