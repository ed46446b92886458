/// Who judges whether somebody may apply for a title, which asks for several years (TitleApplications).
///
///     let yantai = try RuleSet(city: "烟台", year: 2023)
///     let titles = TitleJudge(yantai, reviewDate: Day("2023-09-01"))
///     let wang = Person(id: "370402199003071233", roster: RosterFacts(employer: .publicInstitution))
///     let audited = Entry(.annual, subject: .public, year: 2022, hours: Hours(30))
///     let application = titles.application(of: wang, with: [audited])
///     for year in application.years { print(year.year, year.shortfall.total) }
public struct TitleJudge: Sendable {
  /// The rule set of the application year, for whoever has no city of their own.
  public let rules: RuleSet
  private let judge: Judge
  private let titleRules: TitleRules
  private let options: TitleOptions

  /// A judge by the rule set of the application year.
  ///
  /// - Parameters:
  ///   - rules: that of whoever has no city of their own.
  ///   - cities: those of other cities, of the same year.
  ///   - otherYears: rule sets of other years; each city's own are used for its people, and another city's never.
  ///   - calendar: the working days by which the last day of study is counted.
  ///   - from: the first year to be shown, 1900 to 2100; nil is what the notice says.
  ///   - to: the last year to be shown, likewise.
  ///   - reviewDate: the day on which the application is handed in, for whoever has none on the roster.
  public init(
    _ rules: RuleSet, cities: [RuleSet] = [], otherYears: [RuleSet] = [],
    calendar: WorkdayCalendar = .shipped, from: Int? = nil, to: Int? = nil, reviewDate: Day? = nil
  ) {
    self.rules = rules
    judge = Judge(rules, cities: cities, calendar: calendar)
    titleRules = TitleRules(applications: judge.ruleSets, others: otherYears)
    func within(_ year: Int?) -> Int? { year.map { min(max($0, 1900), 2100) } }
    options = TitleOptions(from: within(from), to: within(to), reviewDate: reviewDate)
  }

  /// Whether a person may apply, with these entries of all years.
  public func application(of person: Person, with entries: [Entry]) -> TitleApplication {
    let desk = JudgedRecords(person, entries, judge)
    guard desk.isThere, !desk.strangers.contains(0) else {
      return TitleApplication(unjudged: person, desk.allProblems)
    }
    return TitleApplication(
      evaluator(desk).judge(0, detail: true), of: person, desk.records.entries(of: 0), desk.records,
      titleRules, city: desk.city(of: 0), desk.allProblems)
  }

  /// Whether everybody may apply, in order, each judged when it is asked for.
  public func applications(of staff: Staff) -> some Sequence<TitleApplication> & Sendable {
    let desk = JudgedRecords(staff, judge)
    return Applications(desk: desk, judge: self)
  }

  private func evaluator(_ desk: JudgedRecords) -> TitleEvaluator {
    TitleEvaluator(rules: titleRules, options: options, calendar: judge.calendar, records: desk.records)
  }

  /// Applications of everybody, one after the other.
  private struct Applications: Sequence, Sendable {
    let desk: JudgedRecords
    let judge: TitleJudge

    func makeIterator() -> AnyIterator<TitleApplication> {
      let evaluator = judge.evaluator(desk)
      var next = 0
      return AnyIterator {
        guard next < desk.records.people.count else { return nil }
        defer { next += 1 }
        let (person, problems) = (desk.person(next), desk.problems(of: next))
        if desk.strangers.contains(next) { return TitleApplication(unjudged: person, problems) }
        return TitleApplication(
          evaluator.judge(next, detail: true), of: person, desk.records.entries(of: next), desk.records,
          judge.titleRules, city: desk.city(of: next), problems)
      }
    }
  }
}
