/// Adding, correcting, voiding, approving: what a change by hand would do to a state of a ledger. Nothing is written
/// here: ``LedgerEdit/work`` is to be committed to that state.
package struct LedgerEdits: Sendable {
  let reading: LedgerReading
  let actor: LedgerActor

  /// Changes of a state by somebody.
  package init(_ reading: LedgerReading, by actor: LedgerActor) {
    (self.reading, self.actor) = (reading, actor)
  }

  /// A line of the journal of the change that comes next.
  func line(_ action: JournalAction, _ entry: LedgerEntryID? = nil, reason: String = "") -> JournalLine {
    var line = actor.line(action, change: reading.journal.nextID)
    (line.entry, line.reason) = (entry, reason)
    return line
  }

  /// Entries that a change may refer to: they are there, and they count.
  ///
  /// - Throws: ``LedgerFailure/noSuchEntry(_:)`` and ``LedgerFailure/gone(_:_:)`` for the first that is not.
  package func current(_ ids: [LedgerEntryID]) throws(LedgerFailure) -> [ShownEntry] {
    let found = try reading.entries(ids)
    for entry in found where entry.fate != .current { throw .gone(entry.id, entry.fate) }
    return found
  }

  // MARK: Voiding and approving

  /// Makes entries count no more.
  package func void(_ ids: [LedgerEntryID], reason: String) throws(LedgerFailure) -> LedgerEdit {
    let lines = try current(ids).map { line(.void, $0.id, reason: reason) }
    return LedgerEdit(work: LedgerWork(lines))
  }

  /// Gives entries a review status; those that have it are left alone.
  package func approve(
    _ entries: [(id: LedgerEntryID, status: ReviewStatus?)], as status: ReviewStatus, reason: String
  ) -> LedgerEdit {
    let lines = entries.filter { $0.status != status }.map { entry in
      var line = self.line(.approve, entry.id, reason: reason)
      line.status = status
      return line
    }
    return LedgerEdit(work: LedgerWork(lines))
  }

  // MARK: Correcting

  /// Puts rows with other values in some columns in the places of entries, in one change.
  ///
  /// The status stays where an approval covers what is left (`ApprovalScope`), unless it is one of the values.
  /// - Throws: ``LedgerFailure/impossible(_:)`` if a row can't be used, or says the same; the first such entry is named.
  package func correct(
    _ entries: [ShownEntry], _ values: [Field: String], reason: String
  ) throws(LedgerFailure) -> LedgerEdit {
    var rows = NewRows(reading)
    var edit = LedgerEdit()
    var approvals: [JournalLine] = []
    for old in entries {
      let row = try corrected(old, values)
      let new = try rows.add(row)
      var line = self.line(.correct, old.id, reason: reason)
      line.replacedBy = new
      edit.work.lines.append(line)
      guard let approved = reading.effects.status(old.id), values[.status] == nil else { continue }
      let changed = Field.kept.filter { old[$0] != row.cells[$0] ?? "" }
      if ApprovalScope.holds(changed, { (old[$0], row.cells[$0] ?? "") }) {
        var line = self.line(.approve, new, reason: reason)
        line.status = approved
        approvals.append(line)
      } else {
        let now = row.cells[.status].flatMap(ReviewStatus.init(code:))
        if approved != .rejected, approved != now {
          edit.unverified.append(
            .init(entry: new, hours: row.cells[.hours] ?? "", was: approved, now: now))
        }
      }
    }
    if edit.work.lines.isEmpty { return edit }
    edit.work.lines[0].added = rows.counts
    edit.work.lines += approvals
    edit.work.additions = rows.additions
    return edit
  }

  private func corrected(_ old: ShownEntry, _ values: [Field: String]) throws(LedgerFailure) -> StoredRow {
    var draft = EntryDraft(old.cells.mapValues(StoredRow.guarded))
    let before = try stored(draft)
    for (field, value) in values { draft.cells[field] = value }
    guard let row = try stored(draft) else { throw .impossible(.unusable(draft, entry: old.id)) }
    // A status that is given stands in the place of the one that an approval gave, even if the row said so before.
    let setsStatus =
      values[.status] != nil && row.cells[.status].flatMap(ReviewStatus.init(code:)) != old.status
    if row == before, !setsStatus { throw .impossible(.saysSoAlready(old.id)) }
    return row
  }

  private func stored(_ draft: EntryDraft) throws(LedgerFailure) -> StoredRow? {
    do throws(ImportError) {
      return try draft.stored()
    } catch {
      throw .unreadable(error)
    }
  }

  // MARK: Adding

  /// Adds entries, in one change. One that is there already is left out, and so is one that is void, unless it is to
  /// count again.
  package func add(_ drafts: [EntryDraft], revives: Bool = false) throws(LedgerFailure) -> LedgerEdit {
    var rows = NewRows(reading)
    var edit = LedgerEdit()
    for draft in drafts {
      guard let row = try stored(draft) else { throw .impossible(.unusable(draft, entry: nil)) }
      switch try known(row) {
      case .present(let entry): edit.present.append(entry)
      case .void(let entry):
        if revives {
          edit.work.lines.append(line(.revive, entry))
        } else {
          edit.void.append(entry)
        }
      case .similar(let entry):
        edit.similar.append(entry)
        edit.added.append(try rows.add(row))
      case .new: edit.added.append(try rows.add(row))
      }
    }
    if !edit.added.isEmpty {
      var line = self.line(.add)
      line.added = rows.counts
      edit.work.lines.insert(line, at: 0)
      edit.work.additions = rows.additions
    }
    return edit
  }

  /// What a row is to the ledger.
  private enum Known {
    case new
    case present(LedgerEntryID)
    case void(LedgerEntryID)
    case similar(LedgerEntryID)
  }

  /// Columns that say nothing of what was done: a void entry does not come back because one of them changed.
  private static let aside: Set<Field> = [.status, .note, .name, .unit]

  /// What the ledger has of a row: an entry that says, or once said, the same, or one about the same.
  private func known(_ row: StoredRow) throws(LedgerFailure) -> Known {
    let chains = LedgerChains(reading.journal.lines, reading.effects)
    let aspects = row.withLine { RowAspects($0, year: row.year) }
    var filter = LedgerFilter()
    filter.people = [row.cells[.personID] ?? ""]
    var found: (rank: Int, known: Known) = (9, .new)
    try reading.each(filter, evenGone: true) { entry in
      let end = chains.end(of: entry.id)
      let differs = Field.kept.filter { entry[$0] != row.cells[$0] ?? "" }
      let isSettled = Set(differs).isSubset(of: LedgerEdits.aside)
      func take(_ rank: Int, _ known: Known) {
        if rank < found.rank { found = (rank, known) }
      }
      if differs.isEmpty {
        take(chains.isVoid(end) ? 1 : 0, chains.isVoid(end) ? .void(end) : .present(end))
      } else if chains.isVoid(end) {
        if isSettled { take(2, .void(end)) }
      } else if end == entry.id {
        let about = try? EntryDraft(entry.cells.mapValues(StoredRow.guarded)).stored()
        if let about, about.withLine({ RowAspects($0, year: about.year) }).isAboutTheSame(as: aspects) {
          take(3, .similar(end))
        }
      }
      return true
    }
    return found.known
  }
}

/// What a change by hand would do.
package struct LedgerEdit: Sendable {
  /// What is to be committed; nothing if nothing is to change.
  package internal(set) var work = LedgerWork()
  /// New entries that stand in no other's place.
  package internal(set) var added: [LedgerEntryID] = []
  /// Entries that say already what was to be added.
  package internal(set) var present: [LedgerEntryID] = []
  /// Void entries that were to be added, and did not come back.
  package internal(set) var void: [LedgerEntryID] = []
  /// Entries that are probably the same activity as one that was added.
  package internal(set) var similar: [LedgerEntryID] = []
  /// Hours that an approval no longer covers.
  package internal(set) var unverified: [LedgerImportResult.Unverified] = []

  init(work: LedgerWork = LedgerWork()) { self.work = work }
}

/// Why a change can't be made with the entries as they are.
package enum LedgerRefusal: Error, Sendable {
  /// What was typed can't be used; of a correction with the entry.
  case unusable(EntryDraft, entry: LedgerEntryID?)
  /// The entry says so already.
  case saysSoAlready(LedgerEntryID)
  /// The file of a year has no more numbers.
  case yearIsFull(Int)
  /// The ledger knows nobody with this number.
  case unknownPerson(String)
  /// The two numbers are one.
  case samePerson(String)
  /// The other folder is no copy of this ledger: they have no change in common.
  case unrelated(path: String)
}

extension LedgerRefusal: Equatable {
  package static func == (a: LedgerRefusal, b: LedgerRefusal) -> Bool { "\(a)" == "\(b)" }
}

/// Rows on their way into the files of their years, with the numbers that they get.
struct NewRows {
  private let journal: LedgerJournal
  private var lines: [Int: LedgerLines] = [:]
  /// How many each year gets.
  private(set) var counts: [LedgerFile: Int] = [:]

  init(_ reading: LedgerReading) { journal = reading.journal }

  /// Adds a row and returns its number.
  mutating func add(_ row: StoredRow) throws(LedgerFailure) -> LedgerEntryID {
    let file = LedgerFile.entries(year: row.year)
    let number = (journal.counts[file] ?? 0) + counts[file, default: 0] + 1
    guard let id = LedgerEntryID(year: row.year, number: number) else {
      throw .impossible(.yearIsFull(row.year))
    }
    row.cellsLine.withUnsafeBytes {
      lines[row.year, default: LedgerLines()].append(id, change: journal.nextID, $0)
    }
    counts[file, default: 0] += 1
    return id
  }

  /// The lines of all years.
  var additions: [LedgerAddition] {
    lines.sorted { $0.key < $1.key }.flatMap { $0.value.additions(to: .entries(year: $0.key)) }
  }
}

extension StoredRow {
  /// Calls `body` with the cells of its line.
  func withLine<R>(_ body: (LedgerLineCells) -> R) -> R {
    cellsLine.withUnsafeBytes { body(LedgerLineCells($0)) }
  }
}
