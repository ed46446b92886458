/// Reads the part of a sheet: its cells into ``SheetText``, its merged ranges into a list.
struct SheetXML {
  private let scanner: XMLScanner
  private let strings: SharedStrings
  private let styles: WorkbookStyles
  private var numbers: StoredNumber
  private let writer: SheetTextWriter
  private(set) var merged: [MergedRange] = []
  /// The row that is read, counted from 1, and the column of the cell, counted from 0.
  private var row = 0
  private var column = -1
  private var text: [UInt8] = []
  private var encoded: [UInt8] = []

  /// What a cell says it holds.
  private enum Kind {
    case number, shared, inline, formulaText, boolean, error, date
  }

  init(
    _ scanner: XMLScanner, strings: SharedStrings, styles: WorkbookStyles, is1904: Bool,
    writer: SheetTextWriter
  ) {
    (self.scanner, self.strings, self.styles, self.writer) = (scanner, strings, styles, writer)
    numbers = StoredNumber(is1904: is1904)
  }

  /// Reads all of it. Throws where the root is no sheet's.
  mutating func read() throws(WorkbookFailure) {
    guard try scanner.next(toRoot: "worksheet") else { throw damaged }
    while true {
      let token = try scanner.next()
      if token == .done { return }
      guard token == .start else { continue }
      if scanner.isNamed("sheetData") {
        try readRows()
      } else if scanner.isNamed("mergeCells") {
        try readMerged()
      } else {
        try scanner.skipElement()
      }
    }
  }

  private var damaged: WorkbookFailure { .damaged(scanner.part) }

  private mutating func readMerged() throws(WorkbookFailure) {
    let outside = scanner.depth - 1
    while scanner.depth > outside {
      guard try scanner.next() == .start else { continue }
      if scanner.isNamed("mergeCell") {
        guard let reference = scanner.attribute("ref"), let range = MergedRange(scanner.raw(reference)) else {
          throw damaged
        }
        if merged.count >= MergedRange.most { throw .fault(.tooLarge) }
        merged.append(range)
      }
      try scanner.skipElement()
    }
  }

  private static let rowName =
    UInt64(UInt8(ascii: "r")) | UInt64(UInt8(ascii: "o")) << 8 | UInt64(UInt8(ascii: "w")) << 16
  private static let cellName = UInt64(UInt8(ascii: "c"))
  private static let valueName = UInt64(UInt8(ascii: "v"))
  private static let formulaName = UInt64(UInt8(ascii: "f"))

  private mutating func readRows() throws(WorkbookFailure) {
    let outside = scanner.depth - 1
    while scanner.depth > outside {
      guard try scanner.next() == .start else { continue }
      if scanner.nameWord == SheetXML.cellName, scanner.depth == outside + 3 {
        try readCell()
      } else if scanner.nameWord == SheetXML.rowName, scanner.depth == outside + 2 {
        try beginRow()
      } else {
        try scanner.skipElement()
      }
    }
  }

  /// A row without a number is the one behind the row before.
  private mutating func beginRow() throws(WorkbookFailure) {
    column = -1
    guard scanner.attribute("r") != nil else {
      row += 1
      if row > SheetTextWriter.mostRows { throw damaged }
      return
    }
    guard let number = scanner.attributeNumber("r"), number >= 1, number <= SheetTextWriter.mostRows else {
      throw damaged
    }
    row = number
  }

  private mutating func readCell() throws(WorkbookFailure) {
    var kind = Kind.number
    var style = 0
    var hasPlace = false
    for attribute in scanner.attributes where attribute.name.count == 1 && !attribute.hasPrefix {
      let value = scanner.raw(attribute.value)
      switch scanner.raw(attribute.name)[0] {
      case UInt8(ascii: "r"):
        guard let reference = CellReference(value) else { throw damaged }
        (row, column, hasPlace) = (reference.row, reference.column, true)
      case UInt8(ascii: "s"):
        style = 0
        for byte in value where byte &- 48 <= 9 { style = min(style * 10 + Int(byte &- 48), 1 << 30) }
      case UInt8(ascii: "t"):
        guard let named = SheetXML.kind(value) else { throw damaged }
        kind = named
      default: break
      }
    }
    if !hasPlace {
      column += 1
      if column >= SheetTextWriter.mostColumns { throw damaged }
    }
    try readContent(kind, style)
  }

  private static func kind(_ name: UnsafeRawBufferPointer) -> Kind? {
    switch (name.first, name.count) {
    case (UInt8(ascii: "s"), 1): .shared
    case (UInt8(ascii: "n"), 1): .number
    case (UInt8(ascii: "b"), 1): .boolean
    case (UInt8(ascii: "e"), 1): .error
    case (UInt8(ascii: "d"), 1): .date
    case (UInt8(ascii: "s"), 3): .formulaText
    case (UInt8(ascii: "i"), 9): .inline
    default: nil
    }
  }

  /// Reads to the end of the cell.
  private mutating func readContent(_ kind: Kind, _ style: Int) throws(WorkbookFailure) {
    let outside = scanner.depth - 1
    var (hasFormula, hasValue) = (false, false)
    text.removeAll(keepingCapacity: true)
    while scanner.depth > outside {
      guard try scanner.next() == .start else { continue }
      if scanner.nameWord == SheetXML.valueName {
        hasValue = true
        try scanner.appendContent(to: &text)
      } else if scanner.nameWord == SheetXML.formulaName {
        hasFormula = true
        try scanner.skipElement()
      } else if kind == .inline, scanner.isNamed("is") {
        hasValue = true
        try scanner.appendRichText(to: &text)
      } else {
        try scanner.skipElement()
      }
    }
    // An empty value is one of a text only.
    let isText = kind == .formulaText || kind == .inline
    if hasFormula, text.isEmpty, !isText || !hasValue {
      writer.put(CellMark.noValue, UnsafeRawBufferPointer(start: nil, count: 0), row: row, column: column)
    } else if !text.isEmpty {
      try put(kind, style)
    }
  }

  private mutating func put(_ kind: Kind, _ style: Int) throws(WorkbookFailure) {
    switch kind {
    case .number:
      let format = styles[style]
      let isNumber = text.withUnsafeBytes {
        numbers.put(trimmed($0), format, row: row, column: column, to: writer)
      }
      if !isNumber { throw damaged }
    case .shared:
      guard let index = Int(String(decoding: text, as: UTF8.self)), let string = strings[index] else {
        throw damaged
      }
      writer.put(string, row: row, column: column)
    case .formulaText:
      if EscapedText.isNeeded(text, from: 0) { EscapedText.undo(&text, from: 0) }
      putText()
    case .inline: putText()
    case .boolean:
      let isTrue = text == Array("1".utf8) || text == Array("true".utf8)
      text = Array((isTrue ? "TRUE" : "FALSE").utf8)
      putText()
    case .error:
      encode()
      encoded.withUnsafeBytes { writer.put(CellMark.error, $0, row: row, column: column) }
    case .date:
      ISODate.shorten(&text)
      putText()
    }
  }

  private func trimmed(_ number: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    CellText.trimmed(number)
  }

  private mutating func encode() {
    encoded.removeAll(keepingCapacity: true)
    text.withUnsafeBytes { EncodedCell.append($0, to: &encoded) }
  }

  private mutating func putText() {
    encode()
    encoded.withUnsafeBytes { writer.put($0, row: row, column: column) }
  }
}

/// Dates that a cell stores as text, `2023-07-01T08:30:00`.
enum ISODate {
  /// Leaves the day alone, of a moment that is rounded to the second; what has a zone, or is no such date, stays.
  static func shorten(_ text: inout [UInt8]) {
    guard text.count > 10, text[10] == UInt8(ascii: "T"), let day = Day(isoBytes: text[..<10]) else { return }
    let clock = text[11...].split(separator: UInt8(ascii: ":"))
    guard clock.count >= 2,
      clock.allSatisfy({ part in part.allSatisfy { $0 &- 48 <= 9 || $0 == UInt8(ascii: ".") } })
    else { return }
    var seconds = 0.0
    for (part, weight) in zip(clock, [3600.0, 60, 1]) {
      guard let value = Double(String(decoding: part, as: UTF8.self)) else { return }
      seconds += value * weight
    }
    let isNextDay = seconds.rounded(.toNearestOrAwayFromZero) >= 86_400
    text = Array(day.adding(days: isNextDay ? 1 : 0).description.utf8)
  }
}
