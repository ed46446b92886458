/// How the result of a check is to look.
public struct CheckStyle: Sendable {
  /// The form of the result.
  public var format = Format.table
  /// The language of what people read; machine forms have none.
  public var language = Language.chinese
  /// Whether IDs are shown whole (CommandLine: Check).
  public var ids = IDStyle.masked
  /// Who comes first.
  public var sorting = Sorting.file
  /// Whether verdicts are also counted by unit.
  public var byUnit = false
  /// Whether each person gets a card with every entry in place of a line.
  public var cards = false
  /// Whether a terminal shows it and allows colour.
  public var colour = false
  /// The columns of the terminal, to which lines are cut; nil cuts nothing.
  public var width: Int?
  /// The most problems that json lists.
  public var problemLimit = Int.max

  /// The folder of the ledger that was read, as it was given; nil where files were.
  package var ledger: String?

  /// A table in Chinese, in the order of the file, with IDs masked.
  public init() {}

  /// The forms of a result.
  public enum Format: String, CaseIterable, Sendable {
    /// A line a person in columns, or cards.
    case table
    /// One object (Outputs: JSON of check).
    case json
    /// The elements of `people`, one a line.
    case jsonl
    /// One row a person (Outputs: CSV of check).
    case csv
    /// A table, or a section a person.
    case markdown
    /// A page that loads nothing from anywhere.
    case html
    /// A workbook with the columns and rows of the CSV.
    case xlsx

    /// Whether people read it; the others are for programs and carry IDs whole.
    public var isForPeople: Bool { self == .table || self == .markdown || self == .html }
  }

  /// The order of people.
  public enum Sorting: String, CaseIterable, Sendable {
    /// Who needs attention comes first.
    case worst
    /// As in the file, or the roster.
    case file
  }

  var needsWidths: Bool { format == .table && !cards }
}
