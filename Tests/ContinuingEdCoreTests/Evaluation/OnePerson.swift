import Testing

@testable import ContinuingEdCore

/// One person's rows, written down field by field, and their judgement under a shipped rule set.
struct OnePerson {
  private var records = Records()
  private var rows: [EntryRow] = []
  /// The rows, in their order.
  var entries: [EntryRow] { rows }
  private let rules: RuleSet

  init(under id: String, roster: RosterRow? = nil, series: String = "", group: String = "") throws {
    rules = try RuleLibrary.embedded().ruleSet(id: id)
    var person = ListedPerson()
    person.id = records.texts.append("P1")
    if roster != nil || !series.isEmpty || !group.isEmpty {
      var facts = roster ?? RosterRow()
      facts.series = records.texts.append(series)
      facts.group = records.texts.append(group)
      records.rosterFacts = [facts]
    }
    records.files = [SourceFile(path: "one.csv")]
    records.people = [person]
  }

  /// Adds a row: category, first and last day, hours, and whatever else `more` sets.
  mutating func add(
    _ category: ContinuingEdCore.Category, _ start: String? = nil, _ end: String? = nil, hours: Int? = nil,
    subject: Subject? = .professional, platform: String = "", _ more: (inout EntryRow) -> Void = { _ in }
  ) {
    var entry = EntryRow()
    entry.category = category
    entry.start = start.flatMap { Day(iso: $0) }
    entry.end = end.flatMap { Day(iso: $0) }
    entry.hours = hours.map { Hours(inHundredths: $0) }
    entry.subject = subject
    entry.platform = records.texts.append(platform)
    entry.line = UInt32(rows.count + 2)
    more(&entry)
    rows.append(entry)
    records.entries = EntryStore([rows])
  }

  /// The judgement, as of a day if one is given.
  func judgement(asOf: String? = nil) -> PersonJudgement {
    Evaluator(
      ruleSets: [rules], calendar: .embedded, asOf: asOf.flatMap { Day(iso: $0) }, records: records
    ).judge(0, detail: true)
  }

  /// `reason hours` for each loss of each element, in hundredths.
  func losses(asOf: String? = nil) -> [String] {
    judgement(asOf: asOf).entries.flatMap { $0.losses.map { "\($0.reason.code) \($0.hours.hundredths)" } }
  }

  /// The locator of a clause.
  func locator(_ clause: ClauseID) -> String { rules.clauses[Int(clause)].locator }
}

extension RosterRow {
  /// A roster row with nothing but a review date.
  static func reviewed(on day: String) -> RosterRow {
    var facts = RosterRow()
    facts.reviewDate = Day(iso: day)
    return facts
  }
}
