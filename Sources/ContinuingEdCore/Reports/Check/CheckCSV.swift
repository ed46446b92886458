/// The CSV of `check` (CONTRACT §7): one row a person, in fixed columns, whatever the language.
struct CheckCSV: PersonWriter {
  static let header: StaticString = """
    person_id,name,unit,verdict,public,professional,total,public_required,professional_required,total_required,\
    public_short,professional_short,total_short,public_if_approved,professional_if_approved,total_if_approved,findings

    """
  static let needsDetail = false

  let run: CheckRun
  let ids: IDStyle

  func write(_ index: Int, _ judgement: Judgement, into buffer: inout ByteBuffer) {
    let person = run.records.people[index]
    // Lent and not copied: all threads would count references to the same texts.
    appendTexts(of: person, run.records.texts, &buffer)
    comma(&buffer)
    buffer.append(CodeBytes.verdicts[Int(judgement.verdict.rawValue)])
    let shortfall = judgement.shortfall
    cells(&buffer, judgement.credited.public, judgement.credited.professional, judgement.credited.total)
    cells(&buffer, judgement.required.public, judgement.required.professional, judgement.required.total)
    cells(&buffer, shortfall.public, shortfall.professional, shortfall.total)
    cells(&buffer, judgement.ifApproved.public, judgement.ifApproved.professional, judgement.ifApproved.total)
    comma(&buffer)
    for (place, finding) in judgement.findings.enumerated() {
      if place > 0 { buffer.append(UInt8(ascii: ";")) }
      buffer.append(CodeBytes.findings[Int(finding.code.rawValue)])
    }
    buffer.append(UInt8(ascii: "\n"))
  }

  @inline(never)
  private func appendTexts(of person: Person, _ texts: TextTable, _ buffer: inout ByteBuffer) {
    buffer.appendID(person.id, ids, texts) { $0.appendCSV($1) }
    comma(&buffer)
    texts.withBytes(of: person.name) { buffer.appendCSV($0) }
    comma(&buffer)
    texts.withBytes(of: person.unit) { buffer.appendCSV($0) }
  }

  private func comma(_ buffer: inout ByteBuffer) { buffer.append(UInt8(ascii: ",")) }

  private func cells(_ buffer: inout ByteBuffer, _ a: Hours, _ b: Hours, _ c: Hours) {
    comma(&buffer)
    buffer.append(a)
    comma(&buffer)
    buffer.append(b)
    comma(&buffer)
    buffer.append(c)
  }
}
