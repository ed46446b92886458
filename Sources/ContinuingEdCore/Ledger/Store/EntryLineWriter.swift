/// Writes a usable row as a line of a ledger: the contract's columns in the contract's order, words of closed lists by
/// their codes, days as ISO dates, hours and numbers plain, texts trimmed.
///
/// Read again, the line says exactly what the row said: it has the same ``RowKey``. For that a text that begins with an
/// apostrophe gets another one before it, since a reader drops one.
struct EntryLineWriter {
  /// The number of columns.
  static let columnCount = Field.kept.count

  private static let apostrophe = UInt8(ascii: "'")
  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")

  /// Adds the line of a row to a text, with its line break. `id` is the normalised ID of the row's person.
  static func append(_ row: Row, _ entry: EntryRow, id: UnsafeRawBufferPointer, to text: LineText) {
    // Every byte may be doubled, and every cell begin with an apostrophe and stand in quotes.
    text.reserve(2 * (row.range.count + id.count) + 16 * columnCount)
    appendID(row.cell(.personID), id, to: text)
    appendText(row.cell(.name), to: text)
    appendFreeText(.unit, row, to: text)
    if let year = entry.year { text.add(year, digits: 4) }
    text.add(comma)
    appendSubjectToKind(row, entry, to: text)
    appendText(row.cell(.title), to: text)
    for field in [Field.organizer, .mode, .platform] { appendFreeText(field, row, to: text) }
    appendDay(.start, row, to: text)
    appendDay(.end, row, to: text)
    appendFreeText(.period, row, to: text)
    appendAmounts(entry, to: text)
    if let level = entry.level { text.add(level.word) }
    text.add(comma)
    if let module = entry.module { text.add(module.word) }
    text.add(comma)
    appendFreeText(.filing, row, to: text)
    appendDay(.filedOn, row, to: text)
    if let result = entry.result { text.add(result.word) }
    text.add(comma)
    for field in [Field.exam, .place, .grade] { appendFreeText(field, row, to: text) }
    appendDay(.registeredOn, row, to: text)
    appendFreeText(.evidence, row, to: text)
    if let status = entry.status { text.add(status.word) }
    text.add(comma)
    appendFreeText(.note, row, to: text)
    // The line break takes the place of the last comma.
    text.cut(to: text.count - 1)
    text.add(UInt8(ascii: "\n"))
  }

  private static func appendSubjectToKind(_ row: Row, _ entry: EntryRow, to text: LineText) {
    if let subject = entry.subject { text.add(subject == .public ? "public" : "professional") }
    text.add(comma)
    if let category = entry.category { text.add(category.word) }
    text.add(comma)
    if entry.category == .leave {
      if let kind = entry.kind { text.add(kind.word) }
      text.add(comma)
    } else {
      appendFreeText(.kind, row, to: text)
    }
  }

  private static func appendAmounts(_ entry: EntryRow, to text: LineText) {
    if let hours = entry.hours {
      text.add(hours.hundredths / 100)
      let rest = hours.hundredths % 100
      if rest != 0 {
        text.add(UInt8(ascii: "."))
        text.add(UInt8(truncatingIfNeeded: 48 + rest / 10))
        if rest % 10 != 0 { text.add(UInt8(truncatingIfNeeded: 48 + rest % 10)) }
      }
    }
    text.add(comma)
    if let count = entry.count { text.add(count) }
    text.add(comma)
  }

  // MARK: Cells

  /// The normalised ID, unless reading it again would make another one of it: then as it was typed.
  private static func appendID(
    _ cell: UnsafeRawBufferPointer, _ id: UnsafeRawBufferPointer, to text: LineText
  ) {
    if let a = cell.baseAddress, let b = id.baseAddress, cell.count == id.count, areEqual(a, b, id.count) {
      return appendText(cell, to: text)
    }
    let staysSame = PersonIDCell.staysSame(id)
    appendText(staysSame ? id : cell, to: text)
  }

  /// A text that is not for people and titles: a word for nothing is nothing.
  private static func appendFreeText(_ field: Field, _ row: Row, to text: LineText) {
    let cell = row.cell(field)
    if cell.count == 0 || CellText.isBlankWord(cell) { return text.add(comma) }
    appendText(cell, to: text)
  }

  /// A trimmed text, in quotes only where RFC 4180 needs them.
  @inline(__always)
  private static func appendText(_ cell: UnsafeRawBufferPointer, to text: LineText) {
    if cell.count > 0 {
      let isGuarded = cell[0] == apostrophe
      if needsQuotes(cell) {
        appendQuoted(cell, isGuarded: isGuarded, to: text)
      } else {
        if isGuarded { text.add(apostrophe) }
        text.add(cell)
      }
    }
    text.add(comma)
  }

  private static func needsQuotes(_ cell: UnsafeRawBufferPointer) -> Bool {
    var isSpecial = false
    for byte in cell {
      isSpecial = isSpecial || byte == quote || byte == comma || byte == 0x0A || byte == 0x0D
    }
    return isSpecial
  }

  @inline(never)
  private static func appendQuoted(_ cell: UnsafeRawBufferPointer, isGuarded: Bool, to text: LineText) {
    text.add(quote)
    if isGuarded { text.add(apostrophe) }
    for byte in cell {
      if byte == quote { text.add(quote) }
      text.add(byte)
    }
    text.add(quote)
  }

  /// A day, which is known to be readable or blank, or a month.
  private static func appendDay(_ field: Field, _ row: Row, to text: LineText) {
    let cell = row.cell(field)
    if cell.count == 10, cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-") {
      text.add(cell)
    } else if cell.count > 0, case .value(let day) = CellParser.day(cell) {
      let (year, month, number) = day.civil
      text.add(year, digits: 4)
      text.add(UInt8(ascii: "-"))
      text.add(month, digits: 2)
      text.add(UInt8(ascii: "-"))
      text.add(number, digits: 2)
    } else if cell.count > 0, !CellText.isBlankWord(cell) {
      // A month, where that is enough.
      return appendText(cell, to: text)
    }
    text.add(comma)
  }
}
