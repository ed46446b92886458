/// An ID as the tables compare it: its first 24 bytes as words, its length, its hash, and where all of it lies.
struct PersonKey {
  var words: (UInt64, UInt64, UInt64)
  var hash: UInt64
  var bytes: UnsafeRawBufferPointer

  /// The key of an ID that is followed by 24 readable bytes.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    guard let base = bytes.baseAddress else {
      words = (0, 0, 0)
      hash = 0
      return
    }
    let count = bytes.count
    words = (
      PersonKey.word(base, 0, count), PersonKey.word(base, 8, count), PersonKey.word(base, 16, count)
    )
    hash =
      count <= 24
      ? Mixing.fold(
        words.0 ^ Mixing.first, Mixing.fold(words.1 ^ Mixing.second, words.2 ^ UInt64(count) &* Mixing.first))
      : Mixing.hash(bytes)
  }

  init(words: (UInt64, UInt64, UInt64), hash: UInt64, bytes: UnsafeRawBufferPointer) {
    self.words = words
    self.hash = hash
    self.bytes = bytes
  }

  /// The key of any ID, by way of a copy with room behind it.
  static func withKey<R>(of bytes: UnsafeRawBufferPointer, _ body: (PersonKey) throws -> R) rethrows -> R {
    try withUnsafeTemporaryAllocation(byteCount: bytes.count + 24, alignment: 8) { copy in
      copy.copyMemory(from: bytes)
      return try body(PersonKey(UnsafeRawBufferPointer(rebasing: copy[0..<bytes.count])))
    }
  }

  @inline(__always)
  private static func word(_ base: UnsafeRawPointer, _ offset: Int, _ count: Int) -> UInt64 {
    let left = count - offset
    if left >= 8 { return Mixing.word(base, offset) }
    if left <= 0 { return 0 }
    let word = UInt64(littleEndian: Mixing.word(base, offset))
    return word & ((1 << UInt64(truncatingIfNeeded: left * 8)) &- 1)
  }
}

/// People by their IDs, each with facts; numbered in the order in which they came.
struct PersonTable<Facts> {
  struct Person {
    fileprivate var words: (UInt64, UInt64, UInt64)
    /// How many bytes the ID has, and where one of more than 24 lies among the long ones.
    fileprivate var idCount: UInt32
    fileprivate var longPlace: UInt32
    var facts: Facts
  }

  /// High half: that of the hash; low half: the number of the person and one more; 0 is a free slot.
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask: Int
  private(set) var people: UnsafeMutablePointer<Person>
  private var capacity: Int
  private(set) var count = 0
  /// The hash of each person's ID, wanted when the table grows or is merged into another.
  private var hashes: UnsafeMutablePointer<UInt64>
  private var longIDs: [[UInt8]] = []

  init() {
    mask = 255
    capacity = 128
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    people = .allocate(capacity: capacity)
    hashes = .allocate(capacity: capacity)
  }

  /// Gives the memory back; the table is of no use afterwards. Facts must hold no references.
  func deallocate() {
    slots.deallocate()
    people.deallocate()
    hashes.deallocate()
  }

  /// What stands where a search for an ID begins; asking for it brings it near.
  @inline(__always)
  func slot(_ key: PersonKey) -> UInt64 { slots[Int(truncatingIfNeeded: key.hash) & mask] }

  /// The number of the person with this ID.
  @inline(__always)
  func find(_ key: PersonKey) -> Int? {
    var slot = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      let content = slots[slot]
      if content == 0 { return nil }
      if content >> 32 == key.hash >> 32 {
        let index = Int(content & 0xFFFF_FFFF) - 1
        if equals(index, key) { return index }
      }
      slot = (slot + 1) & mask
    }
  }

  /// Adds a person who is not yet there and returns the number.
  mutating func insert(_ key: PersonKey, _ facts: Facts) -> Int {
    if count == capacity { grow() }
    var person = Person(
      words: key.words, idCount: UInt32(truncatingIfNeeded: key.bytes.count), longPlace: 0, facts: facts)
    if key.bytes.count > 24 {
      person.longPlace = UInt32(truncatingIfNeeded: longIDs.count)
      longIDs.append(Array(key.bytes))
    }
    (people + count).initialize(to: person)
    (hashes + count).initialize(to: key.hash)
    count += 1
    place(key.hash, count)
    return count - 1
  }

  /// Calls `body` with the key of a person of this table.
  @inline(__always)
  func withKey<R>(of index: Int, _ body: (PersonKey) -> R) -> R {
    let person = people[index]
    let count = Int(person.idCount)
    if count <= 24 {
      return withUnsafeBytes(of: person.words) { words in
        body(
          PersonKey(
            words: person.words, hash: hashes[index],
            bytes: UnsafeRawBufferPointer(rebasing: words[0..<count])))
      }
    }
    return longIDs[Int(person.longPlace)].withUnsafeBytes { bytes in
      body(PersonKey(words: person.words, hash: hashes[index], bytes: bytes))
    }
  }

  @inline(__always)
  private func equals(_ index: Int, _ key: PersonKey) -> Bool {
    let person = people + index
    guard person.pointee.words.0 == key.words.0, person.pointee.words.1 == key.words.1,
      person.pointee.words.2 == key.words.2, Int(person.pointee.idCount) == key.bytes.count
    else { return false }
    return key.bytes.count <= 24 || equalsLong(index, key)
  }

  private func equalsLong(_ index: Int, _ key: PersonKey) -> Bool {
    longIDs[Int(people[index].longPlace)].elementsEqual(key.bytes)
  }

  private mutating func place(_ hash: UInt64, _ number: Int) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = (hash >> 32) << 32 | UInt64(truncatingIfNeeded: number)
  }

  private mutating func grow() {
    let (morePeople, moreHashes) = (
      UnsafeMutablePointer<Person>.allocate(capacity: capacity * 2),
      UnsafeMutablePointer<UInt64>.allocate(capacity: capacity * 2)
    )
    HugePages.advise(morePeople, count: capacity * 2)
    morePeople.moveInitialize(from: people, count: count)
    moreHashes.moveInitialize(from: hashes, count: count)
    people.deallocate()
    hashes.deallocate()
    (people, hashes) = (morePeople, moreHashes)
    capacity *= 2
    mask = mask * 2 + 1
    slots.deallocate()
    slots = .allocate(capacity: mask + 1)
    HugePages.advise(slots, count: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    for i in 0..<count { place(hashes[i], i + 1) }
  }
}
