/// What a rule can ask of an entry besides its category and subject (RuleFiles: Conditions).
extension RuleSet {
  /// One thing that must hold of an entry; where several stand together, all must.
  package enum Condition: Sendable, Hashable {
    /// One of the columns contains one of the words, compared as names of platforms are.
    case says([Field], [String])
    /// None of the columns contains any of the words.
    case saysNot([Field], [String])
    /// The level is one of these; a blank one is none.
    case level([Level])
    /// The module is one of these; a blank one is none.
    case module([Module])
    /// A number of the entry lies between two bounds, both included; nil is no bound.
    case number(Measure, from: Hours?, to: Hours?)

    /// The columns that can be asked for words.
    static let columns: [Field] = [.kind, .title, .grade, .organizer, .place, .exam, .note, .mode]

    /// The columns whose words it asks for.
    package var fields: [Field] {
      switch self {
      case .says(let fields, _), .saysNot(let fields, _): fields
      default: []
      }
    }
  }

  /// What of an entry can be counted.
  package enum Measure: String, CaseIterable, Sendable {
    /// The items (数量); blank is 1.
    case count
    /// The days from the first to the last that count; an undated entry has none.
    case days
    /// The declared hours; blank is none.
    case hours
  }

  /// The conditions of an activity and of its amount.
  private static func conditions(of activity: Activity) -> [Condition] {
    activity.when + (activity.basis.formula?.conditions ?? [])
  }

  /// Whether conditions ask for words of columns that are kept for this alone.
  package var asksForFormTexts: Bool {
    !columnsAsked.isSubset(of: [.kind, .title])
  }

  /// The columns in which conditions look for words.
  package var columnsAsked: Set<Field> {
    Set(activities.flatMap { RuleSet.conditions(of: $0).flatMap(\.fields) })
  }

  /// The categories whose kinds and titles must be known, because an activity or an amount asks for words.
  package var categoriesByWords: [Category] {
    activities.filter { activity in
      !activity.words.isEmpty || RuleSet.conditions(of: activity).contains { !$0.fields.isEmpty }
    }.map(\.category)
  }
}
