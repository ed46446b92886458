/// Makes the list of people who are judged out of the merged ones, and keeps their texts: IDs, names and units.
///
/// With a roster these are its people in its order but for those who are away, and everyone else is reported; without one,
/// all in the order in which they appear. It changes nothing that it is given, so that rows can be grouped at the same time.
final class PeopleHandOver: @unchecked Sendable {
  private let roster: RosterIndex?
  private let merge: PeopleMerge
  private let parts: [Part]
  private let files: [SourceFile]
  /// For each bucket where its rows begin in the memory of all rows.
  private let firstRows: [Int]
  // Nothing that is called comes back to these, so access needs no watching.
  @exclusivity(unchecked) private(set) var texts: TextInterner
  /// Further ones: IDs and names.
  @exclusivity(unchecked) private var newTexts = TextList(texts: 0, bytes: 0)
  @exclusivity(unchecked) private(set) var people: [ListedPerson] = []
  /// What the roster says of each; empty without one.
  @exclusivity(unchecked) private(set) var facts: [RosterRow?] = []
  /// Who has rows and is not judged.
  @exclusivity(unchecked) private(set) var others: [ListedPerson] = []
  /// For each person, then for each of the others, where the rows are.
  @exclusivity(unchecked) private(set) var rows: [EntryStore.Place] = []
  /// The people with rows who are not on the roster.
  private(set) var strangers = ProblemList()
  /// Whether they are named.
  var namesStrangers = true
  /// Whether it is noted who became which person.
  var keepsIndexes = false
  /// For each bucket, of each merged person the index among people and others.
  @exclusivity(unchecked) private var indexes: [[UInt32]] = []
  /// Keeps looks at people from being taken for useless.
  private var seen: UInt32 = 0

  /// Where a person is among the merged ones.
  private struct MergedPlace {
    var bucket: UInt8 = 0
    var place: UInt32 = 0
  }

  init(
    _ merge: PeopleMerge, roster: RosterIndex?, _ parts: [Part], _ files: [SourceFile],
    _ texts: TextInterner, firstRows: [Int]
  ) {
    (self.merge, self.roster, self.parts, self.files, self.texts) = (merge, roster, parts, files, texts)
    self.firstRows = firstRows
  }

  /// Does all of it.
  func run() {
    if keepsIndexes {
      indexes = merge.buckets.map { [UInt32](repeating: .max, count: $0.count) }
    }
    let met = peopleMet()
    list(met)
    texts.append(newTexts)
    newTexts = TextList(texts: 0, bytes: 0)
  }

  private func list(_ met: [MergedPlace]) {
    if let roster {
      rows.reserveCapacity(roster.people.count)
      people.reserveCapacity(roster.people.count)
      facts.reserveCapacity(roster.people.count)
      var away: [MergedPlace] = []
      forEach(rosterPlaces(roster)) { bucket, place, merged in
        let index = Int(merged.first.index)
        if roster.isAway[index] {
          away.append(MergedPlace(bucket: UInt8(bucket), place: place))
          return
        }
        var person = roster.people[index]
        fill(&person, from: merged)
        people.append(person)
        facts.append(roster.facts[index])
        addRows(of: merged, bucket, place)
      }
      forEach(away + met) { bucket, place, merged in
        if merged.rows > 0 { addOther(merged, bucket, place) }
        if namesStrangers, merged.first.table > 0 { strangers.append(stranger(merged)) }
      }
      return
    }
    people.reserveCapacity(met.count)
    rows.reserveCapacity(met.count)
    // An ID and a name of usual length; longer ones make it grow.
    newTexts = TextList(texts: met.count * 2, bytes: met.count * 32)
    forEach(met) { bucket, place, merged in
      var person = ListedPerson()
      person.id = merge.withID(merged.first) { add($0) }
      fill(&person, from: merged)
      people.append(person)
      addRows(of: merged, bucket, place)
    }
  }

  /// Somebody who has rows and is not judged.
  private func addOther(_ merged: MergedPerson, _ bucket: Int, _ place: UInt32) {
    var person = ListedPerson()
    person.id = merge.withID(merged.first) { add($0) }
    others.append(person)
    addRows(of: merged, bucket, place)
  }

  /// Where the people of the roster are among the merged ones.
  private func rosterPlaces(_ roster: RosterIndex) -> [MergedPlace] {
    var places = [MergedPlace](repeating: MergedPlace(), count: roster.people.count)
    for (bucket, people) in merge.buckets.enumerated() {
      for (place, person) in people.enumerated() where person.first.table == 0 {
        places[Int(person.first.index)] = MergedPlace(
          bucket: UInt8(bucket), place: UInt32(truncatingIfNeeded: place))
      }
    }
    return places
  }

  /// Everyone who is not on the roster, in the order of files and their text.
  private func peopleMet() -> [MergedPlace] {
    var met: [MergedPlace] = []
    var first = 0
    while first < parts.count {
      var end = first + 1
      while end < parts.count, parts[end].file == parts[first].file { end += 1 }
      var walk = PeopleWalk(parts[first..<end].map { $0.readings.reader.people.people })
      while let (worker, index) = walk.next() {
        let place = parts[first + worker].people[index]
        if !place.isFirst { continue }
        let bucket = merge.facts(PersonRef(first + worker + 1, index)).bucket
        met.append(MergedPlace(bucket: bucket, place: UInt32(truncatingIfNeeded: place.place)))
      }
      first = end
    }
    return met
  }

  /// Calls `body` with the people at these places and their buckets. They lie far apart; looked at in a short loop, some
  /// of them come at once and not one by one.
  private func forEach(_ places: [MergedPlace], _ body: (Int, UInt32, MergedPerson) -> Void) {
    for start in stride(from: 0, to: places.count, by: 32) {
      let some = places[start..<min(start + 32, places.count)]
      var sum: UInt32 = 0
      for place in some { sum &+= merge.buckets[Int(place.bucket)][Int(place.place)].rows }
      seen &+= sum
      for place in some {
        body(Int(place.bucket), place.place, merge.buckets[Int(place.bucket)][Int(place.place)])
      }
    }
  }

  /// Takes name and unit from the records files where the roster has none.
  private func fill(_ person: inout ListedPerson, from merged: MergedPerson) {
    if person.name == .empty, merged.name != .none {
      person.name = merge.withName(merged.name) { add($0) }
    }
    if person.unit == .empty, merged.unit != .none {
      person.unit = merge.unit(merged.unit)
    }
  }

  /// Adds a text; where it is empty, there is none.
  @inline(__always)
  private func add(_ text: UnsafeRawBufferPointer) -> TextID {
    if text.count == 0 { return .empty }
    newTexts.append(text)
    return TextID(UInt32(truncatingIfNeeded: texts.table.count + newTexts.count - 1))
  }

  /// Rows with one evidence, with their people as they are numbered now.
  func shared(_ group: EvidenceSearch.Group) -> SharedEvidence {
    SharedEvidence(
      rows: group.rows.map { row in
        SharedEvidence.Row(
          person: indexes[Int(row.bucket)][Int(row.place)], file: row.file, line: row.line, title: row.title)
      })
  }

  private func addRows(of merged: MergedPerson, _ bucket: Int, _ place: UInt32) {
    if keepsIndexes { indexes[bucket][Int(place)] = UInt32(truncatingIfNeeded: rows.count) }
    rows.append(EntryStore.Place(first: firstRows[bucket] + Int(merged.firstRow), count: merged.rows))
  }

  /// Someone with rows who is not on the roster.
  private func stranger(_ person: MergedPerson) -> FoundProblem {
    let part = merge.part(of: person.first)
    let index = Int(person.first.index)
    let place = part.readings.reader.people.people[index].first.place
    let id =
      part.readings.reader.details.typedID(index)
      ?? merge.withID(person.first) { String(decoding: $0, as: UTF8.self) }
    let columns = files[part.file].columns
    return FoundProblem(
      .notInRoster, file: part.file, line: part.places.line(place), record: part.places.record(place),
      column: .heading(columns.firstIndex(of: .personID) ?? 0), value: id)
  }
}

/// Each worker met its people in order; the next of all is the first of their next.
struct PeopleWalk {
  private let people: [ChunkList<PersonTable.ListedPerson>]
  /// Who is next of each worker, and where they first appear; behind everything when there is nobody left.
  private var heads: [(index: Int, place: ReadPerson.Place)]

  init(_ people: [ChunkList<PersonTable.ListedPerson>]) {
    self.people = people
    heads = people.map { _ in (-1, ReadPerson.Place()) }
    for worker in heads.indices { advance(worker) }
  }

  mutating func next() -> (worker: Int, index: Int)? {
    var chosen = 0
    for worker in heads.indices where heads[worker].place.isBefore(heads[chosen].place) { chosen = worker }
    guard chosen < heads.count, heads[chosen].index < people[chosen].count else { return nil }
    let index = heads[chosen].index
    advance(chosen)
    return (chosen, index)
  }

  private mutating func advance(_ worker: Int) {
    let index = heads[worker].index + 1
    let isLeft = index < people[worker].count
    heads[worker] = (index, isLeft ? people[worker][index].first.place : ReadPerson.Place(block: .max))
  }
}
