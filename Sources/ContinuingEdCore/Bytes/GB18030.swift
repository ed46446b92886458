#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// GB18030 to UTF-8 by tables that the C library's iconv fills once.
///
/// A faulty sequence becomes the byte FF, which no UTF-8 has, so that the check of UTF-8 finds it in its record.
/// Delimiters, quotes and line breaks stand for themselves also in faulty text: none of them is ever a second byte.
final class GB18030: Sendable {
  /// UTF-8 bytes of a character, the first in the lowest place; 0 where there is none.
  private let twoBytes: [UInt32]
  /// Likewise for the four-byte codes of the basic plane, from 81308130 on.
  private let fourBytes: [UInt32]

  private static let trailCount = 190
  private static let basicCount = 39_420
  private static let fault: UInt8 = 0xFF

  private init?() {
    guard let converter = Converter() else { return nil }
    defer { converter.close() }
    var two: [UInt32] = []
    two.reserveCapacity(126 * GB18030.trailCount)
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F { two.append(converter.character([lead, trail])) }
    }
    var four = (0..<GB18030.basicCount).map { converter.character(GB18030.code(ofBasic: $0)) }
    for (scalar, pair, quad) in GB18030.movedCharacters {
      let bytes = GB18030.threeBytes(scalar)
      two[GB18030.place(pair)] = bytes
      four[GB18030.place(ofBasic: quad)] = bytes
    }
    // What fills empty cells of some old programs: a blank.
    two[GB18030.place(0xA3A0)] = GB18030.threeBytes(0x3000)
    twoBytes = two
    fourBytes = four
  }

  /// Characters that the standard of 2005 wrote in four bytes and that of 2022 in two, with both codes.
  private static let movedCharacters: [(scalar: UInt32, pair: UInt16, quad: UInt32)] = [
    (0xFE10, 0xA6D9, 0x8431_8236), (0xFE11, 0xA6DB, 0x8431_8237), (0xFE12, 0xA6DA, 0x8431_8238),
    (0xFE13, 0xA6DC, 0x8431_8239), (0xFE14, 0xA6DD, 0x8431_8330), (0xFE15, 0xA6DE, 0x8431_8331),
    (0xFE16, 0xA6DF, 0x8431_8332), (0xFE17, 0xA6EC, 0x8431_8333), (0xFE18, 0xA6ED, 0x8431_8334),
    (0xFE19, 0xA6F3, 0x8431_8335), (0x9FB4, 0xFE59, 0x8235_9037), (0x9FB5, 0xFE61, 0x8235_9038),
    (0x9FB6, 0xFE66, 0x8235_9039), (0x9FB7, 0xFE67, 0x8235_9130), (0x9FB8, 0xFE6D, 0x8235_9131),
    (0x9FB9, 0xFE7E, 0x8235_9132), (0x9FBA, 0xFE90, 0x8235_9133), (0x9FBB, 0xFEA0, 0x8235_9134),
  ]

  private static func place(_ pair: UInt16) -> Int {
    let (lead, trail) = (Int(pair >> 8), Int(pair & 0xFF))
    return (lead - 0x81) * trailCount + trail - (trail > 0x7F ? 0x41 : 0x40)
  }

  private static func place(ofBasic quad: UInt32) -> Int {
    let (a, b, c, d) = (quad >> 24, quad >> 16 & 0xFF, quad >> 8 & 0xFF, quad & 0xFF)
    return Int((((a - 0x81) * 10 + b - 0x30) * 126 + c - 0x81) * 10 + d - 0x30)
  }

  /// The UTF-8 bytes of a character from U+0800 on, the first in the lowest place.
  private static func threeBytes(_ scalar: UInt32) -> UInt32 {
    (0xE0 | scalar >> 12) | (0x80 | scalar >> 6 & 0x3F) << 8 | (0x80 | scalar & 0x3F) << 16
  }

  /// The tables; nil where the C library doesn't know GB18030.
  static let shared = GB18030()

  /// Appends nothing: replaces what `target` holds by the UTF-8 of `bytes`.
  func transcode(_ bytes: UnsafeRawBufferPointer, into target: BlockBuffer) {
    // Two bytes become four at most, one becomes one.
    target.reserve(bytes.count * 2)
    guard let base = bytes.baseAddress else { return target.setCount(0) }
    let source = base.assumingMemoryBound(to: UInt8.self)
    var written = target.base
    twoBytes.withUnsafeBufferPointer { table in
      var i = 0
      while i < bytes.count {
        let lead = source[i]
        if lead < 0x80 {
          if i + 8 <= bytes.count {
            let word = Mixing.word(base, i)
            written.storeBytes(of: word, as: UInt64.self)
            let high = UInt64(littleEndian: word) & 0x8080_8080_8080_8080
            let plain = high == 0 ? 8 : high.trailingZeroBitCount >> 3
            i += plain
            written += plain
          } else {
            written.storeBytes(of: lead, as: UInt8.self)
            i += 1
            written += 1
          }
          continue
        }
        let trail = i + 1 < bytes.count ? source[i + 1] : 0
        if lead >= 0x81, lead <= 0xFE, trail >= 0x40, trail != 0x7F, trail <= 0xFE {
          let column = Int(trail) - (trail > 0x7F ? 0x41 : 0x40)
          let character = table[(Int(lead) - 0x81) * GB18030.trailCount + column]
          written += GB18030.write(character, to: written)
          i += 2
          continue
        }
        let (character, width) = fourByteCharacter(source + i, count: bytes.count - i)
        written += GB18030.write(character, to: written)
        i += width
      }
    }
    target.setCount(written - target.base)
  }

  /// Writes a character and says how many bytes it takes.
  @inline(__always)
  private static func write(_ character: UInt32, to target: UnsafeMutableRawPointer) -> Int {
    let first = character & 0xFF
    if first >= 0xE0 {
      target.storeBytes(of: character.littleEndian, as: UInt32.self)
      return first >= 0xF0 ? 4 : 3
    }
    if first == 0 {
      target.storeBytes(of: fault, as: UInt8.self)
      return 1
    }
    target.storeBytes(of: character.littleEndian, as: UInt32.self)
    return first >= 0xC0 ? 2 : 1
  }

  /// A four-byte code, or a fault of one byte.
  private func fourByteCharacter(_ code: UnsafePointer<UInt8>, count: Int) -> (UInt32, Int) {
    guard count >= 4, code[0] >= 0x81, code[0] <= 0xFE, code[2] >= 0x81, code[2] <= 0xFE,
      code[1] &- 0x30 <= 9, code[3] &- 0x30 <= 9
    else { return (0, 1) }
    let high = (Int(code[0]) - 0x81) * 10 + Int(code[1] - 0x30)
    let place = (high * 126 + Int(code[2]) - 0x81) * 10 + Int(code[3] - 0x30)
    if place < GB18030.basicCount { return (fourBytes[place], 4) }
    let supplementary = place - 189_000
    guard supplementary >= 0, supplementary <= 0xF_FFFF else { return (0, 4) }
    let scalar = UInt32(supplementary + 0x1_0000)
    let bytes = (
      0xF0 | scalar >> 18, 0x80 | scalar >> 12 & 0x3F, 0x80 | scalar >> 6 & 0x3F, 0x80 | scalar & 0x3F
    )
    return (bytes.0 | bytes.1 << 8 | bytes.2 << 16 | bytes.3 << 24, 4)
  }

  private static func code(ofBasic place: Int) -> [UInt8] {
    [
      UInt8(0x81 + place / 12_600), UInt8(0x30 + place / 1260 % 10), UInt8(0x81 + place / 10 % 126),
      UInt8(0x30 + place % 10),
    ]
  }
}

/// iconv from GB18030 to UTF-8, a character at a time.
private struct Converter {
  private let handle: iconv_t

  init?() {
    guard let handle = iconv_open("UTF-8", "GB18030"), Int(bitPattern: handle) != -1 else { return nil }
    self.handle = handle
  }

  func close() { iconv_close(handle) }

  /// The UTF-8 bytes of one code, the first in the lowest place; 0 if it is no code.
  func character(_ code: [UInt8]) -> UInt32 {
    var input = code.map(CChar.init(bitPattern:))
    var output: UInt32 = 0
    var (left, room) = (input.count, 4)
    let converted = input.withUnsafeMutableBufferPointer { source in
      withUnsafeMutableBytes(of: &output) { target in
        var from = source.baseAddress
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        return iconv(handle, &from, &left, &to, &room)
      }
    }
    if converted != 0 || left != 0 {
      _ = iconv(handle, nil, nil, nil, nil)
      return 0
    }
    return UInt32(littleEndian: output)
  }
}
