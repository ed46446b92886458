/// Who judges: a rule set, those of other cities where people belong to them, and a day.
///
///     let rules = try RuleSet(city: "heze", year: 2022)
///     let judge = Judge(rules)
///     let course = Entry(
///       .online, subject: .public, title: "公需课", days: Day("2022-07-01").map(DayRange.init), hours: Hours(30),
///       platform: "菏泽学院")
///     let judgement = judge.judgement(of: Person(id: "370402199003071233"), with: [course])
///     print(judgement.verdict)            // short
///
/// It is a value that any number of threads may use, and nothing has to be called before anything else. A person whose
/// city it has no rule set of is `undetermined`, whatever the hours; so is one whose ID can't be one, and one who was not
/// there in the year (`away` among the problems).
public struct Judge: Sendable {
  /// The rule set of whoever has no city of their own.
  public let rules: RuleSet
  /// The working days by which terms are counted.
  public let calendar: WorkdayCalendar
  /// Judged as of the end of this day; nil takes every entry.
  public let asOf: Day?
  /// The own rule set first, then those of other cities.
  let ruleSets: [RuleSet]
  private let places: [[UInt8]: Int]

  /// A judge by a rule set. `cities` are those of people who belong elsewhere; one of another year is not used.
  public init(
    _ rules: RuleSet, cities: [RuleSet] = [], calendar: WorkdayCalendar = .shipped, asOf: Day? = nil
  ) {
    (self.rules, self.calendar, self.asOf) = (rules, calendar, asOf)
    ruleSets =
      [rules] + cities.filter { $0.year == rules.year && $0.city.english != rules.city.english }
    var places: [[UInt8]: Int] = [:]
    for (place, rules) in ruleSets.enumerated() {
      for name in rules.city.chinese + [rules.city.english] where places[RulesOfReading.key(name)] == nil {
        places[RulesOfReading.key(name)] = place
      }
    }
    self.places = places
  }

  /// The place of the rule set of a city, by any of its names.
  func place(ofCity names: [String]) -> Int? {
    names.lazy.compactMap { places[RulesOfReading.key($0)] }.first
  }

  /// The judgement of a person with these entries, all that there are: those of other years do no harm.
  public func judgement(of person: Person, with entries: [Entry]) -> Judgement {
    let desk = JudgedRecords(person, entries, self)
    guard desk.isThere, !desk.strangers.contains(0) else {
      return Judgement(unjudged: person, asOf: asOf, desk.allProblems)
    }
    let evaluator = desk.evaluator()
    return Judgement(
      evaluator.judge(0, detail: true), of: person, desk.records.entries(of: 0), desk.records,
      evaluator.ruleSet(of: 0), asOf: asOf, desk.allProblems)
  }

  /// The judgements of everybody, in order, each made when it is asked for.
  public func judgements(of staff: Staff) -> some Sequence<Judgement> & Sendable {
    Judgements(desk: JudgedRecords(staff, self))
  }

  /// What an auditor would ask of people's entries (Problems: Codes of warnings), which changes no hour: days with too many
  /// hours, evidence in two people's rows, files of another year and the like.
  public func questions(about staff: Staff) -> [Problem] {
    let desk = JudgedRecords(staff, self)
    let run = CheckRun(records: desk.records, ruleSets: ruleSets, calendar: calendar, asOf: asOf)
    return run.tally().asked.map { Problem($0, desk.records.files) }
  }
}

/// Judgements of everybody, one after the other.
private struct Judgements: Sequence, Sendable {
  let desk: JudgedRecords

  func makeIterator() -> AnyIterator<Judgement> {
    let evaluator = desk.evaluator()
    var person = 0
    return AnyIterator {
      guard person < desk.records.people.count else { return nil }
      defer { person += 1 }
      return desk.judgement(person, evaluator)
    }
  }
}
