import Testing

@testable import ContinuingEdCore

/// The twenty worked cases of TitleApplications. B is audited 30/60 for each of 2019 to 2022, and 30/60 studied in 2023
/// by 31 July; the review date is 2023-09-01, and the rules are Yantai's unless a case says otherwise.
@Suite struct TitleWorkedCasesTests {
  /// A year's hours as audited.
  static func audited(_ year: Int, _ common: String, _ professional: String, status: String = "") -> [String]
  {
    [
      "\(year),public,annual,\(common),,,,,\(status)",
      "\(year),professional,annual,\(professional),,,,,\(status)",
    ]
  }

  /// 30 public and 60 professional hours of 2023 on a listed platform; the professional ones end on a day.
  static func studied(until end: String = "2023-07-31") -> [String] {
    [
      "2023,public,online,30,2023-07-01,2023-07-31,鲁东大学",
      "2023,professional,online,60,2023-07-01,\(end),鲁东大学",
    ]
  }

  /// B, with other rows for some years.
  static func b(_ others: [Int: [String]] = [:], last: [String] = studied()) -> [String] {
    (2019...2022).flatMap { others[$0] ?? audited($0, "30", "60") } + last
  }

  static func yantai(_ roster: String, _ rows: [String], _ options: TitleOptions = .init()) -> TitleDesk {
    TitleDesk(rules: "yantai-2023", roster: roster + ",2023-09-01", options: options, rows: rows)
  }

  /// Jining's 2020 in order: 20 compulsory, 10 elective and 60 professional hours on the platform.
  static func jining(
    compulsory: String = "20", elective: String = "10", _ earlier: [String], _ options: TitleOptions = .init()
  ) -> TitleDesk {
    let study = ",2020-08-01,2020-08-31,市平台,,,"
    return TitleDesk(
      rules: "jining-2020", roster: ",2021-03-01", options: options,
      rows: earlier + [
        "2020,public,online,\(compulsory)\(study),compulsory",
        "2020,public,online,\(elective)\(study),elective",
        "2020,professional,online,60\(study)",
      ])
  }

  /// A year's hours of which only the sum matters, as professional ones.
  static func sum(_ year: Int, _ hours: String) -> String { "\(year),professional,annual,\(hours)" }

  static let cases: [TitleCase] = [
    TitleCase(
      name: "1 public institution, B",
      why: "five years of 30 and 60; 2023-07-31 is on or before 2023-08-31",
      desk: yantai("public-institution", b()), expected: TitleOutcome("compliant")),
    TitleCase(
      name: "2 enterprise, 2019 with public hours alone",
      why: "an enterprise shows professional hours from 2020 on: 2019 needs 30 + nothing",
      desk: yantai("enterprise", b([2019: audited(2019, "30", "0.01")])), expected: TitleOutcome("compliant")),
    TitleCase(
      name: "3 the same of a public institution",
      why: "60 − 0 = 60 of 2019",
      desk: yantai("public-institution", b([2019: ["2019,public,annual,30"]])),
      expected: TitleOutcome("short", missing: ["2019 professional 60"])),
    TitleCase(
      name: "4 professional hours of 2023 end on the review date",
      why: "before 2023-09-01 is by 2023-08-31: 60 − 0 = 60",
      desk: yantai("public-institution", b(last: studied(until: "2023-09-01"))),
      expected: TitleOutcome("short", missing: ["2023 professional 60"])),
    TitleCase(
      name: "4 … and on the day before",
      why: "2023-08-31 is the last day",
      desk: yantai("public-institution", b(last: studied(until: "2023-08-31"))),
      expected: TitleOutcome("compliant")),
    TitleCase(
      name: "5 surplus of one year or subject fills no other cell",
      why: "2020 is 45 ≥ 30 and 60; 2021 is 30 − 29.99 = 0.01 and 75 ≥ 60",
      desk: yantai(
        "public-institution", b([2020: audited(2020, "45", "60"), 2021: audited(2021, "29.99", "75")])),
      expected: TitleOutcome("short", missing: ["2021 public 0.01"])),
    TitleCase(
      name: "6 2020 is in review",
      why: "0 of 30 and 60 confirmed, all if approved",
      desk: yantai("public-institution", b([2020: audited(2020, "30", "60", status: "declared")])),
      expected: TitleOutcome("pending", missing: ["2020 public 30", "2020 professional 60"])),
    TitleCase(
      name: "7 freelance, B",
      why: "compliant as a public institution's and as an enterprise's",
      desk: yantai("freelance", b()), expected: TitleOutcome("compliant")),
    TitleCase(
      name: "7 … with 2019 of public hours alone",
      why: "short 60 as a public institution's, compliant as an enterprise's",
      desk: yantai("freelance", b([2019: ["2019,public,annual,30"]])),
      expected: TitleOutcome(
        "undetermined", missing: ["2019 professional 60"], findings: ["employer-unknown"])),
    TitleCase(
      name: "8 audited hours and entries beside them",
      why: "2022: the audited 20 and 40 stand, 10 and 20 lie within: 30 − 20 = 10, 60 − 40 = 20",
      desk: yantai(
        "public-institution",
        b([
          2022: audited(2022, "20", "40") + [
            "2022,public,training,10,2022-05-01", "2022,professional,training,20,2022-05-02",
          ]
        ])),
      expected: TitleOutcome(
        "short", missing: ["2022 public 10", "2022 professional 20"], findings: ["2022 annual-and-entries"])),
    TitleCase(
      name: "9 2022 of 60 unfiled professional hours on one day",
      why: "no notice of 2022: declared hours count without limits and filing",
      desk: yantai(
        "public-institution",
        b([2022: ["2022,public,annual,30", "2022,professional,training,60,2022-05-01"]])),
      expected: TitleOutcome("compliant")),
    TitleCase(
      name: "10 Jining, 2016 to 2019 of 120, 60, 90 and 90",
      why: "120 + 60 + 90 + 90 = 360 = 4 × 90; 2020 is 20 + 10 and 60",
      desk: jining([sum(2016, "120"), sum(2017, "60"), sum(2018, "90"), sum(2019, "90")]),
      expected: TitleOutcome("compliant")),
    TitleCase(
      name: "11 … of 120, 60, 90 and 89.99",
      why: "360 − 359.99 = 0.01",
      desk: jining([sum(2016, "120"), sum(2017, "60"), sum(2018, "90"), sum(2019, "89.99")]),
      expected: TitleOutcome("short", missing: ["2016-2019 0.01"])),
    TitleCase(
      name: "12 only 2018 and 2019 at 90, from 2018",
      why: "180 = 2 × 90",
      desk: jining([sum(2018, "90"), sum(2019, "90")], TitleOptions(from: 2018)),
      expected: TitleOutcome("compliant")),
    TitleCase(
      name: "12 … without a first year",
      why: "4 × 90 − 180 = 180",
      desk: jining([sum(2018, "90"), sum(2019, "90")]),
      expected: TitleOutcome(
        "short", missing: ["2016-2019 180"], findings: ["2016 year-empty", "2017 year-empty"])),
    TitleCase(
      name: "13 30 hours of 2019 studied in August 2020",
      why: "3 × 90 + 60 + 30 = 360: what ends after its year is added to the audited hours",
      desk: jining([
        sum(2016, "90"), sum(2017, "90"), sum(2018, "90"), sum(2019, "60"),
        "2019,professional,online,30,2020-08-01,2020-08-20",
      ]),
      expected: TitleOutcome("compliant")),
    TitleCase(
      name: "13 … ending 2021-01-10",
      why: "make-up study closed with 2020: 360 − 330 = 30",
      desk: jining([
        sum(2016, "90"), sum(2017, "90"), sum(2018, "90"), sum(2019, "60"),
        "2019,professional,online,30,2020-12-20,2021-01-10",
      ]),
      expected: TitleOutcome("short", missing: ["2016-2019 30"])),
    TitleCase(
      name: "14 22 compulsory and 8 elective hours of 2020",
      why: "10 − 8 = 2; 22 + 8 = 30 public hours",
      desk: jining(
        compulsory: "22", elective: "8",
        [sum(2016, "90"), sum(2017, "90"), sum(2018, "90"), sum(2019, "90")]),
      expected: TitleOutcome("short", missing: ["2020 elective 2"])),
    TitleCase(
      name: "15 Zaozhuang, 60 hours end on 2023-09-27",
      why: "5 working days before 2023-10-09 is 2023-09-26: 60 − 0 = 60",
      desk: TitleDesk(
        rules: "zaozhuang-2023", roster: ",2023-10-09",
        rows: [
          "2023,public,online,30,2023-07-01,2023-07-31,市平台",
          "2023,professional,online,60,2023-07-01,2023-09-27,市平台",
        ]),
      expected: TitleOutcome("short", missing: ["2023 professional 60"], findings: ["years-not-stated"])),
    TitleCase(
      name: "16 Zaozhuang from 2022",
      why: "2022 audited 30 and 60, 2023 30 and 60 by 2023-09-26",
      desk: TitleDesk(
        rules: "zaozhuang-2023", roster: ",2023-10-09", options: TitleOptions(from: 2022),
        rows: audited(2022, "30", "60") + [
          "2023,public,online,30,2023-07-01,2023-07-31,市平台",
          "2023,professional,online,60,2023-07-01,2023-09-26,市平台",
        ]),
      expected: TitleOutcome("compliant", findings: ["years-not-stated", "2022 asked-by-user"])),
    TitleCase(
      name: "17 Heze, 60 hours end after the review date",
      why: "no cutoff in the notice: 2022-11-01 itself is the last day; 60 − 0 = 60",
      desk: TitleDesk(
        rules: "heze-2022", roster: ",2022-11-01",
        rows: [
          "2022,public,online,30,2022-07-01,2022-07-31,菏泽学院",
          "2022,professional,online,60,2022-07-01,2022-11-30,菏泽学院",
        ]),
      expected: TitleOutcome("short", missing: ["2022 professional 60"], findings: ["years-not-stated"])),
    TitleCase(
      name: "18 B and a row with year 20x1",
      why: "nothing is missing, whatever that row would bring",
      desk: yantai("public-institution", b() + ["20x1,public,training,10,2021-05-01"]),
      expected: TitleOutcome("compliant")),
    TitleCase(
      name: "19 professional hours of 2021 that can't be read",
      why: "60 − 0 = 60 of 2021, and a row of 2021 has a problem",
      desk: yantai("public-institution", b([2021: audited(2021, "30", "abc")])),
      expected: TitleOutcome("undetermined", missing: ["2021 professional 60"])),
    TitleCase(
      name: "20 2022 of 20 and 40, and a year's sick leave",
      why: "leave lowers nothing in a year without a rule set: 30 − 20 = 10, 60 − 40 = 20",
      desk: yantai(
        "public-institution",
        b([2022: audited(2022, "20", "40") + ["2022,,leave,,2022-01-01,2022-12-31,,,,,,,sick"]])),
      expected: TitleOutcome(
        "short", missing: ["2022 public 10", "2022 professional 20"], findings: ["2022 leave-not-judged"])),
  ]

  @Test(arguments: cases)
  func `a worked case comes out as by hand`(_ one: TitleCase) throws {
    #expect(TitleOutcome(try one.desk.judgement()) == one.expected, "\(one.why)")
  }
}
