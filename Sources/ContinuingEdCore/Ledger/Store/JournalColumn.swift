/// The columns of `journal.csv`, in order. The last ones came with format 2; a line of format 1 has them blank.
enum JournalColumn: String, CaseIterable {
  case id, when, who, action, entry
  case replacedBy = "replaced_by"
  case status, reason, file, content, read, taken, present, changed, problems, blank, added
  case void, person
  case sameAs = "same_as"
  case rosterYear = "roster_year"
  case sum

  /// The columns of a format.
  static func all(_ format: Int) -> ArraySlice<JournalColumn> {
    format == 1 ? allCases.prefix(17) : allCases[...]
  }

  /// The place in a line.
  var index: Int {
    switch self {
    case .id: 0
    case .when: 1
    case .who: 2
    case .action: 3
    case .entry: 4
    case .replacedBy: 5
    case .status: 6
    case .reason: 7
    case .file: 8
    case .content: 9
    case .read: 10
    case .taken: 11
    case .present: 12
    case .changed: 13
    case .problems: 14
    case .blank: 15
    case .added: 16
    case .void: 17
    case .person: 18
    case .sameAs: 19
    case .rosterYear: 20
    case .sum: 21
    }
  }
}

extension JournalAction {
  enum Use {
    case needed, free, unused
  }

  /// What a kind of change does with a column.
  func use(of column: JournalColumn) -> Use {
    switch column {
    case .id, .when, .who, .action, .sum: .needed
    case .entry: [.correct, .void, .revive, .approve].contains(self) ? .needed : .unused
    case .replacedBy: self == .correct ? .needed : .unused
    case .status: self == .approve ? .needed : .unused
    case .reason: [.correct, .void, .samePerson].contains(self) ? .needed : .free
    case .file, .content, .read, .taken, .present, .changed, .problems, .blank:
      switch self {
      case .import: .needed
      case .people, .merge: .free
      default: .unused
      }
    case .void: [.import, .people, .merge].contains(self) ? .free : .unused
    case .person, .sameAs: self == .samePerson ? .needed : .unused
    case .rosterYear: self == .people ? .free : .unused
    case .added:
      switch self {
      case .add: .needed
      case .void, .revive, .approve, .upgrade: .unused
      default: .free
      }
    }
  }
}
