/// Amounts that no single figure gives (RuleFiles: Amounts).
extension RuleSet {
  /// How an amount is worked out from what an entry says. Hours are exact to 0.01; what lies below is dropped.
  package indirect enum Formula: Sendable, Equatable {
    /// One of the plain ways.
    case plain(Basis)
    /// So many hours an entry, whatever it says.
    case fixed(Hours)
    /// So many hours for each hour declared.
    case perHour(Hours)
    /// So many hours for each so much of what is counted, as 1 for each 3 hours.
    case per(Measure, Hours, is: Hours)
    /// So many hours for each half day: the count of the entry, else two a day.
    case perHalfDay(Hours)
    /// So many hours for the first item, and so many for each further one.
    case first(Hours, then: Hours)
    /// All of them together.
    case sum([Formula])
    /// The least of them.
    case least([Formula])
    /// The most of them.
    case most([Formula])
    /// The declared hours where there are some, else another amount.
    case declaredElse(Formula)
    /// A share of what is required in a year of a subject, or in all (nil).
    case percent(Int, of: Subject?)
    /// A share of another amount.
    case share(Int, of: Formula)
    /// An amount in whole steps.
    case rounded(Formula, to: Hours, Rounding)
    /// By the first row whose conditions hold.
    case table([Row], otherwise: Formula?)
    /// The notice leaves the amount to another document: the declared hours wait until somebody has confirmed them.
    case outsideNotice(ClauseID)

    /// A row of a table.
    package struct Row: Sendable, Equatable {
      /// All must hold.
      package var when: [Condition]
      /// What the entry is worth then.
      package var amount: Formula
    }

    /// Which way an amount goes to a whole step.
    package enum Rounding: String, CaseIterable, Sendable {
      case down
      case up
      /// To the nearer step; half a step goes up.
      case halfUp = "half-up"
    }

    /// The amounts that it is made of, itself not among them.
    private var parts: [Formula] {
      switch self {
      case .sum(let parts), .least(let parts), .most(let parts): parts
      case .declaredElse(let part), .rounded(let part, _, _), .share(_, let part): [part]
      case .table(let rows, let otherwise): rows.map(\.amount) + (otherwise.map { [$0] } ?? [])
      default: []
      }
    }

    /// All conditions within it.
    var conditions: [Condition] {
      var found = parts.flatMap(\.conditions)
      if case .table(let rows, _) = self { found += rows.flatMap(\.when) }
      return found
    }

    /// The clauses that leave amounts within it to other documents.
    var clausesOutsideNotice: [ClauseID] {
      if case .outsideNotice(let clause) = self { return [clause] }
      return parts.flatMap(\.clausesOutsideNotice)
    }

    /// Whether hours must be declared for it.
    var needsHours: Bool {
      switch self {
      case .plain(let basis): !basis.isFixed
      case .perHour, .per(.hours, _, _), .outsideNotice: true
      case .declaredElse: false
      // Entries of some rows may do without.
      case .table: parts.allSatisfy(\.needsHours)
      default: parts.contains(where: \.needsHours)
      }
    }

    /// Whether it goes by the count of items.
    var goesByItems: Bool {
      switch self {
      case .plain(.perItem), .plain(.byLevel), .per(.count, _, _), .perHalfDay, .first: true
      default: parts.contains(where: \.goesByItems)
      }
    }

    /// Whether it, or a condition within it, goes by the level.
    var goesByLevel: Bool {
      if case .plain(.byLevel) = self { return true }
      let asks = conditions.contains { if case .level = $0 { true } else { false } }
      return asks || parts.contains(where: \.goesByLevel)
    }
  }
}

extension RuleSet.Basis {
  /// The formula by which it goes; nil where it is one of the plain ways.
  package var formula: RuleSet.Formula? {
    if case .formula(let formula) = self { return formula }
    return nil
  }
}
