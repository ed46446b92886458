/// Puts together what the workers read: people in their order, rows by person, problems in order of place.
final class Assembly {
  /// What is known of a person over all files.
  struct Facts {
    var id: TextID
    var name: TextID = .empty
    var unit: TextID = .empty
    /// Whether name and unit are those of the roster.
    var nameIsFixed = false
    var unitIsFixed = false
    /// How many rows there are.
    var rows = 0
    /// The key of the first name in the records files, and where it stands; 0 is no name.
    var nameKey: UInt64 = 0
    var nameFile = 0
    var nameLine = 0
    var unitFile = 0
    var unitLine = 0
    /// Where the person first appears; the file is −1 for someone who is only on the roster.
    var firstFile = -1
    var firstLine = 0
    var firstRecord = 0
    /// The ID as typed where the person first appears, if that is not its normal form.
    var typedID: TextID = .empty
  }

  /// What one worker read of one file, and how its numbers become those of the run.
  struct Part {
    let readings: BlockReadings<RowReader>
    let file: Int
    /// For each of the worker's people the number in the run.
    let people: [UInt32]
    /// For each of the worker's texts the number in the run.
    let texts: [UInt32]
    /// For each of the worker's people whether the first name that it saw is another than the first of the run.
    var hasOtherName: [Bool] = []
  }

  /// The rows of one block.
  struct Segment {
    let part: Int
    let rows: Range<Int>
    let firstLine: UInt32
    let firstRecord: UInt32
  }

  private(set) var table = PersonTable<Facts>()
  private(set) var parts: [Part] = []
  /// In the order of files and their text.
  private(set) var segments: [Segment] = []
  private var records = Records()
  private var texts = TextInterner()
  private let roster: RosterIndex?
  private let workers: Int

  init(roster: RosterIndex?, workers: Int) {
    self.roster = roster
    self.workers = workers
    records.problems.suggest = { Suggestion.forCell($0, field: $1, value: $2) }
    if let roster { beginWithRoster(roster) }
  }

  deinit { table.deallocate() }

  /// People of the roster come first, in its order, whether they have rows or not.
  private func beginWithRoster(_ roster: RosterIndex) {
    texts = roster.texts
    for i in 0..<roster.table.count {
      let person = roster.table.people[i].facts
      var facts = Facts(id: person.id, name: person.name, unit: person.unit)
      facts.nameIsFixed = person.name != .empty
      facts.unitIsFixed = person.unit != .empty
      roster.table.withKey(of: i) { _ = table.insert($0, facts) }
    }
  }

  // MARK: Adding files

  /// Adds a records file after those that are there.
  func add(_ readings: FileReadings<RowReader>) {
    let file = begin(readings)
    let places = BlockPlaces(readings)
    add(problemsOf: readings, file: file, places) { $0.problems.list }
    addRejected(readings, file: file, places)
    let firstPart = parts.count
    let people = mergePeople(readings.parts, file: file, places)
    for (part, numbers) in zip(readings.parts, people) {
      parts.append(Part(readings: part, file: file, people: numbers, texts: mergeTexts(part)))
    }
    for (part, block) in places.order {
      let report = readings.parts[part].blocks[block]
      segments.append(
        Segment(
          part: firstPart + part, rows: report.rows, firstLine: UInt32(clamping: places.lines[report.index]),
          firstRecord: UInt32(clamping: places.records[report.index])))
    }
  }

  /// Adds the roster's file and problems behind those of the records.
  func addRoster(_ readings: FileReadings<RosterReader>) {
    let file = begin(readings)
    let places = BlockPlaces(readings)
    add(problemsOf: readings, file: file, places) { $0.problems.list }
    addRejected(readings, file: file, places)
  }

  private func begin<Reader: ~Copyable>(_ readings: FileReadings<Reader>) -> Int {
    let file = records.files.count
    records.files.append(readings.file)
    var header = readings.header
    if header.isUsable {
      for (i, column) in header.plan.unnamed.enumerated()
      where readings.parts.contains(where: { $0.unnamedIsUsed[i] }) {
        header.reportUnknown(column, roster: readings.file.isRoster)
      }
    }
    let shift = records.problems.appendTexts(of: header.problems)
    records.problems.append(
      0..<header.problems.count, of: header.problems, textShift: shift, file: file, firstLine: 0,
      firstRecord: 0)
    return file
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

  /// Gives the people of all workers their numbers, in the order in which they appear in the file.
  private func mergePeople(
    _ parts: [BlockReadings<RowReader>], file: Int, _ places: BlockPlaces
  ) -> [[UInt32]] {
    var numbers = parts.map { part in
      [UInt32](unsafeUninitializedCapacity: part.reader.people.count) { $1 = 0 }
    }
    var next = [Int](repeating: 0, count: parts.count)
    while true {
      // Each worker met its people in order; the next of all is the first of their next.
      var chosen: Int?
      for i in parts.indices where next[i] < parts[i].reader.people.count {
        let place = parts[i].reader.details[next[i]].first
        if let other = chosen, !place.isBefore(parts[other].reader.details[next[other]].first) { continue }
        chosen = i
      }
      guard let chosen else { return numbers }
      let number = merge(parts[chosen], next[chosen], file: file, places)
      numbers[chosen].append(UInt32(truncatingIfNeeded: number))
      next[chosen] += 1
    }
  }

  private func merge(_ part: BlockReadings<RowReader>, _ index: Int, file: Int, _ places: BlockPlaces) -> Int
  {
    let read = part.reader.people.people[index].facts
    let details = part.reader.details[index]
    let number = part.reader.people.withKey(of: index) { key in
      table.find(key) ?? table.insert(key, Facts(id: texts.append(key.bytes)))
    }
    withUnsafeMutablePointer(to: &table.people[number].facts) { person in
      if person.pointee.firstFile < 0 {
        person.pointee.firstFile = file
        person.pointee.firstLine = places.line(details.first)
        person.pointee.firstRecord = places.record(details.first)
        person.pointee.typedID = part.reader.names.withBytes(of: details.typedID) { texts.append($0) }
      }
      person.pointee.rows += Int(read.rows)
      mergeName(part, details, into: &person.pointee, file: file, line: places.line(details.namePlace))
      mergeUnit(part, read, into: &person.pointee, file: file, line: places.line(details.unitPlace))
    }
    return number
  }

  /// The first name of the records files counts, for comparison also where the roster has one.
  private func mergeName(
    _ part: BlockReadings<RowReader>, _ read: ReadPersonDetails, into person: inout Facts, file: Int,
    line: Int
  ) {
    if read.name == .empty { return }
    if person.nameKey != 0, (person.nameFile, person.nameLine) <= (file, line) { return }
    (person.nameKey, person.nameFile, person.nameLine) = (read.nameKey, file, line)
    if !person.nameIsFixed { person.name = part.reader.names.withBytes(of: read.name) { texts.append($0) } }
  }

  private func mergeUnit(
    _ part: BlockReadings<RowReader>, _ read: ReadPerson, into person: inout Facts, file: Int, line: Int
  ) {
    if read.unit == .empty || person.unitIsFixed { return }
    if person.unit != .empty, (person.unitFile, person.unitLine) <= (file, line) { return }
    (person.unitFile, person.unitLine) = (file, line)
    person.unit = part.reader.texts.table.withBytes(of: read.unit) { texts.intern($0, hash: Mixing.hash($0)) }
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
    let judged = roster?.table.count ?? table.count
    for i in parts.indices {
      parts[i].hasOtherName = zip(parts[i].people, parts[i].readings.reader.details).map { number, details in
        details.nameKey != table.people[Int(number)].facts.nameKey
      }
    }
    let grouping = Grouping(self, workers: workers)
    records.entries = grouping.group()
    var found = grouping.compare(&records.entries)
    if roster != nil { found.append(strangers(from: judged)) }
    for list in found {
      let shift = records.problems.appendTexts(of: list)
      records.problems.append(0..<list.count, of: list, textShift: shift, firstLine: 0, firstRecord: 0)
    }
    records.problems.sort()
    handOverPeople(judged)
    let rowsOfJudged = records.entryEnds.last ?? 0
    if rowsOfJudged < records.entries.count { records.entries.removeSubrange(rowsOfJudged...) }
    records.texts = texts.table
    return records
  }

  private func handOverPeople(_ judged: Int) {
    records.people.reserveCapacity(judged)
    records.entryEnds.reserveCapacity(judged)
    var end = 0
    for i in 0..<judged {
      let facts = table.people[i].facts
      var person = Person()
      (person.id, person.name, person.unit) = (facts.id, facts.name, facts.unit)
      person.roster = roster?.table.people[i].facts.roster
      records.people.append(person)
      end += facts.rows
      records.entryEnds.append(end)
    }
  }

  /// People with rows who are not on the roster.
  private func strangers(from judged: Int) -> ProblemList {
    var list = ProblemList()
    for i in judged..<table.count {
      let facts = table.people[i].facts
      let columns = records.files[facts.firstFile].columns
      list.append(
        Problem(
          .notInRoster, file: facts.firstFile, line: facts.firstLine, record: facts.firstRecord,
          column: .heading(columns.firstIndex(of: .personID) ?? 0),
          value: texts.table.string(facts.typedID == .empty ? facts.id : facts.typedID)))
    }
    return list
  }
}
