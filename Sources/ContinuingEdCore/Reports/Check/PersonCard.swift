/// Everything about one person's verdict in words, ready to be written as text, Markdown or HTML. No hour is computed
/// here: all figures are the judgement's.
struct PersonCard {
  var verdict: Verdict
  var heading: String
  var bars: [Bar] = []
  var findings: [Note] = []
  var losses: [Note] = []
  var waiting: [Note] = []
  var entries: [Line] = []
  /// The rows of this person that had problems and were not used, as in `第 3、7 行`; empty where there are none.
  var unused = ""
  /// The clauses that the notes rest on: place and paraphrase.
  var clauses: [(locator: String, says: String)] = []

  /// How far along a subject or module is.
  struct Bar {
    var label: String
    var credited: Hours
    /// With what waits for approval.
    var ifApproved: Hours
    var required: Hours
    var missing: Hours
    /// What is missing still if all that waits is approved.
    var missingIfApproved: Hours
  }

  /// Something to know: a few hours, why, by which clause, and of which entry.
  struct Note {
    var hours: Hours?
    var text: String
    var remedy: String?
    var locator: String
    /// `第 3 行 2022-07-01 护理专业课程`; nil for the person as a whole.
    var entry: String?
  }

  /// An entry.
  struct Line {
    var place: String
    var what: String
    var subject: String
    var days: String
    var title: String
    var worth: Hours
    var credited: Hours
    var state: EntryState
  }

  /// The parts of a card that have a heading.
  enum Heading {
    case findings, losses, waiting, unused, entries, clauses

    /// The heading in words.
    func label(in language: Language) -> String {
      switch self {
      case .findings: language.pick("提示", "Findings")
      case .losses: language.pick("没有计入的学时", "Hours not credited")
      case .waiting: language.pick("等待认定的学时", "Hours that wait")
      case .unused: language.pick("有问题、没有使用的行", "Rows with problems, not used")
      case .entries: language.pick("登记项", "Entries")
      case .clauses: language.pick("依据", "Clauses")
      }
    }
  }

  /// The notes under their headings, in the order in which every card shows them; none is empty.
  var sections: [(heading: String, notes: [Note])] {
    let all: [(Heading, [Note])] = [(.findings, findings), (.losses, losses), (.waiting, waiting)]
    return all.filter { !$0.1.isEmpty }.map { ($0.0.label(in: language), $0.1) }
  }

  private let language: Language
  private var cited: [ClauseID] = []

  init(_ index: Int, _ judgement: PersonJudgement, _ run: CheckRun, _ style: CheckStyle) {
    language = style.language
    verdict = judgement.verdict
    let person = run.records.people[index]
    let texts = run.records.texts
    let rules = run.ruleSets[run.ruleSetIndex(of: index)]
    let id = ShownText.safe(style.ids.show(texts.string(person.id)))
    let parts = [texts.string(person.name), texts.string(person.unit)].map(ShownText.safe)
    heading = ([parts[0], id, parts[1]].filter { !$0.isEmpty }).joined(separator: "  ")
    if run.ruleSetIndex(of: index) != 0 { heading += language.pick("（按 \(rules.id)）", " (by \(rules.id))") }
    if verdict != .notApplicable { bars = PersonCard.bars(judgement, rules, language) }
    for finding in judgement.findings {
      findings.append(
        Note(
          hours: nil, text: finding.code.label(in: language), remedy: finding.code.remedy(in: language),
          locator: cite(finding.clause, rules), entry: nil))
    }
    takeLeave(judgement, rules)
    let rows = run.records.entries(of: index)
    for result in judgement.entries { take(result, rows[result.entry], run, rules) }
    unused = PersonCard.unused(rows, language)
    clauses = cited.sorted().map { (rules.clauses[Int($0)].locator, rules.clauses[Int($0)].says) }
  }

  /// Says how leave has lowered what is required, which no finding does.
  private mutating func takeLeave(_ judgement: PersonJudgement, _ rules: RuleSet) {
    let (base, now) = (rules.requirements.total.hours, judgement.required.total)
    guard verdict != .notApplicable, let leave = rules.leave, now < base else { return }
    let text = language.pick(
      "因特殊情形，应修学时由 \(base) 减为 \(now)", "leave lowers the hours required from \(base) to \(now)")
    findings.append(Note(hours: nil, text: text, remedy: nil, locator: cite(leave.clause, rules), entry: nil))
  }

  private mutating func take(_ result: RowResult, _ entry: EntryRow, _ run: CheckRun, _ rules: RuleSet) {
    let title = ShownText.safe(run.records.texts.string(entry.title))
    var place = language.pick("第 \(entry.line) 行", "line \(entry.line)")
    if run.records.files.filter({ !$0.isRoster }).count > 1, Int(entry.file) < run.records.files.count {
      place = ShownText.safe(run.records.files[Int(entry.file)].path) + language.pick(" ", ", ") + place
    }
    let days = PersonCard.days(entry)
    let category = entry.category?.label(in: language) ?? ""
    let description = [place, title.isEmpty ? category : title, days].filter { !$0.isEmpty }
      .joined(separator: " ")
    entries.append(
      Line(
        place: place, what: category, subject: result.subject?.label(in: language) ?? "", days: days,
        title: title, worth: result.worth, credited: result.credited, state: result.state))
    for loss in result.losses {
      losses.append(
        Note(
          hours: loss.hours, text: loss.reason.label(in: language), remedy: loss.reason.remedy(in: language),
          locator: cite(loss.clause, rules), entry: description))
    }
    for reason in result.reasons.words {
      let clause = rules.clause(of: reason, activity: result.activity ?? -1)
      waiting.append(
        Note(
          hours: result.credited, text: reason.label(in: language), remedy: reason.remedy(in: language),
          locator: cite(clause, rules), entry: description))
    }
  }

  private static func unused(_ rows: [EntryRow], _ language: Language) -> String {
    let lines = rows.filter { $0.marks.contains(.unusable) }.map { "\($0.line)" }
    if lines.isEmpty { return "" }
    return language.pick("第 \(lines.joined(separator: "、")) 行", "lines \(lines.joined(separator: ", "))")
  }

  private mutating func cite(_ clause: ClauseID, _ rules: RuleSet) -> String {
    guard rules.clauses.indices.contains(Int(clause)) else { return "" }
    if !cited.contains(clause) { cited.append(clause) }
    return rules.clauses[Int(clause)].locator
  }

  static func days(_ entry: EntryRow) -> String {
    guard let start = entry.effectiveStart, let end = entry.effectiveEnd else { return "" }
    return start == end ? "\(start)" : "\(start)~\(end)"
  }

  static func bars(_ judgement: PersonJudgement, _ rules: RuleSet, _ language: Language) -> [Bar] {
    let (required, missing) = (judgement.required, judgement.shortfall)
    let (credited, approved) = (judgement.credited.asRequired, judgement.ifApproved.asRequired)
    let left = judgement.shortfallIfApproved
    func bar(_ label: String, _ part: (RequiredHours) -> Hours) -> Bar {
      Bar(
        label: label, credited: part(credited), ifApproved: part(approved), required: part(required),
        missing: part(missing), missingIfApproved: part(left))
    }
    var bars = [bar(Subject.public.label(in: language)) { $0.public }]
    if rules.requirements.modules != nil {
      bars.append(bar(language.pick("·必修", " compulsory")) { $0.publicCompulsory })
      bars.append(bar(language.pick("·选修", " elective")) { $0.publicElective })
    }
    bars.append(bar(Subject.professional.label(in: language)) { $0.professional })
    bars.append(bar(language.pick("合计", "total")) { $0.total })
    for other in judgement.others {
      bars.append(
        Bar(
          label: ShownText.safe(rules.requirements.others[safe: other.requirement]?.name ?? ""),
          credited: other.credited, ifApproved: other.ifApproved, required: other.required,
          missing: other.shortfall, missingIfApproved: other.shortfallIfApproved))
    }
    return bars
  }
}

extension PersonCard.Note {
  /// `2.5 学时：`, where there are hours; empty elsewhere.
  func amount(in language: Language) -> String {
    hours.map { language.pick("\($0) 学时：", "\($0) hours: ") } ?? ""
  }

  /// Why, by which clause, and what can be done about it.
  func reason(in language: Language) -> String {
    let cited = text + language.pick("（\(locator)）", " (\(locator))")
    return remedy.map { cited + language.pick("；", "; ") + $0 } ?? cited
  }
}

extension PersonCard.Bar {
  /// What is required, what there is, what is missing, and what waits: `应修 30，已计 18，`, `还缺 12`, `；待审 8，全部认定后还缺 4`.
  func words(in language: Language) -> (standing: String, missing: String, waiting: String?) {
    let standing = language.pick(
      "应修 \(required)，已计 \(credited)，", "required \(required), has \(credited), ")
    let missing =
      missing > .zero
      ? language.pick("还缺 \(missing)", "missing \(missing)") : language.pick("已够", "nothing missing")
    if ifApproved == credited { return (standing, missing, nil) }
    let left = missingIfApproved
    let waits = ifApproved - credited
    let after =
      left > .zero
      ? language.pick("，全部认定后还缺 \(left)", ", missing \(left) if all is approved")
      : language.pick("，全部认定后已够", ", nothing missing if all is approved")
    return (standing, missing, language.pick("；待审 \(waits)", "; waiting \(waits)") + after)
  }

  /// How much of `cells` is confirmed, and how much further approval would reach; never full before the hours are.
  func filled(of cells: Int) -> (credited: Int, waiting: Int) {
    let whole = required.hundredths
    if whole <= 0 { return (cells, 0) }
    let done = min(cells, credited.hundredths * cells / whole)
    let reach = min(cells, ifApproved.hundredths * cells / whole)
    return (done, max(0, reach - done))
  }
}
