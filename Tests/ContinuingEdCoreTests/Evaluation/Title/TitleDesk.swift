import Testing

@testable import ContinuingEdCore

/// One person's application: rows and roster as a clerk types them, read as files are, and the judgement.
struct TitleDesk {
  var rules = "yantai-2023"
  /// Further rule sets, of other years.
  var others: [RuleSet] = []
  /// employer, review_date, title_from, series; nil without a roster.
  var roster: String? = "public-institution,2023-09-01"
  var options = TitleOptions()
  /// year, subject, category, hours, start, end, platform, filing, status, result, module, title, kind, evidence
  var rows: [String] = []

  private static let columns =
    "year,subject,category,hours,start,end,platform,filing,status,result,module,title,kind,evidence"

  /// The run of what is read.
  func run() throws -> TitleRun {
    let library = RuleLibrary.embedded()
    let application = try library.ruleSet(id: rules)
    func padded(_ row: String, _ columns: Int) -> String {
      row + String(repeating: ",", count: max(0, columns - 1 - row.count { $0 == "," }))
    }
    let count = TitleDesk.columns.count { $0 == "," } + 1
    var text = "person_id," + TitleDesk.columns + "\n"
    for row in rows { text += "P1," + padded(row, count) + "\n" }
    var options = ImportOptions()
    options.encoding = .utf8
    options.fixedAmounts = [application.fixedAmounts]
    let list = roster.map { "person_id,employer,review_date,title_from,series\nP1,\(padded($0, 4))\n" }
    let records = try Importer(options).read(
      [.bytes(name: "rows.csv", Array(text.utf8))],
      roster: list.map { .bytes(name: "roster.csv", Array($0.utf8)) })
    return TitleRun(
      records: records, rules: TitleRules(applications: [application], others: others),
      options: self.options, calendar: .embedded)
  }

  /// The judgement of the one person.
  func judgement(detail: Bool = false) throws -> TitleJudgement {
    try run().evaluator().judge(0, detail: detail)
  }
}

/// What a judgement says, in short lines that a reader can check by hand.
struct TitleOutcome: Equatable {
  var verdict: String
  /// `2021 public 0.01`, `2016-2019 180`: what is missing, in order; modules and the total only where no subject is.
  var missing: [String] = []
  /// `years-not-stated`, `2022 leave-not-judged`.
  var findings: [String] = []

  init(_ verdict: String, missing: [String] = [], findings: [String] = []) {
    (self.verdict, self.missing, self.findings) = (verdict, missing, findings)
  }

  init(_ judgement: TitleJudgement) {
    verdict = judgement.verdict.code
    for year in judgement.years {
      let short = HeldHours(year.shortfall, year.asked)
      let parts: [(String, Hours?)] = [
        ("public", short.public), ("compulsory", short.publicCompulsory), ("elective", short.publicElective),
        ("professional", short.professional),
      ]
      missing += parts.compactMap { name, hours in
        hours.flatMap { $0 > .zero ? "\(year.year) \(name) \($0)" : nil }
      }
    }
    missing += judgement.averages.filter { $0.shortfall > .zero }.map {
      "\($0.from)-\($0.to) \($0.shortfall)"
    }
    findings = judgement.findings.map(\.code.code)
    findings += judgement.years.flatMap { year in year.findings.map { "\(year.year) \($0.code.code)" } }
  }
}

/// A named application with its outcome by hand.
struct TitleCase: Sendable, CustomTestStringConvertible {
  var name: String
  /// The arithmetic.
  var why: String
  var desk: TitleDesk
  var expected: TitleOutcome
  var testDescription: String { name }
}
