/// Whether IDs are shown whole (CommandLine: Check).
package enum IDStyle: String, CaseIterable, Sendable {
  /// As they are, which is what machine forms carry unless told otherwise.
  case full
  /// The first 4 and the last 4 characters with a `*` for each between them, for what people read and pass on.
  case masked

  /// An ID as it is shown.
  func show(_ id: String) -> String { self == .full ? IDMask.whole(id) : IDMask.masked(id) }
}

extension ByteBuffer {
  /// Adds an ID as the style wants it, through `add`.
  @inline(__always)
  mutating func appendID(
    _ id: TextID, _ style: IDStyle, _ texts: TextTable,
    add: (inout ByteBuffer, UnsafeRawBufferPointer) -> Void
  ) {
    if style == .full {
      texts.withBytes(of: id) { add(&self, $0) }
    } else {
      var masked = ByteBuffer()
      texts.withBytes(of: id) { masked.appendMasked($0) }
      masked.withBytes { add(&self, $0) }
    }
  }
}
