/// A part of a workbook in UTF-16, as UTF-8.
final class UTF16Pieces: BytePieces {
  private let pieces: any BytePieces
  private let part: String
  private let isBigEndian: Bool
  /// The piece that was looked at to find out.
  private var first: [UInt8]?
  private var oddByte: UInt8?
  private var high: UInt16?
  private var text: [UInt8] = []
  private let buffer = BlockBuffer(capacity: 0)

  private init(_ pieces: any BytePieces, part: String, first: [UInt8], isBigEndian: Bool) {
    (self.pieces, self.part, self.first, self.isBigEndian) = (pieces, part, first, isBigEndian)
  }

  /// The pieces themselves if the first of them shows no UTF-16, by a byte order mark or by the zero beside `<`.
  static func orPlain(_ pieces: any BytePieces, part: String) throws(WorkbookFailure) -> any BytePieces {
    guard let piece = try pieces.next() else { return NoPieces() }
    let first = Array(piece)
    switch (first[0], first.count > 1 ? first[1] : 0x20) {
    case (0xFF, 0xFE), (0x3C, 0): return UTF16Pieces(pieces, part: part, first: first, isBigEndian: false)
    case (0xFE, 0xFF), (0, 0x3C): return UTF16Pieces(pieces, part: part, first: first, isBigEndian: true)
    default: return PrependedPieces(first, pieces)
    }
  }

  func next() throws(WorkbookFailure) -> UnsafeRawBufferPointer? {
    text.removeAll(keepingCapacity: true)
    while text.isEmpty {
      if let first {
        self.first = nil
        for byte in first { try add(byte) }
      } else if let piece = try pieces.next() {
        try add(piece)
      } else if oddByte != nil || high != nil {
        throw .damaged(part)
      } else {
        return nil
      }
    }
    buffer.reserve(text.count)
    text.withUnsafeBytes {
      if let base = $0.baseAddress { buffer.base.copyMemory(from: base, byteCount: $0.count) }
    }
    buffer.setCount(text.count)
    return buffer.bytes
  }

  private func add(_ piece: UnsafeRawBufferPointer) throws(WorkbookFailure) {
    for byte in piece { try add(byte) }
  }

  private func add(_ byte: UInt8) throws(WorkbookFailure) {
    guard let before = oddByte else {
      oddByte = byte
      return
    }
    oddByte = nil
    try add(isBigEndian ? UInt16(before) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(before))
  }

  private func add(_ unit: UInt16) throws(WorkbookFailure) {
    var scalar = UInt32(unit)
    if let high {
      guard unit & 0xFC00 == 0xDC00 else { throw .damaged(part) }
      scalar = 0x1_0000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF))
      self.high = nil
    } else if unit & 0xFC00 == 0xD800 {
      high = unit
      return
    }
    guard let character = Unicode.Scalar(scalar), unit != 0 else { throw .damaged(part) }
    text.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
  }
}

/// A piece and then those of another.
private final class PrependedPieces: BytePieces {
  private var first: BlockBuffer?
  private let rest: any BytePieces
  private var isFirst = true

  init(_ bytes: [UInt8], _ rest: any BytePieces) {
    self.rest = rest
    let buffer = BlockBuffer(capacity: bytes.count)
    bytes.withUnsafeBytes {
      if let base = $0.baseAddress { buffer.base.copyMemory(from: base, byteCount: $0.count) }
    }
    buffer.setCount(bytes.count)
    first = buffer
  }

  func next() throws(WorkbookFailure) -> UnsafeRawBufferPointer? {
    if isFirst {
      isFirst = false
      return first?.bytes
    }
    first = nil
    return try rest.next()
  }
}

/// No piece at all.
private final class NoPieces: BytePieces {
  func next() -> UnsafeRawBufferPointer? { nil }
}
