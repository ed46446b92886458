/// What a file is that is no table in text, as its first bytes say (RecordsFiles: Other files).
package enum FileKind: String, Equatable, Sendable {
  /// A workbook of Excel 2007 and later, or of WPS.
  case xlsx
  /// A file of older office programs: a workbook, a document, or an encrypted one of today.
  case oldOffice
  /// A text document: docx.
  case document
  /// Slides: pptx.
  case slides
  /// A sheet or document of OpenOffice.
  case openDocument
  case pdf
  case zip
  /// gz, bz2, xz, 7z, rar.
  case packed
  /// A web page, also where it is called .xls.
  case html
  /// A table in XML.
  case xml
  case picture
  /// Something else that is no text.
  case binary

  /// How many bytes are looked at.
  static let bytesNeeded = 4096

  /// What the first bytes of a file are those of; nil for text. `isUTF16` says that it is to be read as such, in which NUL
  /// is half of a character.
  static func of(_ bytes: UnsafeRawBufferPointer, isUTF16: Bool) -> FileKind? {
    if starts(bytes, "PK\u{3}\u{4}") || starts(bytes, "PK\u{5}\u{6}") { return archive(bytes) }
    for (signature, kind) in signatures where bytes.count >= signature.count && bytes.starts(with: signature)
    {
      return kind
    }
    if let kind = markup(bytes) { return kind }
    let hasMark = TextSource.marks.contains { bytes.starts(with: $0.1) }
    return !isUTF16 && !hasMark && bytes.prefix(512).contains(0) ? .binary : nil
  }

  private static let signatures: [([UInt8], FileKind)] = [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice), (Array("%PDF-".utf8), .pdf),
    ([0x1F, 0x8B], .packed), (Array("BZh".utf8), .packed), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .packed),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .packed), (Array("Rar!".utf8), .packed),
    ([0x89, 0x50, 0x4E, 0x47], .picture), ([0xFF, 0xD8, 0xFF], .picture), (Array("GIF8".utf8), .picture),
  ]

  /// What a zip file holds, by the names of its first members.
  private static func archive(_ bytes: UnsafeRawBufferPointer) -> FileKind {
    if contains(bytes, "opendocument") { return .openDocument }
    if contains(bytes, "xl/") { return .xlsx }
    if contains(bytes, "word/") { return .document }
    if contains(bytes, "ppt/") { return .slides }
    return contains(bytes, "[Content_Types].xml") ? .xlsx : .zip
  }

  /// A web page or XML, behind white space and a byte order mark.
  private static func markup(_ bytes: UnsafeRawBufferPointer) -> FileKind? {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count, bytes[start] <= 0x20, bytes[start] != 0 { start += 1 }
    guard start < bytes.count, bytes[start] == UInt8(ascii: "<") else { return nil }
    let text = UnsafeRawBufferPointer(rebasing: bytes[start...])
    if starts(text, "<?xml") { return contains(text, "<html") ? .html : .xml }
    let pages = ["<!doctype", "<html", "<head", "<body", "<table", "<meta", "<style", "<script", "<!--"]
    return pages.contains { starts(text, $0) } ? .html : nil
  }

  /// Whether bytes start with a text, whatever its case.
  private static func starts(_ bytes: UnsafeRawBufferPointer, _ text: String) -> Bool {
    guard bytes.count >= text.utf8.count else { return false }
    return Swift.zip(bytes, text.utf8).allSatisfy { lowercased($0) == lowercased($1) }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 65 <= 25 ? byte | 0x20 : byte }

  private static func contains(_ bytes: UnsafeRawBufferPointer, _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { start in
      bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
