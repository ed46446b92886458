/// What is wrong, or worth a look, with a row, a cell or a file (CONTRACT §4). Identity only: the wording for
/// people is in Reports.
public enum ProblemCode: UInt8, CaseIterable, Sendable {
  case missingColumn = 1
  case duplicateColumn, missingPerson, mangledID, unknownCategory, unknownSubject, missingSubject
  case badHours, missingHours, badDate, missingDate, endBeforeStart, badYear, missingYear, badCount,
    unknownLevel
  case unknownModule, unknownResult, unknownStatus, unknownKind, unknownEmployer, unknownCity, duplicatePerson
  case raggedRow, unclosedQuote, badQuote, badEncoding, fieldTooLong
  case idChecksum = 64
  case nameMismatch, duplicate, possibleDuplicate, notInRoster, unknownColumn, skippedRow

  /// Whether the row stays in use.
  public var severity: Severity { rawValue >= ProblemCode.idChecksum.rawValue ? .warning : .error }

  /// How bad a problem is.
  public enum Severity: String, Sendable {
    /// The row is not used.
    case error
    /// The row is used.
    case warning
  }
}

/// Where in a record a problem lies.
public enum ProblemColumn: Hashable, Sendable {
  /// No one cell is at fault.
  case none
  /// The cell under the heading with this index.
  case heading(Int)
  /// The file has no column for this field.
  case absent(Field)
}

/// One problem or warning with its place.
public struct Problem: Sendable {
  /// What is wrong; the wording is that of the reports.
  public var code: ProblemCode
  /// The index of the file in ``Records/files``.
  public var file: Int
  /// The physical line on which the record starts.
  public var line: Int
  /// Records below the header that are not blank, counted from 1; the header is 0.
  public var record: Int
  /// The cell at fault, or none (CONTRACT §4).
  public var column: ProblemColumn
  /// The cell as found; nil where no one cell is at fault.
  public var value: String?
  /// A near match, or what the cell probably was.
  public var suggestion: String?
  /// For duplicates and mismatches: file index and line of the row that came first.
  public var earlier: (file: Int, line: Int)?

  public init(
    _ code: ProblemCode, file: Int, line: Int, record: Int, column: ProblemColumn = .none,
    value: String? = nil,
    suggestion: String? = nil, earlier: (file: Int, line: Int)? = nil
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.record = record
    self.column = column
    self.value = value
    self.suggestion = suggestion
    self.earlier = earlier
  }
}
