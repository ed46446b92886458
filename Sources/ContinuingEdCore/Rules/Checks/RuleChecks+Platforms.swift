/// Checks of the platforms and of what is left: terms, cutoffs and years.
extension RuleChecks {
  /// No text names two platforms, unless the one that counts stands first and is named whole.
  mutating func checkPlatforms() {
    for (later, platform) in rules.platforms.enumerated() {
      for earlier in rules.platforms[..<later] {
        guard let text = commonText(earlier, platform) else { continue }
        doubt(
          .platformsOverlap(earlier.name, platform.name, text: text), at: RuleChecks.path("platforms", later))
      }
    }
    if rules.onePlatformAYear != nil, rules.platforms.count(where: \.isChoice) < 2 {
      doubt(.tooFewToChooseFrom, at: JSONPath.top.appending("onePlatformAYear"))
    }
  }

  /// A name, host or short name of either that names the other too.
  private func commonText(_ a: RuleSet.Platform, _ b: RuleSet.Platform) -> String? {
    func contained(_ platform: RuleSet.Platform) -> [String] {
      [platform.name] + platform.otherNames + platform.hosts
    }
    func names(_ platform: RuleSet.Platform, _ text: String) -> Bool {
      let plain = PlainText.normalized(text)
      return contained(platform).contains { PlainText.contains(plain, PlainText.normalized($0)) }
        || platform.shortNames.contains { PlainText.normalized($0) == plain }
    }
    return (contained(a) + a.shortNames).first { names(b, $0) }
      ?? (contained(b) + b.shortNames).first { names(a, $0) }
  }

  mutating func checkTerms() {
    switch rules.filingTerm {
    case .daysBefore(let days, _) where days > 90, .workingDaysBefore(let days, _) where days > 60:
      doubt(.termMakesNoSense(days: days), at: JSONPath.top.appending("filingTerm"))
    default: break
    }
    if case .workingDaysBefore(let days, _) = rules.reviewCutoff, days > 60 {
      doubt(.termMakesNoSense(days: days), at: JSONPath.top.appending("reviewCutoff"))
    }
    if let leave = rules.leave, !leave.effectiveIfLong.isEmpty, leave.longerThanMonths % 12 == 0 {
      let path = JSONPath.top.appending("leave").appending("longerThanMonths")
      doubt(.monthsMakeNoSense(leave.longerThanMonths), at: path)
    }
    checkTitleApplications()
    for (index, deadline) in rules.deadlines.enumerated() {
      let years: [Int]
      switch deadline.by {
      case .day(let day): years = [day.year]
      case .days(let days): years = [days.start.year, days.end.year]
      case .daysBeforeStart, .workingDaysBeforeStart: years = []
      }
      if years.contains(where: { abs($0 - rules.year) > 1 }) {
        doubt(.deadlineFarAway(deadline.what), at: RuleChecks.path("deadlines", index, "by"))
      }
    }
  }

  private mutating func checkTitleApplications() {
    let path = JSONPath.top.appending("titleApplications").appending("cases")
    var covered: [Employer?] = []
    for (index, item) in (rules.titleApplications?.cases ?? []).enumerated() {
      if covered.contains(item.employer) || covered.contains(nil) {
        doubt(.applicationNeverReached, at: path.appending(index))
      }
      covered.append(item.employer)
      for (position, span) in item.spans.enumerated() {
        let place = path.appending(index).appending("spans").appending(position)
        let last = span.to ?? rules.year
        if last > rules.year || span.from < rules.year - 20 || span.from > rules.year {
          doubt(.yearsMakeNoSense(last > rules.year ? last : span.from), at: place)
        }
        if span.averageTotal != nil, span.subjects.count < 2 { doubt(.averageOfOneSubject, at: place) }
      }
    }
  }
}
