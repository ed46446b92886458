/// Sorts the rows of files into those that a ledger has, those that are new to it, and those that are probably
/// corrections of what it has.
///
/// Rows are counted: of equal rows as many are new as the file has more than the ledger. Void and replaced entries are
/// counted too, so that an old file does not bring them back. A row is probably a correction of an entry if it is about
/// the same (person, category, title, start and end), if that entry counts, and if no row of the file equals it.
struct ImportMatching {
  /// What becomes of a row.
  enum Outcome: UInt8 {
    case present, new, changed
  }

  /// A row that is probably a correction.
  struct Change {
    var row: Int
    /// The place of the entry in `entries`.
    var entry: Int
    var differs: FieldSet
  }

  /// An entry that counts and that some row is about.
  struct KnownEntry {
    var id: LedgerEntryID
    var facts: LedgerRowFacts
    /// Where its line lies.
    var text: LineText
    /// The number of its key; nil if no row of any file has it.
    var rowKey: UInt32?
    /// The status in the place of its own.
    var approved: ReviewStatus?
    fileprivate(set) var isGone = false
    /// The file in which a row was found for it last.
    fileprivate var claimedBy = -1
    /// The next entry about the same; −1 is none.
    fileprivate var next: Int32 = -1
  }

  private(set) var entries: [KnownEntry] = []
  /// For each gist the first entry with it; −1 is none.
  private var heads: [Int32]
  /// For each key how many entries have it, and how many rows of the file at hand.
  private var have: [UInt32]
  private var used: [UInt32]
  private let keepsDuplicates: Bool
  private var file = -1

  /// - Parameter acceptsChanges: whether a correction that is found will be made. If it will not, rows that equal it are
  ///   left out with it.
  init(_ probe: LedgerProbe, _ scan: LedgerScan, _ effects: LedgerEffects, acceptsChanges: Bool) {
    heads = [Int32](repeating: -1, count: probe.gists.count)
    have = scan.counts
    used = [UInt32](repeating: 0, count: probe.rows.count)
    keepsDuplicates = acceptsChanges
    // Put in front of each other, so the last comes first.
    for candidate in scan.candidates.sorted(by: { $0.id > $1.id }) where !effects.isGone(candidate.id) {
      add(
        KnownEntry(
          id: candidate.id, facts: candidate.facts, text: candidate.text,
          rowKey: probe.rows.find(candidate.facts.keys.row), approved: effects.status(candidate.id)),
        gist: candidate.gist)
    }
  }

  private mutating func add(_ entry: KnownEntry, gist: UInt32) {
    var entry = entry
    entry.next = heads[Int(gist)]
    heads[Int(gist)] = Int32(truncatingIfNeeded: entries.count)
    entries.append(entry)
  }

  /// Sorts the rows of the next file.
  mutating func match(_ source: ImportedFile) -> (outcomes: [Outcome], changes: [Change]) {
    file += 1
    var outcomes = [Outcome](repeating: .new, count: source.rows.count)
    var open: [(gist: UInt32, row: Int)] = []
    for row in source.rows.indices {
      let key = Int(source.rowKeys[row])
      used[key] += 1
      if used[key] <= have[key] {
        outcomes[row] = .present
      } else if heads[Int(source.gists[row])] >= 0 {
        open.append((source.gists[row], row))
      }
    }
    open.sort { ($0.gist, $0.row) < ($1.gist, $1.row) }
    var changes: [Change] = []
    var start = 0
    while start < open.count {
      var end = start + 1
      while end < open.count, open[end].gist == open[start].gist { end += 1 }
      pair(open[start..<end].map(\.row), gist: open[start].gist, source, &outcomes, &changes)
      start = end
    }
    for key in source.rowKeys { used[Int(key)] = 0 }
    changes.sort { $0.row < $1.row }
    return (outcomes, changes)
  }

  /// Notes that a row has been taken as an entry, if files come after this one.
  mutating func take(_ row: Int, of source: ImportedFile, as id: LedgerEntryID) {
    let facts = source.rows[row]
    have[Int(source.rowKeys[row])] += 1
    guard let text = source.pages[Int(facts.page)] else { return }
    add(
      KnownEntry(id: id, facts: facts, text: text, rowKey: source.rowKeys[row], approved: nil),
      gist: source.gists[row])
  }

  /// Notes that an entry has been corrected.
  mutating func retire(_ entry: Int) { entries[entry].isGone = true }

  // MARK: Pairing

  /// So many pairs of one gist are compared with each other; beyond that they are taken in order.
  private static let mostPairs = 4096

  /// Finds for some rows about the same the entries that they are probably corrections of: those that differ least.
  private mutating func pair(
    _ rows: [Int], gist: UInt32, _ source: ImportedFile, _ outcomes: inout [Outcome],
    _ changes: inout [Change]
  ) {
    var known: [Int] = []
    var next = heads[Int(gist)]
    while next >= 0 {
      let entry = entries[Int(next)]
      // The file has this entry as it is.
      let isThere = entry.rowKey.map { used[Int($0)] > 0 } ?? false
      if !entry.isGone, !isThere { known.append(Int(next)) }
      next = entry.next
    }
    if known.isEmpty { return }
    var pairs: [(row: Int, entry: Int, differs: FieldSet)] = []
    if rows.count * known.count <= ImportMatching.mostPairs {
      for row in rows {
        for entry in known {
          if let differs = differences(row, source, entries[entry]) { pairs.append((row, entry, differs)) }
        }
      }
      // Not stable, so the order of rows and entries is part of what is compared.
      pairs.sort { ($0.differs.count, $0.row, $0.entry) < ($1.differs.count, $1.row, $1.entry) }
    } else {
      for (row, entry) in zip(rows, known) {
        if let differs = differences(row, source, entries[entry]) { pairs.append((row, entry, differs)) }
      }
    }
    var found: [UInt32: Change] = [:]
    for pair in pairs where outcomes[pair.row] == .new && entries[pair.entry].claimedBy != file {
      entries[pair.entry].claimedBy = file
      if pair.differs.isEmpty {
        outcomes[pair.row] = .present
      } else {
        let change = Change(row: pair.row, entry: pair.entry, differs: pair.differs)
        outcomes[pair.row] = .changed
        changes.append(change)
        if rows.count > 1, !keepsDuplicates { found[source.rowKeys[pair.row]] = change }
      }
    }
    for row in rows where outcomes[row] == .new {
      guard var change = found[source.rowKeys[row]] else { continue }
      change.row = row
      outcomes[row] = .changed
      changes.append(change)
    }
  }

  /// The columns in which a row differs from an entry; nil if they are not about the same after all.
  private func differences(_ row: Int, _ source: ImportedFile, _ entry: KnownEntry) -> FieldSet? {
    let facts = source.rows[row]
    guard facts.category == entry.facts.category, facts.start == entry.facts.start,
      facts.end == entry.facts.end
    else { return nil }
    return source.withText(of: facts) { line -> FieldSet? in
      let (new, old) = (LedgerLineCells(line), LedgerLineCells(entry.text.bytes(entry.facts.text)))
      guard new.agrees(.personID, with: old), new.agrees(.title, with: old) else { return nil }
      var differs = FieldSet()
      for field in Field.records where !new.agrees(field, with: old) {
        if field == .status, let approved = entry.approved {
          // The row says what an approval has said.
          var word = approved.code
          if word.withUTF8({ LedgerLineCells.areEqual(UnsafeRawBufferPointer($0), new.raw(.status)) }) {
            continue
          }
        }
        differs.insert(field)
      }
      return differs
    }
  }
}
