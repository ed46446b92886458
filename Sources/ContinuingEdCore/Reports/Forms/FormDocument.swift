/// A form that is filled: what stands on paper, whatever it is written in.
package struct FormDocument: Sendable, Equatable {
  /// What it is called.
  package var title: String
  /// Whom or what it is about, for the name of its file.
  package var name: String
  /// The person's name and unit, by which rows of several people are told apart on a sheet; empty for a project.
  package var owner: [String] = []
  /// Its blocks, in order.
  package var parts: [Part]

  /// A block.
  package enum Part: Sendable, Equatable {
    case grid(isRuled: Bool, rows: [[Cell]])
    case table(Table)
    case text(String)
    case sum(label: String, hours: Hours, unit: String)
  }

  /// A label and what stands behind it.
  package struct Cell: Sendable, Equatable {
    package var label: String
    package var value: String
    /// How many twelfths of the width the two take.
    package var spans: [Int]
    /// What stands below room for a seal, a line each; nil where no room is left.
    package var seal: [String]?
  }

  /// Rows under headings.
  package struct Table: Sendable, Equatable {
    package var name: String
    package var within: [String]
    package var columns: [Form.Column]
    package var rows: [[Value]]
    package var blankRows: Int
    package var beginsSheet: Bool
  }

  /// What stands in a cell.
  package enum Value: Sendable, Equatable {
    case text(String)
    case hours(Hours)
    case whole(Int)
    case day(Day)
    case blank

    /// As it reads on paper.
    package var text: String {
      switch self {
      case .text(let text): text
      case .hours(let hours): "\(hours)"
      case .whole(let number): "\(number)"
      case .day(let day): "\(day)"
      case .blank: ""
      }
    }
  }
}

/// Days as they are written on Chinese forms.
enum FormDay {
  /// `2023年9月1日`; room for a hand where there is none.
  static func text(_ day: Day?) -> String {
    guard let day else { return "\u{3000}\u{3000}\u{3000}年\u{3000}\u{3000}月\u{3000}\u{3000}日" }
    let parts = "\(day)".split(separator: "-").map { Int($0) ?? 0 }
    return parts.count == 3 ? "\(parts[0])年\(parts[1])月\(parts[2])日" : "\(day)"
  }

  /// `2023-05-06至2023-05-08`, one day where it begins and ends on it; empty without days.
  static func period(_ entry: EntryRow) -> String {
    guard let start = entry.effectiveStart, let end = entry.effectiveEnd else { return "" }
    return start == end ? "\(start)" : "\(start)至\(end)"
  }
}
