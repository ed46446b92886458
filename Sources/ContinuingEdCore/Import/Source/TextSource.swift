/// A source and the encoding in which its text is to be read.
struct TextSource {
  let source: ByteSource
  /// Where the text begins in the source.
  let start: Int
  /// The file's encoding; UTF-16 becomes UTF-8 on the way.
  private(set) var encoding: SourceFile.TextEncoding
  let hasByteOrderMark: Bool
  /// Whether the encoding is a first guess that the text has yet to bear out.
  private(set) var isGuess: Bool

  /// The byte order marks, by which a text is known.
  static let marks: [(SourceFile.TextEncoding, [UInt8])] = [
    (.utf8, [0xEF, 0xBB, 0xBF]), (.gb18030, [0x84, 0x31, 0x95, 0x33]), (.utf16le, [0xFF, 0xFE]),
    (.utf16be, [0xFE, 0xFF]),
  ]

  /// Opens an input and looks at its first bytes.
  init(_ input: InputFile, _ options: ImportOptions) throws(ImportError) {
    let opened = try ByteSource(input, options)
    let options = opened.sheet == nil ? options : options.forSheets
    let top = BlockBuffer(capacity: FileKind.bytesNeeded)
    top.setCount(try opened.read(at: 0, into: top.base, count: FileKind.bytesNeeded))
    let isUTF16 = options.encoding == .utf16le || options.encoding == .utf16be
    if opened.sheet == nil, let kind = FileKind.of(top.bytes, isUTF16: isUTF16) {
      throw .notText(path: opened.path, kind)
    }
    let mark = opened.sheet == nil ? TextSource.marks.first { top.bytes.starts(with: $0.1) } : nil
    let chosen = SourceFile.TextEncoding(rawValue: options.encoding.rawValue)
    let encoding = chosen ?? mark?.0 ?? .utf8
    if chosen == .gb18030, GB18030.shared == nil { throw .noConversionTable }
    hasByteOrderMark = mark?.0 == encoding
    let markLength = hasByteOrderMark ? mark?.1.count ?? 0 : 0
    self.encoding = encoding
    isGuess = chosen == nil && mark == nil
    if encoding == .utf16le || encoding == .utf16be {
      let text = UTF16Stream(opened, from: markLength, isBigEndian: encoding == .utf16be)
      source = ByteSource(path: opened.path, text, options)
      start = 0
    } else {
      source = opened
      start = markLength
    }
  }

  /// The same text in GB18030.
  var asGB18030: TextSource {
    var other = self
    other.encoding = .gb18030
    other.isGuess = false
    return other
  }
}
