/// Makes the list of people who are judged out of the merged ones, and keeps their texts: IDs, names and units.
///
/// With a roster these are its people in its order, and everyone else is reported; without one, all in the order in
/// which they appear. It changes nothing that it is given, so that rows can be grouped at the same time.
final class PeopleHandOver: @unchecked Sendable {
  private let roster: RosterIndex?
  private let merge: PeopleMerge
  private let parts: [Part]
  private let files: [SourceFile]
  private(set) var texts: TextInterner
  private(set) var people: [Person] = []
  /// For each person where they are among the merged ones.
  private(set) var order: [(bucket: UInt8, place: UInt32)] = []
  /// The people with rows who are not on the roster.
  private(set) var strangers = ProblemList()

  init(
    _ merge: PeopleMerge, roster: RosterIndex?, _ parts: [Part], _ files: [SourceFile], _ texts: TextInterner
  ) {
    (self.merge, self.roster, self.parts, self.files, self.texts) = (merge, roster, parts, files, texts)
  }

  /// Does all of it.
  func run() {
    if let roster {
      order = rosterPlaces(roster)
      people = roster.people
      for (number, (bucket, place)) in order.enumerated() {
        fill(&people[number], from: merge.buckets[Int(bucket)][Int(place)])
      }
      forEachInOrder { strangers.append(stranger($2)) }
      return
    }
    let count = merge.buckets.reduce(0) { $0 + $1.count }
    people.reserveCapacity(count)
    order.reserveCapacity(count)
    // An ID and a name of usual length; longer ones make it grow.
    texts.reserve(texts: count * 2, bytes: count * 32)
    forEachInOrder { bucket, place, merged in
      var person = Person()
      person.id = merge.withID(merged.first) { texts.append($0) }
      fill(&person, from: merged)
      people.append(person)
      order.append((bucket, place))
    }
  }

  /// Where the people of the roster are among the merged ones.
  private func rosterPlaces(_ roster: RosterIndex) -> [(bucket: UInt8, place: UInt32)] {
    var places = [(bucket: UInt8, place: UInt32)](repeating: (0, 0), count: roster.people.count)
    for (bucket, people) in merge.buckets.enumerated() {
      for (place, person) in people.enumerated() where person.first.table == 0 {
        places[Int(person.first.index)] = (UInt8(bucket), UInt32(truncatingIfNeeded: place))
      }
    }
    return places
  }

  /// Takes name and unit from the records files where the roster has none.
  private func fill(_ person: inout Person, from merged: MergedPerson) {
    if person.name == .empty, merged.name != .none {
      person.name = merge.part(of: merged.name).readings.reader.details
        .withName(Int(merged.name.index)) { texts.append($0) }
    }
    if person.unit == .empty, merged.unit != .none {
      let part = merge.part(of: merged.unit)
      person.unit = TextID(part.texts[Int(merge.facts(merged.unit).unit.index)])
    }
  }

  /// Calls `body` for everyone who is not on the roster, in the order of files and their text.
  private func forEachInOrder(_ body: (UInt8, UInt32, MergedPerson) -> Void) {
    var first = 0
    while first < parts.count {
      var end = first + 1
      while end < parts.count, parts[end].file == parts[first].file { end += 1 }
      var walk = PeopleWalk(parts[first..<end].map { $0.readings.reader.details.firsts })
      while let (worker, index) = walk.next() {
        let ref = PersonRef(first + worker + 1, index)
        let (bucket, place) = (merge.facts(ref).bucket, parts[first + worker].people[index].place)
        let merged = merge.buckets[Int(bucket)][place]
        if merged.first == ref { body(bucket, UInt32(truncatingIfNeeded: place), merged) }
      }
      first = end
    }
  }

  /// Someone with rows who is not on the roster.
  private func stranger(_ person: MergedPerson) -> Problem {
    let part = merge.part(of: person.first)
    let details = part.readings.reader.details
    let index = Int(person.first.index)
    let place = details.firsts[index].place
    let id = details.typedID(index) ?? merge.withID(person.first) { String(decoding: $0, as: UTF8.self) }
    let columns = files[part.file].columns
    return Problem(
      .notInRoster, file: part.file, line: part.places.line(place), record: part.places.record(place),
      column: .heading(columns.firstIndex(of: .personID) ?? 0), value: id)
  }
}

/// Each worker met its people in order; the next of all is the first of their next.
struct PeopleWalk {
  private let firsts: [ChunkList<ReadPersonDetails.First>]
  private var heads: [Int]

  init(_ firsts: [ChunkList<ReadPersonDetails.First>]) {
    self.firsts = firsts
    heads = firsts.map { _ in 0 }
  }

  mutating func next() -> (worker: Int, index: Int)? {
    var chosen: Int?
    for worker in heads.indices where heads[worker] < firsts[worker].count {
      if let other = chosen,
        !firsts[worker][heads[worker]].place.isBefore(firsts[other][heads[other]].place)
      {
        continue
      }
      chosen = worker
    }
    guard let chosen else { return nil }
    heads[chosen] += 1
    return (chosen, heads[chosen] - 1)
  }
}
