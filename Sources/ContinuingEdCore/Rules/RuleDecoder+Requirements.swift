/// What has to be earned, by whom and when (RuleFiles: Requirements, Period).
extension RuleDecoder {
  private func amount(_ node: FileNode) -> RuleSet.Amount {
    let fields = node.fields(["hours", "clause"])
    return RuleSet.Amount(hours: fields["hours"].hours(), clause: clause(fields["clause"]))
  }

  /// An amount, or nothing for the word "none".
  private func amountOrNone(_ node: FileNode) -> RuleSet.Amount? { node.isNone ? nil : amount(node) }

  func requirements(_ node: FileNode) -> RuleSet.Requirements {
    let fields = node.fields(
      ["total", "public", "professional", "modules"], optional: ["others", "cases", "partOfPeriod"])
    var modules: RuleSet.Modules?
    if !fields["modules"].isNone {
      let parts = fields["modules"].object(["compulsory", "elective"], words: ["none"])
      modules = RuleSet.Modules(compulsory: amount(parts["compulsory"]), elective: amount(parts["elective"]))
    }
    let others = fields.has("others") ? fields["others"].items().map(other) : []
    let stated = ["total", "public", "professional"].map { amountOrNone(fields[$0]) }
    // What is asked for instead stands behind what is not.
    let clause = (stated.compactMap(\.self).first ?? others.first?.amount)?.clause
    if clause == nil, node.value?.kind == .object {
      node.fail(.noChoice(["total", "public", "professional"]))
    }
    let amounts = stated.map { $0 ?? RuleSet.Amount(hours: .zero, clause: clause ?? 0, isNone: true) }
    return RuleSet.Requirements(
      total: amounts[0], public: amounts[1], professional: amounts[2], modules: modules, others: others,
      cases: fields.has("cases") ? fields["cases"].items().map(requirementCase) : [],
      partOfPeriod: fields.has("partOfPeriod") ? partOfPeriod(fields["partOfPeriod"]) : .full)
  }

  // MARK: Requirements of the notice's own

  /// Their keys, which are wanted before the requirements are.
  func otherKeys(_ node: FileNode) -> [String] {
    (node.value?["others"]?.items ?? []).map { $0["key"]?.text ?? "" }
  }

  /// Keys that machine output has already, or that stand beside them in a case.
  private static let taken = ["public", "professional", "total", "none", "any", "who", "exempt", "clause"]

  private func other(_ node: FileNode) -> RuleSet.OtherRequirement {
    let fields = node.fields(["key", "name", "hours", "clause"], optional: ["counts", "within"])
    let key = fields["key"].text()
    let isPlain = key.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    if !isPlain || RuleDecoder.taken.contains(key) { fields["key"].fail(.badName(key)) }
    let same = otherRequirements.names.filter { $0 == key }.count
    if same > 1 { fields["key"].fail(.repeated(key)) }
    if otherRequirements.names.count > RuleSet.OtherRequirement.most {
      node.fail(.tooMany(limit: RuleSet.OtherRequirement.most))
    }
    let countsAll = fields.has("counts") && fields["counts"].word(among: ["all"]) == "all"
    return RuleSet.OtherRequirement(
      key: key, name: fields["name"].text(),
      amount: RuleSet.Amount(hours: fields["hours"].hours(), clause: clause(fields["clause"])),
      countsAll: countsAll,
      within: fields.has("within") ? days(fields["within"].fields(["from", "to"])) : nil)
  }

  // MARK: People

  private func requirementCase(_ node: FileNode) -> RuleSet.RequirementCase {
    let others = otherRequirements.names
    let fields = node.fields(
      ["who", "clause"], optional: ["total", "public", "professional", "exempt"] + others)
    let who = fields["who"].someItems().compactMap(rosterCondition)
    if fields.has("exempt") {
      _ = fields["exempt"].word(among: ["yes"])
      return RuleSet.RequirementCase(who: who, hours: nil, clause: clause(fields["clause"]))
    }
    func hours(_ key: String) -> Hours? { fields.has(key) ? fields[key].hours() : nil }
    let figures = RuleSet.CaseHours(
      total: hours("total"), public: hours("public"), professional: hours("professional"),
      others: others.map(hours))
    return RuleSet.RequirementCase(who: who, hours: figures, clause: clause(fields["clause"]))
  }

  private func rosterCondition(_ node: FileNode) -> RuleSet.RosterCondition? {
    let columns = RuleSet.RosterCondition.columns
    let keys = columns.map(\.english) + ["employer", "joined"]
    guard case .key(let key, let fields)? = node.choice(words: [], keys: keys) else { return nil }
    switch key {
    case "employer": return .employer(different(fields[key].someItems(), Employer.self))
    case "joined": return fields[key].word(among: ["in-period"]).map { _ in .joinedInPeriod }
    default: return columns.first { $0.english == key }.map { .says($0, someTexts(fields[key])) }
    }
  }

  private func partOfPeriod(_ node: FileNode) -> RuleSet.PartOfPeriod {
    guard case .key(_, let fields)? = node.choice(words: ["full"], keys: ["share"], with: ["clause"]) else {
      return .full
    }
    _ = fields["share"].word(among: ["by-month"])
    return .byMonth(clause: clause(fields["clause"]))
  }

  // MARK: Period

  /// The longest period, in years.
  private static let longestPeriod = 10

  /// The days of the period, which has to touch the year that it is named by.
  func period(_ node: FileNode, year: Int) -> DayRange? {
    let days = days(node.fields(["from", "to"]))
    let first = Day.first(of: days.start.year)
    if first.adding(months: 12 * RuleDecoder.longestPeriod) < days.end
      || days.intersection(DayRange(year: year)) == nil
    {
      node.fail(.periodMakesNoSense(year: year))
    }
    return days
  }
}
