/// Reads the rows of a records file, one after the other: cells become an ``Entry``, or problems, or both.
///
/// It allocates nothing for a row but what is kept of it.
struct RowReader: RowConsumer, ~Copyable {
  private(set) var rows = RowStore()
  var people = PersonTable()
  private(set) var details = ReadPersonDetails()
  /// Titles, platforms, units and other names.
  var texts = TextInterner()
  var problems = RowProblems()
  /// For each bucket, by its rows in order: the names that are neither blank nor byte for byte the person's first.
  private(set) var otherNames = [[(key: UInt64, name: TextID)]](repeating: [], count: RowStore.buckets)

  /// The heading of the names, once one was seen.
  private(set) var nameColumn: Int?

  let keepsTitles: Bool
  private let keepsRows: Bool
  private let overlay: RowOverlay?
  private let fixedAmounts: [UInt32]
  private let roster: RosterIndex?
  var block: UInt32 = 0
  private var idScratch: [UInt8] = []
  var fingerprint = Fingerprint()
  let columns: RowColumns
  let memo = CellMemo()
  let masks = ByteMasks.shared
  var findings = RowFindings()

  init(_ setup: ReaderSetup, columns: [Int32]) {
    keepsTitles = setup.keepsTitles
    keepsRows = setup.keepsRows
    overlay = setup.overlay
    fixedAmounts = setup.fixedAmounts
    roster = setup.roster
    self.columns = RowColumns(columns)
  }

  deinit {
    people.deallocate()
    details.deallocate()
    columns.deallocate()
    memo.deallocate()
    findings.deallocate()
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
    readFigures(row, into: &entry)
    checkFigures(row, person: person, into: &entry)
    let datesAreReadable = readDates(row, into: &entry)
    let yearIsReadable = findings.isReadable(.year)
    checkTime(row, &entry, yearIsReadable: yearIsReadable, datesAreReadable: datesAreReadable)
    readTexts(row, into: &entry)
    addFigures(entry)
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
      if keepsRows {
        let title = findings.hash(.title) ?? 0
        keep(&entry, of: person, findings.hash(.name), findings.hash(.unit), title, row)
      }
    }
    problems.end()
    return problems.hasError
  }

  /// Adds what was read of closed lists and numbers to the fingerprint.
  @inline(__always)
  private mutating func addFigures(_ entry: Entry) {
    let lists =
      UInt64(entry.categoryRaw) | UInt64(entry.subjectRaw) &<< 8 | UInt64(entry.kindRaw) &<< 16
      | UInt64(entry.levelRaw) &<< 24 | UInt64(entry.moduleRaw) &<< 32 | UInt64(entry.resultRaw) &<< 40
      | UInt64(entry.statusRaw) &<< 48
    let hours = UInt64(UInt32(bitPattern: entry.hoursRaw))
    let year = UInt64(UInt16(bitPattern: entry.yearRaw))
    fingerprint.add(.category, lists, hours | year &<< 32 | UInt64(entry.countRaw) &<< 48)
  }

  // MARK: People

  /// Three short loops, each of which waits for the memory of all rows at once: where the table is looked at first, the
  /// people found there, and whether they are the right ones.
  func find(_ batch: RecordBatch) {
    var touched: UInt64 = 0
    for i in 0..<batch.keyCount { touched &+= people.touchSlot(batch.keys[i]) }
    for i in 0..<batch.keyCount {
      guard let person = people.candidate(batch.keys[i]) else { continue }
      touched &+= people.touch(person)
      batch.people[batch.owners[i]] = person
    }
    // Never so, but the compiler can't know: what was touched must not look unused.
    if touched == .max { batch.keyCount = 0 }
    for i in 0..<batch.keyCount {
      let owner = batch.owners[i]
      let person = batch.people[owner]
      if person >= 0, !people.equals(person, batch.keys[i]) {
        batch.people[owner] = people.find(batch.keys[i]) ?? -1
      }
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

  /// Stores a row and what it says of its person. The entry comes in place, as a copy would wait for its parts.
  @inline(__always)
  private mutating func keep(
    _ entry: inout Entry, of person: Int, _ nameHash: UInt64?, _ unitHash: UInt64?, _ titleHash: UInt64,
    _ row: Row
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
        entry, person: person, all: fingerprint.value, gist: gist, record: problems.record, name: name),
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
  static func gist(_ entry: Entry, titleHash: UInt64) -> UInt64 {
    let (start, end) = (entry.startRaw, entry.endRaw == .min ? entry.startRaw : entry.endRaw)
    let days = UInt64(UInt32(bitPattern: start)) | UInt64(UInt32(bitPattern: end)) &<< 32
    // The hash is mixed already: what is added to it per category makes it another one. No category may lead to the word
    // that is taken away below where the title is blank: a product with 0 tells nothing apart.
    let subject = titleHash &+ UInt64(entry.categoryRaw) &* 0x9E37_79B9_7F4A_7C15
    return Mixing.fold(days ^ Mixing.first, subject ^ Mixing.second)
  }
}
