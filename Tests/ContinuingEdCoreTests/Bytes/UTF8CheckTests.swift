import Testing

@testable import ContinuingEdCore

/// What is strict UTF-8, against the standard library.
@Suite struct UTF8CheckTests {
  private func isValid(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { UTF8Check.isValid($0) } }

  /// NUL fits nothing (RecordsFiles: Encoding).
  private func isValidByTheLibrary(_ bytes: [UInt8]) -> Bool {
    !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
  }

  /// Faulty and whole sequences: cut short, overlong, surrogates, beyond U+10FFFF, NUL; ASCII, 2, 3 and 4 bytes.
  static let sequences: [[UInt8]] = [
    [0xF0, 0x41], [0xE4, 0x41], [0xC3, 0x41], [0xE4, 0xB8], [0xF0, 0x9F, 0x98], [0x80], [0xBF, 0xBF],
    [0xC0, 0x80],
    [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0],
    [0xC3, 0xA9], [0xE4, 0xB8, 0xAD], [0xEF, 0xBD, 0x81], [0xE0, 0xA0, 0x80], [0xF0, 0x9F, 0x98, 0x80],
    [0x41],
  ]

  @Test("a sequence is judged alike at the start, around every edge of 64 and 1024 bytes, and at the end")
  func everywhere() {
    let edges = [0, 1, 2, 3, 4, 60, 61, 62, 63, 64, 65, 66, 67, 68, 127, 128, 1020, 1021, 1022, 1023]
    for sequence in Self.sequences {
      for place in edges + (1024...1032) + (2046...2056) {
        for filler: [UInt8] in [[0x61], [0xE4, 0xB8, 0xAD], [0xC3, 0xA9]] {
          let before = Array(repeating: filler, count: place / filler.count).joined()
          let head = Array(repeating: 0x61, count: place % filler.count) + before
          for tail in [0, 1, 2, 3, 63, 64, 1100] {
            let bytes = head + sequence + Array(repeating: 0x62, count: tail)
            #expect(
              isValid(bytes) == isValidByTheLibrary(bytes),
              "\(sequence) at \(place) of \(filler), \(tail) behind")
          }
        }
      }
    }
  }

  @Test("random texts of such sequences are judged as the library does")
  func random() {
    var state: UInt64 = 20_231
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
    for _ in 0..<4000 {
      var bytes: [UInt8] = []
      // The first faulty ones are seldom taken, so that long texts are whole now and then.
      for _ in 0..<next(600) {
        bytes += Self.sequences[next(400) == 0 ? next(14) : 14 + next(6)]
      }
      #expect(isValid(bytes) == isValidByTheLibrary(bytes), "\(bytes)")
    }
  }
}
