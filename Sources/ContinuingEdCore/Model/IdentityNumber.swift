/// The number of a resident’s identity card (GB 11643): 17 digits and a check digit, which may be X.
enum IdentityNumber {
  /// Whether the check digit of 18 bytes is that of GB 11643; nil if they are not 17 digits and a digit or X.
  @inline(__always)
  static func checkDigitMatches(_ id: UnsafeRawBufferPointer) -> Bool? {
    let first = id.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    let second = id.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let (seventeenth, check) = (id[16] &- 48, id[17])
    guard areDigits(first), areDigits(second), seventeenth <= 9 else { return nil }
    guard check &- 48 <= 9 || check == UInt8(ascii: "X") else { return nil }
    // The weights of the 17 places are 7 9 10 5 8 4 2 1 · 6 3 7 9 10 5 8 4 · 2; those of even and odd places are
    // packed backwards in 16-bit lanes, so that the top lane of a product is their weighted sum (at most 360).
    var sum = weighted(first, even: 0x0007_000A_0008_0002, odd: 0x0009_0005_0004_0001)
    sum += weighted(second, even: 0x0006_0007_000A_0008, odd: 0x0003_0009_0005_0004)
    sum += UInt64(seventeenth) * 2
    // The remainder r stands for 12 − r modulo 11, with X for ten.
    let wanted = (12 - sum % 11) % 11
    return wanted == 10 ? check == UInt8(ascii: "X") : UInt64(check &- 48) == wanted
  }

  @inline(__always)
  private static func weighted(_ digits: UInt64, even: UInt64, odd: UInt64) -> UInt64 {
    let values = UInt64(littleEndian: digits) & 0x0F0F_0F0F_0F0F_0F0F
    let (evens, odds) = (values & 0x00FF_00FF_00FF_00FF, (values >> 8) & 0x00FF_00FF_00FF_00FF)
    return (evens &* even) >> 48 + (odds &* odd) >> 48
  }

  @inline(__always)
  private static func areDigits(_ bytes: UInt64) -> Bool {
    let high = bytes & 0xF0F0_F0F0_F0F0_F0F0
    return high == 0x3030_3030_3030_3030 && (bytes &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == high
  }
}
