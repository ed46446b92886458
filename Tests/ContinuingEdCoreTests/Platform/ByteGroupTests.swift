import Testing

@testable import ContinuingEdCore

@Suite struct ByteGroupTests {
  /// Asks of 64 bytes, each of which has another value, and returns the values for which the answer is yes.
  private func values(_ ask: (ByteGroup) -> UInt64) -> [UInt8] {
    var found: [UInt8] = []
    for quarter in 0..<4 {
      let bytes = (0..<64).map { UInt8(quarter * 64 + $0) }
      let answers = bytes.withUnsafeBytes { text -> UInt64 in
        guard let base = text.baseAddress else { return 0 }
        return ask(ByteGroup(base))
      }
      for i in 0..<64 where answers >> UInt64(i) & 1 == 1 { found.append(bytes[i]) }
    }
    return found
  }

  @Test("tells which bytes are which, whatever their value")
  func answers() {
    let patterns: [UInt8] = [0, 9, 0x22, 0x2C]
    for byte in patterns + [0x7F, 0x80, 0xED, 0xFF] {
      #expect(values { $0.equal(ByteGroup.Pattern(byte)) } == [byte])
    }
    for byte in patterns { #expect(values { $0.atMost(ByteGroup.Pattern(byte)) } == Array(0...byte)) }
    let (zero, narrow) = (ByteGroup.Pattern(0), ByteGroup.Pattern(0xED))
    #expect(values { $0.equal(zero, narrow) } == [0, 0xED])
    let (comma, quote) = (ByteGroup.Pattern(0x2C), ByteGroup.Pattern(0x22))
    let (lf, cr) = (ByteGroup.Pattern(0x0A), ByteGroup.Pattern(0x0D))
    #expect(values { $0.equal(comma, quote, lf, cr) } == [0x0A, 0x0D, 0x22, 0x2C])
    #expect(values { $0.wide } == Array(0x80...0xFF))
    #expect(values { $0.continuing } == Array(0x80...0xBF))
    #expect(values { $0.within(0xE1, 0xEF) } == Array(0xE1...0xEF))
    #expect(values { $0.within(0xC2, 0xDF) } == Array(0xC2...0xDF))
  }

  @Test("whether a byte occurs an odd number of times", arguments: 0..<200)
  func parity(count: Int) {
    // Of each three bytes up to the count the first and the last are the one that is sought: 0x22 and 0x20 + 2.
    let bytes = (0..<256).map { UInt8($0 >= count ? 0 : $0 % 3 == 0 ? 0x22 : 0x20 + UInt8($0 % 3)) }
    let isOdd = bytes.withUnsafeBytes { text -> Bool in
      guard let base = text.baseAddress else { return false }
      var parity = ByteParity(0x22)
      for start in stride(from: 0, to: 256, by: 64) { parity.add(base + start) }
      return parity.isOdd
    }
    // The first of three: a third of the count, rounded up; the last of three: rounded down.
    let expected = (count + 2) / 3 + count / 3
    #expect(isOdd == (expected % 2 == 1))
  }
}
