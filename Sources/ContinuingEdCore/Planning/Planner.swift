/// Plans for one person after another: what is missing, and a smallest set of further entries that earns it.
///
/// It knows which ways are open; what they bring it always asks the ``Evaluator``, so that a plan and a check can't
/// disagree. One instance belongs to one thread.
package final class Planner {
  private let records: Records
  private let evaluator: Evaluator
  private let ruleSets: [RuleSet]
  private let ways: [OpenWays]
  private let texts: [PlanTexts]
  private let day: Day?

  /// A planner as of the end of a day: further entries lie after it, or after another day that is given. Without either
  /// every row of a person counts, and the whole year is open. `texts` are those that further entries have, for each
  /// rule set (``Records/addPlanTexts(of:)``).
  package init(
    records: Records, ruleSets: [RuleSet], calendar: WorkdayCalendar, asOf: Day?, after: Day? = nil,
    texts: [PlanTexts]
  ) {
    self.records = records
    self.ruleSets = ruleSets
    self.texts = texts
    evaluator = Evaluator(ruleSets: ruleSets, calendar: calendar, asOf: nil, records: records)
    ways = ruleSets.map {
      OpenWays($0, calendar: calendar, asOf: after ?? asOf ?? $0.days.start.adding(days: -1))
    }
    day = asOf
  }

  /// The plan of the person with this index in ``Records/people``. `detail` fills in the alternatives and the
  /// judgement's entries.
  package func plan(_ person: Int, detail: Bool) -> PersonPlan {
    let own = records.entries(of: person)
    let rows = day.map { day in own.compactMap { $0.asOf(day) } } ?? own
    let rules = evaluator.ruleSet(of: person)
    let index = records.roster(of: person)?.ruleSet ?? 0
    let place = ruleSets.indices.contains(index) ? index : 0
    let open = ways[place]
    let wantsEntries = detail || rules.onePlatformAYear != nil
    let judgement = evaluator.judge(person, rows: rows, detail: wantsEntries)
    var plan = PersonPlan(judgement: judgement, outcome: .nothingMissing)
    plan.leftOut = own.count - rows.count
    if judgement.findings.contains(where: { $0.code == .otherScheme }) {
      plan.outcome = .notApplicable
      return plan
    }
    if records.roster(of: person)?.hasProblem == true {
      plan.outcome = .rosterProblem
      return plan
    }
    if judgement.verdict == .compliant, !detail { return plan }
    let (context, rulePlan) = evaluator.situation(of: person)
    let found = open.find(context, rulePlan, texts[place])
    plan.closed = found.closed
    let bases = bases(person, rows, judgement, rules)
    if judgement.verdict != .compliant {
      plan.outcome = rules.hasMoreThanPlansKnow && rules.lastDayOfStudy > open.asOf ? .notPlanned : .tooLate
      var best: PlanCandidate?
      for base in bases {
        let search = PlanSearch(
          evaluator: evaluator, person: person, rows: base.rows, open: open,
          ways: found.open.filter { fits($0, base, rules) },
          texts: texts[place])
        guard let candidate = search.smallest(), best.map({ candidate.isSmaller(than: $0) }) ?? true,
          suffices(candidate, person, rows)
        else { continue }
        best = candidate
      }
      if let best {
        plan.outcome = .planned
        plan.entries = best.entries
      }
    }
    if detail, let base = bases.first {
      let search = PlanSearch(
        evaluator: evaluator, person: person, rows: base.rows, open: open,
        ways: found.open.filter { fits($0, base, rules) }, texts: texts[place])
      plan.alternatives = search.rooms()
    }
    return plan
  }

  private func suffices(_ candidate: PlanCandidate, _ person: Int, _ rows: [EntryRow]) -> Bool {
    evaluator.judge(person, rows: rows + candidate.entries.map(\.entry), detail: false).verdict == .compliant
  }

  /// Rows to build on, and the platform that is then the one of the year.
  private struct Base {
    var platform: Int?
    var rows: [EntryRow]
  }

  /// One base, or one for each platform between which is chosen and on which something was studied, the kept one
  /// first: without what lies on the others.
  private func bases(
    _ person: Int, _ rows: [EntryRow], _ judgement: PersonJudgement, _ rules: RuleSet
  ) -> [Base] {
    guard rules.onePlatformAYear != nil else { return [Base(platform: nil, rows: rows)] }
    let chosen = OtherPlatforms(judgement, rules)
    if chosen.platforms.count < 2 { return [Base(platform: chosen.platforms.first, rows: rows)] }
    return chosen.platforms.map { kept in Base(platform: kept, rows: chosen.rows(rows, keeping: kept)) }
  }

  /// Whether a way goes with the platform of the year.
  private func fits(_ way: PlanWay, _ base: Base, _ rules: RuleSet) -> Bool {
    guard let platform = base.platform, case .platform(let index) = way.place else { return true }
    return index == platform || !rules.platforms[index].isChoice
  }
}

/// The platforms between which one is chosen a year, as far as a person studied on them.
struct OtherPlatforms {
  /// Those on which something is otherwise in order, the kept one first.
  var platforms: [Int] = []
  /// By place of the row.
  private var platformOf: [Int: Int] = [:]

  init(_ judgement: PersonJudgement, _ rules: RuleSet) {
    for result in judgement.entries {
      guard let platform = result.platform, rules.platforms[platform].isChoice else { continue }
      if result.state == .rejected, result.losses.first?.reason != .otherPlatform { continue }
      platformOf[result.entry] = platform
      if !platforms.contains(platform) { platforms.append(platform) }
    }
    if let kept = judgement.platformKept { platforms = [kept] + platforms.filter { $0 != kept } }
  }

  /// The rows without what lies on other platforms.
  func rows(_ rows: [EntryRow], keeping kept: Int) -> [EntryRow] {
    rows.indices.filter { keeps($0, with: kept) }.map { rows[$0] }
  }

  /// Whether a row, by its place, goes with a platform.
  func keeps(_ row: Int, with kept: Int) -> Bool { platformOf[row].map { $0 == kept } ?? true }
}

/// Texts that the further entries of a plan have.
package struct PlanTexts: Sendable {
  /// For each platform of the rule set its name.
  var platforms: [TextID]
  /// For each activity the word that tells it from others; empty where none does.
  var words: [TextID]
}

extension Records {
  /// Adds the texts that further entries have. Returns their numbers for each rule set.
  package mutating func addPlanTexts(of ruleSets: [RuleSet]) -> [PlanTexts] {
    ruleSets.map { rules in
      PlanTexts(
        platforms: rules.platforms.map { texts.append($0.name) },
        words: rules.activities.map { texts.append($0.words.first ?? "") })
    }
  }
}

extension RuleSet {
  /// Whether something that no plan looks for may bring what is missing.
  fileprivate var hasMoreThanPlansKnow: Bool {
    !requirements.others.isEmpty || activities.contains { $0.basis.formula != nil || !$0.when.isEmpty }
  }
}
