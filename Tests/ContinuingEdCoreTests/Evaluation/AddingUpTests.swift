import Testing

@testable import ContinuingEdCore

/// Sums, modules and the verdict.
@Suite struct AddingUpTests {
  struct Sums: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// Hundredths of compulsory, elective and unnamed public hours, and of professional ones.
    var hours: (compulsory: Int, elective: Int, unknown: Int, professional: Int)
    var verdict: Verdict
    var modules: (Int, Int)
  }

  @Test(arguments: [
    Sums(
      testDescription: "exactly enough", hours: (2000, 1000, 0, 6000), verdict: .compliant,
      modules: (2000, 1000)),
    Sums(
      testDescription: "0.01 elective short", hours: (2001, 999, 0, 6000), verdict: .short,
      modules: (2001, 999)),
    Sums(
      testDescription: "surplus compulsory is no elective", hours: (3000, 0, 0, 6000), verdict: .short,
      modules: (3000, 0)),
    Sums(
      testDescription: "unnamed hours fill compulsory first", hours: (1500, 0, 1500, 6000),
      verdict: .compliant, modules: (2000, 1000)),
    Sums(
      testDescription: "0.01 professional short", hours: (2000, 1000, 500, 5999), verdict: .short,
      modules: (2000, 1500)),
  ])
  func modules(_ sums: Sums) throws {
    var person = try OnePerson(under: "jining-2020")
    func online(_ hours: Int, _ subject: Subject, _ module: Module?) {
      if hours > 0 {
        person.add(.online, "2020-08-01", hours: hours, subject: subject, platform: "市平台") {
          $0.module = module
        }
      }
    }
    online(sums.hours.compulsory, .public, .compulsory)
    online(sums.hours.elective, .public, .elective)
    online(sums.hours.unknown, .public, nil)
    online(sums.hours.professional, .professional, nil)
    let judgement = person.judgement()
    #expect(judgement.verdict == sums.verdict)
    #expect(judgement.credited.publicCompulsory.hundredths == sums.modules.0)
    #expect(judgement.credited.publicElective.hundredths == sums.modules.1)
    #expect(judgement.findings.map(\.code) == (sums.hours.unknown > 0 ? [.moduleUnknown] : []))
  }

  @Test func approvalThatWouldSufficeIsPending() throws {
    var person = try OnePerson(under: "zaozhuang-2023")
    person.add(.online, "2023-08-01", hours: 3000, subject: .public, platform: "市平台")
    person.add(.online, "2023-08-01", hours: 6000) { $0.status = .declared }
    #expect(person.judgement().verdict == .pending)
    #expect(person.judgement().shortfall.professional == Hours(60))
    #expect(person.judgement().shortfallIfApproved.isZero)
  }

  @Test func aProblemRowMakesShortUndeterminedOnlyIfItsYearCouldBeThis() throws {
    for (year, isUnknown, verdict) in [
      (2023, false, Verdict.undetermined), (2022, false, .short), (nil, true, .undetermined),
    ] {
      var person = try OnePerson(under: "zaozhuang-2023")
      person.add(.training, hours: 800) {
        $0.year = year
        $0.marks = isUnknown ? [.unusable, .yearUnknown] : [.unusable]
      }
      #expect(person.judgement().verdict == verdict)
      #expect(person.judgement().entries.isEmpty)
    }
  }

  @Test func aRosterProblemMakesAnyoneUndetermined() throws {
    var facts = RosterRow()
    facts.hasProblem = true
    var person = try OnePerson(under: "zaozhuang-2023", roster: facts)
    person.add(.online, "2023-08-01", hours: 3000, subject: .public, platform: "市平台")
    person.add(.online, "2023-08-01", hours: 6000)
    #expect(person.judgement().verdict == .undetermined)
  }
}
