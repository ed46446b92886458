/// Hashes and the numbers that they were given, 0, 1, 2 … in the order in which they came.
///
/// Safe to look up from several threads once all are in.
final class KeyTable: @unchecked Sendable {
  private struct Slot {
    var key: UInt64
    /// One more than the number; 0 is a free slot.
    var number: UInt32
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int
  /// A bit for each hash that is there, by other bits than the slot's: small enough for a cache, it spares most of the
  /// ways to the slots for hashes that are not there.
  private let filter: UnsafeMutablePointer<UInt64>
  private let filterMask: Int
  private(set) var count = 0

  /// Room for so many hashes.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    mask = size - 1
    slots = .allocate(capacity: size)
    HugePages.advise(slots, count: size)
    slots.initialize(repeating: Slot(key: 0, number: 0), count: size)
    // Four bits a hash at least, and no more than two megabytes.
    let words = min(max(size / 32, 1), 1 << 18)
    filterMask = words * 64 - 1
    filter = .allocate(capacity: words)
    filter.initialize(repeating: 0, count: words)
  }

  deinit {
    slots.deallocate()
    filter.deallocate()
  }

  /// The number of a hash, which is given one if it has none.
  func add(_ key: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot].number != 0 {
      if slots[slot].key == key { return slots[slot].number - 1 }
      slot = (slot + 1) & mask
    }
    let bit = Int(truncatingIfNeeded: key >> 32) & filterMask
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
    slots[slot] = Slot(key: key, number: UInt32(truncatingIfNeeded: count + 1))
    count += 1
    return UInt32(truncatingIfNeeded: count - 1)
  }

  /// The number of a hash; nil if it is not there.
  @inline(__always)
  func find(_ key: UInt64) -> UInt32? {
    let bit = Int(truncatingIfNeeded: key >> 32) & filterMask
    if filter[bit >> 6] & 1 << UInt64(bit & 63) == 0 { return nil }
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot].number != 0 {
      if slots[slot].key == key { return slots[slot].number - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
