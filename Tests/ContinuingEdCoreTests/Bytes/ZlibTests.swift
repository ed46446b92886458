import Testing

@testable import ContinuingEdCore

/// The binding of zlib: what is packed comes back, in pieces of any size, and damage is seen.
struct ZlibTests {
  /// The check value of CRC-32, and that of the two halves put together.
  @Test func checksumOfNineDigits() {
    #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.of(Array("56789".utf8), after: CRC32.of(Array("1234".utf8))) == 0xCBF4_3926)
    #expect(CRC32.of([]) == 0)
  }

  private static let text = Array(String(repeating: "公需科目,30,2023-07-01\n", count: 5000).utf8)

  @Test(arguments: [0, 1, 6, 9])
  func roundTrip(level: Int) throws {
    let deflater = try #require(Deflater(level: level))
    var packed: [UInt8] = []
    deflater.append(Array(ZlibTests.text.prefix(1000)), to: &packed)
    deflater.append(Array(ZlibTests.text.dropFirst(1000)), to: &packed)
    deflater.finish(to: &packed)
    #expect(level == 0 || packed.count < ZlibTests.text.count / 20)
    for (inputSize, roomSize) in [(1, 1 << 20), (1 << 20, 7), (1000, 1000)] {
      let (unpacked, rest) = try unpack(packed + [1, 2, 3], inputSize, roomSize)
      #expect(unpacked == ZlibTests.text)
      #expect(rest == 3)
    }
  }

  @Test func damageIsSeen() throws {
    let inflater = try #require(Inflater())
    // Block type 3 does not exist.
    let bytes: [UInt8] = [0x07, 0, 0]
    var room = [UInt8](repeating: 0, count: 16)
    let isDamaged = bytes.withUnsafeBytes { raw in
      room.withUnsafeMutableBytes { target in
        var (input, space) = (raw, target)
        if case .damaged = inflater.step(&input, into: &space) { return true }
        return false
      }
    }
    #expect(isDamaged)
  }

  /// Unpacks in pieces; how many bytes lie behind the stream.
  private func unpack(_ packed: [UInt8], _ inputSize: Int, _ roomSize: Int) throws -> ([UInt8], rest: Int) {
    let inflater = try #require(Inflater())
    var unpacked: [UInt8] = []
    var place = 0
    var room = [UInt8](repeating: 0, count: roomSize)
    while true {
      let end = min(packed.count, place + inputSize)
      let step = packed[place..<end].withUnsafeBytes { raw in
        room.withUnsafeMutableBytes { target in
          var (input, space) = (raw, target)
          let step = inflater.step(&input, into: &space)
          unpacked.append(contentsOf: target[..<(target.count - space.count)])
          place = end - input.count
          return step
        }
      }
      switch step {
      case .more: continue
      case .end: return (unpacked, packed.count - place)
      case .damaged:
        Issue.record("a stream of its own making is damaged")
        return (unpacked, 0)
      }
    }
  }
}
