/// A person as the tables of all workers know them: where what is wanted of them stands.
struct MergedPerson {
  /// Where the person first appears; on the roster, if there.
  var first: PersonRef
  /// Where the first name and the first unit stand in the records files; nowhere without one.
  var name = PersonRef.none
  var unit = PersonRef.none
  var rows: UInt32 = 0
  /// Where the rows begin among those of the bucket.
  var firstRow: UInt32 = 0
}

/// A person of one of several tables: 0 is the roster's, 1 that of the first part.
struct PersonRef: Equatable {
  var table: UInt32
  var index: UInt32

  @inline(__always)
  init(_ table: Int, _ index: Int) {
    self.table = UInt32(truncatingIfNeeded: table)
    self.index = UInt32(truncatingIfNeeded: index)
  }

  static let none = PersonRef(-1, 0)
}

/// The first names of a part's people: of an object one reference is counted where they are asked for, of all that
/// ``ReadPersonDetails`` holds there would be seven.
private final class PartNames {
  let people: ChunkList<PersonTable.ListedPerson>
  let texts: TextTable

  init(_ part: Part) {
    people = part.readings.reader.people.people
    texts = part.readings.reader.details.names
  }
}

/// Finds out who of one worker is who of another: bucket by bucket, because whoever reads them, a person's rows go to
/// buckets of the same number.
final class PeopleMerge: @unchecked Sendable {
  private let tables: [PersonTable]
  private let parts: [Part]
  private let details: [ReadPersonDetails]
  private let names: [PartNames]
  /// For each part whether the first name and unit of everyone stand where they first appear.
  private let namesAreFirst: [Bool]
  private let unitsAreFirst: [Bool]
  /// For each table its people by bucket, and where those of each bucket begin.
  private let members: [(people: [UInt32], starts: [Int])]
  /// The people of each bucket. Those of different buckets may be set by different threads.
  let buckets: UnsafeMutableBufferPointer<[MergedPerson]>
  /// Of each bucket the IDs that are to be looked at once more, from whichever table.
  let suspects: UnsafeMutableBufferPointer<[SuspectID]>
  private let roster: PlacedRoster?
  /// Keeps looks at people from being taken for useless.
  private let seen: UnsafeMutablePointer<UInt64>

  /// - Parameter table: that of the roster, or an empty one.
  init(roster: PlacedRoster?, table: PersonTable, _ parts: [Part]) {
    self.roster = roster
    self.parts = parts
    details = parts.map { $0.readings.reader.details }
    names = parts.map(PartNames.init)
    namesAreFirst = details.map(\.namesAreFirst)
    unitsAreFirst = details.map(\.unitsAreFirst)
    tables = [table] + parts.map { $0.readings.reader.people }
    members = tables.map(PeopleMerge.members)
    buckets = .allocate(capacity: RowStore.buckets)
    buckets.initialize(repeating: [])
    suspects = .allocate(capacity: RowStore.buckets)
    suspects.initialize(repeating: [])
    seen = .allocate(capacity: RowStore.buckets)
  }

  deinit {
    buckets.deinitialize()
    buckets.deallocate()
    suspects.deinitialize()
    suspects.deallocate()
    seen.deallocate()
  }

  /// The people of a table in order of their buckets.
  private static func members(_ table: PersonTable) -> (people: [UInt32], starts: [Int]) {
    var starts = [Int](repeating: 0, count: RowStore.buckets + 1)
    for i in 0..<table.count { starts[Int(table.people[i].facts.bucket) + 1] += 1 }
    for bucket in 0..<RowStore.buckets { starts[bucket + 1] += starts[bucket] }
    var next = starts
    let people = [UInt32](unsafeUninitializedCapacity: table.count) { people, count in
      for i in 0..<table.count {
        let bucket = Int(table.people[i].facts.bucket)
        people[next[bucket]] = UInt32(truncatingIfNeeded: i)
        next[bucket] += 1
      }
      count = table.count
    }
    return (people, starts)
  }

  /// Merges the people of one bucket; `slots` is scratch of the thread.
  func merge(_ bucket: Int, _ slots: inout [UInt32]) {
    let most = members.reduce(0) { $0 + $1.starts[bucket + 1] - $1.starts[bucket] }
    if most == 0 { return }
    var size = 16
    while size < most * 2 { size *= 2 }
    if slots.count < size { slots = [UInt32](repeating: 0, count: size) }
    for i in 0..<size { slots[i] = 0 }
    bringNear(bucket)
    var merged: [MergedPerson] = []
    merged.reserveCapacity(most)
    for (number, table) in tables.enumerated() {
      let part = number == 0 ? nil : parts[number - 1]
      for i in members[number].starts[bucket]..<members[number].starts[bucket + 1] {
        let index = Int(members[number].people[i])
        let ref = PersonRef(number, index)
        let place = table.withKey(of: index) { findOrAdd($0, ref, &merged, &slots, size) }
        if table.isSuspect(index) {
          suspects[bucket].append(SuspectID(ref: ref, bucket: bucket, place: place))
        }
        if let part {
          part.people[index] = Part.BucketPlace(place)
          note(ref, table.people[index].facts, in: &merged[place])
        }
      }
    }
    var rows: UInt32 = 0
    for place in merged.indices {
      merged[place].firstRow = rows
      rows &+= merged[place].rows
      let first = merged[place].first
      if first.table > 0 { part(of: first).people[Int(first.index)].setFirst() }
    }
    buckets[bucket] = merged
    for number in parts.indices { compareNames(bucket, number) }
  }

  /// The people of a bucket lie far apart; looked at in a short loop, they come at once and not one by one.
  private func bringNear(_ bucket: Int) {
    var sum: UInt64 = 0
    for (number, table) in tables.enumerated() {
      for i in members[number].starts[bucket]..<members[number].starts[bucket + 1] {
        let person = Int(members[number].people[i])
        sum &+= table.touch(person)
      }
    }
    seen[bucket] = sum
  }

  @inline(__always)
  private func findOrAdd(
    _ key: PersonKey, _ ref: PersonRef, _ merged: inout [MergedPerson], _ slots: inout [UInt32], _ size: Int
  ) -> Int {
    var slot = Int(truncatingIfNeeded: key.hash) & (size - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      let first = merged[place].first
      if tables[Int(first.table)].equals(Int(first.index), key) { return place }
      slot = (slot + 1) & (size - 1)
    }
    merged.append(MergedPerson(first: ref))
    slots[slot] = UInt32(truncatingIfNeeded: merged.count)
    return merged.count - 1
  }

  /// Adds what a part knows of a person.
  @inline(__always)
  private func note(_ ref: PersonRef, _ facts: ReadPerson, in person: inout MergedPerson) {
    person.rows &+= facts.rows
    let (first, hasName, hasUnit) = (person.first, facts.nameHash != 0, facts.unit != .empty)
    if first == ref {
      if hasName { person.name = ref }
      if hasUnit { person.unit = ref }
      return
    }
    let comesBefore = first.table != 0 && isBefore(ref, first, .person)
    if comesBefore { person.first = ref }
    // Where a person first appears there mostly are name and unit too; then one look tells for all three.
    if hasName, person.name == .none || isBefore(ref, person.name, .name, asOf: first, comesBefore) {
      person.name = ref
    }
    if hasUnit, person.unit == .none || isBefore(ref, person.unit, .unit, asOf: first, comesBefore) {
      person.unit = ref
    }
  }

  /// Whether the first name or unit of one comes before that of another; `comesBefore` tells whether the first
  /// appearance of the one comes before that of `first`.
  @inline(__always)
  private func isBefore(
    _ a: PersonRef, _ b: PersonRef, _ what: First, asOf first: PersonRef, _ comesBefore: Bool
  ) -> Bool {
    let (own, other) = (Int(a.table) - 1, Int(b.table) - 1)
    let isThere =
      what == .name ? namesAreFirst[own] && namesAreFirst[other] : unitsAreFirst[own] && unitsAreFirst[other]
    return b == first && isThere ? comesBefore : isBefore(a, b, what)
  }

  private enum First { case person, name, unit }

  /// Whether the first of something of one person comes before that of another, in the order of files and their text.
  @inline(never)
  private func isBefore(_ a: PersonRef, _ b: PersonRef, _ what: First) -> Bool {
    let (own, other) = (part(of: a), part(of: b))
    return own.file != other.file ? own.file < other.file : place(a, what).isBefore(place(b, what))
  }

  @inline(__always)
  private func place(_ ref: PersonRef, _ what: First) -> ReadPerson.Place {
    switch what {
    case .person: return first(ref).place
    case .name: return namePlace(ref)
    case .unit: return details[Int(ref.table) - 1].unitPlace(Int(ref.index), first(ref))
    }
  }

  @inline(__always)
  private func first(_ ref: PersonRef) -> ReadPerson.First {
    tables[Int(ref.table)].people[Int(ref.index)].first
  }

  /// Where the first name of a person of a part stands.
  func namePlace(_ ref: PersonRef) -> ReadPerson.Place {
    details[Int(ref.table) - 1].namePlace(Int(ref.index), first(ref))
  }

  /// Finds the people of a part and bucket whose first name is another than the first of the run.
  private func compareNames(_ bucket: Int, _ number: Int) {
    let (part, table, members) = (parts[number], tables[number + 1], members[number + 1])
    for i in members.starts[bucket]..<members.starts[bucket + 1] {
      let index = Int(members.people[i])
      let person = buckets[bucket][part.people[index].place]
      let own = table.people[index].facts.nameHash
      if own == 0 { continue }
      // Names that are equal byte for byte need no closer look.
      if person.first.table == 0 {
        guard let roster else { continue }
        let differs = roster.withName(of: person) { name in
          name.count > 0 && Mixing.hash(name) != own
            && NameKey.of(name) != nameKey(PersonRef(number + 1, index))
        }
        if differs { part.people[index].setOtherName() }
        continue
      }
      let name = person.name
      if name == .none || Int(name.table) == number + 1 { continue }
      if own == tables[Int(name.table)].people[Int(name.index)].facts.nameHash { continue }
      if nameKey(name) != nameKey(PersonRef(number + 1, index)) { part.people[index].setOtherName() }
    }
  }

  /// The name that the rows of a person should have: the roster's, else the first in the records; nil where there is
  /// none, so that no row can differ.
  func referenceName(_ person: MergedPerson) -> ReferenceName? {
    if person.first.table == 0 {
      guard let roster, let place = roster.place(of: person) else { return nil }
      return roster.withName(of: person) { name in
        name.count == 0 ? nil : ReferenceName(name, file: roster.file, line: place.line)
      }
    }
    if person.name == .none { return nil }
    let part = part(of: person.name)
    return withName(person.name) {
      ReferenceName($0, file: part.file, line: part.places.line(namePlace(person.name)))
    }
  }

  /// The part that a reference is into; never the roster.
  @inline(__always)
  func part(of ref: PersonRef) -> Part { parts[Int(ref.table) - 1] }

  /// The first name of a person of a part as `name-mismatch` compares it.
  func nameKey(_ ref: PersonRef) -> UInt64 {
    withName(ref) { NameKey.of($0) }
  }

  /// What a part knows of a person.
  func facts(_ ref: PersonRef) -> ReadPerson { tables[Int(ref.table)].people[Int(ref.index)].facts }

  /// Calls `body` with the first name of a person of a part.
  @inline(__always)
  func withName<R>(_ ref: PersonRef, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    let names = names[Int(ref.table) - 1]
    return names.texts.withBytes(of: names.people[Int(ref.index)].first.name, body)
  }

  /// The unit of a person of a part, by its number in the run.
  @inline(__always)
  func unit(_ ref: PersonRef) -> TextID {
    TextID(parts[Int(ref.table) - 1].texts[Int(facts(ref).unit.index)])
  }

  /// Everyone with this ID, the roster's first.
  func find(_ key: PersonKey) -> [PersonRef] {
    tables.indices.compactMap { number in tables[number].find(key).map { PersonRef(number, $0) } }
  }

  /// Calls `body` with every ID of every table.
  func forEachID(_ body: (UnsafeRawBufferPointer) -> Void) {
    for table in tables {
      for index in 0..<table.count { table.withKey(of: index) { body($0.bytes) } }
    }
  }

  /// Calls `body` with the ID of a person.
  func withID<R>(_ ref: PersonRef, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    tables[Int(ref.table)].withKey(of: Int(ref.index)) { body($0.bytes) }
  }
}
