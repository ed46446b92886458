import Testing

@testable import ContinuingEdCore

/// What is asked of rows once people are judged (Problems: Codes of warnings), by way of files.
@Suite struct AuditTests {
  private static let header =
    "person_id,name,category,subject,title,mode,start,end,hours,filing,evidence,status,year\n"
  /// 11010519491231002X is the example of the standard GB 11643, born in 1949; 370402199003071234 in 1990.
  private static let old = "11010519491231002X"
  private static let young = "370402199003071234"

  /// `code@line` of each warning that is not about columns, in order.
  private static func warnings(
    _ rows: String, roster: String? = nil, rules: String = "heze-2022", asOf: Day? = nil,
    chosen: [Int]? = nil, blockSize: Int = 1 << 20
  ) throws -> String {
    let ruleSet = try RuleLibrary.embedded().ruleSet(id: rules)
    let records = try Reading.read([header + rows], roster: roster) {
      $0.year = ruleSet.year
      $0.fixedAmounts = [ruleSet.fixedAmounts]
      $0.blockSize = blockSize
    }
    var run = CheckRun(records: records, ruleSets: [ruleSet], calendar: .embedded, asOf: asOf, chosen: chosen)
    run.ruleSetsOfYear = [2023: ["yantai-2023", "zaozhuang-2023"]]
    let all = records.adding(run.tally().asked).problems
    return all.filter {
      $0.code.severity == .warning && $0.code != .duplicate && $0.code != .possibleDuplicate
    }
    .map { "\($0.code.code)@\($0.line)" }.joined(separator: " ")
  }

  @Test(
    "hours that the days can't hold",
    arguments: [
      ("25 hours on a day", "a,,online,public,t,,2022-07-01,2022-07-01,25,,,,", "over-24-a-day@2"),
      ("without an end it can't be told", "a,,online,public,t,,2022-07-01,,25,,,,", ""),
      ("a category whose days say nothing", "a,,education,,t,,2022-07-01,2022-07-01,25,,,,", ""),
      (
        "rejected rows don't count: no filing number", "a,,training,,t,,2022-07-01,2022-07-01,25,,,,", ""
      ),
      (
        "rows of other years count: not judged, not refused",
        "a,,training,,t,,2021-07-01,2021-07-01,25,,,,", "year-mismatch@1 over-24-a-day@2"
      ),
      (
        "refused ones of other years don't",
        "a,,training,,t,,2021-07-01,2021-07-01,25,,,rejected,", "year-mismatch@1"
      ),
      (
        "16 hours of two classes on a day",
        """
        a,,training,,t,,2022-07-01,2022-07-01,8,f,,,
        a,,workshop,,u,,2022-07-01,2022-07-01,8,f,,,
        """, "overlapping-days@3"
      ),
      (
        "one of them online",
        """
        a,,training,,t,线上,2022-07-01,2022-07-01,8,f,,,
        a,,workshop,,u,,2022-07-01,2022-07-01,8,f,,,
        """, ""
      ),
      (
        "a duplicate is no second class",
        """
        a,,training,,t,,2022-07-01,2022-07-01,8,f,,,
        a,,training,,t,,2022-07-01,2022-07-01,8,f,,,
        """, ""
      ),
    ])
  func hours(_ name: String, _ rows: String, _ expected: String) throws {
    #expect(try Self.warnings(rows) == expected, "\(name)")
  }

  @Test func `an amount that the rules fix takes no hours of a day`() throws {
    // Jinan: workshops bring 8 a day, whatever is declared.
    let rows = "a,,workshop,,t,,2021-07-01,2021-07-01,30,f,e,,\n"
    #expect(try Self.warnings(rows, rules: "jinan-2021") == "")
    #expect(
      try Self.warnings(rows, roster: "person_id,name\nb,x\n", rules: "jinan-2021") == "not-in-roster@2")
  }

  @Test(
    "approved, but yet to come",
    arguments: [
      ("verified", "2022-08-01 future-date@2"), ("declared", "2022-08-01"), ("rejected", "2022-08-01"),
      ("", "2022-08-01"), ("verified", "2022-09-01"),
    ])
  func future(status: String, expected: String) throws {
    let parts = expected.split(separator: " ")
    let asOf = try #require(Day(iso: String(parts[0])))
    let rows = "a,,training,,t,,2022-08-02,2022-08-03,8,f,,\(status),\n"
    #expect(try Self.warnings(rows, asOf: asOf) == parts.dropFirst().joined(separator: " "))
    #expect(try Self.warnings(rows) == "")
  }

  @Test(
    "births that can't be",
    arguments: [
      ("1949 and 2022 are 73 years", old, "2022", ""),
      ("and 2025 are 76", old, "2025", "year-mismatch@1 id-birth@2"),
      ("1990 and 2006 are 16", young, "2006", "year-mismatch@1"),
      ("1990 and 2005 are 15", young, "2005", "year-mismatch@1 id-birth@2"),
      ("there is no 31 February", "370402199002311233", "2022", "id-checksum@2 id-birth@2"),
      ("18 letters tell of none", "ABCDEFGHIJKLMNOPQR", "2022", ""),
    ])
  func birth(_ name: String, id: String, year: String, expected: String) throws {
    let row = "\(id),,competition,,t,,,,8,f,,,\(year)\n"
    #expect(try Self.warnings(row) == expected, "\(name)")
    // What was refused is none of the rows involved.
    let refused = "\(id),,competition,,u,,,,8,f,,rejected,\(year)\n"
    #expect(try Self.warnings(row + refused) == expected, "\(name)")
  }

  @Test(
    "one evidence of two people",
    arguments: [
      ("different titles", "a:急救 b:护理", "E001", "same-evidence@3"), ("one class", "a:急救 b:急救", "E001", ""),
      ("titles that say the same", "a:急救，一 b:急救一", "E001", ""),
      ("one without a title", "a: b:护理", "E001", ""),
      ("one person", "a:急救 a:护理", "E001", ""), ("three characters", "a:急救 b:护理", "E01", ""),
      ("no digit", "a:急救 b:护理", "证书", ""), ("characters, not bytes", "a:急救 b:护理", "证书1", ""),
      ("four of them", "a:急救 b:护理", "证书01", "same-evidence@3"),
      ("the last row that belongs to another", "a:急救 b:护理 a:急救", "E001", "same-evidence@4"),
      ("a blank title belongs to none", "a:急救 b:护理 c:", "E001", "same-evidence@3"),
    ])
  func evidence(_ name: String, _ rows: String, evidence: String, expected: String) throws {
    var text = ""
    for (place, row) in rows.split(separator: " ").enumerated() {
      let parts = row.split(separator: ":", omittingEmptySubsequences: false)
      text +=
        "\(parts[0]),,training,,\(parts[1]),,2022-07-0\(place + 1),2022-07-0\(place + 1),1,f,\(evidence),,\n"
    }
    #expect(try Self.warnings(text) == expected, "\(name)")
  }

  @Test func `evidence of a row that is rejected, or of who is not on the roster`() throws {
    let rows = """
      a,,training,,急救,,2022-07-01,2022-07-01,1,f,E001,,
      b,,training,,护理,,2022-07-02,2022-07-02,1,,E001,,
      c,,training,,护理,,2022-07-03,2022-07-03,1,,E001,,

      """
    // Without a filing number b and c are rejected, but on no roster they are not judged, and count.
    #expect(try Self.warnings(rows) == "")
    #expect(
      try Self.warnings(rows, roster: "person_id,name\na,x\nb,y\n") == "not-in-roster@4 same-evidence@4")
  }

  @Test func `everybody is asked, whoever is chosen`() throws {
    let rows = """
      a,,online,public,t,,2022-07-01,2022-07-01,25,,,,
      b,,online,public,t,,2022-07-01,2022-07-01,25,,,,

      """
    #expect(try Self.warnings(rows, chosen: [1]) == "over-24-a-day@2 over-24-a-day@3")
  }

  @Test(
    "a file of another year",
    arguments: [
      ("2023 2023 2022", "year-mismatch@1"), ("2023 2022", ""), ("2023 2021 2022", ""),
      ("2023 2023 2021 2021 2021 2022 2022", "year-mismatch@1"), ("2023", "year-mismatch@1"),
    ])
  func years(_ years: String, expected: String) throws {
    let rows = years.split(separator: " ").enumerated().map {
      "p,,education,,t\($0.offset),,,,8,,,,\($0.element)\n"
    }
    #expect(try Self.warnings(rows.joined()) == expected)
  }

  @Test func `warnings name the record also far down in a file of many blocks`() throws {
    var text = Self.header
    for row in 1...300 { text += "p\(row),,education,,t,,,,8,,,,2022\n" }
    text += "\nz,,online,public,t,,2022-07-01,2022-07-01,25,,,,\n"
    let rules = try RuleLibrary.embedded().ruleSet(id: "heze-2022")
    for size in [64, 1000, 1 << 20] {
      let records = try Reading.read([text]) {
        $0.blockSize = size
        $0.workers = 3
      }
      let asked = CheckRun(records: records, ruleSets: [rules], calendar: .embedded).tally().asked
      // The blank line is no record.
      #expect(asked.map { "\($0.code.code)@\($0.line)/\($0.record)" } == ["over-24-a-day@303/301"])
    }
  }
}
