/// Reads the rows of a records file, one after the other: cells become an ``Entry``, or problems, or both.
///
/// It allocates nothing for a row but what is kept of it.
struct RowReader: RowConsumer, ~Copyable {
  private(set) var rows = RowStore()
  var people = PersonTable()
  private(set) var details = ReadPersonDetails()
  /// Titles, platforms, units and other names.
  private(set) var texts = TextInterner()
  var problems = RowProblems()
  /// For each bucket, by its rows in order: the names that are neither blank nor byte for byte the person's first.
  private(set) var otherNames = [[(key: UInt64, name: TextID)]](repeating: [], count: RowStore.buckets)

  /// The heading of the names, once one was seen.
  private(set) var nameColumn: Int?

  private let keepsTitles: Bool
  private let keepsRows: Bool
  private let overlay: RowOverlay?
  private let fixedAmounts: [UInt32]
  private let roster: RosterIndex?
  var block: UInt32 = 0
  private var idScratch: [UInt8] = []
  var fingerprint = Fingerprint()

  init(_ setup: ReaderSetup) {
    keepsTitles = setup.keepsTitles
    keepsRows = setup.keepsRows
    overlay = setup.overlay
    fixedAmounts = setup.fixedAmounts
    roster = setup.roster
  }

  deinit {
    people.deallocate()
    details.deallocate()
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
  mutating func report(_ code: ProblemCode, line: Int, record: Int) {
    problems.begin(line: line, record: record)
    problems.report(code)
  }

  /// Reads a row; true if it had a problem and is not used.
  @inline(__always)
  mutating func read(_ row: Row, line: Int, record: Int) -> Bool {
    var entry = Entry()
    return read(row, line: line, record: record, into: &entry)
  }

  /// Reads a row and leaves what it says in `entry`, with the number of its person, if that can be told.
  @inline(__always)
  mutating func read(_ row: Row, line: Int, record: Int, into entry: inout Entry) -> Bool {
    if let overlay, overlay.isGone(row) { return false }
    problems.begin(line: line, record: record)
    fingerprint = Fingerprint()
    entry.line = problems.line

    let person = readPerson(row)
    let nameHash = readName(row)
    let unit = readUnit(row)
    readWords(row, into: &entry)
    let yearIsReadable = readYear(row, into: &entry)
    let datesAreReadable = readDates(row, into: &entry)
    checkTime(row, entry, yearIsReadable: yearIsReadable, datesAreReadable: datesAreReadable)
    readHours(row, person: person, into: &entry)
    let titleHash = readTexts(row, into: &entry)
    problems.checkLengths(row)

    if problems.hasError {
      entry.marks.insert(.unusable)
      let hasDate = entry.startRaw != .min || entry.endRaw != .min
      if !yearIsReadable || (entry.yearRaw == 0 && (!datesAreReadable || !hasDate)) {
        entry.marks.insert(.yearUnknown)
      }
    }
    if let status = overlay?.status(row) { entry.status = status }
    if let person {
      entry.person = UInt32(truncatingIfNeeded: person)
      if keepsRows { keep(entry, of: person, nameHash, unit, titleHash, row) }
    }
    problems.end()
    return problems.hasError
  }

  // MARK: People

  func find(_ batch: RecordBatch) {
    var touched: UInt64 = 0
    for i in 0..<batch.keyCount { touched &+= people.touchSlot(batch.keys[i]) }
    for i in 0..<batch.keyCount { touched &+= people.touchPerson(batch.keys[i]) }
    // Never so, but the compiler can't know: what was touched must not look unused.
    if touched == .max { return }
    for i in 0..<batch.keyCount {
      if let person = people.find(batch.keys[i]) { batch.people[batch.owners[i]] = person }
    }
  }

  @inline(__always)
  private mutating func readPerson(_ row: Row) -> Int? {
    if row.knownPerson < 0 { return readNewPerson(row) }
    if people.people[row.knownPerson].facts.checksumFails { problems.report(.idChecksum, .personID, in: row) }
    return row.knownPerson
  }

  /// Reads an ID that was not among those known when the batch was looked up.
  @inline(never)
  private mutating func readNewPerson(_ row: Row) -> Int? {
    let cell = row.cell(.personID)
    let key = PersonKey(cell)
    // An ID that was seen before was seen normalised, so that all is known of it.
    if cell.count > 0, let known = people.find(key) {
      if people.people[known].facts.checksumFails { problems.report(.idChecksum, .personID, in: row) }
      return known
    }
    switch PersonIDCell.read(cell, into: &idScratch) {
    case .missing:
      problems.report(.missingPerson, .personID, in: row)
      return nil
    case .mangled:
      problems.report(.mangledID, .personID, in: row)
      return nil
    case .id(let checksumFails, let inScratch):
      if checksumFails { problems.report(.idChecksum, .personID, in: row) }
      if !inScratch { return add(key, checksumFails: checksumFails) }
      let scratch = idScratch
      return scratch.withUnsafeBytes { bytes in
        PersonKey.withKey(of: bytes) { key in
          if let known = people.find(key) { return known }
          let person = add(key, checksumFails: checksumFails)
          details.setTypedID(cell, of: person)
          return person
        }
      }
    }
  }

  private mutating func add(_ key: PersonKey, checksumFails: Bool) -> Int {
    var person = ReadPerson()
    person.ruleSet = UInt16(clamping: roster?.ruleSet(of: key) ?? 0)
    person.checksumFails = checksumFails
    details.add(at: place)
    return people.insert(key, person)
  }

  /// Where the current row stands.
  private var place: ReadPerson.Place {
    ReadPerson.Place(block: block, line: problems.line, record: problems.record)
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

  @inline(__always)
  private mutating func readName(_ row: Row) -> UInt64? {
    let cell = row.cell(.name)
    if cell.count == 0 { return nil }
    let hash = Mixing.hash(cell)
    fingerprint.add(.name, hash: hash)
    return hash
  }

  @inline(__always)
  private mutating func readUnit(_ row: Row) -> UInt64? { addText(.unit, row.cell(.unit)) }

  /// Stores a row and what it says of its person.
  @inline(__always)
  private mutating func keep(
    _ entry: Entry, of person: Int, _ nameHash: UInt64?, _ unitHash: UInt64?, _ titleHash: UInt64, _ row: Row
  ) {
    let gist = RowReader.gist(entry, titleHash: titleHash)

    let facts = people.people.pointer(person)
    facts.pointee.facts.rows &+= 1
    var name = ReadRow.NameState.same
    if let nameHash {
      if nameHash != facts.pointee.facts.nameHash { name = compareName(row, nameHash, person) }
    } else {
      name = .blank
    }
    if facts.pointee.facts.unit == .empty, let unitHash {
      facts.pointee.facts.unit = texts.intern(row.cell(.unit), hash: unitHash)
      details.setUnitPlace(place, of: person)
    }
    rows.append(
      ReadRow(
        entry, person: person, all: fingerprint.value, gist: gist.value, record: problems.record, name: name),
      bucket: Int(facts.pointee.facts.bucket))
  }

  /// Looks at a name that is not, byte for byte, the first of its person.
  @inline(never)
  private mutating func compareName(_ row: Row, _ hash: UInt64, _ person: Int) -> ReadRow.NameState {
    let name = row.cell(.name)
    let facts = people.people.pointer(person)
    nameColumn = row.heading(of: .name)
    if facts.pointee.facts.nameHash == 0 {
      facts.pointee.facts.nameHash = hash
      details.setName(name, of: person, at: place)
      return .same
    }
    let bucket = Int(facts.pointee.facts.bucket)
    otherNames[bucket].append((NameKey.of(name), texts.intern(name, hash: hash)))
    return .different
  }

  /// Stands for what a row is about: category, title, start and end.
  @inline(__always)
  static func gist(_ entry: Entry, titleHash: UInt64) -> Fingerprint {
    var gist = Fingerprint()
    gist.add(.category, Int(entry.categoryRaw))
    gist.add(.title, hash: titleHash)
    gist.add(.start, Int(entry.startRaw))
    gist.add(.end, Int(entry.endRaw == .min ? entry.startRaw : entry.endRaw))
    return gist
  }

  // MARK: Words and texts

  private mutating func readWords(_ row: Row, into entry: inout Entry) {
    entry.categoryRaw = word(.category, .unknownCategory, row) { CellParser.category($0) }
    if entry.categoryRaw == 0, CellText.isBlankWord(row.cell(.category)) {
      problems.report(.unknownCategory, .category, in: row)
    }
    let category = entry.category
    let before = problems.list.count
    entry.subjectRaw = word(.subject, .unknownSubject, row) { CellParser.subject($0) }
    if entry.subjectRaw == 0, let category, category.needsSubject, problems.list.count == before {
      problems.report(.missingSubject, .subject, in: row)
    }
    if category == .leave {
      entry.kindRaw = word(.kind, .unknownKind, row) { CellParser.kind($0) }
      if entry.kindRaw == 0, CellText.isBlankWord(row.cell(.kind)) {
        problems.report(.unknownKind, .kind, in: row)
      }
    } else {
      _ = addText(.kind, row.cell(.kind))
    }
    entry.levelRaw = word(.level, .unknownLevel, row) { CellParser.level($0) }
    entry.moduleRaw = word(.module, .unknownModule, row) { CellParser.module($0) }
    entry.resultRaw = word(.result, .unknownResult, row) { CellParser.result($0) }
    entry.statusRaw = word(.status, .unknownStatus, row) { CellParser.status($0) }
  }

  /// The raw value of a word of a closed list; 0 where there is none.
  @inline(__always)
  private mutating func word<Word: CodedWord>(
    _ field: Field, _ unknown: ProblemCode, _ row: Row, _ parse: (UnsafeRawBufferPointer) -> CellValue<Word>
  ) -> UInt8 {
    let cell = row.cell(field)
    if cell.count == 0 { return 0 }
    switch parse(cell) {
    case .blank: return 0
    case .value(let word):
      fingerprint.add(field, Int(word.rawValue))
      return word.rawValue
    case .invalid:
      problems.report(unknown, field, in: row)
      return 0
    }
  }

  /// Adds a free text to the fingerprint; its hash, or nil if it is blank.
  @inline(__always)
  private mutating func addText(_ field: Field, _ cell: UnsafeRawBufferPointer) -> UInt64? {
    if cell.count == 0 || CellText.isBlankWord(cell) { return nil }
    let hash = Mixing.hash(cell)
    fingerprint.add(field, hash: hash)
    return hash
  }

  /// Reads what is text; the hash of the title is returned, 0 if it is blank.
  private mutating func readTexts(_ row: Row, into entry: inout Entry) -> UInt64 {
    let platform = row.cell(.platform)
    if let hash = addText(.platform, platform) { entry.platform = texts.intern(platform, hash: hash) }
    if addText(.filing, row.cell(.filing)) != nil { entry.marks.insert(.filed) }
    if addText(.evidence, row.cell(.evidence)) != nil { entry.marks.insert(.evidence) }
    _ = addText(.organizer, row.cell(.organizer))
    _ = addText(.mode, row.cell(.mode))
    _ = addText(.note, row.cell(.note))
    let title = row.cell(.title)
    if title.count == 0 { return 0 }
    let hash = Mixing.hash(title)
    fingerprint.add(.title, hash: hash)
    if keepsTitles { entry.title = texts.intern(title, hash: hash) }
    return hash
  }
}
