import Testing

@testable import ContinuingEdCore

/// Each finding of applications, and what decides years, sums and last days (TitleApplications).
@Suite struct TitleFindingsTests {
  private typealias Worked = TitleWorkedCasesTests
  private static let ten = "2022,public,training,10,2022-05-01"

  /// Zaozhuang's 2023 in order, without a word on other years.
  private static let zaozhuang = [
    "2023,public,online,30,2023-07-01,2023-07-31,市平台",
    "2023,professional,online,60,2023-07-01,2023-07-31,市平台",
  ]

  private static func zaozhuang(
    _ rows: [String], roster: String? = ",2023-10-09", from: Int? = 2022, to: Int? = nil
  ) -> TitleDesk {
    TitleDesk(
      rules: "zaozhuang-2023", roster: roster, options: TitleOptions(from: from, to: to),
      rows: zaozhuang + rows)
  }

  private static let stated = ["years-not-stated", "2022 asked-by-user"]

  static let cases: [TitleCase] = [
    TitleCase(
      name: "no review date",
      why: "without a last day everything is in time",
      desk: TitleDesk(rules: "yantai-2023", roster: "public-institution", rows: Worked.b()),
      expected: TitleOutcome("compliant", findings: ["no-review-date"])),
    TitleCase(
      name: "no years",
      why: "from 2024 of a notice that asks for 2019 to 2023",
      desk: Worked.yantai("public-institution", Worked.b(), TitleOptions(from: 2024)),
      expected: TitleOutcome("undetermined", findings: ["no-years"])),
    TitleCase(
      name: "the person's own first year takes the place of the run's",
      why: "from 2022: 2022 and 2023 alone",
      desk: TitleDesk(
        roster: "public-institution,2023-09-01,2022", options: TitleOptions(from: 2019),
        rows: Worked.audited(2022, "30", "60") + Worked.studied()),
      expected: TitleOutcome("compliant")),
    TitleCase(
      name: "the person's own first year extends",
      why: "from 2018: 30 − 0 and 60 − 0 of 2018, which only the user asks for",
      desk: TitleDesk(roster: "public-institution,2023-09-01,2018", rows: Worked.b()),
      expected: TitleOutcome(
        "short", missing: ["2018 public 30", "2018 professional 60"],
        findings: ["2018 asked-by-user", "2018 year-empty"])),
    TitleCase(
      name: "an earlier first year extends the spans that start first",
      why:
        "an enterprise's professional hours are asked from 2020 whatever the first year: 2018 public is 30 − 0",
      desk: Worked.yantai("enterprise", Worked.b(), TitleOptions(from: 2018)),
      expected: TitleOutcome(
        "short", missing: ["2018 public 30"], findings: ["2018 asked-by-user", "2018 year-empty"])),
    TitleCase(
      name: "a later first year clips all spans",
      why: "an enterprise from 2021: 2021 to 2023",
      desk: Worked.yantai(
        "enterprise", Worked.audited(2021, "30", "60") + Worked.audited(2022, "30", "60") + Worked.studied(),
        TitleOptions(from: 2021)),
      expected: TitleOutcome("compliant")),
    TitleCase(
      name: "a last year clips, the application year too",
      why: "2019 to 2022 audited; 2023 is not asked",
      desk: Worked.yantai("public-institution", Worked.b(last: []), TitleOptions(to: 2022)),
      expected: TitleOutcome("compliant")),
    TitleCase(
      name: "a later last year changes nothing where the last span is closed",
      why: "Yantai asks for 2019 to 2023",
      desk: Worked.yantai("public-institution", Worked.b(), TitleOptions(to: 2025)),
      expected: TitleOutcome("compliant")),
    TitleCase(
      name: "a later last year extends an open span",
      why: "Jining asks for every year from 2020 on: 30 − 0 and 60 − 0 of 2021",
      desk: Worked.jining(
        (2016...2019).map { Worked.sum($0, "90") }, TitleOptions(to: 2021)),
      expected: TitleOutcome(
        "short", missing: ["2021 public 30", "2021 professional 60"], findings: ["2021 year-empty"])),
    TitleCase(
      name: "an average is extended by an earlier first year",
      why: "5 × 90 − 4 × 90 = 90",
      desk: Worked.jining((2016...2019).map { Worked.sum($0, "90") }, TitleOptions(from: 2015)),
      expected: TitleOutcome(
        "short", missing: ["2015-2019 90"], findings: ["2015 asked-by-user", "2015 year-empty"])),
    TitleCase(
      name: "a year of nothing but a rejected row is not empty",
      why: "2022: refused, so 0 of 30 and 60",
      desk: zaozhuang(["2022,public,training,10,2022-05-01,,,,rejected"]),
      expected: TitleOutcome(
        "short", missing: ["2022 public 30", "2022 professional 60"], findings: stated)),
    TitleCase(
      name: "failed, refused and repeated rows bring nothing",
      why: "10 of the first row alone: 30 − 10 = 20",
      desk: zaozhuang([
        ten, ten, "2022,public,training,20,2022-06-01,,,,,failed",
        "2022,public,training,20,2022-07-01,,,,rejected", "2022,professional,training,60,2022-05-02",
      ]),
      expected: TitleOutcome("short", missing: ["2022 public 20"], findings: stated)),
    TitleCase(
      name: "an audited sum in a year with a rule set",
      why: "2023 is judged entry by entry: the sum is not recognized and changes nothing",
      desk: zaozhuang(["2023,public,annual,30"], from: nil),
      expected: TitleOutcome("compliant", findings: ["years-not-stated", "2023 annual-needs-entries"])),
    TitleCase(
      name: "several audited sums add up",
      why: "20 + 10 = 30, 45 + 15 = 60",
      desk: zaozhuang(Worked.audited(2022, "20", "45") + Worked.audited(2022, "10", "15")),
      expected: TitleOutcome("compliant", findings: stated)),
    TitleCase(
      name: "a rejected sum covers nothing",
      why: "30 of the entry: the sum is refused",
      desk: zaozhuang([
        "2022,public,annual,25,,,,,rejected", "2022,public,training,30,2022-05-01",
        "2022,professional,annual,60",
      ]),
      expected: TitleOutcome("compliant", findings: stated)),
    TitleCase(
      name: "a sum that waits covers nothing that is credited",
      why: "30 of the entry are credited; approved, the sum of 25 would stand, but never less than 30",
      desk: zaozhuang([
        "2022,public,annual,25,,,,,declared", "2022,public,training,30,2022-05-01",
        "2022,professional,annual,60",
      ]),
      expected: TitleOutcome("compliant", findings: stated + ["2022 annual-and-entries"])),
    TitleCase(
      name: "make-up study is added to an audited sum",
      why: "20 audited + 10 that end in 2023 = 30, 60 audited",
      desk: zaozhuang(Worked.audited(2022, "20", "60") + ["2022,public,training,10,2023-02-01"]),
      expected: TitleOutcome("compliant", findings: stated)),
    TitleCase(
      name: "make-up study ends by the last day too",
      why: "2023-09-27 is after 2023-09-26: 30 − 20 = 10",
      desk: zaozhuang(Worked.audited(2022, "20", "60") + ["2022,public,training,10,2023-09-27"]),
      expected: TitleOutcome("short", missing: ["2022 public 10"], findings: stated)),
    TitleCase(
      name: "what was transferred is in time whenever it ends",
      why: "20 + 10 = 30",
      desk: zaozhuang([
        "2022,public,training,20,2022-05-01", "2022,public,transfer,10,2023-11-01",
        "2022,professional,annual,60",
      ]),
      expected: TitleOutcome("compliant", findings: stated)),
    TitleCase(
      name: "an assignment brings nothing without a rule set",
      why: "no amount a month is known: 30 − 0, 60 − 0",
      desk: zaozhuang(["2022,,assignment,,2022-01-01,2022-12-31"]),
      expected: TitleOutcome(
        "short", missing: ["2022 public 30", "2022 professional 60"],
        findings: stated + ["2022 assignment-not-judged"])),
    TitleCase(
      name: "an assignment without a year belongs to each that it touches",
      why: "2021-12 to 2022-01, of which neither year has anything else",
      desk: zaozhuang([",,assignment,,2021-12-01,2022-01-31"], from: 2021),
      expected: TitleOutcome(
        "short",
        missing: [
          "2021 public 30", "2021 professional 60", "2022 public 30", "2022 professional 60",
        ],
        findings: [
          "years-not-stated", "2021 asked-by-user", "2021 assignment-not-judged", "2022 asked-by-user",
          "2022 assignment-not-judged",
        ])),
    TitleCase(
      name: "an entry without declared hours",
      why: "Zaozhuang fixes a qualification's hours in 2023, but no rule set does so in 2022: 60 − 0",
      desk: zaozhuang(["2022,public,annual,30", "2022,professional,qualification,,2022-05-01"]),
      expected: TitleOutcome(
        "short", missing: ["2022 professional 60"], findings: stated + ["2022 hours-not-declared"])),
    TitleCase(
      name: "the roster's row has a problem",
      why: "whatever the hours",
      desk: TitleDesk(roster: "shop,2023-09-01", rows: Worked.b()),
      expected: TitleOutcome("undetermined")),
    TitleCase(
      name: "another scheme in the application year",
      why: "Jinan's teachers are judged elsewhere, whatever the roster's row",
      desk: TitleDesk(rules: "jinan-2021", roster: "shop,2021-11-01,,中小学教师", rows: Worked.b()),
      expected: TitleOutcome("not-applicable", findings: ["other-scheme"])),
    TitleCase(
      name: "the last day lies beyond the calendar",
      why: "5 days that are no weekend before 2030-01-07 is 2029-12-31",
      desk: zaozhuang(Worked.audited(2022, "30", "60"), roster: ",2030-01-07"),
      expected: TitleOutcome(
        "compliant", findings: ["years-not-stated", "calendar-unknown", "2022 asked-by-user"])),
    TitleCase(
      name: "a problem whose year can't be told may belong to any year",
      why: "2022 lacks 30 public hours, and a row has an unreadable year",
      desk: zaozhuang(["2022,professional,annual,60", "20x2,public,annual,30"]),
      expected: TitleOutcome("undetermined", missing: ["2022 public 30"], findings: stated)),
    TitleCase(
      name: "a month beside an end that can't be read tells no year",
      why: "2022 lacks 30 public hours; what began in December 2021 may have ended in it",
      desk: zaozhuang(["2022,professional,annual,60", ",public,annual,30,2021-12,x"]),
      expected: TitleOutcome("undetermined", missing: ["2022 public 30"], findings: stated)),
    TitleCase(
      name: "a month as end beside a start that can't be read tells no year",
      why: "2022 lacks 30 public hours; the year is blank and one of its dates is unreadable",
      desk: zaozhuang(["2022,professional,annual,60", ",public,annual,30,x,2021-12"]),
      expected: TitleOutcome("undetermined", missing: ["2022 public 30"], findings: stated)),
    TitleCase(
      name: "a problem of another year leaves a year short",
      why: "2022 lacks 30 public hours; the row with a problem is of 2021",
      desk: zaozhuang(["2022,professional,annual,60", "2021,public,annual,x"]),
      expected: TitleOutcome("short", missing: ["2022 public 30"], findings: stated)),
    TitleCase(
      name: "short comes before undetermined",
      why: "2021 lacks 60 for sure, 2022 perhaps not",
      desk: zaozhuang(
        ["2021,public,annual,30", "2022,professional,annual,60", "2022,public,annual,x"], from: 2021),
      expected: TitleOutcome(
        "short", missing: ["2021 professional 60", "2022 public 30"],
        findings: ["years-not-stated", "2021 asked-by-user", "2022 asked-by-user"])),
  ]

  @Test(arguments: cases)
  func `a finding is given where its ground is`(_ one: TitleCase) throws {
    #expect(TitleOutcome(try one.desk.judgement()) == one.expected, "\(one.why)")
  }

  @Test func `a year is judged by the city's own rule set of that year, and by no other city's`() throws {
    // Moved to 2022, Zaozhuang's rules allow 8 hours a day and 24 a year of training: 60 on one day are 8.
    let desk = TitleFindingsTests.zaozhuang([
      "2022,public,online,30,2022-07-01,2022-07-31,市平台",
      "2022,professional,training,60,2022-07-01,,,备案1,,,,,,证书1",
    ])
    let rules = try RuleLibrary.embedded().ruleSet(id: "zaozhuang-2023")
    var own = rules.moved(to: 2022)
    own.id = "zaozhuang-2022"
    var other = own
    (other.id, other.city.english) = ("elsewhere-2022", "elsewhere")
    for (sets, year, id) in [([own, other], "8", "zaozhuang-2022"), ([other], "60", nil)] {
      var desk = desk
      desk.others = sets
      let run = try desk.run()
      let judged = run.evaluator().judge(0, detail: false).years[0]
      #expect("\(judged.credited.professional)" == year)
      #expect(judged.ruleSet.map { run.rules.ruleSets[$0].id } == id)
    }
  }

  @Test func `rows are counted once, by whether their year is listed`() throws {
    let desk = TitleFindingsTests.zaozhuang(
      [",,assignment,,2021-12-01,2022-01-31", "2019,public,annual,30", "2022,public,annual,x"], from: 2021)
    let judgement = try desk.judgement()
    // Two rows of 2023 and the assignment of two years; 2019 is not listed, and the last row is not used.
    #expect((judgement.rows, judgement.otherRows) == (3, 1))
  }
}
