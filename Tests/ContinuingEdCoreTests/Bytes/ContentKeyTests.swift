import Testing

@testable import ContinuingEdCore

@Suite("The key of a file's bytes")
struct ContentKeyTests {
  // The vectors that were published with the function.
  static let vectors: [(String, UInt64)] = [
    ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
  ]

  @Test("is FNV-1a of 64 bits", arguments: vectors)
  func publishedVectors(text: String, key: UInt64) throws {
    #expect(try ContentKey.of(.bytes(name: "x", Array(text.utf8))).key == key)
  }

  @Test("does not hang on where pieces are cut")
  func pieces() throws {
    let bytes = (0..<(1 << 20) + 5).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
    #expect(try ContentKey.of(.bytes(name: "x", bytes)).key == key)
  }
}
