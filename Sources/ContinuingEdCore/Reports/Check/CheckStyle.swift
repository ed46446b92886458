/// How the result of a check is to look.
package struct CheckStyle: Sendable {
  /// The form of the result.
  package var format = Format.table
  /// The language of what people read; machine forms have none.
  package var language = Language.chinese
  /// Whether IDs are shown whole (CommandLine: Check).
  package var ids = IDStyle.masked
  /// Who comes first.
  package var sorting = Sorting.file
  /// Whether verdicts are also counted by unit.
  package var byUnit = false
  /// Whether each person gets a card with every entry in place of a line.
  package var cards = false
  /// Whether a terminal shows it and allows colour.
  package var colour = false
  /// The columns of the terminal, to which lines are cut; nil cuts nothing.
  package var width: Int?
  /// The most problems that json lists.
  package var problemLimit = Int.max

  /// Whether sums at the end of what people read are left out.
  package var isQuiet = false

  /// The folder of the ledger that was read, as it was given; nil where files were.
  package var ledger: String?

  /// A table in Chinese, in the order of the file, with IDs masked.
  package init() {}

  /// The forms of a result.
  package enum Format: String, CaseIterable, Sendable {
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
    package var isForPeople: Bool { self == .table || self == .markdown || self == .html }
  }

  /// The order of people.
  package enum Sorting: String, CaseIterable, Sendable {
    /// Who needs attention comes first.
    case worst
    /// As in the file, or the roster.
    case file
  }

  var needsWidths: Bool { format == .table && !cards }
}
