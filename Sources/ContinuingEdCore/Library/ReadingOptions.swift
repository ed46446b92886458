/// How files are read where they do not say it all themselves (RecordsFiles: Text). Whatever is not given is found out.
///
///     var options = ReadingOptions()
///     options.columns = ["人员代码": "person_id"]
public struct ReadingOptions: Sendable, Hashable, Codable {
  /// How the bytes are to be read.
  public var encoding: Encoding = .auto
  /// What stands between cells.
  public var delimiter: Delimiter = .auto
  /// Headings of one's own, and the columns that they stand for, by the English or Chinese name of those.
  public var columns: [String: String] = [:]
  /// Whether a row without an ID is that of the one person on the roster with its name (Rosters: By name).
  public var identifiesByName = false
  /// Whether a blank ID is that of the row above.
  public var fillsDown = false
  /// The sheets of workbooks that are read; none is every visible one with a records header.
  public var sheets: [String] = []
  /// The sheet of the roster's workbook; nil is the first visible one with a roster's header.
  public var rosterSheet: String?

  /// Everything found out.
  public init() {}

  /// The encoding of a text.
  public enum Encoding: String, CaseIterable, Codable, Sendable {
    /// Found out from the bytes of each file.
    case auto
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// GB18030, and so GBK and GB2312.
    case gb18030
    /// UTF-16, the low byte first.
    case utf16le = "utf-16le"
    /// UTF-16, the high byte first.
    case utf16be = "utf-16be"
  }

  /// What stands between cells.
  public enum Delimiter: String, CaseIterable, Codable, Sendable {
    /// Found out from the first records of each file.
    case auto
    /// `,`
    case comma
    /// What spreadsheets put between copied cells.
    case tab
    /// `;`
    case semicolon
  }

  /// What the importer wants to know.
  func importing(for rules: RulesOfReading) throws(ReadingError) -> ImportOptions {
    var options = rules.options()
    options.encoding = ImportOptions.Encoding(rawValue: encoding.rawValue) ?? .auto
    options.delimiter = ImportOptions.Delimiter(rawValue: delimiter.rawValue) ?? .auto
    for (heading, name) in columns.sorted(by: { $0.key < $1.key }) {
      guard let field = Field.allCases.first(where: { $0.english == name || $0.chinese == name }) else {
        throw ReadingError(.noSuchColumn(name))
      }
      options.columnNames.append((heading, field))
    }
    options.identifiesByName = identifiesByName
    options.fillsDown = fillsDown
    options.sheets = sheets
    options.rosterSheet = rosterSheet
    return options
  }
}
