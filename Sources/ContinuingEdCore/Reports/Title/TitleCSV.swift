/// The CSV of `title` (TitleApplications: JSON of title): a row a person and year, and a person and average.
struct TitleCSV: TitleWriter {
  static let needsDetail = false
  static let columns = [
    "person_id", "name", "unit", "employer", "verdict", "year", "ruleset", "asked", "year_verdict", "public",
    "professional", "total", "public_required", "professional_required", "total_required", "public_short",
    "professional_short", "total_short", "public_if_approved", "professional_if_approved",
    "total_if_approved", "findings",
  ]

  let run: TitleRun
  let ids: IDStyle

  func write(_ index: Int, _ judgement: TitleJudgement, into buffer: inout ByteBuffer) {
    for row in TitleCSV.rows(judgement, run.rules) {
      let person = run.records.people[index]
      let texts = run.records.texts
      buffer.appendID(person.id, ids, texts) { $0.appendCSV($1) }
      buffer.append(UInt8(ascii: ","))
      texts.withBytes(of: person.name) { buffer.appendCSV($0) }
      buffer.append(UInt8(ascii: ","))
      texts.withBytes(of: person.unit) { buffer.appendCSV($0) }
      buffer.append(UInt8(ascii: ","))
      buffer.append(run.records.roster(of: index)?.employer?.code ?? "")
      buffer.append(UInt8(ascii: ","))
      buffer.append(judgement.verdict.code)
      for cell in row {
        buffer.append(UInt8(ascii: ","))
        buffer.append(cell)
      }
      buffer.append(UInt8(ascii: "\n"))
    }
  }
}

extension TitleCSV {
  /// The cells from `year` on, a row a year and a row an average; one of blanks where there is neither.
  static func rows(_ judgement: TitleJudgement, _ rules: TitleRules) -> [[String]] {
    let rows = judgement.years.map { cells($0, rules) } + judgement.averages.map(cells)
    return rows.isEmpty ? [Array(repeating: "", count: columns.count - 5)] : rows
  }

  private static func cells(_ year: TitleYear, _ rules: TitleRules) -> [String] {
    let required = HeldHours(year.required, year.asked)
    let short = HeldHours(year.shortfall, year.asked)
    return [
      "\(year.year)", year.ruleSet.map { rules.ruleSets[$0].id } ?? "",
      year.asked.map(\.code).joined(separator: ";"), year.verdict?.code ?? "",
    ] + cells(HeldHours(year.credited)) + cells(required) + cells(short)
      + cells(HeldHours(year.ifApproved)) + [year.findings.map(\.code.code).joined(separator: ";")]
  }

  private static func cells(_ hours: HeldHours) -> [String] {
    [hours.public, hours.professional, hours.total].map { $0.map { "\($0)" } ?? "" }
  }

  private static func cells(_ average: TitleAverage) -> [String] {
    let totals = [average.credited, average.held, average.shortfall, average.ifApproved]
    return ["\(average.from)-\(average.to)", "", "", average.verdict.code]
      + totals.flatMap { ["", "", "\($0)"] } + [""]
  }
}
