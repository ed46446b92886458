/// A form as data (Forms: Form files): what is printed, out of which blocks and columns, and where it comes from.
///
/// Values only, as of a rule set: a further city's form is a further file.
package struct Form: Sendable, Equatable {
  /// The name on the command line, and of its file.
  package var id: String
  /// What it is called; ``Placeholder`` words stand in braces.
  package var title: String
  /// The English name of the city whose notice it belongs to; nil is any.
  package var city: String?
  /// The document that it is an annex of; nil where it is nobody's but the tool's.
  package var source: Source?
  /// How the paper lies.
  package var paper: Paper
  /// What makes a document of it.
  package var documents: Documents
  /// Whether all documents stand in one file, each beginning on a page of its own.
  package var isOneFile: Bool
  /// The place in the notice that lets study on listed platforms be left out; nil where nothing is left out.
  package var withoutListedPlatforms: String?
  /// Its blocks, in order.
  package var parts: [Part]

  /// Where a form comes from.
  package struct Source: Sendable, Equatable {
    /// The number of the document.
    package var document: String
    /// The place in it, as `附件2`.
    package var place: String
  }

  /// How paper lies.
  package enum Paper: String, CaseIterable, Sendable {
    /// Higher than wide.
    case portrait
    /// Wider than high.
    case landscape
  }

  /// What makes a document.
  package enum Documents: Sendable, Equatable {
    /// Somebody who is judged.
    case people(People)
    /// A row of a table with columns of its own.
    case projects(Projects)
  }

  /// Who gets a document.
  package enum People: String, CaseIterable, Sendable {
    /// Everyone.
    case all
    /// Whoever is short or pending.
    case shortOrPending = "short-or-pending"
  }

  /// A table of which each row is a document.
  package struct Projects: Sendable, Equatable {
    /// Its columns, named as on the form.
    package var columns: [String]
    /// Those that have to be there.
    package var needed: [String]
    /// The column by which a document is known: its files are named by it.
    package var name: String
    /// What the hours are held to; nil where to nothing.
    package var check: HoursCheck?
  }

  /// Hours and days of a project, held to the limits of the rule set.
  package struct HoursCheck: Sendable, Equatable {
    /// The column of the hours.
    package var hours: String
    /// The column of the days.
    package var days: String
    /// By what the limits are found; the first that fits.
    package var kinds: [Kind]

    /// A kind of project, and the activity of the rule set whose limits bear on it.
    package struct Kind: Sendable, Equatable {
      /// The column that tells it and the words that it then has; nil fits every project.
      package var column: String?
      /// The words, compared as those of closed lists are.
      package var says: [String]
      /// The category of the activity.
      package var category: Category
      /// The level of the activity; nil where it names none.
      package var level: Level?
    }
  }

  /// A block.
  package enum Part: Sendable, Equatable {
    /// Labels and what stands behind them.
    case grid(Grid)
    /// Rows under headings.
    case table(Table)
    /// A line of text; left out where it has placeholders and all of them are empty.
    case text(String, onlyDeclared: Bool)
    /// The sum of the hours of all rows that are printed.
    case sum(label: String, unit: String)
  }

  /// Labels with their values, in rows.
  package struct Grid: Sendable, Equatable {
    /// Whether lines are drawn around its cells.
    package var isRuled: Bool
    /// Its rows, each of at least one cell.
    package var rows: [[GridCell]]
  }

  /// A label and what stands behind it.
  package struct GridCell: Sendable, Equatable {
    /// As the form has it.
    package var label: String
    /// What is filled in.
    package var value: GridValue
    /// How many twelfths of the width the label and the value take; only where lines are drawn.
    package var spans: [Int]
    /// Whether room for a seal is left, and what stands below it.
    package var seal: Seal?
  }

  /// Room for a seal.
  package struct Seal: Sendable, Equatable {
    /// What stands below the room; empty where the seal goes over the value.
    package var below: String
    /// Whether the day on the paper stands there; else it is left for a hand.
    package var hasDate: Bool
  }

  /// What is filled into a grid.
  package enum GridValue: Sendable, Equatable {
    /// Something that is known of the person.
    case word(PersonWord)
    /// A column of the project.
    case column(String)
    /// Nothing: a hand fills it.
    case byHand
  }

  /// Rows under headings.
  package struct Table: Sendable, Equatable {
    /// What the block is called.
    package var name: String
    /// The blocks that it lies within, the widest first.
    package var within: [String]
    /// What its rows are.
    package var rows: Rows
    /// Its columns.
    package var columns: [Column]
    /// How many rows are left blank behind the filled ones.
    package var blankRows: Int
    /// Whether it begins on a sheet of its own.
    package var beginsSheet: Bool
    /// Whether it is left out where it has no rows.
    package var isLeftOutWhenEmpty: Bool
  }

  /// What the rows of a table are.
  package enum Rows: Sendable, Equatable {
    /// Entries that bring hours or wait to, of a subject (nil: any) and of some categories (empty: any).
    case entries(subject: Subject?, categories: [Category])
    /// What brings nothing, and what limits took away.
    case notCredited
    /// Each subject or module with what is required and what there is.
    case requirements
    /// Each reason why an entry waits.
    case waiting
    /// The further entries of the smallest plan.
    case plan
  }

  /// A column of a table.
  package struct Column: Sendable, Equatable {
    /// As the form has it.
    package var heading: String
    /// What stands under it.
    package var value: ColumnWord
    /// How wide it is, in millimetres of the full width.
    package var width: Int
  }
}

extension Form {
  /// Something that is known of a person, by the word of form files.
  package enum PersonWord: String, CaseIterable, Sendable {
    case name, id, unit, year, ruleset, notice, verdict, date, findings, unused
    case reviewDate = "review-date"
    case lastDay = "last-day"
    case total
    case platformHours = "platform-hours"
    case platformClause = "platform-clause"
    case planRemark = "plan-remark"
    case lost
  }

  /// What a column shows of its row, by the word of form files.
  package enum ColumnWord: String, CaseIterable, Sendable {
    case number
    case byHand = "by-hand"
    case title, category, subject, organizer, period, end, place, kind, exam, grade
    case registeredOn = "registered-on"
    case hours, worth, clause, losses, reason, remedy
    case lostHours = "lost-hours"
    case part, required, confirmed, waiting, missing
    case missingIfApproved = "missing-if-approved"
    case way, by
  }
}

extension Form.Rows {
  /// What columns can show of such rows.
  var words: [Form.ColumnWord] {
    let entry: [Form.ColumnWord] = [
      .number, .byHand, .title, .category, .subject, .organizer, .period, .end, .place, .kind, .exam, .grade,
      .registeredOn, .worth, .clause,
    ]
    return switch self {
    case .entries: entry + [.hours, .losses]
    case .notCredited: entry + [.lostHours, .reason, .remedy]
    case .waiting: entry + [.hours, .reason, .remedy]
    case .requirements:
      [.number, .byHand, .part, .required, .confirmed, .waiting, .missing, .missingIfApproved]
    case .plan: [.number, .byHand, .subject, .hours, .way, .by, .clause]
    }
  }
}

/// The words in braces of a text, which stand for something that is known of the person.
enum Placeholder {
  /// The texts between the words, and the words; nil for a word that there is not.
  static func pieces(_ text: String) -> [(text: String, word: Form.PersonWord?, name: String)] {
    var pieces: [(text: String, word: Form.PersonWord?, name: String)] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      pieces.append((String(rest[..<open]), Form.PersonWord(rawValue: name), name))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append((String(rest), nil, ""))
    return pieces
  }

  /// The text with its words replaced; nil where it has words and nothing is known for any of them.
  static func filled(_ text: String, _ value: (Form.PersonWord) -> String) -> String? {
    var (filled, hasWords, isKnown) = ("", false, false)
    for piece in pieces(text) {
      filled += piece.text
      guard let word = piece.word else { continue }
      hasWords = true
      let known = value(word)
      isKnown = isKnown || !known.isEmpty
      filled += known
    }
    return hasWords && !isKnown ? nil : filled
  }
}
