/// A table of texts in which equal ones can share a place.
struct TextInterner {
  private(set) var table = TextTable()
  /// High half: that of the hash; low half: the text; 0 is a free slot.
  private var slots = [UInt64](repeating: 0, count: 256)
  private var used = 0

  init() {}

  /// The text's number, the same for equal texts; `hash` is that of ``Mixing``.
  @inline(__always)
  mutating func intern(_ text: UnsafeRawBufferPointer, hash: UInt64) -> TextID {
    if text.count == 0 { return .empty }
    var slot = 0
    let known: TextID? = slots.withUnsafeBufferPointer { slots in
      let mask = slots.count &- 1
      slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 {
        if slots[slot] >> 32 == hash >> 32 {
          let id = TextID(UInt32(truncatingIfNeeded: slots[slot]))
          if table.holds(text, at: id) { return id }
        }
        slot = (slot &+ 1) & mask
      }
      return nil
    }
    return known ?? insert(text, hash: hash, slot: slot)
  }

  /// Adds all texts of a list without looking for equal ones.
  mutating func append(_ list: borrowing TextList) { table.append(list) }

  /// Adds a text without looking for an equal one.
  mutating func append(_ text: UnsafeRawBufferPointer) -> TextID { table.append(text) }

  @inline(never)
  private mutating func insert(_ text: UnsafeRawBufferPointer, hash: UInt64, slot: Int) -> TextID {
    let id = table.append(text)
    slots[slot] = (hash >> 32) << 32 | UInt64(id.index)
    used += 1
    if used * 2 > slots.count { grow() }
    return id
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for content in old where content != 0 {
      let id = TextID(UInt32(truncatingIfNeeded: content))
      let hash = table.withBytes(of: id) { Mixing.hash($0) }
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = content
    }
  }
}

extension TextTable {
  /// Whether text `id` consists of these bytes.
  @inline(__always)
  fileprivate func holds(_ text: UnsafeRawBufferPointer, at id: TextID) -> Bool {
    let range = byteRange(of: id)
    guard range.count == text.count else { return false }
    return bytes.withUnsafeBytes { all in
      guard let a = all.baseAddress, let b = text.baseAddress else { return true }
      return areEqual(a + range.lowerBound, b, text.count)
    }
  }
}

/// Whether two stretches of memory hold the same bytes.
@inline(__always)
func areEqual(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int) -> Bool {
  if count < 8 {
    for i in 0..<count
    where a.load(fromByteOffset: i, as: UInt8.self) != b.load(fromByteOffset: i, as: UInt8.self) {
      return false
    }
    return true
  }
  var i = 0
  while i &+ 8 <= count {
    if Mixing.word(a, i) != Mixing.word(b, i) { return false }
    i &+= 8
  }
  return Mixing.word(a, count - 8) == Mixing.word(b, count - 8)
}
