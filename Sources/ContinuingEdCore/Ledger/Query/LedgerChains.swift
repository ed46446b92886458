/// Which entries corrections connect: an entry and all forms that it ever had.
struct LedgerChains {
  private var next: [LedgerEntryID: LedgerEntryID] = [:]
  private let effects: LedgerEffects

  /// The chains that a journal's corrections make.
  init(_ lines: JournalLines, _ effects: LedgerEffects) {
    self.effects = effects
    for index in lines.indices {
      let change = lines.change(at: index)
      guard change.action == .correct, let old = change.entry, let new = change.replacedBy else { continue }
      next[old] = new
    }
  }

  /// The entry that stands in the place of another one now, which is the same if nothing does.
  func end(of entry: LedgerEntryID) -> LedgerEntryID {
    var (end, steps) = (entry, 0)
    // What replaces an entry is younger, so that no chain of a sound journal leads in a circle.
    while let later = next[end], steps <= next.count {
      end = later
      steps += 1
    }
    return end
  }

  /// Whether what stands in the place of an entry now is void.
  func isVoid(_ end: LedgerEntryID) -> Bool { effects.isGone(end) }

  /// The status that an approval gave to what stands in an entry's place now; nil if its own stands.
  func approved(_ end: LedgerEntryID) -> ReviewStatus? { effects.status(end) }
}
