/// 64-bit hashes of bytes: a multiplication of two words, folded, for every sixteen bytes.
///
/// Good enough to stand for equality among the rows of one person; where people are told apart, bytes are compared.
enum Mixing {
  @usableFromInline static let first: UInt64 = 0xA076_1D64_78BD_642F
  @usableFromInline static let second: UInt64 = 0xE703_7ED1_A0B4_28DB

  /// Both halves of the 128-bit product, one upon the other.
  @inline(__always)
  static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// The hash of some bytes; never reads outside them.
  @inline(__always)
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard let base = bytes.baseAddress else { return second }
    let count = bytes.count
    if count > 16 { return hashLong(base, count) }
    if count <= 8 { return hashShort(part(base, count), 0, count) }
    return hashShort(word(base, 0), part(base + 8, count - 8), count)
  }

  /// The same hash of bytes that are followed by 16 readable ones.
  @inline(__always)
  static func hash(padded base: UnsafeRawPointer, count: Int, _ masks: ByteMasks) -> UInt64 {
    if count > 16 { return hashLong(base, count) }
    return hashShort(word(base, 0) & masks.word(0, count), word(base, 8) & masks.word(8, count), count)
  }

  @inline(__always)
  private static func hashShort(_ a: UInt64, _ b: UInt64, _ count: Int) -> UInt64 {
    fold(a ^ first, b ^ second ^ (UInt64(truncatingIfNeeded: count) &* first))
  }

  /// Up to eight bytes as the beginning of a word, the rest of which is zeros.
  @inline(__always)
  private static func part(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count == 8 { return word(base, 0) }
    var bytes: UInt64 = 0
    withUnsafeMutableBytes(of: &bytes) { target in
      for i in 0..<count { target[i] = base.load(fromByteOffset: i, as: UInt8.self) }
    }
    return bytes
  }

  @inline(__always)
  private static func hashLong(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var state = second ^ (UInt64(count) &* first)
    var i = 0
    while i + 16 < count {
      state = fold(word(base, i) ^ first, word(base, i + 8) ^ state)
      i += 16
    }
    return fold(word(base, count - 16) ^ first, word(base, count - 8) ^ state)
  }

  @inline(__always)
  static func word(_ base: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
}

/// Masks that leave the first bytes of a word and make zeros of the others.
struct ByteMasks: @unchecked Sendable {
  /// As many ones as any mask needs, and as many zeros.
  private let bytes: UnsafeMutablePointer<UInt8>
  static let longest = 24

  static let shared = ByteMasks()

  private init() {
    bytes = .allocate(capacity: 2 * ByteMasks.longest)
    bytes.initialize(repeating: 0xFF, count: ByteMasks.longest)
    (bytes + ByteMasks.longest).initialize(repeating: 0, count: ByteMasks.longest)
  }

  /// What keeps of the word at `offset` the bytes that belong to the first `count`, which are 24 at most.
  @inline(__always)
  func word(_ offset: Int, _ count: Int) -> UInt64 {
    Mixing.word(UnsafeRawPointer(bytes), ByteMasks.longest &- count &+ offset)
  }
}
