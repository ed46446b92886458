/// What stands behind the leading zeros of an ID: a spreadsheet that takes an ID for a number leaves this of it
/// (Problems: Codes of warnings; near-id).
struct ZerolessID: Hashable {
  private let bytes: [UInt8]

  /// What stands behind the zeros; nil where nothing does.
  init?(_ id: UnsafeRawBufferPointer) {
    guard let first = id.firstIndex(where: { $0 != UInt8(ascii: "0") }) else { return nil }
    bytes = Array(id[first...])
  }

  /// Calls `body` with the key of the ID that has no zeros.
  func withKey<R>(_ body: (PersonKey) throws -> R) rethrows -> R {
    try bytes.withUnsafeBytes { try PersonKey.withKey(of: $0, body) }
  }
}
