/// The CSV of `check` (Outputs: CSV of check): one row a person, in fixed columns, whatever the language.
struct CheckCSV: PersonWriter {
  static let header: StaticString = """
    person_id,name,unit,verdict,public,professional,total,public_required,professional_required,total_required,\
    public_short,professional_short,total_short,public_if_approved,professional_if_approved,total_if_approved,findings,losses

    """
  static let needsDetail = false

  let run: CheckRun
  let ids: IDStyle
  private let hasOthers: Bool

  init(run: CheckRun, ids: IDStyle) {
    (self.run, self.ids) = (run, ids)
    hasOthers = !OtherColumns.names(run).isEmpty
  }

  /// The header with the columns of the notice's own requirements.
  static func header(_ run: CheckRun) -> ByteBuffer {
    var header = ByteBuffer()
    let names = OtherColumns.names(run)
    if names.isEmpty {
      header.fixed(CheckCSV.header)
    } else {
      let fixed = CheckCSV.header.withUTF8Buffer { String(decoding: $0.dropLast(), as: UTF8.self) }
      header.append(([fixed] + names).joined(separator: ",") + "\n")
    }
    return header
  }

  @inline(never)
  private func appendOthers(_ index: Int, _ judgement: PersonJudgement, _ buffer: inout ByteBuffer) {
    for amount in OtherColumns.amounts(index, judgement, run) {
      buffer.append(UInt8(ascii: ","))
      if let amount { buffer.append(amount) }
    }
  }

  func write(_ index: Int, _ judgement: PersonJudgement, into buffer: inout ByteBuffer) {
    let person = run.records.people[index]
    // Lent and not copied: all threads would count references to the same texts.
    appendTexts(of: person, run.records.texts, &buffer)
    let verdict = CodeBytes.verdicts[Int(judgement.verdict.rawValue)]
    let shortfall = judgement.shortfall
    let (credited, required, ifApproved) = (judgement.credited, judgement.required, judgement.ifApproved)
    buffer.extend(atMost: verdict.count + CheckCSV.longestFigures) { cursor in
      cursor.put(UInt8(ascii: ","))
      verdict.withUnsafeBytes { cursor.put($0) }
      cells(&cursor, credited.public, credited.professional, credited.total)
      cells(&cursor, required.public, required.professional, required.total)
      cells(&cursor, shortfall.public, shortfall.professional, shortfall.total)
      cells(&cursor, ifApproved.public, ifApproved.professional, ifApproved.total)
      cursor.put(UInt8(ascii: ","))
    }
    for (place, finding) in judgement.findings.enumerated() {
      if place > 0 { buffer.append(UInt8(ascii: ";")) }
      buffer.append(CodeBytes.findings[Int(finding.code.rawValue)])
    }
    buffer.append(UInt8(ascii: ","))
    if !judgement.losses.isEmpty { CheckCSV.append(judgement.losses, to: &buffer) }
    if hasOthers { appendOthers(index, judgement, &buffer) }
    buffer.append(UInt8(ascii: "\n"))
  }

  /// Adds `not-filed=16;daily-cap=4`.
  static func append(_ losses: LossSums, to buffer: inout ByteBuffer) {
    var isFirst = true
    losses.visit { reason, hours in
      if !isFirst { buffer.append(UInt8(ascii: ";")) }
      isFirst = false
      buffer.append(CodeBytes.losses[Int(reason.rawValue)])
      buffer.append(UInt8(ascii: "="))
      buffer.append(hours)
    }
  }

  @inline(never)
  private func appendTexts(of person: ListedPerson, _ texts: TextTable, _ buffer: inout ByteBuffer) {
    buffer.appendID(person.id, ids, texts) { $0.appendCSV($1) }
    buffer.append(UInt8(ascii: ","))
    texts.withBytes(of: person.name) { buffer.appendCSV($0) }
    buffer.append(UInt8(ascii: ","))
    texts.withBytes(of: person.unit) { buffer.appendCSV($0) }
  }

  /// What twelve amounts and the commas around them and the verdict take at most.
  private static let longestFigures = 12 * (1 + ByteCursor.longestNumber) + 2

  private func cell(_ cursor: inout ByteCursor, _ hours: Hours) {
    cursor.put(UInt8(ascii: ","))
    cursor.put(hours)
  }

  private func cells(_ cursor: inout ByteCursor, _ a: Hours, _ b: Hours, _ c: Hours) {
    cell(&cursor, a)
    cell(&cursor, b)
    cell(&cursor, c)
  }
}
