/// Checks a rule file beyond its form: whether what it says can be meant.
package struct RuleChecks {
  let rules: RuleSet
  let json: JSONValue
  let file: String
  private(set) var found: [RuleFault] = []

  /// Every fault and doubt about a rule file, in order of line. Doubts are looked for only in a file without faults.
  package static func check(_ bytes: [UInt8], file: String) -> [RuleFault] {
    let decoding = RuleDecoder.decode(bytes, file: file)
    guard let rules = decoding.ruleSet, let json = decoding.json else { return decoding.faults }
    var checks = RuleChecks(rules: rules, json: json, file: file)
    checks.checkFileName()
    checks.checkClauses()
    checks.checkFigures(json, JSONPath.top, clause: nil)
    checks.checkHoursOfClauses()
    checks.checkPlaceholders()
    checks.checkNames()
    checks.checkLimits()
    checks.checkActivities()
    checks.checkRequirements()
    checks.checkPlatforms()
    checks.checkTerms()
    return RuleFaults(faults: checks.found).faults
  }

  private init(rules: RuleSet, json: JSONValue, file: String) {
    self.rules = rules
    self.json = json
    self.file = file
  }

  mutating func doubt(_ doubt: RuleDoubt, at path: JSONPath) {
    let line = json.value(at: path)?.line ?? 1
    found.append(RuleFault(file: file, line: line, path: path, kind: .doubt(doubt)))
  }

  static func path(_ list: String, _ index: Int, _ key: String? = nil) -> JSONPath {
    let item = JSONPath.top.appending(list).appending(index)
    return key.map(item.appending) ?? item
  }

  private mutating func checkFileName() {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    if name.hasSuffix(".json"), name != rules.id + ".json" {
      doubt(.fileNameDiffers(id: rules.id), at: JSONPath.top.appending("id"))
    }
  }

  /// A clause is judged if and only if a rule cites it.
  private mutating func checkClauses() {
    let used = Set(rules.clauseUses.map(\.clause))
    for (index, clause) in rules.clauses.enumerated() {
      let path = RuleChecks.path("clauses", index)
      if clause.notJudged == nil, !used.contains(ClauseID(index)) {
        doubt(.clauseUnused(clause.locator), at: path)
      }
      if clause.notJudged != nil, used.contains(ClauseID(index)) {
        doubt(.clauseUsedButNotJudged(clause.locator), at: path)
      }
    }
  }

  /// Every number and date of a rule occurs in the paraphrase of the clause that the rule cites.
  private mutating func checkFigures(_ value: JSONValue, _ path: JSONPath, clause outer: String?) {
    let clause = value["clause"]?.text ?? outer
    switch value.content {
    case .object(let members):
      for member in members where !["format", "year", "notice", "clauses"].contains(member.name) {
        checkFigures(member.value, path.appending(member.name), clause: clause)
      }
    case .array(let items):
      for (index, item) in items.enumerated() { checkFigures(item, path.appending(index), clause: clause) }
    case .number(let text):
      guard let clause, let hours = Hours(exactly: text) else { return }
      if !figures(of: clause).contains(hours) {
        doubt(.figureNotInClause(figure: text, clause: clause), at: path)
      }
    case .string(let text):
      guard let clause, let day = Day(iso: text) else { return }
      if !figures(of: clause).contains(day) {
        doubt(.figureNotInClause(figure: text, clause: clause), at: path)
      }
    default: break
    }
  }

  /// Hours that a judged clause names are those of some rule; a month's amount may be named for a year.
  private mutating func checkHoursOfClauses() {
    var used: Set<Int> = []
    for member in json.members ?? [] where !["format", "year", "notice", "clauses"].contains(member.name) {
      RuleChecks.collectHours(member.value, into: &used)
    }
    for case .perMonth(let common, let professional) in rules.activities.map(\.basis) {
      used.formUnion([common, professional].map { $0.hundredths * 12 })
    }
    for (index, clause) in rules.clauses.enumerated() where clause.notJudged == nil {
      for hours in FiguresOfText(clause.says).hours.subtracting(used).sorted() {
        doubt(
          .hoursNotUsed(hours: "\(Hours(inHundredths: hours))", clause: clause.locator),
          at: RuleChecks.path("clauses", index, "says"))
      }
    }
  }

  private static func collectHours(_ value: JSONValue, into used: inout Set<Int>) {
    switch value.content {
    case .number(let text): if let hours = Hours(exactly: text) { used.insert(hours.hundredths) }
    case .array(let items): for item in items { collectHours(item, into: &used) }
    case .object(let members): for member in members { collectHours(member.value, into: &used) }
    default: break
    }
  }

  /// What a draft leaves to be filled in has been.
  private mutating func checkPlaceholders() {
    let top = JSONPath.top
    let texts = [
      (rules.notice.title, top.appending("notice").appending("title")),
      (rules.notice.issuer, top.appending("notice").appending("issuer")),
      (rules.city.chinese.first ?? "", top.appending("city").appending("zh")),
    ]
    for (text, path) in texts where RuleDraft.placeholders.contains(text) {
      doubt(.placeholderLeft(text), at: path)
    }
  }

  private func figures(of locator: String) -> FiguresOfText {
    FiguresOfText(rules.clauses.first { $0.locator == locator }?.says ?? "")
  }

  /// What has a name is used by some rule.
  private mutating func checkNames() {
    let activities = rules.activities
    let groups = Set(
      activities.compactMap(\.seriesGroup) + rules.otherSchemes.map(\.seriesGroup))
    checkUse("seriesGroups", rules.seriesGroups.map(\.name), groups)
    checkUse("windows", rules.windows.map(\.name), Set(activities.compactMap(\.window)))
    checkUse("dayLimits", rules.dayLimits.map(\.name), Set(activities.compactMap(\.dayLimit)))
    checkUse("yearLimits", rules.yearLimits.map(\.name), Set(activities.flatMap(\.yearLimits)))
    if !activities.contains(where: { $0.study != nil || $0.listedPlatform != nil }) {
      checkUse("platforms", rules.platforms.map(\.name), [])
    }
  }

  private mutating func checkUse(_ list: String, _ names: [String], _ used: Set<Int>) {
    for (index, name) in names.enumerated() where !used.contains(index) {
      doubt(.unused(list: list, name: name), at: RuleChecks.path(list, index))
    }
  }

  /// Windows lie in the year; limits leave something and can be reached.
  private mutating func checkLimits() {
    let year = rules.days
    for (index, window) in rules.windows.enumerated() where window.days.intersection(year) != window.days {
      doubt(.windowOutsideYear(window.name), at: RuleChecks.path("windows", index))
    }
    for (index, limit) in rules.dayLimits.enumerated() {
      let path = RuleChecks.path("dayLimits", index, "hours")
      if limit.hours == .zero { doubt(.limitAllowsNothing(limit.name), at: path) }
      if limit.hours >= Hours(24) { doubt(.limitNeverBites(limit.name, .moreThanADay), at: path) }
    }
    for (index, limit) in rules.yearLimits.enumerated() {
      let wanted = rules.requirements
      // Where the total asks for more than both subjects, more of one of them is of use.
      checkPool(
        index, limit, .public, limit.public,
        max(wanted.public.hours, wanted.total.hours - wanted.professional.hours))
      checkPool(
        index, limit, .professional, limit.professional,
        max(wanted.professional.hours, wanted.total.hours - wanted.public.hours))
    }
  }

  private mutating func checkPool(
    _ index: Int, _ limit: RuleSet.YearLimit, _ subject: Subject, _ hours: Hours?, _ useful: Hours
  ) {
    guard let hours else { return }
    let path = RuleChecks.path("yearLimits", index, subject.code)
    let users = rules.activities.filter { $0.yearLimits.contains(index) }
    if hours == .zero { return doubt(.limitAllowsNothing(limit.name), at: path) }
    if !users.isEmpty, !users.contains(where: { $0.subjects.contains(subject) }) {
      doubt(.limitNeverBites(limit.name, .noSuchSubject(subject.code)), at: path)
    } else if hours >= useful {
      doubt(.limitNeverBites(limit.name, .moreThanUseful(useful)), at: path)
    }
  }
}
