/// What a journal's changes have made of the entries.
package struct LedgerEffects: Sendable {
  private let lines: JournalLines
  /// For each year a byte for each entry up to the last that a change refers to: 0 is none, the low bits hold the
  /// status, `gone` the rest.
  private var marks: [Int: [UInt8]] = [:]
  /// For entries that are gone, the place in `lines` of the change.
  private var fates: [LedgerEntryID: Int] = [:]

  private static let gone = RowOverlay.gone

  /// Applies the lines in their order; the first change that makes an entry go is the one that counts.
  init(_ lines: JournalLines) {
    self.lines = lines
    for index in lines.indices {
      let change = lines.change(at: index)
      guard let entry = change.entry else { continue }
      switch change.action {
      case .void, .correct:
        mark(entry) { $0 |= LedgerEffects.gone }
        if fates[entry] == nil { fates[entry] = index }
      case .revive:
        mark(entry) { $0 &= ~LedgerEffects.gone }
        fates[entry] = nil
      case .approve:
        if let status = change.status {
          mark(entry) { $0 = $0 & LedgerEffects.gone | status.rawValue }
        }
      case .import, .add, .people, .samePerson, .merge, .upgrade: break
      }
    }
  }

  private mutating func mark(_ entry: LedgerEntryID, _ change: (inout UInt8) -> Void) {
    let missing = entry.number + 1 - marks[entry.year, default: []].count
    if missing > 0 {
      marks[entry.year, default: []].append(contentsOf: repeatElement(0, count: missing))
    }
    change(&marks[entry.year, default: []][entry.number])
  }

  @inline(__always)
  private func mark(of entry: LedgerEntryID) -> UInt8 {
    guard let year = marks[entry.year], entry.number < year.count else { return 0 }
    return year[entry.number]
  }

  /// What a reader of a year's rows must know; nil if every entry of the year is as its row says.
  func overlay(year: Int) -> RowOverlay? { marks[year].map { RowOverlay(marks: $0) } }

  /// Whether every entry is as its row says.
  package var isEmpty: Bool { marks.isEmpty }

  /// Whether every entry of a year is as its row says.
  package func isEmpty(year: Int) -> Bool { marks[year] == nil }

  /// Whether an entry is void or replaced.
  package func isGone(_ entry: LedgerEntryID) -> Bool { mark(of: entry) & LedgerEffects.gone != 0 }

  /// The status that the last approval gave; nil if the row's own stands.
  package func status(_ entry: LedgerEntryID) -> ReviewStatus? {
    ReviewStatus(rawValue: mark(of: entry) & ~LedgerEffects.gone)
  }

  /// What became of an entry.
  package func fate(_ entry: LedgerEntryID) -> LedgerFate {
    guard let index = fates[entry] else { return .current }
    let line = lines[index]
    return line.action == .void ? .void(line) : .replaced(line)
  }
}

/// What became of an entry.
package enum LedgerFate: Hashable, Sendable {
  /// It counts.
  case current
  /// It counts no more; the line says since when, by whom and why.
  case void(JournalLine)
  /// The line's `replacedBy` stands in its place.
  case replaced(JournalLine)
}
