/// Decodes case files, as strictly as rule files.
package enum CaseDecoder {
  /// The cases of a file; `file` is what faults call it.
  ///
  /// - Throws: every fault of the file.
  package static func decode(_ bytes: [UInt8], file: String) throws(RuleFaults) -> CaseFile {
    let document = JSONReader.read(bytes, file: file)
    guard let json = document.value else { throw RuleFaults(faults: document.faults) }
    let list = FaultList(file: file, faults: document.faults)
    let top = FileNode(json, list: list).fields(["ruleset", "cases"])
    var names: Set<String> = []
    let cases = top["cases"].someItems().map { item in
      let decoded = decode(item)
      if !names.insert(decoded.name).inserted { item.fail(.repeated(decoded.name)) }
      return decoded
    }
    let caseFile = CaseFile(file: file, ruleSetID: top["ruleset"].text(), cases: cases)
    if !list.faults.isEmpty { throw RuleFaults(faults: list.faults) }
    return caseFile
  }

  private static func decode(_ node: FileNode) -> RuleCase {
    let fields = node.fields(["name", "why", "clauses", "asOf", "roster", "entries", "expect"])
    return RuleCase(
      name: fields["name"].text(), why: fields["why"].text(), clauses: fields["clauses"].texts(),
      asOf: fields["asOf"].isNull ? nil : fields["asOf"].date(),
      roster: fields["roster"].isNull ? nil : cells(fields["roster"], of: rosterFields),
      entries: fields["entries"].items().map { cells($0, of: recordFields) },
      expected: expected(fields["expect"]), line: node.value?.line ?? 0)
  }

  /// The key of the person is filled in by the runner.
  private static let recordFields = (Field.records + Field.forms).filter { $0 != .personID }
  private static let rosterFields = Field.roster.filter { $0 != .personID }

  private static func cells(_ node: FileNode, of fields: [Field]) -> [RuleCase.Cell] {
    let names = fields.map(\.english)
    let row = node.fields([], optional: names)
    return row.members.compactMap { member in
      guard let index = names.firstIndex(of: member.name) else { return nil }
      guard let text = member.value.text else {
        _ = row[member.name].text()
        return nil
      }
      return RuleCase.Cell(field: fields[index], text: text)
    }
  }

  private static func expected(_ node: FileNode) -> RuleCase.Expected {
    let fields = node.fields(
      ["verdict", "required", "credited", "ifApproved", "shortfall", "findings", "entries"],
      optional: ["application", "title", "deadlines"])
    return RuleCase.Expected(
      verdict: fields["verdict"].word(of: Verdict.allCases, \.code) ?? .short,
      required: hours(fields["required"]), credited: hours(fields["credited"]),
      ifApproved: hours(fields["ifApproved"]), shortfall: hours(fields["shortfall"]),
      findings: fields["findings"].items().compactMap { $0.word(of: FindingCode.allCases, \.code) },
      entries: fields["entries"].items().map(entry),
      application: fields.has("application") ? fields["application"].texts() : nil,
      title: fields.has("title") ? title(fields["title"]) : nil,
      deadlines: fields.has("deadlines") ? fields["deadlines"].texts() : nil)
  }

  private static func title(_ node: FileNode) -> RuleCase.ExpectedTitle {
    let fields = node.fields(["verdict", "missing", "findings"])
    return RuleCase.ExpectedTitle(
      verdict: fields["verdict"].word(of: Verdict.allCases, \.code) ?? .short,
      missing: fields["missing"].texts(), findings: fields["findings"].texts())
  }

  private static func hours(_ node: FileNode) -> RuleCase.ExpectedHours {
    let names = ["public", "professional", "total", "publicCompulsory", "publicElective"]
    // Requirements of the rule set's own have keys of its choice; one that it has not is a mismatch of the case.
    let own = (node.value?.members ?? []).map(\.name).filter { !names.contains($0) }
    let fields = node.fields([], optional: names + own)
    return RuleCase.ExpectedHours(parts: (names + own).filter(fields.has).map { ($0, fields[$0].hours()) })
  }

  private static func entry(_ node: FileNode) -> RuleCase.ExpectedEntry {
    let fields = node.fields(["row", "subject", "worth", "credited", "state", "reasons", "losses"])
    let states: [EntryState] = [.confirmed, .pending, .rejected]
    return RuleCase.ExpectedEntry(
      row: fields["row"].wholeNumber(in: 1...100_000),
      subject: fields["subject"].isNull ? nil : fields["subject"].coded(Subject.self),
      worth: fields["worth"].hours(), credited: fields["credited"].hours(),
      state: fields["state"].word(of: states, \.code) ?? .confirmed,
      reasons: fields["reasons"].items().compactMap { $0.word(of: PendingReason.allCases, \.code) },
      losses: fields["losses"].items().map { item in
        let fields = item.fields(["reason", "hours"], optional: ["clause"])
        return RuleCase.ExpectedLoss(
          reason: fields["reason"].word(of: LossReason.allCases, \.code) ?? .duplicate,
          hours: fields["hours"].hours(), clause: fields.has("clause") ? fields["clause"].text() : nil)
      })
  }
}

extension FileNode {
  /// Whether this is JSON's null.
  var isNull: Bool { value?.kind == .null }

  /// The thing that this word is the code of; nil, with a fault, for any other.
  func word<T>(of things: [T], _ code: (T) -> String) -> T? {
    let codes = things.map(code)
    return word(among: codes).flatMap { codes.firstIndex(of: $0) }.map { things[$0] }
  }
}
