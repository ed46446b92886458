/// Finds for the rows of a file the forms of entries that they are changes of: those that differ least.
struct ImportPairing {
  private let forms: [ImportMatching.Form]
  private let source: ImportedFile
  private let wishes: ImportWishes
  /// Whether a row has been found for a form, or for another form of its entry.
  private var claimed: Set<LedgerEntryID> = []
  /// The rows that differ from a form in nothing but a status that an approval gave since.
  private(set) var equal: [(row: Int, form: Int)] = []

  private typealias Pair = (row: Int, form: Int, differs: FieldSet)

  /// A row is compared with so many forms at most; of more that are alike, those are taken that stand where it stands.
  private static let mostForms = 64

  /// - Parameter wishes: rows equal to one that is a change are rows of their own if it is taken, and left out with it
  ///   if not.
  init(_ forms: [ImportMatching.Form], _ source: ImportedFile, _ wishes: ImportWishes) {
    self.forms = forms
    self.source = source
    self.wishes = wishes
  }

  /// Leaves the entry of a form to another row.
  mutating func claim(_ form: Int) { claimed.insert(forms[form].entry) }

  /// Finds the changes among some rows, in their order.
  mutating func pair(
    _ rows: [Int], _ candidates: (Int) -> (aspects: RowAspects, forms: [Int])
  ) -> [ImportMatching.Change] {
    var pairs: [Pair] = []
    // How many rows have been compared with the forms that begin with this one.
    var ranks: [Int: Int] = [:]
    for row in rows {
      let (aspects, all) = candidates(row)
      let free = all.filter { !claimed.contains(forms[$0].entry) && forms[$0].isAboutTheSame(as: aspects) }
      guard let first = free.first else { continue }
      let rank = ranks[first, default: 0]
      ranks[first] = rank + 1
      let start = max(0, min(rank - ImportPairing.mostForms / 2, free.count - ImportPairing.mostForms))
      for form in free[start..<min(free.count, start + ImportPairing.mostForms)] {
        pairs.append((row, form, differences(row, forms[form])))
      }
    }
    // Not stable, so the order of rows and forms is part of what is compared.
    pairs.sort { ($0.differs.count, $0.row, $0.form) < ($1.differs.count, $1.row, $1.form) }
    return choose(pairs, rows)
  }

  private mutating func choose(_ pairs: [Pair], _ rows: [Int]) -> [ImportMatching.Change] {
    var changes: [ImportMatching.Change] = []
    var settled: Set<Int> = []
    var found: [UInt32: ImportMatching.Change] = [:]
    for pair in pairs where !settled.contains(pair.row) && !claimed.contains(forms[pair.form].entry) {
      claimed.insert(forms[pair.form].entry)
      settled.insert(pair.row)
      if pair.differs.isEmpty {
        equal.append((pair.row, pair.form))
        continue
      }
      let change = ImportMatching.Change(row: pair.row, form: pair.form, differs: pair.differs)
      changes.append(change)
      found[source.rowKeys[pair.row]] = change
    }
    for row in rows where !settled.contains(row) {
      guard var change = found[source.rowKeys[row]], !wishes.takes(aChangeOfVoid: forms[change.form].isVoid)
      else { continue }
      change.row = row
      changes.append(change)
    }
    return changes.sorted { $0.row < $1.row }
  }

  /// The columns in which a row differs from a form; a status counts as what an approval made of it, unless another
  /// form has taken its place since.
  private func differences(_ row: Int, _ form: ImportMatching.Form) -> FieldSet {
    source.withText(of: source.rows[row]) { line in
      let (new, old) = (LedgerLineCells(line), LedgerLineCells(form.text.bytes(form.range)))
      var differs = FieldSet()
      for field in Field.kept where !new.agrees(field, with: old) {
        if field == .status, form.id == form.entry, let approved = form.approved,
          new.raw(.status).elementsEqual(approved.code.utf8)
        {
          // The row says what an approval has said.
          continue
        }
        differs.insert(field)
      }
      return differs
    }
  }
}
