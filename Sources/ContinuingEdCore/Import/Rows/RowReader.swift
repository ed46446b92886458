/// Reads the rows of a records file, one after the other: cells become an ``EntryRow``, or problems, or both.
///
/// It allocates nothing for a row but what is kept of it.
struct RowReader: RowConsumer, ~Copyable {
  private(set) var rows = RowStore()
  var people = PersonTable()
  var details = ReadPersonDetails()
  /// Titles, platforms, units and other names.
  var texts = TextInterner()
  var problems = RowProblems()
  /// For each bucket, by its rows in order: the names that are neither blank nor byte for byte the person's first.
  private(set) var otherNames = [[(key: UInt64, name: TextID)]](repeating: [], count: RowStore.buckets)

  /// For each bucket, by its rows in order: the kinds that are kept, among `texts`.
  private(set) var kinds = [[TextID]](repeating: [], count: RowStore.buckets)
  private var titles = TitleMemo()

  /// What only forms show of the rows, its texts among `texts`; nil where nobody asked for it.
  private(set) var formTexts: [ReadFormTexts]?

  /// The IDs that are not on the roster and were taken for those of people on it, and where each stands first.
  var takenForOthers: [[UInt8]: (person: Int, place: ReadPerson.Place)] = [:]

  /// What rows name as evidence by which they might be told from others.
  private(set) var evidence = EvidenceStore()

  /// The modes that were seen, by their hashes, and whether they say 线上.
  var onlineModes: [UInt64: Bool] = [:]

  /// The heading of the names, once one was seen.
  private(set) var nameColumn: Int?

  let keepsTitles: Bool
  let categoriesByWords: UInt32
  private let keepsRows: Bool
  private let overlay: RowOverlay?
  private let fixedAmounts: [UInt32]
  let roster: RosterIndex?
  /// Whether no row of the file can be used.
  let isUnusable: Bool
  let identifiesByName: Bool
  /// The people of whom it was said already that their ID is nearly another one.
  var nearPeople: Set<Int> = []
  var block: UInt32 = 0
  var idScratch: [UInt8] = []
  var fingerprint = Fingerprint()
  let columns: RowColumns
  let memo = CellMemo()
  let months = MonthMemo()
  let masks = ByteMasks.shared
  let edges = CellEdges.shared
  var findings = RowFindings()

  init(_ setup: ReaderSetup, columns: [Int32]) {
    keepsTitles = setup.keepsTitles
    categoriesByWords = setup.categoriesByWords
    formTexts = setup.keepsFormTexts ? [] : nil
    keepsRows = setup.keepsRows
    overlay = setup.overlay
    fixedAmounts = setup.fixedAmounts
    roster = setup.roster
    isUnusable = setup.isUnusable
    identifiesByName = setup.identifiesByName
    self.columns = RowColumns(columns)
  }

  deinit {
    people.deallocate()
    columns.deallocate()
    memo.deallocate()
    months.deallocate()
    findings.deallocate()
    titles.deallocate()
  }

  /// Hands over the memory of the rows.
  mutating func takeRows() -> [UnsafeMutableRawPointer] { rows.takePieces() }

  var rowCount: Int { rows.count }
  var problemCount: Int { problems.list.count }

  /// Turns to a block.
  mutating func begin(block: Int) {
    self.block = UInt32(truncatingIfNeeded: block)
    rows.beginBlock()
  }

  /// Reports a record that can't be split into cells, or that is no row.
  mutating func report(_ code: ProblemCode, as variant: ProblemVariant, line: Int, record: Int) {
    problems.begin(line: line, record: record)
    problems.report(code, as: variant)
  }

  /// Reads a row.
  @inline(__always)
  mutating func read(_ row: Row, line: Int, record: Int) -> RowOutcome {
    var draft = RowDraft()
    return read(row, line: line, record: record, into: &draft)
  }

  /// Reads a row and leaves what it says in `draft`, which is empty.
  @inline(__always)
  mutating func read(_ row: Row, line: Int, record: Int, into draft: inout RowDraft) -> RowOutcome {
    if let overlay, overlay.isGone(row) { return .used }
    problems.begin(line: line, record: record)
    fingerprint = Fingerprint()
    draft.line = problems.line

    readFigures(row, into: &draft)
    if draft.figures.categoryRaw == 0, !row.isCertain {
      problems.takeBack()
      return .doubtful
    }
    draft.person = readPerson(row)
    checkFigures(row, into: &draft)
    let datesAreReadable = readDates(row, into: &draft)
    let yearIsReadable = findings.isReadable(.year)
    checkTime(row, &draft, yearIsReadable: yearIsReadable, datesAreReadable: datesAreReadable)
    readTexts(row, into: &draft)
    problems.checkLengths(row)

    if problems.hasError {
      draft.marks.insert(.unusable)
      let hasDate = draft.start != 0 || draft.end != 0
      if !yearIsReadable || (!draft.figures.hasYear && (!datesAreReadable || !hasDate)) {
        draft.marks.insert(.yearUnknown)
      }
    }
    if let status = overlay?.status(row) { draft.figures.status = status }
    if keepsRows, !draft.isOfNoHours, let person = draft.person { keep(&draft, of: person, row) }
    problems.end()
    return problems.hasError || isUnusable ? .faulty : .used
  }

  /// Without a rule set: what some rule set may fix.
  private static let perhapsFixed: UInt32 = [Category.qualification, .achievement, .competition, .workshop]
    .reduce(0) { $0 | 1 << UInt32($1.rawValue) }

  /// Whether a category's hours must be declared under the rule set of a person; the run's own if nobody is known.
  @inline(never)
  func needsHours(_ category: Category, _ person: Int?) -> Bool {
    if category.neverNeedsHours { return false }
    let ruleSet = person.map { Int(people.people[$0].facts.ruleSet) } ?? 0
    let fixed = ruleSet < fixedAmounts.count ? fixedAmounts[ruleSet] : RowReader.perhapsFixed
    return fixed & 1 << UInt32(category.rawValue) == 0
  }

  /// Stores a row and what it says of its person. The draft is only looked at; it comes in place because a copy would wait
  /// for the stores of what was just read.
  @inline(__always)
  private mutating func keep(_ draft: inout RowDraft, of person: Int, _ row: Row) {
    let facts = people.people.pointer(person)
    facts.pointee.facts.rows &+= 1
    var name = ReadRow.NameState.blank
    if let hash = findings.hash(.name) {
      name = hash == facts.pointee.facts.nameHash ? .same : compareName(row, hash, person)
    }
    if facts.pointee.facts.unit == .empty, let hash = findings.hash(.unit) {
      facts.pointee.facts.unit = texts.intern(row.cell(.unit), hash: hash)
      details.setUnitPlace(place, of: person, facts.pointee.first)
    }
    let topic: RowTopic
    if let typed = findings.hash(.title) {
      let told = told(typed, row)
      topic = told == 0 ? RowTopic(draft, title: typed, .marksOnly) : RowTopic(draft, title: told, .told)
    } else {
      topic = RowTopic(draft, title: 0, .blank)
    }
    var evidenceKey: UInt64 = 0
    if draft.marks.contains(.evidence), let hash = findings.hash(.evidence),
      EvidenceStore.tells(row.cell(.evidence))
    {
      evidenceKey = hash | 1
      keepEvidence(hash, draft, of: person, row)
    }
    if categoriesByWords != 0 { keepWords(&draft, of: Int(facts.pointee.facts.bucket), row) }
    if formTexts != nil { keepFormTexts(draft, row) }
    rows.append(
      ReadRow(
        draft, person: person, all: fingerprint.value, topic: topic, evidence: evidenceKey,
        record: problems.record, name: name),
      bucket: Int(facts.pointee.facts.bucket))
  }

  /// Keeps title and kind of a row whose category a rule set tells apart by words.
  private mutating func keepWords(_ draft: inout RowDraft, of bucket: Int, _ row: Row) {
    guard categoriesByWords & 1 << UInt32(draft.figures.categoryRaw) != 0 else { return }
    if draft.title == .empty, let hash = findings.hash(.title) {
      draft.title = texts.intern(row.cell(.title), hash: hash)
    }
    let kind = row.cell(.kind)
    if kind.count > 0, !CellText.isBlankWord(kind) {
      draft.marks.insert(.kindKept)
      kinds[bucket].append(texts.intern(kind, hash: Mixing.hash(kind)))
    }
  }

  /// Keeps what only forms show of a row that is used.
  @inline(never)
  private mutating func keepFormTexts(_ draft: RowDraft, _ row: Row) {
    if draft.marks.contains(.unusable) { return }
    var kept = FormTexts()
    kept.organizer = keepFormText(.organizer, row)
    kept.place = keepFormText(.place, row)
    kept.exam = keepFormText(.exam, row)
    kept.grade = keepFormText(.grade, row)
    kept.kind = keepText(.kind, row)
    if draft.marks.contains(.filed) { kept.filing = keepText(.filing, row) }
    if draft.marks.contains(.evidence) { kept.evidence = keepText(.evidence, row) }
    kept.mode = keepText(.mode, row)
    kept.note = keepText(.note, row)
    if case .value(let day) = CellParser.day(row.cell(.registeredOn)) { kept.registeredOn = day }
    if draft.start == 0, draft.end == 0 {
      // A month, as it was typed, is more than nothing on paper.
      let typed = [Field.end, .start, .period].map(row.cell).first {
        $0.count > 0 && !CellText.isBlankWord($0)
      }
      if let typed { kept.month = texts.intern(typed, hash: Mixing.hash(typed)) }
    }
    if kept.isEmpty { return }
    formTexts?.append(ReadFormTexts(block: block, line: draft.line, texts: kept))
  }

  /// The text of a cell that is not blank.
  private mutating func keepText(_ field: Field, _ row: Row) -> TextID {
    let cell = row.cell(field)
    if cell.count == 0 || CellText.isBlankWord(cell) { return .empty }
    return texts.intern(cell, hash: Mixing.hash(cell))
  }

  private mutating func keepFormText(_ field: Field, _ row: Row) -> TextID {
    guard let hash = findings.hash(field) else { return .empty }
    return texts.intern(row.cell(field), hash: hash)
  }

  /// Keeps what a row that is used names as evidence.
  @inline(never)
  private mutating func keepEvidence(_ hash: UInt64, _ draft: RowDraft, of person: Int, _ row: Row) {
    if draft.marks.contains(.unusable) { return }
    evidence.append(
      EvidenceStore.Row(
        evidence: hash, title: titleKey(row), person: UInt32(truncatingIfNeeded: person), block: block,
        line: draft.line))
  }

  /// Stands for what the title says; 0 is blank. The same titles come again and again.
  private mutating func titleKey(_ row: Row) -> UInt32 {
    guard let hash = findings.hash(.title) else { return 0 }
    let told = told(hash, row)
    return told == 0 ? 0 : max(1, UInt32(truncatingIfNeeded: told >> 32))
  }

  /// The hash of what the title of a row says; 0 if it says nothing. Most titles say just what is typed.
  @inline(__always)
  private mutating func told(_ typed: UInt64, _ row: Row) -> UInt64 {
    let title = row.cell(.title)
    return TitleFolding.isFolded(title) ? max(1, typed) : titles.told(typed, title)
  }

  /// Looks at a name that is not, byte for byte, the first of its person.
  @inline(never)
  private mutating func compareName(_ row: Row, _ hash: UInt64, _ person: Int) -> ReadRow.NameState {
    let name = row.cell(.name)
    let facts = people.people.pointer(person)
    nameColumn = row.heading(of: .name)
    if facts.pointee.facts.nameHash == 0 {
      facts.pointee.facts.nameHash = hash
      details.setName(name, of: person, at: place, &facts.pointee.first)
      return .same
    }
    let bucket = Int(facts.pointee.facts.bucket)
    otherNames[bucket].append((NameKey.of(name), texts.intern(name, hash: hash)))
    return .different
  }
}
