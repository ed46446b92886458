/// What became of an entry, or of one subject of an assignment (Judging): its worth is credited or lost, to the last
/// hundredth.
public struct EntryResult: Sendable, Hashable, Codable {
  /// The entry.
  public let entry: Entry
  /// The subject that it counts for; nil for a leave.
  public let subject: Subject?
  /// What it would bring with no limit.
  public let worth: Hours
  /// What it brings.
  public let credited: Hours
  /// Whether it is confirmed, pending or rejected.
  public let state: EntryState
  /// Why it is pending; empty unless it is.
  public let reasons: [PendingReason]
  /// In the order in which they were taken away; together with what is credited they are the worth.
  public let losses: [Loss]
  /// The clause that recognizes the activity; for a rejected category the one that lists what is recognized.
  public let clause: RuleSet.Clause.ID?
  /// The file that the entry came from; nil for a typed one.
  public let file: String?
  /// The physical line on which it starts; nil for a typed one.
  public let line: Int?

  /// Nil for a row without a category, which is never judged.
  init?(_ result: RowResult, _ row: EntryRow, _ records: Records, _ rules: RuleSet) {
    guard let entry = Entry(row, records) else { return nil }
    (self.entry, subject, worth, credited) = (entry, result.subject, result.worth, result.credited)
    (state, reasons) = (result.state, result.reasons.words)
    losses = result.losses.map { Loss($0, rules) }
    clause = rules.place(result.clause)
    let path = records.files[safe: Int(row.file)]?.path ?? ""
    file = path.isEmpty ? nil : path
    line = path.isEmpty ? nil : Int(row.line)
  }
}
