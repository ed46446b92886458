/// An empty records file (RecordsFiles: Columns) to fill in: the columns that a rule set needs and one sample row a
/// category.
package struct RecordsTemplate: Sendable {
  /// The columns, in the contract's order.
  package let fields: [Field]
  /// The headings, then the sample rows.
  package let rows: [[String]]

  /// The template of a rule set, or of all categories and columns without one.
  package init(for rules: RuleSet?, in language: Language) {
    let categories = Category.allCases.filter { category in
      rules?.activities.contains { $0.category == category } ?? true
    }
    let samples = categories.map { SampleRow(category: $0, rules: rules, language: language).cells }
    let fields = rules.map { RecordsTemplate.fields(for: $0, categories: categories) } ?? Field.records
    self.fields = fields
    rows =
      [fields.map { language.pick($0.chinese, $0.english) }]
      + samples.map { row in fields.map { row[$0] ?? "" } }
  }

  private static func fields(for rules: RuleSet, categories: [Category]) -> [Field] {
    let activities = rules.activities
    func needs(_ what: RuleSet.Need.What) -> Bool {
      activities.contains { $0.needs.contains { $0.what == what } }
    }
    let asked = rules.columnsAsked
    return Field.records.filter { field in
      if asked.contains(field) { return true }
      return switch field {
      case .organizer, .mode, .period: false
      case .year: categories.contains { !$0.needsStart }
      case .kind: categories.contains(.leave) || !rules.categoriesByWords.isEmpty
      case .platform: !rules.platforms.isEmpty
      case .count: activities.contains { $0.basis.goesByItems }
      case .level: needs(.level) || activities.contains { $0.goesByLevel }
      case .module: rules.requirements.modules != nil
      case .filing:
        needs(.filing) || needs(.filingAwaited) || needs(.seriesFiling)
          || activities.contains { $0.study?.filedStudy != nil }
      case .filedOn: rules.filingTerm != .none
      case .result: needs(.passed)
      case .evidence: needs(.evidence)
      default: true
      }
    } + Field.forms.filter(asked.contains)
  }
}

extension RuleSet.Basis {
  /// Whether the number of items bears on the amount.
  fileprivate var goesByItems: Bool {
    switch self {
    case .perItem, .byLevel: true
    case .formula(let formula): formula.goesByItems
    default: false
    }
  }
}

extension RuleSet.Activity {
  /// Whether the level bears on the amount.
  fileprivate var goesByLevel: Bool {
    if case .byLevel = basis { return true }
    let isAsked = when.contains { if case .level = $0 { true } else { false } }
    return isAsked || basis.formula?.goesByLevel ?? false || !levels.isEmpty
  }
}

/// One row that shows how a category is filled in, and that its rule set accepts.
private struct SampleRow {
  let category: Category
  let rules: RuleSet?
  let language: Language

  /// The one that fits whoever fills in the row.
  private var activity: RuleSet.Activity? {
    rules?.activities.filter { $0.category == category }.min { $0.conditionCount < $1.conditionCount }
  }
  /// The example of the national standard for identity numbers: nobody has it.
  private static let person = "11010519491231002X"
  /// The year of a sample that no rule set places.
  private static let anyYear = 2023

  var cells: [Field: String] {
    var cells: [Field: String] = [
      .personID: SampleRow.person,
      .name: language.pick("示例", "Example"),
      .unit: language.pick("示例单位", "Example unit"),
      .category: word(WordLists.categoryWords, category),
      .title: language.pick("示例：", "Example: ") + word(WordLists.categoryWords, category),
      .status: word(WordLists.statusWords, ReviewStatus.verified),
      .note: language.pick("示例行，填写前请删去", "a sample; remove it"),
    ]
    if let subject { cells[.subject] = word(WordLists.subjectWords, subject) }
    if let days {
      cells[.start] = days.start.description
      cells[.end] = days.end.description
    } else {
      cells[.year] = String(category == .annual ? year - 1 : year)
    }
    cells[.hours] = hours
    addWhatIsNeeded(to: &cells)
    return cells
  }

  private var year: Int { rules?.year ?? SampleRow.anyYear }

  private var subject: Subject? {
    if category.spansYears { return nil }
    guard let activity else { return .professional }
    return activity.subjects.first
  }

  private var allDays: DayRange { rules?.days ?? DayRange(year: year) }

  /// Where a date is needed: inside the period, and the window where there is one.
  private var days: DayRange? {
    guard category.needsStart else { return nil }
    switch category {
    case .assignment: return allDays
    case .leave: return DayRange(allDays.start, allDays.start.adding(days: 97))
    default: break
    }
    var first = allDays.start.adding(days: 245 + Int(category.rawValue))
    if let rules, let window = activity?.window, rules.windows.indices.contains(window) {
      let open = rules.windows[window].days
      first = min(max(first, open.start), open.end)
    }
    return DayRange(first, first)
  }

  private var hours: String {
    if category.neverNeedsHours || activity?.basis.isFixed == true { return "" }
    return category == .annual ? "90" : "8"
  }

  private func addWhatIsNeeded(to cells: inout [Field: String]) {
    if category == .leave { cells[.kind] = word(WordLists.kindWords, LeaveKind.maternity) }
    if category == .online {
      let named = rules?.platforms.first { $0.isChoice } ?? rules?.platforms.first
      if rules == nil || activity?.study != nil {
        cells[.platform] = named?.name ?? language.pick("示例平台", "Example platform")
      }
      if rules?.requirements.modules != nil, subject == .public {
        cells[.module] = word(WordLists.moduleWords, Module.compulsory)
      }
    }
    guard let activity else { return }
    if activity.basis.goesByItems { cells[.count] = "1" }
    if activity.goesByLevel { cells[.level] = word(WordLists.levelWords, Level.municipal) }
    for need in activity.needs {
      switch need.what {
      case .filing, .filingAwaited, .seriesFiling:
        cells[.filing] = language.pick("示例备案号", "Example filing")
        if let days, let filedOn = filingDay(before: days.start) { cells[.filedOn] = filedOn.description }
      case .evidence: cells[.evidence] = language.pick("示例证书", "Example certificate")
      case .passed: cells[.result] = word(WordLists.resultWords, ExamResult.passed)
      case .level: cells[.level] = word(WordLists.levelWords, Level.municipal)
      }
    }
  }

  /// A day that keeps the filing term: not too early, not too late.
  private func filingDay(before start: Day) -> Day? {
    switch rules?.filingTerm {
    case .daysBefore(let days, _): start.adding(days: -min(days, 7))
    // Two weeks for each five working days, and two more for holidays.
    case .workingDaysBefore(let days, _): start.adding(days: -(days * 14 / 5 + 14))
    case RuleSet.FilingTerm.none?, nil: nil
    }
  }

  private func word<Value: Equatable>(_ words: [(Value, [String])], _ value: Value) -> String {
    let names = words.first { $0.0 == value }?.1 ?? []
    return names.dropFirst(language.pick(0, 1)).first ?? ""
  }
}
