/// A rule file decoded: the rule set, or every reason why there is none.
package struct RuleDecoding: Sendable {
  /// Nil if there is any fault: a rule set that is partly understood is never used.
  package var ruleSet: RuleSet?
  /// In order of line.
  package var faults: [RuleFault]
  /// The JSON that it was read from; nil where the file isn't JSON.
  package var json: JSONValue?
}

/// Decodes rule files. Strict: every key of the format has to be there and no other, every name and clause has to be
/// in its list, and nothing is implied by absence. All faults of a file are found in one pass.
package struct RuleDecoder {
  /// The version of the format that this program knows.
  package static let format = 2
  static let topKeys = [
    "format", "id", "city", "year", "notice", "clauses", "requirements", "grounds", "seriesGroups", "windows",
    "dayLimits", "yearLimits", "platforms", "onePlatformAYear", "activities", "finalReview", "filingTerm",
    "reviewCutoff", "makeUpStudy", "otherSchemes", "leave", "titleApplications",
  ]

  /// A person's groups are the bits of a word.
  static let groupLimit = 64

  /// What rules refer to by name, each with its position in the list.
  var clauses = NameList()
  var seriesGroups = NameList()
  var windows = NameList()
  var dayLimits = NameList()
  var yearLimits = NameList()
  var otherRequirements = NameList()

  /// Decodes a rule file; `file` is what faults call it.
  package static func decode(_ bytes: [UInt8], file: String) -> RuleDecoding {
    let document = JSONReader.read(bytes, file: file)
    guard let json = document.value else { return RuleDecoding(ruleSet: nil, faults: document.faults) }
    return decode(json, file: file, faults: document.faults)
  }

  /// Decodes a rule file that has been read; `faults` are those found in reading.
  package static func decode(_ json: JSONValue, file: String, faults: [RuleFault] = []) -> RuleDecoding {
    let list = FaultList(file: file, faults: faults)
    if case .number(let text)? = json["format"]?.content, let found = Int(text), found > format {
      FileNode(json["format"], path: JSONPath.top.appending("format"), list: list)
        .fail(.newerFormat(found: found, known: format))
      return RuleDecoding(ruleSet: nil, faults: list.faults, json: json)
    }
    // A file of an earlier format is read as what it becomes in this one.
    let current = RuleUpgrade.upgraded(json)
    var decoder = RuleDecoder()
    let ruleSet = decoder.ruleSet(FileNode(current, list: list))
    if list.faults.isEmpty { return RuleDecoding(ruleSet: ruleSet, faults: [], json: current) }
    return RuleDecoding(ruleSet: nil, faults: RuleFaults(faults: list.faults).faults, json: json)
  }

  private mutating func ruleSet(_ top: FileNode) -> RuleSet {
    let file = top.fields(RuleDecoder.topKeys, optional: ["$schema", "deadlines", "period"])
    if file.has("$schema") { _ = file["$schema"].text() }
    _ = file["format"].wholeNumber(in: RuleDecoder.format...RuleDecoder.format)
    let (city, year) = (city(file["city"]), file["year"].wholeNumber(in: 1900...2100))
    let id = file["id"].text()
    if id != "\(city.english)-\(year)" {
      file["id"].fail(.idMismatch(found: id, wanted: "\(city.english)-\(year)"))
    }

    // Lists before what refers to them.
    let clauseList = clauseList(file["clauses"])
    let groups = named(file["seriesGroups"], ["containing", "clause"]) { name, group in
      RuleSet.SeriesGroup(
        name: name, containing: someTexts(group["containing"]), clause: clause(group["clause"]))
    }
    if groups.count > RuleDecoder.groupLimit {
      file["seriesGroups"].fail(.tooMany(limit: RuleDecoder.groupLimit))
    }
    seriesGroups = NameList(groups.map(\.name))
    let windowList = named(file["windows"], ["from", "to", "clause"]) { name, window in
      RuleSet.Window(name: name, days: days(window), clause: clause(window["clause"]))
    }
    windows = NameList(windowList.map(\.name))
    let dayLimitList = named(file["dayLimits"], ["hours", "clause"]) { name, limit in
      RuleSet.DayLimit(name: name, hours: limit["hours"].hours(), clause: clause(limit["clause"]))
    }
    dayLimits = NameList(dayLimitList.map(\.name))
    let limitKeys = (needed: ["public", "professional", "clause"], optional: ["total", "beyond"])
    let yearLimitList = named(file["yearLimits"], limitKeys.needed, optional: limitKeys.optional) {
      yearLimit($0, $1, of: file["requirements"])
    }
    yearLimits = NameList(yearLimitList.map(\.name))
    let filing = filingTerm(file["filingTerm"])
    let period = file.has("period") ? period(file["period"], year: year) : nil
    otherRequirements = NameList(otherKeys(file["requirements"]))
    return RuleSet(
      id: id, city: city, year: year, period: period, notice: notice(file["notice"]), clauses: clauseList,
      requirements: requirements(file["requirements"]), grounds: grounds(file["grounds"]),
      seriesGroups: groups,
      windows: windowList, dayLimits: dayLimitList, yearLimits: yearLimitList,
      platforms: platforms(file["platforms"]),
      onePlatformAYear: clauseOrNone(file["onePlatformAYear"], key: "clause"),
      activities: file["activities"].someItems().map(activity), finalReview: finalReview(file["finalReview"]),
      filingTerm: filing.term, filingTermCategories: filing.categories,
      reviewCutoff: reviewCutoff(file["reviewCutoff"]),
      makeUpStudy: makeUpStudy(file["makeUpStudy"], year: year),
      otherSchemes: file["otherSchemes"].items().map(otherScheme), leave: leave(file["leave"]),
      titleApplications: titleApplications(file["titleApplications"]),
      deadlines: file.has("deadlines") ? file["deadlines"].items().map(deadline) : [])
  }

  // MARK: Names and clauses

  /// The position of a clause; a fault if the file doesn't list it.
  func clause(_ node: FileNode) -> ClauseID {
    let locator = node.text()
    if let position = clauses.position(of: locator) { return ClauseID(position) }
    if !locator.isEmpty {
      let near = NearMatch.nearest(to: locator, in: clauses.names.sorted())
      node.fail(.unknownName(locator, list: "clauses", suggestion: near))
    }
    return 0
  }

  /// The position of a name in a list; nil for the word `blank`.
  func reference(_ node: FileNode, _ names: NameList, list: String, blank: String = "none") -> Int? {
    let name = node.text()
    if name == blank || name.isEmpty { return nil }
    if let index = names.position(of: name) { return index }
    node.fail(
      .unknownName(name, list: list, suggestion: NearMatch.nearest(to: name, in: names.names.sorted())))
    return nil
  }

  /// "none", or an object with one clause under `key`.
  func clauseOrNone(_ node: FileNode, key: String, none: String = "none") -> ClauseID? {
    guard case .key(_, let fields)? = node.choice(words: [none], keys: [key]) else { return nil }
    return clause(fields[key])
  }

  /// A list of things with different names.
  private func named<T>(
    _ node: FileNode, _ keys: [String], optional: [String] = [], _ decode: (String, FileFields) -> T
  ) -> [T] {
    var things: [T] = []
    var names = NameList()
    for item in node.items() {
      let fields = item.fields(["name"] + keys, optional: optional)
      let name = fields["name"].text()
      if !names.insert(name) { fields["name"].fail(.repeated(name)) }
      if name == "none" || name == "any" { fields["name"].fail(.badName(name)) }
      things.append(decode(name, fields))
    }
    return things
  }

  func someTexts(_ node: FileNode) -> [String] {
    let texts = node.texts()
    if texts.isEmpty, node.value?.kind == .array { node.fail(.emptyList) }
    return texts
  }

  func days(_ window: FileFields) -> DayRange {
    let (from, to) = (window["from"].date(), window["to"].date())
    if let days = DayRange(from, to) { return days }
    if to != Day(number: 0) { window["to"].fail(.endBeforeStart) }
    return DayRange(year: 1970)
  }

  private mutating func clauseList(_ node: FileNode) -> [RuleSet.Clause] {
    var list: [RuleSet.Clause] = []
    for item in node.someItems() {
      let fields = item.fields(["at", "says", "judged"])
      let locator = fields["at"].text()
      if !clauses.insert(locator) { fields["at"].fail(.repeated(locator)) }
      if list.count == Int(ClauseID.max) {
        node.fail(.tooMany(limit: list.count))
        break
      }
      var reason: String?
      if case .key(_, let judged)? = fields["judged"].choice(words: ["yes"], keys: ["no"]) {
        reason = judged["no"].text()
      }
      list.append(RuleSet.Clause(locator: locator, says: fields["says"].text(), notJudged: reason))
    }
    return list
  }
}
