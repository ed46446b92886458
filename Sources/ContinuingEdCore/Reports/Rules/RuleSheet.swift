/// A rule set in words: what a good summary of the notice would say, each statement with its clause.
///
/// `rules show` prints it, `rules diff` compares two of them.
package struct RuleSheet: Sendable {
  /// The notice and where it comes from.
  package var title: String
  /// City and year, issuer, number and date of the notice, each in words.
  package var facts: [String]
  /// Only those that have a row.
  package var sections: [Section]
  /// What stands between statements on one line.
  private(set) var separator: String

  /// A heading and its rows.
  package struct Section: Sendable {
    /// The English key of machine output.
    package var key: String
    /// The heading for people.
    package var title: String
    /// In the order of the rule file.
    package var rows: [Row]
  }

  /// One thing of the rule set and what is said of it.
  package struct Row: Sendable {
    /// What is spoken of: an activity, a platform, a term.
    package var label: String
    /// What the rule set says of it, at least one statement.
    package var phrases: [Phrase]
  }

  /// A statement and the clause that it comes from.
  package struct Phrase: Sendable, Equatable {
    /// In words, without the clause.
    package var text: String
    /// Its locator; empty where the label is the clause.
    package var clause: String
  }

  /// A rule set in words. With `bySubject`, an activity of both subjects is two rows, so that sheets of two notices
  /// can be compared.
  package init(_ rules: RuleSet, in language: Language, bySubject: Bool = false) {
    let writer = RuleSheetWriter(rules: rules, words: RuleWords(language: language))
    title = rules.id + "  " + rules.notice.title
    facts = writer.facts
    separator = language.pick("；", "; ")
    sections = [
      writer.requirements, writer.activities(bySubject: bySubject), writer.platforms, writer.windows,
      writer.terms,
      writer.populations, writer.leave, writer.titleApplications, writer.deadlines,
      writer.grounds, writer.notJudged,
    ].filter { !$0.rows.isEmpty }
  }
}

/// Puts the parts of a rule set into rows.
struct RuleSheetWriter {
  let rules: RuleSet
  let words: RuleWords

  typealias Section = RuleSheet.Section
  typealias Row = RuleSheet.Row
  typealias Phrase = RuleSheet.Phrase

  func pick(_ chinese: String, _ english: String) -> String { words.language.pick(chinese, english) }
  func phrase(_ text: String, _ clause: ClauseID) -> Phrase {
    Phrase(text: text, clause: rules.locator(clause))
  }
  func row(_ label: String, _ text: String, _ clause: ClauseID) -> Row {
    Row(label: label, phrases: [phrase(text, clause)])
  }

  var facts: [String] {
    let city = pick(rules.city.chinese.first ?? rules.city.english, rules.city.english)
    let number = rules.notice.number ?? pick("无文号", "no number")
    let date = rules.notice.date.map { "\($0)" } ?? pick("未注明日期", "no date")
    return [pick("\(city) \(rules.year) 年度", "\(city) \(rules.year)"), rules.notice.issuer, number, date]
  }

  var requirements: Section {
    let wanted = rules.requirements
    func line(_ chinese: String, _ english: String, _ amount: RuleSet.Amount) -> Row {
      if amount.isNone {
        return Row(
          label: pick(chinese, english), phrases: [phrase(pick("没有最低要求", "no minimum"), amount.clause)])
      }
      return row(
        pick(chinese, english), pick("不少于 \(amount.hours) 学时", "at least \(amount.hours) hours"),
        amount.clause)
    }
    var rows = [
      line("合计", "total", wanted.total), line("公需", "public", wanted.public),
      line("专业", "professional", wanted.professional),
    ]
    if let modules = wanted.modules {
      rows.append(line("公需必修", "public, compulsory", modules.compulsory))
      rows.append(line("公需选修", "public, elective", modules.elective))
    }
    rows += otherRequirements
    if let period = rules.period {
      return Section(
        key: "requirements", title: pick("周期要求（\(days(period))）", "Required \(days(period))"), rows: rows)
    }
    return Section(key: "requirements", title: pick("每年要求", "Required a year"), rows: rows)
  }

  func activities(bySubject: Bool) -> Section {
    let rows = rules.activities.flatMap { activity in
      let splits = bySubject && activity.subjects.count > 1
      return (splits ? activity.subjects.map { [$0] } : [activity.subjects]).map { subjects in
        Row(label: label(activity, subjects), phrases: phrases(activity, subjects))
      }
    }
    return Section(key: "activities", title: pick("认定的学习", "What counts"), rows: rows)
  }

  private func label(_ activity: RuleSet.Activity, _ subjects: [Subject]) -> String {
    var label = words.category(activity.category)
    if !subjects.isEmpty { label += pick("（\(words.subjects(subjects))）", " (\(words.subjects(subjects)))") }
    if let group = activity.seriesGroup {
      let name = rules.seriesGroups[group].name
      label += pick("，限 \(name) 系列", ", series \(name)")
    }
    if !activity.levels.isEmpty {
      let list = activity.levels.map(words.level).joined(separator: pick("、", " or "))
      label += pick("，限\(list)", ", level \(list)")
    }
    if !activity.words.isEmpty {
      let list = activity.words.map { pick("“\($0)”", "\"\($0)\"") }.joined(separator: pick("、", " or "))
      label += pick("，种类或名称含\(list)", ", kind or title with \(list)")
    }
    if !activity.when.isEmpty { label += pick("，", ", ") + words.conditions(activity.when) }
    if activity.listedPlatform != nil { label += pick("，写有所列平台", ", naming a listed platform") }
    return label
  }

  private func phrases(_ activity: RuleSet.Activity, _ subjects: [Subject]) -> [Phrase] {
    var phrases = [phrase(basis(activity, subjects), activity.clause)]
    if let clause = activity.amountOutsideNotice {
      phrases.append(
        phrase(pick("学时数由其他文件规定，待审验", "the amount is in another document; waits for review"), clause))
    }
    phrases += activity.needs.map { phrase(words.need($0.what), $0.clause) }
    if let clause = activity.listedPlatform {
      phrases.append(phrase(pick("与网络平台学习同样登记", "registered as study on a platform"), clause))
    }
    if let study = activity.study { phrases += self.study(study) }
    if let index = activity.window {
      let window = rules.windows[index]
      phrases.append(phrase(days(window.days), window.clause))
    }
    if let index = activity.dayLimit { phrases.append(dayLimit(index)) }
    for index in activity.yearLimits { phrases += yearLimit(index, subjects) }
    return phrases
  }

  private func basis(_ activity: RuleSet.Activity, _ subjects: [Subject]) -> String {
    if activity.category == .leave, activity.basis == .declared {
      return pick("折减要求", "lowers what is required")
    }
    return words.plain(activity.basis, subjects)
  }

  private func study(_ study: RuleSet.Study) -> [Phrase] {
    var phrases = [phrase(pick("在所列平台", "on a listed platform"), study.clause)]
    if let clause = study.filedStudy {
      phrases.append(phrase(pick("或备案后在其他平台", "or filed, on another platform"), clause))
    }
    if let clause = study.othersWait {
      phrases.append(phrase(pick("其他平台的待审验", "other platforms wait for review"), clause))
    }
    return phrases
  }

  private func dayLimit(_ index: Int) -> Phrase {
    let limit = rules.dayLimits[index]
    let shared = sharers { $0.dayLimit == index }
    return phrase(
      pick("每天不超过 \(limit.hours) 学时", "at most \(limit.hours) hours a day") + shared, limit.clause)
  }

  private func yearLimit(_ index: Int, _ subjects: [Subject]) -> [Phrase] {
    let limit = rules.yearLimits[index]
    var shared = sharers { $0.yearLimits.contains(index) }
    if limit.beyond > 0 {
      shared += pick("，超出部分按 \(limit.beyond)% 计", ", \(limit.beyond) % of what goes beyond")
    }
    let both = limit.total.map {
      phrase(pick("每年合计不超过 \($0) 学时", "at most \($0) hours a year in all") + shared, limit.clause)
    }
    return (both.map { [$0] } ?? [])
      + subjects.compactMap { subject in
        let hours = subject == .public ? limit.public : limit.professional
        guard let hours else { return nil }
        let of = subjects.count > 1 ? words.subject(subject) + pick("", " ") : ""
        return phrase(
          pick("每年\(of)不超过 \(hours) 学时", "at most \(hours) \(of)hours a year") + shared, limit.clause)
      }
  }

  /// Which categories share a limit, where more than one does.
  private func sharers(_ isSharer: (RuleSet.Activity) -> Bool) -> String {
    var names: [String] = []
    for activity in rules.activities where isSharer(activity) {
      let name = words.category(activity.category)
      if !names.contains(name) { names.append(name) }
    }
    if names.count < 2 { return "" }
    return pick("（\(names.joined(separator: "、"))合计）", " (\(names.joined(separator: ", ")) together)")
  }

  func days(_ days: DayRange) -> String {
    pick("\(days.start) 至 \(days.end)", "from \(days.start) to \(days.end)")
  }
}
