/// UTF-16 to UTF-8, the whole of a source at once.
enum UTF16Text {
  /// Reads a source from `start` to its end. A faulty unit becomes the byte FF, which no UTF-8 has.
  static func transcode(_ source: ByteSource, from start: Int, bigEndian: Bool) throws(ImportError) -> [UInt8]
  {
    var text: [UInt8] = []
    let piece = BlockBuffer(capacity: 1 << 20)
    var offset = start
    var pending: UInt16?
    while true {
      let count = try source.read(at: offset, into: piece.base, count: piece.capacity)
      piece.setCount(count)
      append(piece.bytes, bigEndian: bigEndian, pending: &pending, to: &text)
      offset += count
      if count < piece.capacity {
        // A pair without its second half, or half a unit, at the very end.
        if pending != nil { text.append(0xFF) }
        if count % 2 == 1 { text.append(0xFF) }
        return text
      }
    }
  }

  private static func append(
    _ bytes: UnsafeRawBufferPointer, bigEndian: Bool, pending: inout UInt16?, to text: inout [UInt8]
  ) {
    text.reserveCapacity(text.count + bytes.count / 2 * 3)
    for i in stride(from: 0, to: bytes.count - 1, by: 2) {
      let raw = bytes.loadUnaligned(fromByteOffset: i, as: UInt16.self)
      let unit = bigEndian ? UInt16(bigEndian: raw) : UInt16(littleEndian: raw)
      if let high = pending {
        pending = nil
        if unit & 0xFC00 == 0xDC00 {
          append(0x1_0000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF)), to: &text)
          continue
        }
        text.append(0xFF)
      }
      switch unit & 0xFC00 {
      case 0xD800: pending = unit
      case 0xDC00: text.append(0xFF)
      default: append(UInt32(unit), to: &text)
      }
    }
  }

  @inline(__always)
  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    func trail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80: text.append(UInt8(scalar))
    case ..<0x800:
      text.append(UInt8(0xC0 | scalar >> 6))
      text.append(trail(0))
    case ..<0x1_0000:
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(trail(6))
      text.append(trail(0))
    default:
      text.append(UInt8(0xF0 | scalar >> 18))
      text.append(trail(12))
      text.append(trail(6))
      text.append(trail(0))
    }
  }
}
