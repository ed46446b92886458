/// Looks at evidence that rows of several people name (Problems: Codes of warnings; same-evidence): one warning for
/// each, at the last row that counts and to which another one of somebody else with another title belongs.
struct EvidenceAudit {
  private let records: Records
  private let evaluator: Evaluator
  private(set) var warnings = ProblemList()

  /// - Parameter evaluator: one that does not audit.
  init(_ records: Records, _ evaluator: Evaluator) {
    (self.records, self.evaluator) = (records, evaluator)
  }

  /// Looks at one.
  mutating func look(at shared: SharedEvidence) {
    // Most rows count, so a few of the last ones tell all.
    var counts = [Bool?](repeating: nil, count: shared.rows.count)
    func counting(_ index: Int) -> Bool {
      if let known = counts[index] { return known }
      let row = shared.rows[index]
      let person = Int(row.person)
      let place = records.entries.place(ofLine: row.line, file: row.file, of: person)
      let does = place.map { !evaluator.isRejected($0, of: person) } ?? false
      counts[index] = does
      return does
    }
    for last in shared.rows.indices.reversed() {
      let row = shared.rows[last]
      if row.title == 0 { continue }
      let partner = shared.rows.indices.last { other in
        let other = (index: other, row: shared.rows[other])
        return other.row.person != row.person && other.row.title != row.title && other.row.title != 0
          && counting(last) && counting(other.index)
      }
      guard let partner else { continue }
      warn(row, partner: shared.rows[partner])
      return
    }
  }

  private mutating func warn(_ row: SharedEvidence.Row, partner: SharedEvidence.Row) {
    let columns = records.files[safe: Int(row.file)]?.columns ?? []
    let packed = records.entries.row(ofLine: row.line, file: row.file, of: Int(row.person))
    warnings.append(
      FoundProblem(
        .sameEvidence, file: Int(row.file), line: Int(row.line),
        record: packed.map { records.recordNumbers.number(of: $0) } ?? 0,
        column: columns.firstIndex(of: .evidence).map(ProblemColumn.heading) ?? .absent(.evidence),
        earlier: (Int(partner.file), Int(partner.line))))
  }
}
