/// What the caller may settle before reading; everything else is found out from the files (RecordsFiles: Text; Rosters:
/// By name).
package struct ImportOptions: Sendable {
  /// How the bytes are to be read.
  package var encoding: Encoding = .auto
  /// What stands between cells.
  package var delimiter: Delimiter = .auto
  /// Headings of one's own and the fields that they stand for.
  package var columnNames: [(String, Field)] = []
  /// Headings of columns that are to be taken as not there.
  package var ignoredColumns: [String] = []
  /// What a cell of a column is to be read as another: the column's heading or any name of it, the old value, the new.
  package var valueNames: [(column: String, old: String, new: String)] = []
  /// What blank and missing cells of a field of records files hold.
  package var fixedValues: [(Field, String)] = []
  /// Whether a row without an ID is that of the one person on the roster with its name, and unit where two share it.
  package var identifiesByName = false
  /// Whether a blank ID is that of the row above, and a blank name and unit too if the ID is the same.
  package var fillsDown = false
  /// Whether titles are kept; a report of totals needs none.
  package var keepsTitles = true
  /// Whether what only forms show of a row is kept: organizer, kind, place, examination, grade, day of registration.
  package var keepsFormTexts = false
  /// Whether rows with problems are kept as they came.
  package var keepsRejectedRows = false
  /// At least so many of the first such rows are kept; fewer than all need no memory that grows with the file's faults.
  package var rejectedRowLimit = Int.max
  /// For each rule set of the run, the categories whose amount it fixes, so that their hours need not be declared
  /// (RecordsFiles: What a category needs). Empty without rule sets: every category that some rule set may fix counts
  /// as fixed.
  package var fixedAmounts: [[Category]] = []
  /// The categories of which a rule set of the run asks for words in kind or title, so that these are kept.
  package var categoriesByWords: [Category] = []
  /// The days of the credit year, where they are not those of the calendar year.
  package var period: DayRange?
  /// The year of the run's rule sets, by which the roster's people were there, or away; nil takes everyone on it.
  package var year: Int?
  /// The rule set, as an index into those of the run, of a city as the roster names it; nil is `unknown-city`.
  package var ruleSetOfCity: @Sendable (String) -> Int? = { _ in 0 }
  /// The names of each of those cities, the one to suggest first: what an unknown city was probably meant to be.
  package var cityNames: [[String]] = []
  /// The sheets of workbooks that are read, hidden ones too; none is every visible one with a records header.
  package var sheets: [String] = []
  /// The sheet of the roster's workbook that is read; nil is the first visible one with a roster's header.
  package var rosterSheet: String?
  /// Told now and then how many bytes of the current file have been taken up.
  package var progress: (@Sendable (Int) -> Void)?

  /// The folder in which a long input that comes through a pipe is kept until it has been read, in a file without a
  /// name; where that can't be, it is kept in memory.
  package var temporaryFolder = "/tmp"

  /// How many bytes of a pipe are kept in memory; fewer only in tests.
  var keptInMemory = 64 << 20
  /// How many bytes a worker takes at a time; small only in tests.
  var blockSize = 1 << 20
  /// How many threads read a long file; 0 is one for each core.
  var workers = 0

  /// The defaults: everything detected, titles kept.
  package init() {}

  /// A choice of `--encoding`.
  package enum Encoding: String, CaseIterable, Sendable {
    /// Found out from the bytes of each file (RecordsFiles: Encoding).
    case auto
    /// UTF-8; a byte order mark is dropped.
    case utf8 = "utf-8"
    /// GB18030, and so GBK and GB2312.
    case gb18030
    /// UTF-16, the low byte first.
    case utf16le = "utf-16le"
    /// UTF-16, the high byte first.
    case utf16be = "utf-16be"
  }

  /// A choice of `--delimiter`.
  package enum Delimiter: String, CaseIterable, Sendable {
    /// Found out from the first records of each file, or from a first line `sep=`.
    case auto
    /// `,`
    case comma
    /// The character that spreadsheets put between copied cells.
    case tab
    /// `;`
    case semicolon

    /// The byte; nil where it is to be found out.
    var byte: UInt8? {
      switch self {
      case .auto: nil
      case .comma: UInt8(ascii: ",")
      case .tab: UInt8(ascii: "\t")
      case .semicolon: UInt8(ascii: ";")
      }
    }
  }
}

/// Where a file comes from.
package enum InputFile: Sendable {
  /// A path as the user gave it.
  case path(String)
  /// Standard input, whose path is `-`.
  case standardInput
  /// Bytes in memory, under a name.
  case bytes(name: String, [UInt8])
  /// The first `length` bytes of a file, which may be longer. One that is shorter is an error.
  case part(path: String, length: Int)
  /// A sheet of a workbook.
  case sheet(SheetInput)
  /// An input of which the first bytes have been looked at.
  case opened(OpenedInput)

  /// The path as problems and results show it.
  package var name: String {
    switch self {
    case .path(let path): PathName.shown(path)
    case .standardInput: "-"
    case .bytes(let name, _): name
    case .part(let path, _): PathName.shown(path)
    case .sheet(let sheet): sheet.path
    case .opened(let input): input.source.path
    }
  }
}

/// Why a file can't be read at all. The wording for people is the caller's.
package enum ImportError: Error, Equatable, Sendable {
  /// It can't be opened; the number is that of `errno`.
  case cannotOpen(path: String, errno: Int32)
  /// Reading stopped in the middle; the number is that of `errno`.
  case cannotRead(path: String, errno: Int32)
  /// The path is a folder.
  case isDirectory(path: String)
  /// The path is a device that has no end.
  case isDevice(path: String)
  /// The file became shorter while it was read.
  case changedWhileReading(path: String)
  /// One record takes more bytes than a block may have (2 GiB).
  case recordTooLong(path: String, offset: Int)
  /// A workbook can't be read.
  case workbook(path: String, WorkbookFault)
  /// No workbook has a sheet of this name; with the names of those that there are.
  case noSuchSheet(String, sheets: [String])
  /// The file is no text, but what its first bytes say.
  case notText(path: String, FileKind)
  /// The C library has no table of GB18030.
  case noConversionTable
}
