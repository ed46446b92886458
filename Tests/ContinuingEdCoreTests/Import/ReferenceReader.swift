/// Splits a text into records as the article says it (RecordsFiles: Quotes), a byte at a time and with no thought of
/// speed: what the fast reader is held against.
struct ReferenceReader {
  enum Content: Equatable {
    case cells([[UInt8]])
    case badQuote
    case unclosedQuote
    case badEncoding
  }

  struct Record: Equatable {
    /// The line to report, counted from 1.
    var line: Int
    var content: Content
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var place = 0
  private var line = 1

  static func records(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) -> [Record] {
    var reader = ReferenceReader(bytes: bytes, delimiter: delimiter)
    var records: [Record] = []
    while reader.place < bytes.count { records.append(reader.record()) }
    return records
  }

  private init(bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lf = UInt8(ascii: "\n")
  private static let cr = UInt8(ascii: "\r")

  private mutating func record() -> Record {
    let (start, startLine) = (place, line)
    var cells: [[UInt8]] = []
    while true {
      if place < bytes.count, bytes[place] == ReferenceReader.quote {
        let (opening, openingLine) = (place, line)
        let (content, isClosed) = quotedCell()
        let isFollowedByText = place < bytes.count && !isEnd(bytes[place])
        if !isClosed || isFollowedByText {
          place = opening
          line = openingLine
          while place < bytes.count, !isBreak(bytes[place]) { place += 1 }
          let isFaulty = !isText(bytes[start..<place])
          if place < bytes.count { passBreak() }
          if isFaulty { return Record(line: startLine, content: .badEncoding) }
          return Record(line: openingLine, content: isClosed ? .badQuote : .unclosedQuote)
        }
        cells.append(content)
      } else {
        let cellStart = place
        while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
        cells.append(Array(bytes[cellStart..<place]))
      }
      if place < bytes.count, bytes[place] == delimiter {
        place += 1
        continue
      }
      let isFaulty = !isText(bytes[start..<place])
      if place < bytes.count { passBreak() }
      return Record(line: startLine, content: isFaulty ? .badEncoding : .cells(cells))
    }
  }

  /// The content of the quoted cell at `place`, which moves behind it, and whether it was closed.
  private mutating func quotedCell() -> (content: [UInt8], isClosed: Bool) {
    var content: [UInt8] = []
    place += 1
    while place < bytes.count {
      if bytes[place] == ReferenceReader.quote {
        place += 1
        guard place < bytes.count, bytes[place] == ReferenceReader.quote else { return (content, true) }
        content.append(ReferenceReader.quote)
        place += 1
      } else if isBreak(bytes[place]) {
        content.append(ReferenceReader.lf)
        passBreak()
      } else {
        content.append(bytes[place])
        place += 1
      }
    }
    return (content, false)
  }

  private mutating func passBreak() {
    let isPair =
      bytes[place] == ReferenceReader.cr && place + 1 < bytes.count && bytes[place + 1] == ReferenceReader.lf
    place += isPair ? 2 : 1
    line += 1
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == ReferenceReader.lf || byte == ReferenceReader.cr }
  private func isEnd(_ byte: UInt8) -> Bool { isBreak(byte) || byte == delimiter }
  private func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
  }
}
