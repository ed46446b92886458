/// A ledger at a glance, counted while its entries are passed once.
package struct LedgerTally: Sendable {
  /// What there is of a credit year.
  package struct Year: Sendable {
    /// Entries that count.
    package var current = 0
    /// Entries that were made to count no more.
    package var void = 0
    /// Entries in whose place a correction stands.
    package var replaced = 0
    /// Current entries by review status.
    package var statuses: [ReviewStatus?: Int] = [:]

    mutating func count(_ fate: LedgerFate, _ status: ReviewStatus?) {
      switch fate {
      case .current:
        current += 1
        statuses[status, default: 0] += 1
      case .void: void += 1
      case .replaced: replaced += 1
      }
    }
  }

  /// Counts by credit year.
  package private(set) var years: [Int: Year] = [:]
  /// Who has current entries.
  private var people = TextPlaces()

  init() {}

  /// Counts an entry.
  mutating func count(_ year: Int, _ fate: LedgerFate, _ status: ReviewStatus?, _ cells: EntryCells) {
    years[year, default: Year()].count(fate, status)
    if fate == .current { cells.withBytes(.personID) { _ = people.place(of: $0) } }
  }

  /// How many people have current entries.
  package var peopleWithEntries: Int { people.count }

  /// All years together.
  package var all: Year {
    years.values.reduce(into: Year()) { sum, year in
      sum.current += year.current
      sum.void += year.void
      sum.replaced += year.replaced
      sum.statuses.merge(year.statuses) { $0 + $1 }
    }
  }
}
