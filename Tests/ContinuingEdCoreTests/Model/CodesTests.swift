import Testing

@testable import ContinuingEdCore

/// The stable words are the names of the cases, so that they can't drift apart.
@Suite struct CodesTests {
  @Test func `every code is its case's name`() {
    for word in Verdict.allCases { #expect(word.code == kebab("\(word)")) }
    for word in [EntryState.confirmed, .pending, .rejected] { #expect(word.code == kebab("\(word)")) }
    for word in LossReason.allCases { #expect(word.code == kebab("\(word)")) }
    for word in PendingReason.allCases { #expect(word.code == kebab("\(word)")) }
    for word in FindingCode.allCases { #expect(word.code == kebab("\(word)")) }
    for word in ContinuingEdCore.Category.allCases { #expect(word.code == kebab("\(word)")) }
    for word in LeaveKind.allCases { #expect(word.code == kebab("\(word)")) }
    for word in Level.allCases { #expect(word.code == kebab("\(word)")) }
    for word in Module.allCases { #expect(word.code == kebab("\(word)")) }
    for word in ExamResult.allCases { #expect(word.code == kebab("\(word)")) }
    for word in ReviewStatus.allCases { #expect(word.code == kebab("\(word)")) }
    for word in Employer.allCases { #expect(word.code == kebab("\(word)")) }
    let irregular: [ProblemCode: String] = [
      .mangledID: "mangled-id", .nearID: "near-id", .over24ADay: "over-24-a-day",
    ]
    for word in ProblemCode.allCases { #expect(word.code == irregular[word] ?? kebab("\(word)")) }
  }
}
