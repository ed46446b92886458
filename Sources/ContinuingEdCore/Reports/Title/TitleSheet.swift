/// The workbook of `title` (Workbooks: Written workbooks): the columns and rows of its CSV, hours as numbers.
struct TitleSheet: TitleWriter {
  static let needsDetail = false
  let run: TitleRun
  let ids: IDStyle

  /// The sheet, whose columns are those of the CSV by name.
  static var frame: SheetFrame {
    let widths = ["person_id": 20, "name": 10, "unit": 20, "findings": 30]
    let texts = [
      "person_id", "name", "unit", "employer", "verdict", "year", "ruleset", "asked", "year_verdict",
      "findings",
    ]
    return SheetFrame(
      "结果",
      TitleCSV.columns.map { name in
        texts.contains(name)
          ? SheetFrame.Column(name, .text, width: widths[name] ?? 14)
          : SheetFrame.Column(name, .plain, width: 8)
      })
  }

  func write(_ index: Int, _ judgement: TitleJudgement, into buffer: inout ByteBuffer) {
    let (person, texts) = (run.records.people[index], run.records.texts)
    for row in TitleCSV.rows(judgement, run.rules) {
      buffer.beginSheetRow()
      buffer.appendID(person.id, ids, texts) { $0.appendSheet($1) }
      texts.withBytes(of: person.name) { buffer.appendSheet($0) }
      texts.withBytes(of: person.unit) { buffer.appendSheet($0) }
      buffer.appendSheet(run.records.roster(of: index)?.employer?.code ?? "")
      buffer.appendSheet(judgement.verdict.code)
      for (place, cell) in row.enumerated() {
        // Behind the five of the person: year, rule set, what is asked and the verdict, then hours, then findings.
        if place == 0, let year = Int(cell) {
          buffer.appendSheet(whole: year)
        } else if (4..<16).contains(place), let hours = Hours(exactly: cell) {
          buffer.appendSheet(hours)
        } else {
          buffer.appendSheet(cell)
        }
      }
    }
  }
}
