/// The parts of a rule file on applications for a title and on deadlines.
extension RuleDecoder {
  func titleApplications(_ node: FileNode) -> RuleSet.TitleApplications? {
    if node.isNone { return nil }
    let keys = ["cases", "clause"]
    let fields =
      node.value?.kind == .object
      ? node.fields(keys, optional: ["note"]) : node.object(keys, words: ["none"])
    let isStated = fields["cases"].value?.text != "not-stated"
    let hasNote = fields.has("note") && !fields["note"].isNone
    return RuleSet.TitleApplications(
      cases: isStated ? fields["cases"].someItems().map(applicationCase) : [],
      note: hasNote ? fields["note"].text() : nil, clause: clause(fields["clause"]))
  }

  private func applicationCase(_ node: FileNode) -> RuleSet.TitleApplications.Case {
    let fields = node.fields(["employer", "spans"])
    let isAny = fields["employer"].value?.text == "any"
    return RuleSet.TitleApplications.Case(
      employer: isAny ? nil : fields["employer"].coded(Employer.self, or: ["any"]),
      spans: fields["spans"].someItems().map(span))
  }

  private func span(_ node: FileNode) -> RuleSet.TitleApplications.Span {
    let fields = node.fields(["subjects", "from", "to", "held"])
    let from = fields["from"].wholeNumber(in: 1900...2100)
    var to: Int?
    if fields["to"].value?.kind == .string {
      _ = fields["to"].word(among: ["open"])
    } else {
      let last = fields["to"].wholeNumber(in: 1900...2100)
      if last < from { fields["to"].fail(.endBeforeStart) }
      to = last
    }
    var average: Hours?
    if case .key(let key, let held)? = fields["held"].choice(words: ["each-year"], keys: ["averageTotal"]) {
      average = held[key].hours()
    }
    return RuleSet.TitleApplications.Span(
      subjects: different(fields["subjects"].someItems(), Subject.self), from: from, to: to,
      averageTotal: average)
  }

  func deadline(_ node: FileNode) -> RuleSet.Deadline {
    let fields = node.fields(["who", "what", "by", "time", "clause"])
    let time = fields["time"].isNone ? nil : fields["time"].text()
    if let time, RuleSet.Deadline.minutes(of: time) == nil {
      fields["time"].fail(.unknownWord(time, known: ["none", "17:30"], suggestion: nil))
    }
    return RuleSet.Deadline(
      who: fields["who"].text(), what: fields["what"].text(), by: moment(fields["by"]), time: time,
      clause: clause(fields["clause"]))
  }

  private func moment(_ node: FileNode) -> RuleSet.Deadline.Moment {
    if node.value?.kind == .string { return .day(node.date()) }
    let keys = ["from", "daysBeforeStart", "workingDaysBeforeStart"]
    let to = node.value?["from"] == nil ? [] : ["to"]
    guard case .key(let key, let fields)? = node.choice(words: [], keys: keys, with: to) else {
      return .day(Day(number: 0))
    }
    switch key {
    case "daysBeforeStart": return .daysBeforeStart(fields[key].wholeNumber(in: 1...366))
    case "workingDaysBeforeStart": return .workingDaysBeforeStart(fields[key].wholeNumber(in: 1...366))
    default:
      let (from, to) = (fields["from"].date(), fields["to"].date())
      if let days = DayRange(from, to) { return .days(days) }
      if to != Day(number: 0) { fields["to"].fail(.endBeforeStart) }
      return .day(Day(number: 0))
    }
  }
}
