/// How the report of a ledger is to look.
package struct LedgerStyle: Sendable {
  /// The form of the result.
  package var format = Format.table
  /// The language of what people read; machine forms have none.
  package var language = Language.chinese
  /// Whether IDs are shown whole.
  package var ids = IDStyle.masked
  /// Whether a terminal shows it and allows colour.
  package var colour = false
  /// The columns of the terminal, to which lines are cut; nil cuts nothing.
  package var width: Int?

  /// A table in Chinese, with IDs masked.
  package init() {}

  /// The forms of a report.
  package enum Format: String, CaseIterable, Sendable {
    /// Columns and sentences.
    case table
    /// One object, its form named in `schema`.
    case json
    /// A header and rows.
    case csv
    /// A workbook with the columns and rows of the CSV; of listings only.
    case xlsx

    /// Whether people read it; the others are for programs and carry IDs whole.
    package var isForPeople: Bool { self == .table }
  }

  var ink: Ink { Ink(isOn: colour) }

  /// The form that is asked for, of a report that has all three.
  func text(table: () -> String, json: () -> JSONValue, csv: () -> String) -> String {
    switch format {
    case .table: table()
    case .json: json().formatted()
    case .csv, .xlsx: csv()
    }
  }
}

/// Words that several reports of a ledger share.
enum LedgerWords {
  /// `2023-07-01 09:30` of a journal's time: the zone is in machine output.
  static func moment(_ when: String) -> String {
    guard when.utf8.count > 16 else { return ShownText.safe(when) }
    return ShownText.safe(when.prefix(10) + " " + when.dropFirst(11).prefix(5))
  }

  /// What a change did.
  static func action(_ action: JournalAction, in language: Language) -> String {
    switch action {
    case .import: language.pick("导入", "import")
    case .add: language.pick("新增", "add")
    case .correct: language.pick("更正", "correct")
    case .void: language.pick("作废", "void")
    case .revive: language.pick("恢复", "revive")
    case .approve: language.pick("审核", "approve")
    case .people: language.pick("花名册", "people")
    case .samePerson: language.pick("同一人", "same person")
    case .merge: language.pick("合并", "merge")
    case .upgrade: language.pick("升级", "upgrade")
    }
  }

  /// Whether an entry counts, in a word.
  static func state(_ entry: ShownEntry, in language: Language) -> String {
    switch entry.fate {
    case .current: language.pick("有效", "current")
    case .void: language.pick("作废", "void")
    case .replaced(let line):
      language.pick("已更正为 ", "replaced by ") + (line.replacedBy?.text ?? "?")
    }
  }

  /// A column's name in a language.
  static func name(_ field: Field, in language: Language) -> String {
    language.pick(field.chinese, field.english)
  }
}

extension JSONValue {
  /// A whole number, or null.
  static func number(orNull number: Int?) -> JSONValue { number.map { .number($0) } ?? JSONValue(.null) }
}
