#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A template as the bytes of a file that Excel opens without asking.
package struct TemplateFile: Sendable {
  /// The encodings that a template can be written in.
  package enum Encoding: String, CaseIterable, Sendable {
    /// With a byte order mark.
    case utf8 = "utf-8"
    /// As Excel in Chinese saves CSV; no byte order mark.
    case gb18030
  }

  private let text: String

  /// A file of these rows: headings first, cells as they are.
  package init(rows: [[String]]) {
    text = rows.map { $0.map(TemplateFile.cell).joined(separator: ",") + "\n" }.joined()
  }

  /// The bytes; nil where the C library does not know the encoding.
  package func bytes(in encoding: Encoding) -> [UInt8]? {
    switch encoding {
    case .utf8: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .gb18030: TemplateFile.gb18030(text)
    }
  }

  private static func cell(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return text }
    return text.reduce(into: "\"") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }

  private static func gb18030(_ text: String) -> [UInt8]? {
    guard let converter = iconv_open("GB18030", "UTF-8"), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map(CChar.init(bitPattern:))
    // Three bytes of UTF-8 become four at most, one stays one.
    var output = [CChar](repeating: 0, count: input.count * 2 + 4)
    var (left, room) = (input.count, output.count)
    let failed = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        return iconv(converter, &from, &left, &to, &room) == -1
      }
    }
    if failed || left != 0 { return nil }
    return output.prefix(output.count - room).map(UInt8.init(bitPattern:))
  }
}
