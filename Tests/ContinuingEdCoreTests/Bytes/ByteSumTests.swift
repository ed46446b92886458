import Testing

@testable import ContinuingEdCore

@Suite("The sum of bytes")
struct ByteSumTests {
  /// Worked out by the five lines of Python in the article.
  static let known: [(String, String)] = [
    ("", "0000000000000000"), ("a", "0000000000000061"), ("12345678", "1837363534333232"),
    ("123456789", "0759f0ed84733e2c"),
  ]

  @Test("is as the article defines it", arguments: known)
  func vector(text: String, digits: String) {
    #expect(ByteSum.text(ByteSum.of(Array(text.utf8))) == digits)
  }

  /// The definition, a word after the other.
  static func plain(_ bytes: [UInt8]) -> UInt64 {
    var (sum, power): (UInt64, UInt64) = (0, 1)
    for start in stride(from: 0, to: bytes.count, by: 8) {
      var word: UInt64 = 0
      for (place, byte) in bytes[start..<min(start + 8, bytes.count)].enumerated() {
        word |= UInt64(byte) << UInt64(8 * place)
      }
      let remainder = ByteSum.prime.dividingFullWidth((word % ByteSum.prime).multipliedFullWidth(by: power))
        .remainder
      sum = (sum + remainder) % ByteSum.prime
      power = ByteSum.prime.dividingFullWidth(power.multipliedFullWidth(by: ByteSum.base)).remainder
    }
    return sum
  }

  @Test("does not depend on the pieces that it is made of")
  func pieces() {
    var random = RandomInputTests.Generator(state: 5)
    for count in [1, 7, 8, 9, 63, 64, 65, 1000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let whole = ByteSumTests.plain(bytes)
      #expect(ByteSum.of(bytes) == whole)
      for cut in 0...min(count, 40) {
        let (first, second) = (Array(bytes[..<cut]), Array(bytes[cut...]))
        let sum = ByteSum.add(
          second.withUnsafeBytes { ByteSum.part($0, at: cut) },
          first.withUnsafeBytes { ByteSum.part($0, at: 0) })
        #expect(sum == whole, "\(count) at \(cut)")
      }
    }
  }

  @Test("of stretches is the same from whatever blocks")
  func stretches() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let offsets = [10, 10, 123, 500, 990]
    let expected = zip(offsets, offsets.dropFirst()).map { ByteSum.of(Array(bytes[$0..<$1])) }
    for size in [1, 13, 128, 999, 1000] {
      var sums = StretchSums(offsets: offsets)
      for start in stride(from: 0, to: 1000, by: size).reversed() {
        bytes[start..<min(1000, start + size)].withUnsafeBytes { sums.add($0, at: start) }
      }
      #expect(sums.sums == expected, "\(size)")
    }
  }
}
