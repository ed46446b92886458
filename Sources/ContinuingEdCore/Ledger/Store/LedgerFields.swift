extension Field {
  /// The columns of a records file that a ledger keeps, in the contract's order.
  package static let kept: [Field] = records.flatMap { $0 == .result ? [.result] + forms : [$0] }

  /// For each field by raw value its place among those that are kept; −1 for others.
  static let keptPlaces: [Int] = allCases.map { field in kept.firstIndex(of: field) ?? -1 }
}
