/// Says of the rows of files what they are to a ledger: there already, new, a change of what is there, or void there.
///
/// A row is compared with every form that an entry ever had, void ones too: what was settled stays settled. Equal rows
/// are counted: as many are new as the file has more than the ledger, if one of those counts as it stands. A row that
/// equals none is a change of an entry if it is probably the same activity (Judging: The same activity twice) and no row
/// of the file equals that form.
struct ImportMatching {
  /// What a row is to the ledger.
  enum Outcome: UInt8 {
    case new, present, changed, void
  }

  /// What was found for a row.
  struct Finding {
    var outcome = Outcome.new
    /// What stands in the entry's place now; for a void one, the last form that it had.
    var entry: LedgerEntryID?
    /// The form that the row equals, or is a change of.
    var form: LedgerEntryID?
  }

  /// A row that differs from the form of an entry that it is about.
  struct Change {
    var row: Int
    /// The place of the form in `forms`.
    var form: Int
    var differs: FieldSet
  }

  /// A form of an entry that some row may be about.
  struct Form {
    var id: LedgerEntryID
    /// Where its line lies.
    var text: LineText
    var range: Range<Int>
    /// What stands in its place now.
    var entry: LedgerEntryID
    var isVoid: Bool
    /// The status that an approval gave to what stands in its place.
    var approved: ReviewStatus?
    fileprivate var rowKey: UInt32?
    fileprivate var aspects: RowAspects
  }

  private(set) var forms: [Form] = []
  /// For each gist the forms that have it.
  private var formsOfGist: [UInt32: [Int]] = [:]
  private let gists: KeyTable
  private let chains: LedgerChains
  /// For each key the rows of the ledger that have it: those that stand as they are first, void ones last.
  private let known: RowsByKey
  /// The same for rows taken from files before this one.
  private var taken: [UInt32: [LedgerEntryID]] = [:]
  /// Entries that a row of a file before this one took the place of, and what stands there now.
  private var replaced: [LedgerEntryID: LedgerEntryID] = [:]
  private var revived: Set<LedgerEntryID> = []
  private let keyCount: Int
  private let wishes: ImportWishes

  /// - Parameters:
  ///   - known: what equals one of the rows to be imported.
  ///   - candidates: what may be about the same as one of them.
  ///   - gists: the keys of what the rows are about.
  init(
    rows: KeyTable, known: [KnownRow], gists: KeyTable, candidates: [CandidateRow], _ chains: LedgerChains,
    _ wishes: ImportWishes
  ) {
    self.gists = gists
    self.chains = chains
    self.wishes = wishes
    keyCount = rows.count
    self.known = RowsByKey(known, keys: rows.count, chains)
    for row in candidates {
      let bytes = row.text.bytes(row.range)
      let end = chains.end(of: row.id)
      add(
        Form(
          id: row.id, text: row.text, range: row.range, entry: end, isVoid: chains.isVoid(end),
          approved: chains.approved(end), rowKey: rows.find(LedgerRowFacts.key(bytes)),
          aspects: RowAspects(LedgerLineCells(bytes), year: row.id.year)),
        gists: row.keys)
    }
  }

  private mutating func add(_ form: Form, gists: [UInt32]) {
    for gist in gists { formsOfGist[gist, default: []].append(forms.count) }
    forms.append(form)
  }

  // MARK: Matching

  /// Says of the rows of the next file what they are.
  mutating func match(_ source: ImportedFile) -> (findings: [Finding], changes: [Change]) {
    let rowKeys = source.rowKeys
    var findings = [Finding](repeating: Finding(), count: source.rows.count)
    // There is nothing to compare with.
    if keyCount == 0 { return (findings, []) }
    var used = [UInt32](repeating: 0, count: keyCount)
    var open: [Int] = []
    for row in source.rows.indices {
      let key = rowKeys[row]
      let fromLedger = known.rows(of: key)
      let fromFiles = taken.isEmpty ? [] : taken[key] ?? []
      if fromLedger.isEmpty, fromFiles.isEmpty {
        open.append(row)
        continue
      }
      let place = Int(used[Int(key)])
      used[Int(key)] += 1
      if place < fromLedger.count + fromFiles.count {
        findings[row] = finding(
          place < fromLedger.count
            ? fromLedger[fromLedger.startIndex + place] : fromFiles[place - fromLedger.count])
      } else if let settled = settled(fromLedger, fromFiles) {
        findings[row] = finding(settled)
      } else {
        open.append(row)
      }
    }
    var changes: [Change] = []
    if !forms.isEmpty {
      var pairing = ImportPairing(forms, source, wishes)
      // A form of which the file has a row is that row's.
      for (place, form) in forms.enumerated() where isClaimed(form, used) { pairing.claim(place) }
      changes = pairing.pair(open) { row in candidates(row, source) }
      for row in pairing.equal { findings[row.row] = finding(forms[row.form].id) }
      for change in changes {
        let form = forms[change.form]
        findings[change.row] = Finding(
          outcome: form.isVoid ? .void : .changed, entry: form.entry, form: form.id)
      }
    }
    return (findings, changes)
  }

  /// What a row is that equals a form of an entry.
  private func finding(_ form: LedgerEntryID) -> Finding {
    let end = end(of: form)
    return Finding(outcome: isVoid(end) ? .void : .present, entry: end, form: form)
  }

  /// The form that rows beyond those that the ledger has belong to as well, unless one of them counts as it stands.
  private func settled(
    _ fromLedger: ArraySlice<LedgerEntryID>, _ fromFiles: [LedgerEntryID]
  ) -> LedgerEntryID? {
    let all = Array(fromLedger) + fromFiles
    return all.contains { end(of: $0) == $0 && !isVoid($0) } ? nil : all.last
  }

  private func end(of form: LedgerEntryID) -> LedgerEntryID {
    var end = chains.end(of: form)
    while let later = replaced[end] { end = later }
    return end
  }

  private func isVoid(_ end: LedgerEntryID) -> Bool { chains.isVoid(end) && !revived.contains(end) }

  private func isClaimed(_ form: Form, _ used: [UInt32]) -> Bool {
    guard let key = form.rowKey else { return false }
    let count = Int(used[Int(key)])
    let fromLedger = known.rows(of: key)
    if let place = fromLedger.firstIndex(of: form.id) { return place - fromLedger.startIndex < count }
    if let place = taken[key]?.firstIndex(of: form.id) { return place + fromLedger.count < count }
    return false
  }

  /// The forms that a row may be about, in the order in which they came.
  private func candidates(_ row: Int, _ source: ImportedFile) -> (aspects: RowAspects, forms: [Int]) {
    source.withText(of: source.rows[row]) { line in
      let aspects = RowAspects(LedgerLineCells(line), year: Int(source.rows[row].year))
      var found: [Int] = []
      for key in aspects.keys(LedgerRowFacts.person(line)) {
        if let gist = gists.find(key), let forms = formsOfGist[gist] { found += forms }
      }
      return (aspects, found.count < 2 ? found : Array(Set(found)).sorted())
    }
  }

  // MARK: Files that come after another one

  /// Notes that a row has been taken as an entry, if files come after this one.
  mutating func take(_ row: Int, of source: ImportedFile, as id: LedgerEntryID) {
    let key = source.rowKeys[row]
    taken[key, default: []].append(id)
    let facts = source.rows[row]
    guard let text = source.pages[Int(facts.page)] else { return }
    let (aspects, keys) = source.withText(of: facts) { line in
      let aspects = RowAspects(LedgerLineCells(line), year: Int(facts.year))
      return (aspects, aspects.keys(LedgerRowFacts.person(line)).compactMap(gists.find))
    }
    let range = facts.text.lowerBound..<facts.text.upperBound - 1
    add(
      Form(
        id: id, text: text, range: range, entry: id, isVoid: false, approved: nil, rowKey: key,
        aspects: aspects), gists: keys)
  }

  /// Notes that an entry counts again, or that another one has taken its place.
  mutating func settle(_ entry: LedgerEntryID, as new: LedgerEntryID, approved: ReviewStatus?) {
    if new == entry { revived.insert(entry) } else { replaced[entry] = new }
    for place in forms.indices where forms[place].entry == entry || forms[place].id == new {
      forms[place].entry = new
      forms[place].isVoid = false
      forms[place].approved = approved
    }
  }
}

extension ImportMatching.Form {
  /// Whether a row is probably the same activity.
  func isAboutTheSame(as row: RowAspects) -> Bool { aspects.isAboutTheSame(as: row) }
}

/// The rows of a ledger by the number of their key.
private struct RowsByKey {
  private let starts: [UInt32]
  private let ids: [LedgerEntryID]

  init(_ rows: [KnownRow], keys: Int, _ chains: LedgerChains) {
    if rows.isEmpty {
      (starts, ids) = ([], [])
      return
    }
    var starts = [UInt32](repeating: 0, count: keys + 2)
    for row in rows { starts[Int(row.key) + 2] += 1 }
    for key in 2..<starts.count { starts[key] += starts[key - 1] }
    guard let some = rows.first?.id else {
      (self.starts, ids) = ([], [])
      return
    }
    var ids = [LedgerEntryID](repeating: some, count: rows.count)
    for row in rows {
      ids[Int(starts[Int(row.key) + 1])] = row.id
      starts[Int(row.key) + 1] += 1
    }
    starts.removeLast()
    for key in 0..<keys where starts[key + 1] - starts[key] > 1 {
      let range = Int(starts[key])..<Int(starts[key + 1])
      ids[range].sort { (RowsByKey.rank($0, chains), $0) < (RowsByKey.rank($1, chains), $1) }
    }
    self.starts = starts
    self.ids = ids
  }

  private static func rank(_ id: LedgerEntryID, _ chains: LedgerChains) -> Int {
    let end = chains.end(of: id)
    return chains.isVoid(end) ? 2 : end == id ? 0 : 1
  }

  /// The rows that have a key.
  func rows(of key: UInt32) -> ArraySlice<LedgerEntryID> {
    if ids.isEmpty { return [] }
    return ids[Int(starts[Int(key)])..<Int(starts[Int(key) + 1])]
  }
}
