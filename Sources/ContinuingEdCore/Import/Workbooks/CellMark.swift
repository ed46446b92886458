/// What a sheet knows of a cell and CSV can't say: a control character in front of the cell's text.
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

  /// Whether a byte is a mark.
  @inline(__always)
  static func isMark(_ byte: UInt8) -> Bool { byte &- error <= duration &- error }
}
