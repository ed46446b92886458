/// An entry of a ledger as reports show it: its row, and what later changes have made of it.
package struct ShownEntry: Sendable {
  /// The id by which changes refer to it.
  package let id: LedgerEntryID
  /// The change that brought it.
  package let change: Int
  /// What its row says in each of the columns of a records file, in the contract's order.
  private let values: [String]
  /// Whether it counts, and if not, what became of it.
  package let fate: LedgerFate
  /// Its review status after the last approval; nil is blank.
  package let status: ReviewStatus?

  /// An entry with the values of its row, one for each column of a records file.
  init(id: LedgerEntryID, change: Int, values: [String], fate: LedgerFate, status: ReviewStatus?) {
    self.id = id
    self.change = change
    self.values = values
    self.fate = fate
    self.status = status
  }

  /// What its row says; blank columns are not there.
  package var cells: [Field: String] {
    var cells: [Field: String] = [:]
    for field in Field.kept where !self[field].isEmpty { cells[field] = self[field] }
    return cells
  }

  /// What its row says in a column; empty if blank.
  package subscript(field: Field) -> String { values[safe: Field.keptPlaces[Int(field.rawValue)]] ?? "" }

  /// What counts now in a column: the row's own, but for the status.
  package func effective(_ field: Field) -> String {
    field == .status ? status?.code ?? "" : self[field]
  }

  /// The stable word of machine output for what became of it.
  package var state: String {
    switch fate {
    case .current: "current"
    case .void: "void"
    case .replaced: "replaced"
    }
  }

  /// The entry that stands in its place.
  var replacedBy: LedgerEntryID? {
    if case .replaced(let line) = fate { line.replacedBy } else { nil }
  }
}
