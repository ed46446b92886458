import Dispatch
import Synchronization

/// Puts together what the workers read: people in their order, rows by person, problems in order of place.
final class Assembly {
  private var parts: [Part] = []
  /// In the order of files and their text.
  private var segments: [Segment] = []
  private var records = Records()
  private var texts: TextInterner
  private let roster: RosterIndex?
  private let workers: Int
  private var placedRoster: PlacedRoster?
  /// Whether the rows of the roster can be used; where none can, nobody is judged and nobody is missing from it.
  var rosterIsUsable = true

  init(roster: RosterIndex?, workers: Int) {
    self.roster = roster
    self.workers = workers
    texts = roster?.texts ?? TextInterner()
    records.problems.suggest = { Suggestion.forCell($0, field: $1, value: $2) }
  }

  // MARK: Adding files

  /// Adds a records file after those that are there.
  func add(_ readings: FileReadings<RowReader>) {
    let file = begin(readings)
    let places = BlockPlaces(readings)
    add(problemsOf: readings, file: file, places) { $0.problems.list }
    addRejected(readings, file: file, places)
    let firstPart = parts.count
    for part in readings.parts { parts.append(Part(part, file: file, places, texts: mergeTexts(part))) }
    for (part, block) in places.order {
      let report = readings.parts[part].blocks[block]
      segments.append(
        Segment(
          part: firstPart + part, block: block, firstLine: UInt32(clamping: places.lines[report.index]),
          firstRecord: UInt32(clamping: places.records[report.index])))
    }
  }

  /// Adds the roster's file and problems behind those of the records.
  func addRoster(_ readings: FileReadings<RosterReader>) {
    let file = begin(readings)
    let places = BlockPlaces(readings)
    add(problemsOf: readings, file: file, places) { $0.problems.list }
    addRejected(readings, file: file, places)
    rosterIsUsable = readings.header.isUsable
    if let roster { placedRoster = PlacedRoster(roster, file: file, places) }
  }

  private func begin<Reader: ~Copyable>(_ readings: FileReadings<Reader>) -> Int {
    let file = records.files.count
    records.files.append(readings.file)
    records.files[file].isUsable = readings.header.isUsable
    var header = readings.header
    let notes = readings.parts.dropFirst().reduce(readings.parts.first?.notes) { $0?.merged(with: $1.notes) }
    if let notes { addNotes(notes, BlockPlaces(readings), isRoster: readings.file.isRoster, to: &header) }
    let shift = records.problems.appendTexts(of: header.problems)
    records.problems.append(
      0..<header.problems.count, of: header.problems, textShift: shift, file: file, firstLine: 0,
      firstRecord: 0)
    return file
  }

  /// Adds what was noticed of the columns of a file to what its header says.
  private func addNotes(_ notes: ColumnNotes, _ places: BlockPlaces, isRoster: Bool, to header: inout Header)
  {
    for column in notes.unnamedInUse.sorted() { header.reportUnknown(column, roster: isRoster) }
    func line(_ place: ColumnNotes.Place) -> Int { place.line + places.lines[place.block] }
    func warn(_ code: ProblemCode, _ column: Int, _ place: ColumnNotes.Place, _ details: [String]) {
      var problem = FoundProblem(
        code, file: 0, line: header.line, record: 0, column: .heading(column),
        value: header.headings[safe: column] ?? "",
        earlier: (file: records.files.count - 1, line: line(place)))
      problem.details = details
      header.problems.append(problem)
    }
    for (column, found) in notes.suspects.sorted(by: { $0.key < $1.key }) {
      warn(.suspectColumn, column, found.place, [found.word])
    }
    for (column, place) in notes.privates.sorted(by: { $0.key < $1.key })
    where column < header.headings.count {
      warn(.privateCharacter, column, place, [])
    }
    if let place = notes.shortRow {
      header.problems.append(
        FoundProblem(
          .shortRow, file: 0, line: line(place), record: place.record + places.records[place.block]))
    }
  }

  private func add<Reader: ~Copyable>(
    problemsOf readings: FileReadings<Reader>, file: Int, _ places: BlockPlaces,
    _ list: (borrowing Reader) -> ProblemList
  ) {
    let lists = readings.parts.map { list($0.reader) }
    let shifts = lists.map { records.problems.appendTexts(of: $0) }
    for (part, block) in places.order {
      let report = readings.parts[part].blocks[block]
      records.problems.append(
        report.problems, of: lists[part], textShift: shifts[part], file: file,
        firstLine: places.lines[report.index],
        firstRecord: places.records[report.index])
    }
  }

  private func addRejected<Reader: ~Copyable>(
    _ readings: FileReadings<Reader>, file: Int, _ places: BlockPlaces
  ) {
    for (part, block) in places.order {
      let (readings, report) = (readings.parts[part], readings.parts[part].blocks[block])
      for row in readings.rejected[report.rejected] {
        let text = readings.rejectedTexts.withBytes(of: row.text) { texts.append($0) }
        records.rejectedRows.append(
          RejectedRow(
            file: file, line: row.line + places.lines[report.index],
            record: row.record + places.records[report.index], text: text))
      }
    }
  }

  private func mergeTexts(_ part: BlockReadings<RowReader>) -> [UInt32] {
    let table = part.reader.texts.table
    return (0...table.count).map { index in
      let id = TextID(UInt32(truncatingIfNeeded: index))
      return table.withBytes(of: id) { $0.count == 0 ? 0 : texts.intern($0, hash: Mixing.hash($0)).index }
    }
  }

  // MARK: Finishing

  /// Groups the rows by person, compares those of each, and hands over everything.
  func finish() -> Records {
    let noRoster = PersonTable()
    defer { noRoster.deallocate() }
    let merge = PeopleMerge(roster: placedRoster, table: roster?.table ?? noRoster, parts)
    forEachBucket {
      merge.merge($0, &$1)
    } with: {
      [UInt32]()
    }
    let evidence = EvidenceSearch(parts, merge)
    if !evidence.isEmpty {
      forEachBucket(of: EvidenceStore.lists) { list, _ in
        evidence.search(list)
      } with: {
      }
    }
    let grouping = Grouping(parts, segments, merge)
    let people = PeopleHandOver(
      merge, roster: roster, parts, records.files, texts,
      firstRows: (0..<RowStore.buckets).map(grouping.firstRow))
    people.namesStrangers = rosterIsUsable
    let groups = evidence.groups
    people.keepsIndexes = !groups.isEmpty
    // One thread lists the people while the others group rows.
    let found = forEachBucket(1) { bucket, scratch in
      if bucket < 0 { people.run() } else { grouping.group(bucket, &scratch) }
    } with: {
      Grouping.Scratch()
    }
    let ids = IDWarnings(merge, roster: placedRoster, parts, records.files)
    add([people.strangers, ids.list] + found.flatMap(\.problems))
    records.problems.sort()
    tellMergedCells()
    // An ID that several workers met, or the roster too, is said of but once.
    var nearIDs: Set<String> = []
    records.problems.filter(.nearID) { nearIDs.insert($0.details.last ?? $0.value ?? "").inserted }
    records.people = people.people
    records.others = people.others
    records.rosterFacts = people.facts
    records.sharedEvidence = groups.map(people.shared)
    for segment in segments {
      records.recordNumbers.append(
        line: segment.firstLine, record: segment.firstRecord, file: parts[segment.part].file)
    }
    addFormTexts()
    records.texts = people.texts.table
    for scratch in found {
      for (row, kind) in scratch.kinds { records.kinds[row] = kind }
    }
    records.entries = EntryStore(
      memory: grouping.takeMemory(), people.rows,
      twins: found.reduce(into: [:]) { all, scratch in
        all.merge(scratch.twins) { first, _ in first }
      })
    return records
  }

  /// Gives what only forms show of rows its places in the files.
  private func addFormTexts() {
    for part in parts {
      for kept in part.readings.reader.formTexts ?? [] {
        let place = ReadPerson.Place(block: kept.block, line: kept.line, record: 0)
        let row = ActivityTwins.Row(
          file: UInt16(clamping: part.file), line: UInt32(clamping: part.places.line(place)))
        records.formTexts[row] = kept.texts.mapped { TextID(part.texts[Int($0.index)]) }
      }
    }
  }

  /// A blank ID below one that is filled is probably what merged cells leave.
  private func tellMergedCells() {
    var (file, isBelow) = (-1, false)
    for place in records.problems.indices {
      let item = records.problems.items[place]
      guard item.code == .missingPerson || item.code == .mangledID else { continue }
      if Int(item.file) != file { (file, isBelow) = (Int(item.file), false) }
      if item.code == .mangledID { isBelow = true }
      guard item.code == .missingPerson, item.value == .empty, item.variant == .plain else { continue }
      let first = firstFilledLines[safe: file] ?? nil
      if isBelow || first.map({ $0 < Int(item.line) }) ?? false {
        records.problems.setVariant(.mergedCells, at: place)
      }
    }
  }

  /// For each file the first line of somebody known.
  private var firstFilledLines: [Int?] {
    var lines = [Int?](repeating: nil, count: records.files.count)
    for part in parts {
      let people = part.readings.reader.people.people
      if people.count == 0 { continue }
      let line = part.places.line(people[0].first.place)
      lines[part.file] = min(lines[part.file] ?? line, line)
    }
    return lines
  }

  /// Does something for every bucket, on several threads if there is enough to do; returns what each thread worked with.
  /// `extra` pieces of other work come first, as buckets −1, −2 …
  @discardableResult
  private func forEachBucket<Scratch>(
    _ extra: Int = 0, of buckets: Int = RowStore.buckets, _ body: @Sendable (Int, inout Scratch) -> Void,
    with make: @Sendable () -> Scratch
  ) -> [Scratch] {
    let rows = parts.reduce(0) { $0 + $1.readings.reader.rows.count }
    let threads = rows < 1 << 14 ? 1 : workers
    if threads == 1 {
      var scratch = make()
      for bucket in -extra..<buckets { body(bucket, &scratch) }
      return [scratch]
    }
    let next = Atomic(-extra)
    let scratches = Mutex([Shared<Scratch>]())
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var scratch = make()
      while true {
        let bucket = next.add(1, ordering: .relaxed).oldValue
        if bucket >= buckets { break }
        body(bucket, &scratch)
      }
      let shared = Shared(scratch)
      scratches.withLock { $0.append(shared) }
    }
    return scratches.withLock { $0.map(\.value) }
  }

  private func add(_ found: [ProblemList]) {
    for list in found {
      let shift = records.problems.appendTexts(of: list)
      records.problems.append(0..<list.count, of: list, textShift: shift, firstLine: 0, firstRecord: 0)
    }
  }
}

/// What one thread leaves to another.
private struct Shared<Value>: @unchecked Sendable {
  let value: Value
  init(_ value: Value) { self.value = value }
}
