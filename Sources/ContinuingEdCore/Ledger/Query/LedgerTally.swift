/// A ledger at a glance, counted while its entries are passed once.
public struct LedgerTally: Sendable {
  /// What there is of a credit year.
  public struct Year: Sendable {
    /// Entries that count.
    public var current = 0
    /// Entries that were made to count no more.
    public var void = 0
    /// Entries in whose place a correction stands.
    public var replaced = 0
    /// Current entries by review status.
    public var statuses: [ReviewStatus?: Int] = [:]

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
  public private(set) var years: [Int: Year] = [:]
  /// Who has current entries.
  private var people = TextPlaces()

  init() {}

  /// Counts an entry.
  mutating func count(_ year: Int, _ fate: LedgerFate, _ status: ReviewStatus?, _ cells: EntryCells) {
    years[year, default: Year()].count(fate, status)
    if fate == .current { cells.withBytes(.personID) { _ = people.place(of: $0) } }
  }

  /// How many people have current entries.
  public var peopleWithEntries: Int { people.count }

  /// All years together.
  public var all: Year {
    years.values.reduce(into: Year()) { sum, year in
      sum.current += year.current
      sum.void += year.void
      sum.replaced += year.replaced
      sum.statuses.merge(year.statuses) { $0 + $1 }
    }
  }
}
