/// The key of a file's bytes, by which a journal tells files apart, whatever their names.
///
/// Ledgers keep such keys: how they are made must stay as it is.
enum ContentKey {
  private static let pieceSize = 1 << 20

  /// The key of an input, and an input of the same bytes that can still be read: what comes through a pipe is kept.
  static func of(_ input: InputFile) throws(ImportError) -> (key: UInt64, input: InputFile) {
    let source = try ByteSource(input, ImportOptions())
    let piece = BlockBuffer(capacity: pieceSize)
    var kept: [UInt8] = []
    var (key, offset) = (UInt64(0), 0)
    while true {
      let count = try source.read(at: offset, into: piece.base, count: pieceSize)
      piece.setCount(count)
      if source.isStream { kept.append(contentsOf: piece.bytes) }
      if count > 0 { key = Mixing.fold(key ^ Mixing.first, Mixing.hash(piece.bytes) ^ Mixing.second) }
      offset += count
      if count < pieceSize { break }
    }
    return (key, source.isStream ? .bytes(name: input.name, kept) : input)
  }
}
