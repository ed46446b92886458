/// Bytes that come piece by piece.
protocol BytePieces: AnyObject {
  /// The next piece, which stays until the one after it is asked for; nil at the end. No piece is empty.
  func next() throws(WorkbookFailure) -> UnsafeRawBufferPointer?
}

/// The unpacked bytes of a ZIP member; at its end size and checksum are compared.
final class ZipMemberPieces: BytePieces {
  private let archive: ZipArchive
  private let member: ZipArchive.Member
  private let inflater: Inflater?
  private let packed = BlockBuffer(capacity: pieceSize)
  private let unpacked = BlockBuffer(capacity: pieceSize)
  /// What of the packed bytes has been read and not been used.
  private var rest = UnsafeRawBufferPointer(start: nil, count: 0)
  private var nextPlace: Int
  private var packedLeft: Int
  private var count = 0
  private var checksum: UInt32 = 0
  private var hasEnded = false

  static let pieceSize = 1 << 17

  /// Throws for a member that can't be unpacked.
  init(_ archive: ZipArchive, _ member: ZipArchive.Member) throws(WorkbookFailure) {
    (self.archive, self.member) = (archive, member)
    if member.isEncrypted { throw .fault(.encrypted) }
    nextPlace = try archive.contentPlace(of: member)
    packedLeft = member.packedSize
    switch member.method {
    case 0:
      guard member.packedSize == member.size else { throw .damaged(member.name) }
      inflater = nil
    case 8:
      guard let inflater = Inflater() else { throw .fault(.tooLarge) }
      self.inflater = inflater
    default: throw .fault(.unknownForm(part: member.name, form: "ZIP \(member.method)"))
    }
  }

  func next() throws(WorkbookFailure) -> UnsafeRawBufferPointer? { try next(into: unpacked) }

  /// The next piece, in a buffer of `pieceSize` bytes of the caller's.
  func next(into buffer: BlockBuffer) throws(WorkbookFailure) -> UnsafeRawBufferPointer? {
    if hasEnded { return nil }
    var room = UnsafeMutableRawBufferPointer(start: buffer.base, count: ZipMemberPieces.pieceSize)
    try fill(&room)
    let filled = ZipMemberPieces.pieceSize - room.count
    buffer.setCount(filled)
    count += filled
    checksum = CRC32.of(buffer.bytes, after: checksum)
    try archive.budget.take(filled)
    if count > member.size || (hasEnded && (count != member.size || checksum != member.checksum)) {
      throw .damaged(member.name)
    }
    return filled == 0 ? nil : buffer.bytes
  }

  private func fill(_ room: inout UnsafeMutableRawBufferPointer) throws(WorkbookFailure) {
    while room.count > 0 {
      if rest.count == 0, packedLeft > 0 { try readPacked() }
      guard let inflater else {
        let part = min(rest.count, room.count)
        room.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<part]))
        room = UnsafeMutableRawBufferPointer(rebasing: room[part...])
        rest = UnsafeRawBufferPointer(rebasing: rest[part...])
        hasEnded = rest.count == 0 && packedLeft == 0
        if hasEnded { return }
        continue
      }
      let before = (rest.count, room.count)
      switch inflater.step(&rest, into: &room) {
      case .end:
        hasEnded = true
        return
      case .damaged: throw .damaged(member.name)
      case .more:
        // Nothing goes on where no input is left.
        if (rest.count, room.count) == before, packedLeft == 0 { throw .damaged(member.name) }
      }
    }
  }

  private func readPacked() throws(WorkbookFailure) {
    let part = min(packedLeft, ZipMemberPieces.pieceSize)
    guard try archive.file.read(at: nextPlace, into: packed.base, count: part) else {
      throw .damaged(member.name)
    }
    packed.setCount(part)
    rest = packed.bytes
    nextPlace += part
    packedLeft -= part
  }
}
