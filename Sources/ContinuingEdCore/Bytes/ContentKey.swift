/// The key of a file's bytes, by which a journal tells files apart, whatever their names: FNV-1a of 64 bits, which
/// anybody can work out again. It is no proof against somebody who wants two files to have the same key.
enum ContentKey {
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
  private static let pieceSize = 1 << 20

  /// The key of an input, and an input of the same bytes that can still be read: what comes through a pipe is kept.
  static func of(_ input: InputFile) throws(ImportError) -> (key: UInt64, input: InputFile) {
    let source = try ByteSource(input, ImportOptions())
    let piece = BlockBuffer(capacity: pieceSize)
    var kept: [UInt8] = []
    var (key, offset) = (basis, 0)
    while true {
      let count = try source.read(at: offset, into: piece.base, count: pieceSize)
      piece.setCount(count)
      if source.isStream { kept.append(contentsOf: piece.bytes) }
      for byte in piece.bytes { key = (key ^ UInt64(byte)) &* prime }
      offset += count
      if count < pieceSize { break }
    }
    return (key, source.isStream ? .bytes(name: input.name, kept) : input)
  }
}
