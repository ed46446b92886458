/// What a sheet knows of a cell and CSV can't say: control characters in front of the cell's text.
///
/// No text has these characters, since those of the category Cc are dropped from every cell; to whoever asks for no mark
/// they are white space around the text.
enum CellMark {
  /// A cell stored as an error, whatever its text.
  static let error: UInt8 = 0x0E
  /// A formula without a stored value.
  static let noValue: UInt8 = 0x0F
  /// A whole number of 16 and more digits, of which a spreadsheet keeps 15.
  static let longNumber: UInt8 = 0x10
  /// A cell of a merged range below its first row.
  static let merged: UInt8 = 0x11
  /// A number as 2023.1, which was typed as 2023.1 or as 2023.10.
  static let yearAndOne: UInt8 = 0x12
  /// The number 0, which a date column shows where there is nothing.
  static let zero: UInt8 = 0x13
  /// A number in a format of hours that go on past 24, in days.
  static let duration: UInt8 = 0x14
  /// A number below 0, whose sign begins no formula.
  static let negative: UInt8 = 0x15

  /// Whether a byte is a mark.
  @inline(__always)
  static func isMark(_ byte: UInt8) -> Bool { byte &- error <= negative &- error }
}

/// The marks of a cell.
struct CellMarks: OptionSet {
  let rawValue: UInt8

  static let error = CellMarks(rawValue: 1)
  static let noValue = CellMarks(rawValue: 1 << 1)
  static let longNumber = CellMarks(rawValue: 1 << 2)
  static let merged = CellMarks(rawValue: 1 << 3)
  static let yearAndOne = CellMarks(rawValue: 1 << 4)
  static let zero = CellMarks(rawValue: 1 << 5)
  static let duration = CellMarks(rawValue: 1 << 6)
  static let negative = CellMarks(rawValue: 1 << 7)

  /// Those in front of a cell's content, and how many there are.
  static func of(_ content: UnsafeRawBufferPointer) -> (marks: CellMarks, count: Int) {
    var marks: CellMarks = []
    var count = 0
    while count < content.count, CellMark.isMark(content[count]) {
      marks.insert(CellMarks(rawValue: 1 << (content[count] - CellMark.error)))
      count += 1
    }
    return (marks, count)
  }
}

extension Row {
  /// What a sheet knows of a cell; nothing in a file of text, where control characters have been dropped.
  @inline(__always)
  func marks(at index: Int) -> CellMarks {
    let range = cells[index]
    if range.count == 0 || !CellMark.isMark(text.load(fromByteOffset: range.start, as: UInt8.self)) {
      return []
    }
    return CellMarks.of(UnsafeRawBufferPointer(start: text + range.start, count: range.count)).marks
  }

  /// The same of the cell of a field.
  func marks(_ field: Field) -> CellMarks { heading(of: field).map { marks(at: $0) } ?? [] }

  /// Whether a field's cell holds an error value, by its text or as the sheet stores it.
  func isErrorValue(_ field: Field) -> Bool {
    CellText.isErrorValue(cell(field)) || marks(field).contains(.error)
  }

  /// The hours of a cell that holds a duration in days, to the second, as text.
  func hours(ofDurationAt index: Int) -> [UInt8] { DurationText.hours(cell(at: index)) }
}

/// A stored duration, which counts days.
enum DurationText {
  /// The same in hours: of 1.25 it is 30. A duration is rounded to the second first, as moments are.
  static func hours(_ days: UnsafeRawBufferPointer) -> [UInt8] {
    guard let number = DecimalText(days), number.double.magnitude < 1_000_000 else { return Array(days) }
    let seconds = (number.double * 86_400).rounded(.toNearestOrAwayFromZero)
    var text: [UInt8] = []
    DecimalText(seconds / 3600)?.write(to: &text)
    return text
  }
}
