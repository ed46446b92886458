/// UTF-16 as UTF-8, a piece at a time.
///
/// A faulty unit becomes the byte FF, which no UTF-8 has.
final class UTF16Stream: ByteStream {
  private let source: ByteSource
  private let isBigEndian: Bool
  private var offset: Int
  /// The first half of a pair whose second half is in the next piece.
  private var pending: UInt16?
  private var hasEnded = false
  private let raw = BlockBuffer(capacity: pieceSize)
  /// Three bytes for each unit, and what a pending half may add.
  private let text = BlockBuffer(capacity: pieceSize / 2 * 3 + 8)
  private var given = 0

  private static let pieceSize = 1 << 18

  /// The text of a source from a place on. Nobody else may read the source from now on.
  init(_ source: ByteSource, from start: Int, isBigEndian: Bool) {
    self.source = source
    self.isBigEndian = isBigEndian
    offset = start
  }

  func next(into target: UnsafeMutableRawPointer, count: Int) throws(ImportError) -> Int {
    while given == text.count {
      if hasEnded { return 0 }
      try readPiece()
    }
    let part = min(count, text.count - given)
    target.copyMemory(from: text.base + given, byteCount: part)
    given += part
    return part
  }

  private func readPiece() throws(ImportError) {
    raw.setCount(try source.read(at: offset, into: raw.base, count: UTF16Stream.pieceSize))
    offset += raw.count
    source.forget(before: offset)
    hasEnded = raw.count < UTF16Stream.pieceSize
    var place = text.base
    transcode(&place)
    if hasEnded {
      // A pair without its second half, or half a unit, at the very end.
      if pending != nil { UTF16Stream.put(0xFF, &place) }
      if raw.count % 2 == 1 { UTF16Stream.put(0xFF, &place) }
    }
    text.setCount(place - text.base)
    given = 0
  }

  private func transcode(_ place: inout UnsafeMutableRawPointer) {
    for i in stride(from: 0, to: raw.count - 1, by: 2) {
      let bytes = raw.base.load(fromByteOffset: i, as: UInt16.self)
      let unit = isBigEndian ? UInt16(bigEndian: bytes) : UInt16(littleEndian: bytes)
      if let high = pending {
        pending = nil
        if unit & 0xFC00 == 0xDC00 {
          let scalar = 0x1_0000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF))
          UTF16Stream.put(scalar: scalar, &place)
          continue
        }
        UTF16Stream.put(0xFF, &place)
      }
      switch unit & 0xFC00 {
      case 0xD800: pending = unit
      case 0xDC00: UTF16Stream.put(0xFF, &place)
      default: UTF16Stream.put(scalar: UInt32(unit), &place)
      }
    }
  }

  @inline(__always)
  private static func put(_ byte: UInt8, _ place: inout UnsafeMutableRawPointer) {
    place.storeBytes(of: byte, as: UInt8.self)
    place += 1
  }

  @inline(__always)
  private static func put(scalar: UInt32, _ place: inout UnsafeMutableRawPointer) {
    func trail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80: put(UInt8(truncatingIfNeeded: scalar), &place)
    case ..<0x800:
      put(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6), &place)
      put(trail(0), &place)
    case ..<0x1_0000:
      put(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12), &place)
      put(trail(6), &place)
      put(trail(0), &place)
    default:
      put(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18), &place)
      put(trail(12), &place)
      put(trail(6), &place)
      put(trail(0), &place)
    }
  }
}
