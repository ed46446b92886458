import Testing

@testable import ContinuingEdCore

@Suite struct LeaveTests {
  private func person(_ leaves: [(LeaveKind, String, String, Bool)]) throws -> PersonJudgement {
    var person = try OnePerson(under: "zaozhuang-2023")
    for (kind, start, end, hasEvidence) in leaves {
      person.add(.leave, start, end, subject: nil) {
        $0.kind = kind
        if hasEvidence { $0.marks = [.evidence] }
      }
    }
    return person.judgement()
  }

  @Test func maternityLowersByItsDays() throws {
    // 98 days: 267 on duty. 30 × 267 ÷ 365 = 21.945… and 60 × 267 ÷ 365 = 43.890…
    let judgement = try person([(.maternity, "2023-03-01", "2023-06-06", true)])
    #expect(judgement.required.public == Hours(inHundredths: 2194))
    #expect(judgement.required.professional == Hours(inHundredths: 4389))
    #expect(judgement.required.total == Hours(inHundredths: 6583))
    #expect(judgement.findings.isEmpty)
  }

  @Test func sickLeaveOfSixMonthsIsTooShortAndOneDayMoreIsNot() throws {
    let six = try person([(.sick, "2023-01-01", "2023-06-30", true)])
    #expect(six.required.total == Hours(90))
    #expect(six.findings.map(\.code) == [.leaveTooShort])
    // 182 days: 183 on duty. 30 × 183 ÷ 365 = 15.041…, 60 × 183 ÷ 365 = 30.082…
    let longer = try person([(.sick, "2023-01-01", "2023-07-01", true)])
    #expect(longer.required.public == Hours(inHundredths: 1504))
    #expect(longer.required.professional == Hours(inHundredths: 3008))
    #expect(longer.findings.isEmpty)
  }

  @Test func kindsAreNotAddedToEachOther() throws {
    let judgement = try person([
      (.sick, "2023-01-01", "2023-06-30", true), (.abroad, "2023-07-01", "2023-12-31", true),
    ])
    // July to December are six months too: 180 days by months of 30.
    #expect(judgement.required.total == Hours(90))
  }

  @Test func pendingLeaveLowersOnlyWhatApprovalIsHeldTo() throws {
    let judgement = try person([(.maternity, "2023-03-01", "2023-06-06", false)])
    #expect(judgement.required.total == Hours(90))
    #expect(judgement.requiredIfApproved.total == Hours(inHundredths: 6583))
    #expect(judgement.findings.map(\.code) == [.leavePending])
  }

  @Test func leaveAllYearLeavesNothingToRequire() throws {
    let judgement = try person([(.other, "2022-01-01", "2024-01-01", true)])
    #expect(judgement.required.isZero)
    #expect(judgement.verdict == .compliant)
  }
}
