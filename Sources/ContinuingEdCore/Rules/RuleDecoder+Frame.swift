/// The parts of a rule file that surround its activities.
extension RuleDecoder {
  func city(_ node: FileNode) -> RuleSet.City {
    let fields = node.fields(["en", "zh"])
    let english = fields["en"].text()
    let fits = english.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
    }
    if !fits { fields["en"].fail(.badName(english)) }
    return RuleSet.City(english: english, chinese: someTexts(fields["zh"]))
  }

  func notice(_ node: FileNode) -> RuleSet.Notice {
    let fields = node.fields(["title", "number", "date", "issuer"])
    let number = fields["number"].text()
    return RuleSet.Notice(
      title: fields["title"].text(), number: number == "none" ? nil : number,
      date: fields["date"].isNone ? nil : fields["date"].date(),
      issuer: fields["issuer"].text())
  }

  func grounds(_ node: FileNode) -> RuleSet.Grounds {
    let fields = node.fields([
      "duplicate", "review-rejected", "category-not-recognized", "subject-not-allowed", "not-passed",
      "outside-year", "in-review",
    ])
    return RuleSet.Grounds(
      duplicate: clause(fields["duplicate"]), reviewRejected: clause(fields["review-rejected"]),
      categoryNotRecognized: clause(fields["category-not-recognized"]),
      subjectNotAllowed: clause(fields["subject-not-allowed"]), notPassed: clause(fields["not-passed"]),
      outsideYear: clause(fields["outside-year"]), inReview: clause(fields["in-review"]))
  }

  func platforms(_ node: FileNode) -> [RuleSet.Platform] {
    var names = NameList()
    return node.items().map { item in
      let fields = item.fields([
        "name", "otherNames", "hosts", "shortNames", "choice", "closedToGroups", "clause",
      ])
      let name = fields["name"].text()
      if !names.insert(name) { fields["name"].fail(.repeated(name)) }
      return RuleSet.Platform(
        name: name, otherNames: fields["otherNames"].texts(), hosts: fields["hosts"].texts(),
        shortNames: fields["shortNames"].texts(), isChoice: fields["choice"].yesNo(),
        closedToGroups: fields["closedToGroups"].items().map { item in
          let group = item.fields(["containing", "clause"])
          return RuleSet.GroupCondition(
            containing: group["containing"].text(), clause: clause(group["clause"]))
        },
        clause: clause(fields["clause"]))
    }
  }

  func filingTerm(_ node: FileNode) -> (term: RuleSet.FilingTerm, categories: [Category]) {
    let keys = ["daysBefore", "workingDaysBefore"]
    let choice = node.choice(words: ["none"], keys: keys, with: ["categories", "clause"])
    guard case .key(let key, let fields)? = choice else { return (.none, []) }
    let (days, clause) = (fields[key].wholeNumber(in: 1...366), clause(fields["clause"]))
    let categories = different(fields["categories"].items(), Category.self)
    return (
      key == "daysBefore" ? .daysBefore(days, clause: clause) : .workingDaysBefore(days, clause: clause),
      categories
    )
  }

  func finalReview(_ node: FileNode) -> RuleSet.FinalReview {
    guard case .key(_, let fields)? = node.choice(words: ["verified"], keys: ["step"], with: ["clause"])
    else {
      return .verified
    }
    let earlier = ReviewStatus.steps.filter { $0 != .verified }.map(\.code)
    let step = fields["step"].word(among: earlier).flatMap(ReviewStatus.init(code:))
    return .earlier(step ?? .department, clause: clause(fields["clause"]))
  }

  func reviewCutoff(_ node: FileNode) -> RuleSet.ReviewCutoff {
    let choice = node.choice(words: ["none"], keys: ["before", "workingDaysBefore"], with: ["clause"])
    guard case .key(let key, let fields)? = choice else { return .none }
    let clause = clause(fields["clause"])
    if key == "workingDaysBefore" {
      return .workingDaysBefore(fields[key].wholeNumber(in: 1...366), clause: clause)
    }
    _ = fields[key].word(among: ["review-date"])
    return .beforeReviewDate(clause: clause)
  }

  func makeUpStudy(_ node: FileNode, year: Int) -> RuleSet.MakeUpStudy {
    if let members = node.value?.members, members.contains(where: { $0.name == "openUntil" }) {
      let fields = node.fields(["openUntil", "clause"])
      let last = fields["openUntil"].date()
      if last != Day(number: 0), last <= .last(of: year) { fields["openUntil"].fail(.endBeforeStart) }
      return .openUntil(last, clause: clause(fields["clause"]))
    }
    let choice = node.choice(words: ["not-stated"], keys: ["closedAfterYear", "openUntil"])
    guard case .key(let key, let fields)? = choice else { return .notStated }
    return .closedAfterYear(clause: clause(fields[key]))
  }

  func otherScheme(_ node: FileNode) -> RuleSet.OtherScheme {
    let fields = node.fields(["series", "scheme", "clause"])
    return RuleSet.OtherScheme(
      seriesGroup: reference(fields["series"], seriesGroups, list: "seriesGroups", blank: "") ?? 0,
      scheme: fields["scheme"].text(), clause: clause(fields["clause"]))
  }

  func leave(_ node: FileNode) -> RuleSet.LeaveRule? {
    if node.isNone { return nil }
    let fields = node.object(
      ["alwaysEffective", "effectiveIfLong", "longerThanMonths", "clause"], words: ["none"])
    let always = different(fields["alwaysEffective"].items(), LeaveKind.self)
    let long = different(fields["effectiveIfLong"].items(), LeaveKind.self, before: always)
    return RuleSet.LeaveRule(
      alwaysEffective: always, effectiveIfLong: long,
      longerThanMonths: fields["longerThanMonths"].wholeNumber(in: 0...12), clause: clause(fields["clause"]))
  }

  /// Different words of a closed list, none of them in `before` either.
  func different<Word: CodedWord>(_ items: [FileNode], _: Word.Type, before: [Word] = []) -> [Word] {
    var words: [Word] = []
    for item in items {
      guard let word = item.coded(Word.self) else { continue }
      if words.contains(word) || before.contains(word) { item.fail(.repeated(word.code)) }
      words.append(word)
    }
    return words
  }
}
