/// What a person lacks after a day, and a smallest set of further entries that earns it.
///
///     let plan = judge.plan(for: wang, with: [course], after: today)
///     for study in plan.studies { print(study.text(in: .english)) }
public struct Plan: Sendable, Hashable, Codable, Identifiable {
  /// The day after which further entries lie.
  public let after: Day
  /// What the search came to.
  public let outcome: Outcome
  /// The judgement as of the end of that day.
  public let judgement: Judgement
  /// The further entries: fewest hours first, then fewest entries.
  public let studies: [Study]
  /// Every way that is still open, and how much it would still bring, in the recommended order.
  public let open: [Way]
  /// How many of the person's own entries lie after the day and were left out.
  public let leftOut: Int

  /// The ID of the person.
  public var id: Person.ID { judgement.id }
  /// What the plan asks for.
  public var hours: Hours { studies.reduce(.zero) { $0 + $1.hours } }
  /// The plan holds while this day has not passed: the earliest of its last days.
  public var deadline: Day? { studies.map(\.lastDay).min() }
  /// Whether approval of what is pending is enough.
  public var approvalSuffices: Bool {
    let left = judgement.requiredIfApproved.shortfall(of: judgement.ifApproved)
    return left.isZero && !judgement.shortfall.isZero
  }

  /// What can be done.
  public enum Outcome: String, CodedWord {
    /// Nothing is missing.
    case nothingMissing = "nothing-missing"
    /// The entries of the plan are enough.
    case planned
    /// It can no longer be done within the year.
    case tooLate = "too-late"
    /// There may be a way, but none that can be counted on: the notice has requirements of its own, or amounts that
    /// depend on more than hours (RuleFiles: Amounts, Requirements).
    case notPlanned = "not-planned"
    /// The notice sends this person to another scheme.
    case notApplicable = "not-applicable"
    /// What is known of the person must be mended first: the ID, the city, or the row of the roster.
    case undetermined

    /// The word of machine output.
    public var code: String { rawValue }
  }

  /// A further entry.
  public struct Study: Sendable, Hashable, Codable {
    /// The entry as it would be handed in: with it, and all others of the plan, the person is compliant.
    public let entry: Entry
    /// What it is worth, in both subjects where it is an assignment.
    public let hours: Hours
    /// The last day on which it can end.
    public let lastDay: Day
    /// The clause that recognizes it.
    public let clause: RuleSet.Clause.ID?
    /// The clause that sets the last day.
    public let lastDayClause: RuleSet.Clause.ID?
  }

  /// A way of earning hours that is open.
  public struct Way: Sendable, Hashable, Codable {
    /// What is done.
    public let category: Category
    /// What it counts for.
    public let subject: Subject
    /// The platform, where it has to be one of the notice's.
    public let platform: String?
    /// What it would still bring; nil is no limit.
    public let room: Hours?
    /// The last day on which it can end.
    public let lastDay: Day
    /// The clause that recognizes it.
    public let clause: RuleSet.Clause.ID?
  }

  /// - Parameter rows: the person's as of the day.
  init(
    _ plan: PersonPlan, _ judgement: Judgement, _ records: Records, _ rules: RuleSet, after day: Day
  ) {
    (after, self.judgement, leftOut) = (day, judgement, plan.leftOut)
    outcome =
      switch plan.outcome {
      case .nothingMissing: .nothingMissing
      case .planned: .planned
      case .tooLate: .tooLate
      case .notPlanned: .notPlanned
      case .notApplicable: .notApplicable
      case .rosterProblem: .undetermined
      }
    studies = plan.entries.compactMap { Study($0, records, rules) }
    open = plan.alternatives.map { Way($0, rules) }
  }

  /// Of somebody of whom too little is known.
  init(unplanned judgement: Judgement, after day: Day) {
    (after, self.judgement, leftOut, outcome) = (day, judgement, 0, .undetermined)
    (studies, open) = ([], [])
  }
}

extension Plan.Study {
  init?(_ planned: PlannedEntry, _ records: Records, _ rules: RuleSet) {
    guard var entry = Entry(planned.entry, records) else { return nil }
    // A word that tells the activity from others stands where a title would be.
    if let words = planned.way.words { entry.kind = EntryKind(words) }
    if planned.entry.marks.contains(.filed) { entry.filing = "待备案" }
    if planned.entry.marks.contains(.evidence) { entry.evidence = "待取得" }
    (self.entry, hours, lastDay) = (entry, planned.hours, planned.way.days.end)
    clause = rules.place(planned.way.clause)
    lastDayClause = rules.place(planned.way.lastDayClause)
  }
}

extension Plan.Way {
  init(_ open: WayRoom, _ rules: RuleSet) {
    let way = open.way
    category = rules.activities[safe: way.activity]?.category ?? .other
    (subject, room, lastDay) = (way.subject, open.room, way.days.end)
    if case .platform(let index) = way.place {
      platform = rules.platforms[safe: index]?.name
    } else {
      platform = nil
    }
    clause = rules.place(way.clause)
  }
}

extension Plan: Localized {
  /// What is missing, and what to do by when, a line each.
  public func text(in language: Language) -> String {
    let missing = judgement.shortfall.total
    switch outcome {
    case .nothingMissing: return language.pick("不缺学时", "nothing is missing")
    case .planned:
      let lines = studies.map { "\n" + $0.text(in: language) }.joined()
      return language.pick("还差 \(missing) 学时：", "\(missing) hours are missing:") + lines
    case .tooLate:
      return language.pick(
        "还差 \(missing) 学时，已无法补足", "\(missing) hours are missing and can no longer be made up")
    case .notPlanned:
      return language.pick(
        "还差 \(missing) 学时，没有可以算准的计划", "\(missing) hours are missing; no plan can be counted on")
    case .notApplicable: return Verdict.notApplicable.meaning(in: language)
    case .undetermined:
      return language.pick("先改正证件号、城市或花名册中的这一行", "mend the ID, the city or the roster row first")
    }
  }
}

extension Plan.Study: Localized {
  /// What to study, where, and by when.
  public func text(in language: Language) -> String {
    let place = entry.platform.isEmpty ? "" : language.pick("（\(entry.platform)）", " (\(entry.platform))")
    let subject = entry.category == .assignment ? "" : (entry.subject ?? .professional).text(in: language)
    return subject + language.pick("", subject.isEmpty ? "" : " ") + entry.category.text(in: language) + place
      + language.pick(" \(hours) 学时，最晚 \(lastDay)", ", \(hours) hours, by \(lastDay)")
      + (clause.map { language.pick("［\($0)］", " [\($0)]") } ?? "")
  }
}

extension Plan.Outcome: Localized {
  /// What can be done, in a phrase.
  public func text(in language: Language) -> String {
    switch self {
    case .nothingMissing: language.pick("不缺学时", "nothing is missing")
    case .planned: language.pick("按计划可以补足", "the plan is enough")
    case .tooLate: language.pick("已无法补足", "too late")
    case .notPlanned: language.pick("没有可以算准的计划", "no plan can be counted on")
    case .notApplicable: Verdict.notApplicable.text(in: language)
    case .undetermined: Verdict.undetermined.text(in: language)
    }
  }
}
