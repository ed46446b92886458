/// Why a workbook can't be read (Workbooks: Refused). The wording for people is the caller's.
package enum WorkbookFault: Equatable, Sendable {
  /// What it holds contradicts itself or ends too early; the part, as `xl/workbook.xml`, where one is known.
  case damaged(part: String)
  /// A part that others refer to is not there.
  case missingPart(String)
  /// It can only be opened with a password.
  case encrypted
  /// What it unpacks to goes beyond the limits.
  case tooLarge
  /// A part declares entities, which no spreadsheet program writes and which can make a small text endless.
  case declaresEntities(part: String)
  /// A part is packed, or written, in a way that is not read: the method or encoding by name.
  case unknownForm(part: String, form: String)
  /// It is another kind of file.
  case otherKind(Kind)

  /// Kinds of files that begin as workbooks do.
  package enum Kind: String, Sendable {
    /// A binary workbook of newer programs: `.xlsb`.
    case binaryWorkbook
    /// A spreadsheet of OpenDocument: `.ods`.
    case openDocument
    /// A workbook of Excel 5 or 95, or older.
    case oldWorkbook
    /// A text document, of either generation: `.docx`, `.doc`.
    case textDocument
    /// A presentation, of either generation.
    case presentation
    /// A ZIP archive of something else.
    case archive
    /// A compound file of something else.
    case compoundFile
  }
}

/// What stops the reading of a workbook: a fault of its own, or one of the input.
enum WorkbookFailure: Error {
  case fault(WorkbookFault)
  case input(ImportError)

  /// The same as an error of the import.
  func error(path: String) -> ImportError {
    switch self {
    case .fault(let fault): .workbook(path: path, fault)
    case .input(let error): error
    }
  }

  static func damaged(_ part: String) -> WorkbookFailure { .fault(.damaged(part: part)) }
}
