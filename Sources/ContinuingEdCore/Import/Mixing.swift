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
    let (a, b): (UInt64, UInt64)
    if count >= 8 {
      a = word(base, 0)
      b = word(base, count - 8)
    } else if count >= 4 {
      a = UInt64(base.loadUnaligned(as: UInt32.self))
      b = UInt64(base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    } else if count > 0 {
      let (low, middle, high) = (byte(base, 0), byte(base, count >> 1), byte(base, count - 1))
      a = low | middle << 8 | high << 16
      b = 0
    } else {
      (a, b) = (0, 0)
    }
    return fold(a ^ first, b ^ second ^ (UInt64(count) &* first))
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

  @inline(__always)
  private static func byte(_ base: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    UInt64(base.load(fromByteOffset: offset, as: UInt8.self))
  }
}
