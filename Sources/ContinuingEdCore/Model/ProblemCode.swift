/// What is wrong, or worth a look, with a row, a cell or a file (Problems: Codes). Identity only: the wording for
/// people is in Reports. Problems come first, then warnings.
public enum ProblemCode: CodedWord {
  // Problems with the file: none of its rows can be used
  /// There is no column for the person, or none for the category.
  case missingColumn
  /// Two columns stand for one field.
  case duplicateColumn
  // Problems with a row: it is not used
  /// The ID is blank.
  case missingPerson
  /// A spreadsheet has turned the ID into a number and lost digits.
  case mangledID
  /// The category is blank, or none of the contract's.
  case unknownCategory
  /// The subject is neither of the two.
  case unknownSubject
  /// The subject is blank, and the category must name it.
  case missingSubject
  /// The hours are no number above 0 and up to 9999.99 with at most 2 decimals.
  case badHours
  /// The hours are blank, and the rule set does not fix them.
  case missingHours
  /// A date can't be read, or there is no such day from 1900 to 2100.
  case badDate
  /// There is neither start nor period, and the category needs a date.
  case missingDate
  /// The last day is before the first.
  case endBeforeStart
  /// The year can't be read.
  case badYear
  /// There is neither a year nor a date, of which the category needs one.
  case missingYear
  /// The count is no whole number from 1 to 1000.
  case badCount
  /// The level is none of the four.
  case unknownLevel
  /// The module is neither compulsory nor elective.
  case unknownModule
  /// The result is neither passed nor failed.
  case unknownResult
  /// The status is none of the contract's.
  case unknownStatus
  /// The kind of a leave is blank, or none of the contract's.
  case unknownKind
  /// The roster's employer is none of the three.
  case unknownEmployer
  /// The roster's city has no rule set for the year.
  case unknownCity
  /// The roster has the person already; the first row stands.
  case duplicatePerson
  /// The record has more cells than the header, and not only blank ones, or fewer.
  case raggedRow
  /// A quoted cell never closes.
  case unclosedQuote
  /// Text follows the closing quote of a cell.
  case badQuote
  /// A byte of the record fits the encoding of the file no more.
  case badEncoding
  /// A cell has more than 64 KiB.
  case fieldTooLong
  /// The cell holds an error value of a spreadsheet, as `#REF!`.
  case errorCell
  // Warnings: the row stays in use
  /// The check digit of the ID fails (GB 11643).
  case idChecksum
  /// Nearly an identity number, or nearly the ID of somebody else; said once an ID.
  case nearID
  /// The name is not the roster's, or that of the first row with this ID.
  case nameMismatch
  /// Every known column equals an earlier row of the person.
  case duplicate
  /// Person, category, title and days equal an earlier row; other columns differ.
  case possibleDuplicate
  /// The person is not on the roster and is not judged; said once a person.
  case notInRoster
  /// A heading stands for no field, so that its column is not used; said once a file.
  case unknownColumn
  /// Another heading names the same field and is read in its place; said once a file.
  case columnUnused
  /// A column that is not read says of somebody 未完成 or the like; said once a file.
  case suspectColumn
  /// A column has characters of a private use area; said once a file.
  case privateCharacter
  /// The hours are 0 where they make the amount: the row is not used, and nobody misses it.
  case zeroHours
  /// The person left before the rule set's year or came after it, and is not judged.
  case away
  /// A title above the header, a total or a foot below; it is no entry.
  case skippedRow
  /// A visible sheet of a workbook has no records header.
  case skippedSheet
  /// A row has fewer cells than the header; said at the file's first such row.
  case shortRow
  /// The cell holds words that say that there is nothing, as 未备案, and is taken as blank.
  case placeholder
  /// More usable rows of the file lie in another year than in that of the rule set.
  case yearMismatch
  /// A person's hours don't fit into the days of their activities.
  case over24ADay
  /// Activities of a person on the same days have more hours than these days can hold.
  case overlappingDays
  /// One evidence stands in rows of two people and different titles.
  case sameEvidence
  /// A row that has been approved ends after the day of judgement.
  case futureDate
  /// The birth date in the ID is none, or makes the person too young or too old.
  case idBirth

  /// Whether the row stays in use.
  public var severity: Severity { rawValue >= ProblemCode.idChecksum.rawValue ? .warning : .error }

  /// Whether it can't be told whose the row is.
  var leavesRowToNobody: Bool {
    switch self {
    case .missingPerson, .mangledID, .raggedRow, .unclosedQuote, .badQuote, .badEncoding: true
    default: false
    }
  }

  /// How bad a problem is.
  public enum Severity: String, Codable, Sendable {
    /// The row is not used.
    case error
    /// The row is used.
    case warning
  }
}
