import Testing

@testable import ContinuingEdCore

/// The same activity twice: what is read from a file, judged, and warned of.
@Suite struct SameActivityTwiceTests {
  struct Pair: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var rows: [String]
    /// The reasons of each entry, and the lines that are warned of.
    var reasons: [[String]]
    var warned: [Int]
  }

  private static let header =
    "person_id,category,subject,title,start,end,hours,platform,evidence,status,result,year\n"
  private static let waits = [[], ["possible-duplicate"]]

  @Test(arguments: [
    Pair(
      testDescription: "same title and start",
      rows: ["甲课,2023-05-01,2023-05-03,8,,", "甲 课,2023-05-01,2023-05-09,20,,"],
      reasons: waits, warned: [3]),
    Pair(
      testDescription: "same title and end",
      rows: ["甲课,2023-05-01,2023-05-03,8,,", "（甲）课,2023-05-02,2023-05-03,8,,"],
      reasons: waits, warned: [3]),
    Pair(
      testDescription: "a blank end is the start",
      rows: ["甲课,2023-05-03,,8,,", "甲课,2023-05-02,2023-05-03,9,,"],
      reasons: waits, warned: [3]),
    Pair(
      testDescription: "same title on other days", rows: ["甲课,2023-05-01,,8,,", "甲课,2023-05-02,,8,,"],
      reasons: [[], []], warned: []),
    Pair(
      testDescription: "titles of marks alone say nothing",
      rows: ["——,2023-05-01,,8,,", "……,2023-05-01,,9,,"],
      reasons: [[], []], warned: []),
    Pair(
      testDescription: "without a title only a warning", rows: [",2023-05-01,,8,,", ",2023-05-01,,9,,"],
      reasons: [[], []], warned: [3]),
    Pair(
      testDescription: "one evidence on days that meet",
      rows: ["甲,2023-05-01,2023-05-03,8,证字12,", "乙,2023-05-03,,8,证字12,"],
      reasons: waits, warned: [3]),
    Pair(
      testDescription: "one evidence on days apart",
      rows: ["甲,2023-05-01,2023-05-03,8,证字12,", "乙,2023-05-04,,8,证字12,"],
      reasons: [[], []], warned: []),
    Pair(
      testDescription: "evidence that is too short or has no digit",
      rows: [
        "甲,2023-05-01,,8,证12,", "乙,2023-05-01,,8,证12,", "丙,2023-05-01,,8,结业证书,", "丁,2023-05-01,,8,结业证书,",
      ],
      reasons: [[], [], [], []], warned: []),
    Pair(
      testDescription: "the one with a final status stands",
      rows: ["甲课,2023-05-01,,8,,", "甲课,2023-05-01,,9,,verified"], reasons: [["possible-duplicate"], []],
      warned: [3]),
    Pair(
      testDescription: "one in review waits for both",
      rows: ["甲课,2023-05-01,,8,,", "甲课,2023-05-01,,9,,declared"],
      reasons: [[], ["in-review", "possible-duplicate"]], warned: [3]),
    Pair(
      testDescription: "one that was rejected is no twin",
      rows: ["甲课,2023-05-01,,8,,rejected", "甲课,2023-05-01,,9,,"],
      reasons: [[], []], warned: []),
    Pair(
      testDescription: "equal rows are duplicates and nothing else",
      rows: ["甲课,2023-05-01,,8,,", "甲课,2023-05-01,,8,,"], reasons: [[], []], warned: []),
    Pair(
      testDescription: "a third one waits for the first",
      rows: ["甲课,2023-05-01,,8,,", "甲课,2023-05-01,,9,,", "甲课,2023-05-01,,10,,"],
      reasons: [[], ["possible-duplicate"], ["possible-duplicate"]], warned: [3, 4]),
  ])
  func pairs(_ pair: Pair) throws {
    let rows = pair.rows.map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return
        "a,online,public,\(cells[0]),\(cells[1]),\(cells[2]),\(cells[3]),市平台,\(cells[4]),\(cells[5]),,2023\n"
    }
    let text = Self.header + rows.joined()
    let rules = try RuleLibrary.embedded().ruleSet(id: "zaozhuang-2023")
    let records = try Importer().read([.bytes(name: "a.csv", Array(text.utf8))])
    let judgement = Evaluator(ruleSets: [rules], calendar: .embedded, asOf: nil, records: records)
      .judge(0, detail: true)
    #expect(judgement.entries.map { $0.reasons.words.map(\.code) } == pair.reasons)
    #expect(records.problems.filter { $0.code == .possibleDuplicate }.map(\.line) == pair.warned)
  }

  @Test("rows of other years, categories or people are no twins, nor are assignments and annual sums")
  func apart() throws {
    let text = """
      person_id,category,subject,title,start,end,hours,year
      a,online,public,甲课,2023-05-01,2023-05-03,8,2023
      a,online,public,甲课,2023-05-01,2023-05-03,8,2022
      a,online,professional,甲课,2023-05-01,2023-05-03,9,2023
      a,training,public,甲课,2023-05-01,2023-05-03,10,2023
      b,online,public,甲课,2023-05-01,2023-05-03,11,2023
      a,assignment,,援派,2023-05-01,2023-08-03,,2023
      a,assignment,,援派,2023-05-01,2023-09-03,,2023
      a,annual,public,审验,,,30,2021
      a,annual,public,审验,,,31,2021
      a,annual,public,,,,30,2020
      a,annual,public,,,,30,2019

      """
    let records = try Importer().read([.bytes(name: "a.csv", Array(text.utf8))])
    #expect(records.problems.isEmpty)
    #expect(records.entries.twins(of: 0) == nil && records.entries.twins(of: 1) == nil)
  }

  @Test("the time for the closest look grows with the rows, not with their pairs")
  func work() throws {
    // All of one title and day, and all of one evidence with days that overlap in a chain.
    func rows(_ count: Int) -> [[DayRange?]] {
      let first = Day.first(of: 2023)
      return [(0..<count).map { DayRange(first.adding(days: $0 % 300), first.adding(days: $0 % 300 + 20)) }]
    }
    for count in [1000, 4000] {
      var meeting = MeetingDays(rows(count)[0])
      var found = 0
      for number in 0..<count {
        if meeting.first(meeting: number) != nil { found += 1 }
        meeting.insert(number)
      }
      // Every stretch but the first meets an earlier one; each piece of days is covered once.
      #expect(found == count - 1)
      #expect(meeting.piecesCovered <= 2 * 300 + 40)
    }
  }

  @Test("meeting days against a plain search", arguments: 0..<30)
  func meetingDays(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let first = Day.first(of: 2023)
    let days: [DayRange?] = (0..<25).map { _ in
      if random.next(in: 0...9) == 0 { return nil }
      let start = random.next(in: 0...40)
      return DayRange(first.adding(days: start), first.adding(days: start + random.next(in: 0...8)))
    }
    var meeting = MeetingDays(days)
    var inside: [Int] = []
    for number in days.indices {
      let expected = inside.first { other in
        guard let a = days[number], let b = days[other] else { return true }
        return a.start <= b.end && b.start <= a.end
      }
      #expect(meeting.first(meeting: number) == expected)
      if random.next(in: 0...2) > 0 {
        meeting.insert(number)
        inside.append(number)
      }
    }
  }
}
