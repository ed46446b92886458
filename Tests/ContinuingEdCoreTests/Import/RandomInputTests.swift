import Testing

@testable import ContinuingEdCore

@Suite("Random input, against the slow and plain reader")
struct RandomInputTests {
  /// A small generator with a fixed seed: the same inputs in every run.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 29) &* 0x9E37_79B9_7F4A_7C15 >> 7 ^ state
    }
  }

  static let header = "person_id,category,year,hours,title\n"
  static let junk: [[UInt8]] =
    [
      "a", "b", ",", ",", ",,", "\"", "\"", "\"\"", "\n", "\r", "\r\n", "中", " ", "合计", "、", "2023", "8",
      "self-study", "\u{200B}", "\u{7}", "\u{AD}", "小计", "=\"b\"", "'", "\u{E000}",
    ]
    .map { Array($0.utf8) } + [[0xFF], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98, 0x80]]
  static let rows: [String] = [
    "a,self-study,2023,8,t\n", "b,self-study,2023,8,\"x,y\"\r\n", "c,self-study,2023,8,\"x\ny\"\n",
    "d,self-study,2023,8,\"x\"\"\"\r",
    "\"a\",self-study,2023,9,\n", "合计,,,16,\n", ",,,,\n", "\n", "e,self-study,2023,8,5\" disk\n",
    "f,self-study,2023,8,t,,\n",
    "g,self-study,2023\n", "h,self-study,2023,8,\"open\n", "i,self-study,2023,8,\"x\"y\n",
    "j,self-study,2023,8,\"\r\n\r\"\r\n",
  ]

  static func text(_ generator: inout Generator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<12, using: &generator) {
      if Int.random(in: 0..<4, using: &generator) == 0 {
        for _ in 0..<Int.random(in: 1..<8, using: &generator) {
          bytes += junk[Int.random(in: 0..<junk.count, using: &generator)]
        }
      } else {
        bytes += Array(rows[Int.random(in: 0..<rows.count, using: &generator)].utf8)
      }
    }
    return bytes
  }

  /// A cell as it is read: no format characters, no space around it, no `'`, of `="x"` the x.
  static func plain(_ cell: [UInt8]) -> String {
    let kept = String(decoding: cell, as: UTF8.self).unicodeScalars.filter { scalar in
      let category = scalar.properties.generalCategory
      return scalar == "\t" || scalar == "\n" || scalar == "\r"
        || (category != .format && category != .control)
    }
    func trimmed(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
      var text = text
      while let first = text.first, first.properties.isWhitespace { text.removeFirst() }
      while let last = text.last, last.properties.isWhitespace { text.removeLast() }
      return text
    }
    var text = trimmed(Substring.UnicodeScalarView(kept))
    if text.first == "'" { text = trimmed(text.dropFirst()) }
    let isFormula = text.count >= 3 && Array(text.prefix(2)) == ["=", "\""] && text.last == "\""
    return isFormula
      ? plain(Array(String(Substring(text.dropFirst(2).dropLast())).utf8)) : String(Substring(text))
  }

  /// What the fast reader must say of the rows below the header, by the plain one: problems of whole records and of
  /// the person cell, and each person's lines and titles.
  static func expected(_ text: [UInt8]) -> (problems: [String], rows: [String]) {
    var (problems, rows) = ([String](), [String]())
    var number = 0
    var shortRow: String?
    for record in ReferenceReader.records(text) {
      let line = record.line + 1
      guard case .cells(let cells) = record.content else {
        number += 1
        let code =
          record.content == .badQuote
          ? "bad-quote" : record.content == .badEncoding ? "bad-encoding" : "unclosed-quote"
        problems.append("\(code)@\(line)/\(number)")
        continue
      }
      let texts = cells.map(plain)
      guard let place = texts.firstIndex(where: { !$0.isEmpty }) else { continue }
      number += 1
      let first = texts[place].filter { !$0.isWhitespace }
      let (person, category) = (texts[0], texts.count > 1 ? texts[1] : "")
      let isTotal = ["合计", "小计"].contains(first) && (person.isEmpty || place == 0)
      let isGroupTotal =
        ["合计", "小计"].contains(where: first.hasSuffix) && (category.isEmpty || place == 1)
      if isTotal || isGroupTotal {
        problems.append("skipped-row@\(line)/\(number)")
        continue
      }
      let isShort = texts.count < 5
      let isKnown = category.filter { !$0.isWhitespace } == "self-study"
      if isShort ? person.isEmpty || !isKnown : texts[5...].contains(where: { !$0.isEmpty }) {
        problems.append("ragged-row@\(line)/\(number)")
        continue
      }
      if isShort, shortRow == nil {
        shortRow = "short-row@\(line)/\(number)"
        problems.append("short-row@\(line)/\(number)")
      }
      if person.isEmpty {
        problems.append("missing-person@\(line)/\(number):0=")
      } else {
        rows.append("\(line) \(person.filter { !$0.isWhitespace }) \(texts.count > 4 ? texts[4] : "")")
      }
    }
    return (problems, rows)
  }

  static func found(_ records: Records) -> (problems: [String], rows: [String]) {
    let codes: [ProblemCode] = [
      .badQuote, .unclosedQuote, .badEncoding, .skippedRow, .raggedRow, .missingPerson, .shortRow,
    ]
    let problems = zip(records.problems, Reading.problems(records)).filter { codes.contains($0.0.code) }.map(
      \.1)
    let entries = records.allEntries.sorted { $0.line < $1.line }
    let rows = entries.map { entry in
      let id = records.texts.string(records.people[Int(entry.person)].id)
      return "\(entry.line) \(id) \(records.texts.string(entry.title))"
    }
    return (problems, rows)
  }

  /// Everything of a result, to be compared.
  static func digest(_ records: Records) -> [String] {
    Reading.problems(records) + Reading.people(records)
      + records.allEntries.map {
        "\($0.line) \(records.texts.string($0.title)) \($0.marks.rawValue) \($0.hours?.description ?? "")"
      }
      + records.people.map { records.texts.string($0.name) + "/" + records.texts.string($0.unit) }
      + records.rejectedRows.map { "\($0.line)/\($0.record) \(records.texts.string($0.text))" }
      + ["\(records.files[0].records) \(records.files[0].lineEnds)"]
  }

  @Test("splits records, lines and cells as the plain reader does", arguments: 0..<8)
  func splitsLikeThePlainReader(batch: Int) throws {
    var generator = Generator(state: UInt64(batch) &* 977 &+ 3)
    for _ in 0..<300 {
      let text = RandomInputTests.text(&generator)
      let records = try Reading.read(bytes: [Array(RandomInputTests.header.utf8) + text]) {
        $0.encoding = .utf8
      }
      let (expected, found) = (RandomInputTests.expected(text), RandomInputTests.found(records))
      try #require(
        found.problems == expected.problems, "\(String(decoding: text, as: UTF8.self).debugDescription)")
      try #require(found.rows == expected.rows, "\(String(decoding: text, as: UTF8.self).debugDescription)")
    }
  }

  @Test(
    "splits long texts as the plain reader does, whatever stretch they are looked at in", arguments: 0..<6)
  func splitsLongTexts(batch: Int) throws {
    var generator = Generator(state: UInt64(batch) &* 31 &+ 5)
    var text: [UInt8] = []
    while text.count < 60_000 { text += RandomInputTests.text(&generator) }
    // Quotes that stray pair up far apart.
    for _ in 0..<20 { text[Int.random(in: 0..<text.count, using: &generator)] = UInt8(ascii: "\"") }
    let expected = RandomInputTests.expected(text)
    for size in [1 << 20, 5000] {
      let records = try Reading.read(bytes: [Array(RandomInputTests.header.utf8) + text]) {
        $0.encoding = .utf8
        $0.blockSize = size
      }
      let found = RandomInputTests.found(records)
      #expect(found.problems == expected.problems)
      #expect(found.rows == expected.rows)
    }
  }

  @Test("a cell that is bad where one stretch of the index ends leaves the next line alone")
  func stretchEnds() throws {
    let row = "b,self-study,2023,8,\"5\" disk\n"
    let text = Array(String(repeating: row, count: 3000).utf8)
    let found = RandomInputTests.found(try Reading.read(bytes: [Array(RandomInputTests.header.utf8) + text]))
    #expect(found.problems == (1...3000).map { "bad-quote@\($0 + 1)/\($0)" })
  }

  @Test("gives the same for every size of blocks and number of workers", arguments: 0..<8)
  func sameForAnyBlocks(batch: Int) throws {
    var generator = Generator(state: UInt64(batch) &* 1553 &+ 11)
    for _ in 0..<80 {
      let text = Array(RandomInputTests.header.utf8) + RandomInputTests.text(&generator)
      let encoding = Bool.random(using: &generator) ? ImportOptions.Encoding.utf8 : .auto
      let whole = RandomInputTests.digest(
        try Reading.read(bytes: [text]) {
          $0.encoding = encoding
          $0.keepsRejectedRows = true
        })
      for size in [1, 2, 3, 7, 16, 33, 64] {
        let blocks = RandomInputTests.digest(
          try Reading.read(bytes: [text]) {
            $0.encoding = encoding
            $0.keepsRejectedRows = true
            $0.blockSize = size
            $0.workers = size % 4 + 1
          })
        try #require(blocks == whole, "\(size) \(String(decoding: text, as: UTF8.self).debugDescription)")
      }
    }
  }
}
