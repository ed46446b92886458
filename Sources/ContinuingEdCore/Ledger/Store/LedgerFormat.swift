/// `ledger.json`: the version of the format, and nothing else.
enum LedgerFormat {
  /// The file's bytes.
  static func bytes(_ version: Int) -> [UInt8] { Array("{\"format\": \(version)}\n".utf8) }

  /// The version that the file's bytes name: white space is free, and what a later version adds behind the number is
  /// not looked at. Nil if they name none.
  static func version(_ bytes: [UInt8]) -> Int? {
    var rest = bytes[...]
    func skipSpace() { rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } }
    func take(_ text: String) -> Bool {
      skipSpace()
      guard rest.starts(with: text.utf8) else { return false }
      rest = rest.dropFirst(text.utf8.count)
      return true
    }
    guard take("{"), take("\"format\""), take(":") else { return nil }
    skipSpace()
    let digits = rest.prefix { 48...57 ~= $0 }
    rest = rest.dropFirst(digits.count)
    guard digits.first != 48, let version = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    if version > LedgerFolder.format { return version }
    guard take("}") else { return nil }
    skipSpace()
    return rest.isEmpty ? version : nil
  }
}
