/// The workbook of `check` (Workbooks: Written workbooks): the columns and rows of its CSV, hours as numbers.
struct CheckSheet: PersonWriter {
  static let needsDetail = CheckCSV.needsDetail

  let run: CheckRun
  let ids: IDStyle

  /// The sheet, whose columns are those of the CSV by name; `others` are the last ones.
  static func frame(_ others: [String]) -> SheetFrame {
    let columns = CheckCSV.header.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
      .split { $0 == "," || $0 == "\n" }.map { name in
        switch name {
        case "person_id": SheetFrame.Column("person_id", .text, width: 20)
        case "name": SheetFrame.Column("name", .text, width: 10)
        case "unit": SheetFrame.Column("unit", .text, width: 20)
        case "verdict": SheetFrame.Column("verdict", .text, width: 14)
        case "findings", "losses": SheetFrame.Column(String(name), .text, width: 20)
        default: SheetFrame.Column(String(name), .plain, width: 8)
        }
      }
    return SheetFrame("结果", columns + others.map { SheetFrame.Column($0, .plain, width: 10) })
  }

  /// The sheet of counts by unit.
  static var unitsFrame: SheetFrame {
    SheetFrame(
      "各单位",
      CheckReport.unitColumns.enumerated().map {
        $0.offset == 0 ? SheetFrame.Column($0.element, width: 24) : SheetFrame.Column($0.element, .whole)
      })
  }

  func write(_ index: Int, _ judgement: PersonJudgement, into buffer: inout ByteBuffer) {
    let person = run.records.people[index]
    let texts = run.records.texts
    buffer.beginSheetRow()
    buffer.appendID(person.id, ids, texts) { $0.appendSheet($1) }
    texts.withBytes(of: person.name) { buffer.appendSheet($0) }
    texts.withBytes(of: person.unit) { buffer.appendSheet($0) }
    buffer.appendSheet(judgement.verdict.code)
    for hours in [
      judgement.credited.asRequired, judgement.required, judgement.shortfall, judgement.ifApproved.asRequired,
    ] {
      buffer.appendSheet(hours.public)
      buffer.appendSheet(hours.professional)
      buffer.appendSheet(hours.total)
    }
    var codes = ByteBuffer()
    for finding in judgement.findings {
      if codes.count > 0 { codes.append(UInt8(ascii: ";")) }
      codes.append(CodeBytes.findings[Int(finding.code.rawValue)])
    }
    codes.withBytes { buffer.appendSheet($0) }
    var losses = ByteBuffer()
    CheckCSV.append(judgement.losses, to: &losses)
    losses.withBytes { buffer.appendSheet($0) }
    for amount in OtherColumns.amounts(index, judgement, run) {
      if let amount { buffer.appendSheet(amount) } else { buffer.appendSheet("") }
    }
  }
}
