/// IDs as people see them (CommandLine: Check): the first 4 and the last 4 characters are kept.
package enum IDMask {
  /// An ID with a `*` for each character between the first 4 and the last 4; one of up to 8 has none between.
  package static func masked(_ id: String) -> String {
    let hidden = id.count - 8
    if hidden <= 0 { return id }
    return id.prefix(4) + String(repeating: "*", count: hidden) + id.suffix(4)
  }

  /// An ID as it is: what machine formats carry.
  package static func whole(_ id: String) -> String { id }
}

extension ByteBuffer {
  /// Adds an ID with what stands between its first 4 and last 4 characters hidden.
  mutating func appendMasked(_ id: UnsafeRawBufferPointer) {
    guard id.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
      return append(IDMask.masked(String(decoding: id, as: UTF8.self)))
    }
    let hidden = id.count - 8
    if hidden <= 0 { return append(id) }
    append(UnsafeRawBufferPointer(rebasing: id.prefix(4)))
    for _ in 0..<hidden { append(UInt8(ascii: "*")) }
    append(UnsafeRawBufferPointer(rebasing: id.suffix(4)))
  }
}
