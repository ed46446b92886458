/// The activities of a rule file: what each category brings, needs and is limited to.
extension RuleDecoder {
  func activity(_ node: FileNode) -> RuleSet.Activity {
    let fields = node.fields(
      [
        "category", "subjects", "series", "levels", "words", "platform", "basis", "needs", "amount", "study",
        "window", "dayLimit", "yearLimit", "clause",
      ], optional: ["when", "counts"])
    let category = fields["category"].coded(Category.self)
    let subjects = different(fields["subjects"].items(), Subject.self)
    let counts = category == .leave ? 0...0 : 1...2
    let limits = yearLimits(fields["yearLimit"])
    if let category, let items = fields["subjects"].value?.items, !counts.contains(items.count) {
      fields["subjects"].fail(.wrongSubjects(category))
    }
    return RuleSet.Activity(
      category: category ?? .other, subjects: subjects,
      seriesGroup: reference(fields["series"], seriesGroups, list: "seriesGroups", blank: "any"),
      levels: levels(fields["levels"]), words: words(fields["words"]),
      when: fields.has("when") ? conditions(fields["when"]) : [],
      listedPlatform: clauseOrNone(fields["platform"], key: "listed", none: "any"),
      basis: basis(fields["basis"]), needs: needs(fields["needs"]),
      amountOutsideNotice: clauseOrNone(fields["amount"], key: "outsideNotice", none: "in-notice"),
      study: study(fields["study"]),
      window: reference(fields["window"], windows, list: "windows"),
      dayLimit: reference(fields["dayLimit"], dayLimits, list: "dayLimits"),
      yearLimit: limits.first, furtherYearLimits: Array(limits.dropFirst()),
      counts: fields.has("counts") ? requirementsCounted(fields["counts"]) : [],
      clause: clause(fields["clause"]))
  }

  /// A limit of the year by its name, a list of them, or none.
  private func yearLimits(_ node: FileNode) -> [Int] {
    let items = node.value?.kind == .array ? node.someItems() : [node]
    var places: [Int] = []
    for item in items {
      guard let place = reference(item, yearLimits, list: "yearLimits") else { continue }
      if places.contains(place) { item.fail(.repeated(item.text())) }
      places.append(place)
    }
    return places
  }

  /// Requirements of the notice's own.
  private func requirementsCounted(_ node: FileNode) -> [Int] {
    node.items().compactMap { reference($0, otherRequirements, list: "others", blank: "") }
  }

  private func needs(_ node: FileNode) -> [RuleSet.Need] {
    var needs: [RuleSet.Need] = []
    for item in node.items() {
      let fields = item.fields(["what", "clause"])
      let word = fields["what"].word(among: RuleSet.Need.What.allCases.map(\.rawValue))
      let clause = clause(fields["clause"])
      guard let word, let what = RuleSet.Need.What(rawValue: word) else { continue }
      if needs.contains(where: { $0.what == what }) { fields["what"].fail(.repeated(word)) }
      needs.append(RuleSet.Need(what: what, clause: clause))
    }
    return needs
  }

  private func levels(_ node: FileNode) -> [Level] {
    node.isWordInPlaceOfList("any") ? [] : different(node.someItems(), Level.self)
  }

  private func words(_ node: FileNode) -> [String] {
    node.isWordInPlaceOfList("any") ? [] : someTexts(node)
  }

  private func study(_ node: FileNode) -> RuleSet.Study? {
    if node.value?.text == "anywhere" { return nil }
    let fields = node.object(["listedPlatforms", "others", "filedStudy"], words: ["anywhere"])
    return RuleSet.Study(
      clause: clause(fields["listedPlatforms"]),
      filedStudy: clauseOrNone(fields["filedStudy"], key: "clause"),
      othersWait: clauseOrNone(fields["others"], key: "wait", none: "refused"))
  }
}
