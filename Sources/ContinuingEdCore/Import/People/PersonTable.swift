/// An ID as the tables compare it: its first 24 bytes as words, its length, its hash, and where all of it lies.
struct PersonKey {
  var words: (UInt64, UInt64, UInt64)
  var hash: UInt64
  var bytes: UnsafeRawBufferPointer

  /// The key of an ID that is followed by 24 readable bytes.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, _ masks: ByteMasks = .shared) {
    guard let base = bytes.baseAddress else {
      self.init(words: (0, 0, 0), bytes: bytes)
      return
    }
    let count = min(bytes.count, ByteMasks.longest)
    self.init(
      words: (
        Mixing.word(base, 0) & masks.word(0, count), Mixing.word(base, 8) & masks.word(8, count),
        Mixing.word(base, 16) & masks.word(16, count)
      ), bytes: bytes)
  }

  /// The key of an ID whose words are known.
  @inline(__always)
  init(words: (UInt64, UInt64, UInt64), bytes: UnsafeRawBufferPointer) {
    self.words = words
    self.bytes = bytes
    hash = PersonKey.hash(words, bytes)
  }

  @inline(__always)
  private static func hash(_ words: (UInt64, UInt64, UInt64), _ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let count = bytes.count
    if count > 24 { return Mixing.hash(bytes) }
    return Mixing.fold(
      words.0 ^ Mixing.first, Mixing.fold(words.1 ^ Mixing.second, words.2 ^ UInt64(count) &* Mixing.first))
  }

  /// The key of any ID, by way of a copy with room behind it.
  static func withKey<R>(of bytes: UnsafeRawBufferPointer, _ body: (PersonKey) throws -> R) rethrows -> R {
    try withUnsafeTemporaryAllocation(byteCount: bytes.count + 24, alignment: 8) { copy in
      copy.copyMemory(from: bytes)
      return try body(PersonKey(UnsafeRawBufferPointer(rebasing: copy[0..<bytes.count])))
    }
  }
}

/// People by their IDs, each with facts; numbered in the order in which they came.
///
/// Copies share their memory and count no references, as those of a ``ChunkList`` do.
struct PersonTable: BitwiseCopyable {
  /// 64 bytes, so that all that is known of somebody lies in one line of the cache.
  struct ListedPerson {
    fileprivate var words: (UInt64, UInt64, UInt64)
    var facts: ReadPerson
    /// How many bytes the ID has; 25 and more: where one of more than 24 bytes lies among the long ones.
    fileprivate var length: UInt32
    var first: ReadPerson.First
  }

  private static let longestShortID = 24

  /// High half: that of the hash; low half: the number of the person and one more; 0 is a free slot.
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask: Int
  private(set) var people = ChunkList<ListedPerson>()
  /// Memory of the table's own.
  private var longIDs = ChunkList<UnsafeRawBufferPointer>()

  init() {
    mask = 255
    slots = HugePages.zeros(mask + 1)
  }

  var count: Int { people.count }

  /// Gives the memory back; the table is of no use afterwards.
  func deallocate() {
    slots.deallocate()
    people.deallocate()
    for i in 0..<longIDs.count { longIDs[i].deallocate() }
    longIDs.deallocate()
  }

  /// Brings near where a search for an ID begins; the number says nothing.
  @inline(__always)
  func touchSlot(_ key: PersonKey) -> UInt64 { slots[Int(truncatingIfNeeded: key.hash) & mask] }

  /// The first person whose hash is like that of an ID, who is nearly always the one; nil if there is none.
  @inline(__always)
  func candidate(_ key: PersonKey) -> Int? {
    var slot = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      let content = slots[slot]
      if content >> 32 == key.hash >> 32, content != 0 { return Int(content & 0xFFFF_FFFF) - 1 }
      if content == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }

  /// Something of what is known of a person; asking for it brings all of it near.
  @inline(__always)
  func touch(_ index: Int) -> UInt64 { people.pointer(index).pointee.words.0 }

  /// The bucket of the ``RowStore`` that a person's rows go to.
  @inline(__always)
  func bucket(of index: Int) -> Int { Int(people.pointer(index).pointee.facts.bucket) }

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
  mutating func insert(_ key: PersonKey, _ facts: ReadPerson, first: ReadPerson.First = .init()) -> Int {
    if count * 2 > mask { grow() }
    var person = ListedPerson(
      words: key.words, facts: facts, length: UInt32(truncatingIfNeeded: key.bytes.count), first: first)
    person.facts.bucket = RowStore.bucket(ofHash: key.hash)
    if key.bytes.count > PersonTable.longestShortID {
      person.length = UInt32(truncatingIfNeeded: PersonTable.longestShortID + 1 + longIDs.count)
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: key.bytes.count, alignment: 1)
      copy.copyMemory(from: key.bytes)
      longIDs.append(UnsafeRawBufferPointer(copy))
    }
    people.append(person)
    place(key.hash, count)
    return count - 1
  }

  /// Whether an ID may be nearly another one, or has a wrong check digit: what is looked at once all are known.
  @inline(__always)
  func isSuspect(_ index: Int) -> Bool {
    let person = people.pointer(index)
    return person.pointee.facts.checksumFails || person.pointee.length == 15
      || UInt8(truncatingIfNeeded: UInt64(littleEndian: person.pointee.words.0)) == UInt8(ascii: "0")
  }

  /// Calls `body` with the key of a person of this table.
  @inline(__always)
  func withKey<R>(of index: Int, _ body: (PersonKey) -> R) -> R {
    let person = people.pointer(index)
    let length = Int(person.pointee.length)
    if length <= PersonTable.longestShortID {
      // The words are the first member.
      return body(
        PersonKey(
          words: person.pointee.words, bytes: UnsafeRawBufferPointer(start: person, count: length)))
    }
    let bytes = longIDs[length - PersonTable.longestShortID - 1]
    return body(PersonKey(words: person.pointee.words, bytes: bytes))
  }

  /// Whether a person of this table has this ID.
  @inline(__always)
  func equals(_ index: Int, _ key: PersonKey) -> Bool {
    let person = people.pointer(index)
    guard person.pointee.words.0 == key.words.0, person.pointee.words.1 == key.words.1,
      person.pointee.words.2 == key.words.2
    else { return false }
    let length = Int(person.pointee.length)
    if length <= PersonTable.longestShortID { return length == key.bytes.count }
    return longIDs[length - PersonTable.longestShortID - 1].elementsEqual(key.bytes)
  }

  private mutating func place(_ hash: UInt64, _ number: Int) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = (hash >> 32) << 32 | UInt64(truncatingIfNeeded: number)
  }

  private mutating func grow() {
    mask = mask * 2 + 1
    slots.deallocate()
    slots = HugePages.zeros(mask + 1)
    for i in 0..<count { place(withKey(of: i) { $0.hash }, i + 1) }
  }
}
