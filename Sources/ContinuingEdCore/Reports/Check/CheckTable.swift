/// The table of `check` for a terminal: a line a person, then the summary.
struct CheckTable: PersonWriter {
  static let needsDetail = false

  private let run: CheckRun
  private let style: CheckStyle
  private let ink: Ink
  private let layout: ColumnLayout
  /// Whether notes stand below the line and not at its end.
  private let notesBelow: Bool

  init(_ run: CheckRun, _ style: CheckStyle, _ survey: PeopleSurvey) {
    self.run = run
    self.style = style
    ink = Ink(isOn: style.colour)
    let headings = PersonRow.headings(style.language)
    var widest = survey.widths
    if widest.isEmpty { widest = headings.map { _ in 0 } }
    var layout = ColumnLayout(headings: headings, widest: widest, flushRight: PersonRow.numberColumns)
    var notesBelow = false
    if let width = style.width, layout.lineWidth > width {
      // Notes that would be cut to a stump are better read on a line of their own, and so are reasons.
      layout.drop(PersonRow.notesColumn)
      layout.drop(PersonRow.lostColumn)
      notesBelow = true
      layout.fit(width, shrinking: [(PersonRow.unitColumn, 8)])
    }
    self.layout = layout
    self.notesBelow = notesBelow
  }

  /// The line of headings.
  var headings: String { ink.bold(layout.line(PersonRow.headings(style.language))) + "\n" }

  mutating func write(_ index: Int, _ judgement: PersonJudgement, into buffer: inout ByteBuffer) {
    let rules = run.ruleSets[run.ruleSetIndex(of: index)]
    let row = PersonRow(
      run.records.people[index], judgement, run.records.texts, rules, style.language, style.ids)
    let line = layout.line(row.cells(style.language)) { column, text in
      switch column {
      case 0: ink.verdict(row.verdict, text)
      case PersonRow.notesColumn, PersonRow.lostColumn: ink.dim(text)
      default: text
      }
    }
    buffer.append(line)
    buffer.append(UInt8(ascii: "\n"))
    if notesBelow {
      let lost = row.lost.isEmpty ? "" : style.language.pick("未计入：", "not credited: ") + row.lost
      for note in [lost, row.notes] where !note.isEmpty {
        buffer.append("      " + ink.dim("· " + note) + "\n")
      }
    }
  }
}

/// What every form for people begins and ends with.
struct CheckFrame {
  let run: CheckRun
  let language: Language

  /// The city, the year, the rule set, and the day as of which is judged.
  var title: String {
    guard let rules = run.ruleSets.first else { return "" }
    let city = rules.city.chinese.first ?? rules.city.english
    var title = language.pick(
      "\(city) \(rules.year) 年度继续教育学时（\(rules.id)）", "Continuing education \(rules.year), \(rules.id)")
    guard let day = run.asOf else { return title }
    title += language.pick("，截至 \(day)", ", as of \(day)")
    let left = rules.days.end.days(since: day)
    if left >= 0 {
      title += language.pick("（本年还有 \(left) 天）", " (\(English.count(left, "day")) of the year left)")
    }
    return title
  }

  /// `共 12 人：达标 5，待审 1，不足 4，待定 1，不适用 1`
  func counts(_ summary: CheckSummary, _ paint: (Verdict, String) -> String = { $1 }) -> String {
    let people = summary.verdicts.people
    let parts = Verdict.allCases.map {
      paint($0, "\($0.label(in: language)) \(summary.verdicts[$0])")
    }
    return language.pick("共 \(people) 人：", "\(English.count(people, "person", "people")): ")
      + parts.joined(separator: language.pick("，", ", "))
  }

  /// `登记项 85 个，问题 3 个，提醒 2 个`
  func rows(_ summary: CheckSummary) -> String {
    language.pick(
      "核算登记项 \(summary.entries) 个；问题 \(summary.problems) 处（所在行没有使用），提醒 \(summary.warnings) 处",
      "entries judged: \(summary.entries); problems: \(summary.problems) (rows not used); warnings: \(summary.warnings)"
    )
  }

  /// What else there is to know of all: what was lost for which reason, rows of other years, and rows of which nobody
  /// knows whose they are.
  func remarks(_ summary: CheckSummary) -> [String] {
    var remarks: [String] = []
    let lost = PersonRow.list(summary.losses, language)
    if !lost.isEmpty { remarks.append(language.pick("未计入的学时：\(lost)", "hours not credited: \(lost)")) }
    return remarks + incomplete(summary)
  }

  /// What else there is that no verdict has taken into account: rows of other years, and rows of which nobody knows
  /// whose they are.
  func incomplete(_ summary: CheckSummary) -> [String] {
    var remarks: [String] = []
    let others = summary.otherYears.sorted { $0.key < $1.key }
    if !others.isEmpty {
      let all = others.reduce(0) { $0 + $1.value }
      let years = others.map {
        language.pick("\($0.key) 年度 \($0.value) 行", "\($0.key): \(English.count($0.value, "row"))")
      }.joined(separator: language.pick("，", ", "))
      remarks.append(
        language.pick(
          "属于其他年度、没有计入的有 \(all) 行：\(years)",
          "\(English.count(all, "row")) of other years, not counted: \(years)"))
    }
    let nobodys = run.records.rowsOfNobody
    if nobodys > 0 {
      remarks.append(
        language.pick(
          "有 \(nobodys) 行不知道是谁的（证件号缺失或损坏，或单元格对不上）；学时不足的人，所缺的可能就在其中，请先改好这些行再核算",
          "\(English.count(nobodys, "row")) of nobody knows whom (no ID, a damaged one, or cells that can't be told): "
            + "what somebody is short of may be in them; mend them and check again"))
    }
    return remarks
  }

  /// The headings of the counts by unit.
  var unitHeadings: [String] {
    [language.pick("单位", "unit"), language.pick("人数", "people")]
      + Verdict.allCases.map { $0.label(in: language) }
  }

  /// The cells of a unit.
  func unitCells(_ unit: String, _ verdicts: VerdictCounts) -> [String] {
    [unit.isEmpty ? language.pick("（没有单位）", "(no unit)") : ShownText.safe(unit), "\(verdicts.people)"]
      + Verdict.allCases.map { "\(verdicts[$0])" }
  }
}
