/// What quoting did to a cell, undone: two quotes are one, every line break is LF.
enum CellEscapes {
  /// Writes the content to `target`, which has room for all of it, and returns how many bytes it has.
  static func remove(from cell: UnsafeRawBufferPointer, to target: UnsafeMutableRawPointer) -> Int {
    var written = 0
    var i = 0
    while i < cell.count {
      var byte = cell[i]
      i += 1
      if byte == UInt8(ascii: "\"") {
        // The scanner left only pairs.
        i += 1
      } else if byte == UInt8(ascii: "\r") {
        byte = UInt8(ascii: "\n")
        if i < cell.count, cell[i] == UInt8(ascii: "\n") { i += 1 }
      }
      target.storeBytes(of: byte, toByteOffset: written, as: UInt8.self)
      written += 1
    }
    return written
  }

  /// The content as bytes of their own.
  static func removed(from cell: UnsafeRawBufferPointer) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: cell.count) { buffer, count in
      guard let base = buffer.baseAddress else {
        count = 0
        return
      }
      count = remove(from: cell, to: UnsafeMutableRawPointer(base))
    }
  }
}
