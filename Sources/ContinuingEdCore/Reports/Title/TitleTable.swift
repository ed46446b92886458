/// What forms for people have to know of everyone before the first line: the summary, which years and averages there
/// are, and the order.
struct TitleSurvey {
  private(set) var summary = TitleSummary()
  /// Every year that is listed for anybody, in rising order; whether for somebody no rule set judges it.
  private(set) var years: [(year: Int, isDeclared: Bool)] = []
  /// Every average that is held of anybody.
  private(set) var averages: [TitleFrame.Average] = []
  /// Places of the run: who needs attention first, and most hours missing first among them; or as given.
  private(set) var order: [Int] = []

  init(_ run: TitleRun, worstFirst: Bool) {
    var declared: [Int: Bool] = [:]
    var held: Set<TitleFrame.Average> = []
    var standings: [(rank: Int, missing: Hours)] = []
    summary = run.survey { place, judgement in
      for year in judgement.years {
        declared[year.year, default: false] = declared[year.year] == true || year.ruleSet == nil
      }
      for average in judgement.averages {
        held.insert(TitleFrame.Average(from: average.from, to: average.to, held: average.held))
      }
      standings.append(TitleSurvey.standing(judgement))
    }
    years = declared.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    averages = held.sorted { ($0.from, $0.to, $0.held) < ($1.from, $1.to, $1.held) }
    order = Array(standings.indices)
    guard worstFirst else { return }
    order.sort { a, b in
      let (x, y) = (standings[a], standings[b])
      if x.rank != y.rank { return x.rank < y.rank }
      if x.missing != y.missing { return x.missing > y.missing }
      return a < b
    }
  }

  private static func standing(_ judgement: TitleJudgement) -> (rank: Int, missing: Hours) {
    let order: [Verdict] = [.short, .undetermined, .pending, .compliant, .notApplicable]
    let missing = judgement.years.map(\.missing) + judgement.averages.map(\.shortfall)
    return (order.firstIndex(of: judgement.verdict) ?? 0, missing.reduce(.zero, +))
  }
}

extension TitleYear {
  /// The hours that are missing in the subjects that are asked, modules where they ask for more.
  var missing: Hours {
    let short = HeldHours(shortfall, asked)
    let modules = (short.publicCompulsory ?? .zero) + (short.publicElective ?? .zero)
    let parts = max(short.public ?? .zero, modules) + (short.professional ?? .zero)
    return max(parts, short.total ?? .zero)
  }
}

/// The rows of a table with a column a year.
struct TitleRows {
  let run: TitleRun
  let survey: TitleSurvey
  let language: Language
  let ids: IDStyle

  /// The columns before those of the years: verdict, name, unit, ID, last day.
  static let leading = 5
  static let unitColumn = 2

  var headings: [String] {
    language.pick(["结论", "姓名", "单位", "身份证号", "学习截止"], ["verdict", "name", "unit", "ID", "last day"])
      + survey.years.map { "\($0.year)" + ($0.isDeclared ? "*" : "") }
      + survey.averages.map {
        let years = $0.from == $0.to ? "\($0.from)" : "\($0.from)-\($0.to)"
        return years + language.pick(" 平均", " average")
      }
      + [language.pick("提示", "notes")]
  }

  /// The cells of a person, in the order of the headings.
  func cells(_ index: Int, _ judgement: TitleJudgement) -> [String] {
    let person = run.records.people[index]
    let texts = run.records.texts
    let notes = judgement.findings + judgement.years.flatMap(\.findings)
    var said: [String] = []
    for finding in notes {
      let label = finding.code.label(in: language)
      if !said.contains(label) { said.append(label) }
    }
    return [
      judgement.verdict.label(in: language), ShownText.safe(texts.string(person.name)),
      ShownText.safe(texts.string(person.unit)), ShownText.safe(ids.show(texts.string(person.id))),
      judgement.cutoff.map { "\($0.day)" } ?? "",
    ]
      + survey.years.map { column in
        judgement.years.first { $0.year == column.year }.map(cell) ?? ""
      }
      + survey.averages.map { column in
        judgement.averages.first { $0.from == column.from && $0.to == column.to && $0.held == column.held }
          .map { "\(TitleRows.sign($0.verdict)) \($0.credited)/\($0.held)" } ?? ""
      }
      + [said.joined(separator: language.pick("；", "; "))]
  }

  /// `✗ 30/30 40/60`; `–` for a subject that is not asked, and the total alone where only an average is.
  private func cell(_ year: TitleYear) -> String {
    guard let verdict = year.verdict else { return "\(year.credited.total)" }
    func part(_ subject: Subject, _ credited: Hours, _ required: Hours) -> String {
      year.asked.contains(subject) ? "\(credited)/\(required)" : "–"
    }
    return [
      TitleRows.sign(verdict), part(.public, year.credited.public, year.required.public),
      part(.professional, year.credited.professional, year.required.professional),
    ].joined(separator: " ")
  }

  /// A sign that survives grey and print.
  static func sign(_ verdict: Verdict) -> String {
    switch verdict {
    case .compliant: "✓"
    case .pending: "…"
    case .undetermined: "?"
    case .short: "✗"
    case .notApplicable: "–"
    }
  }
}

/// What every form for people begins and ends with.
struct TitleFrameWords {
  let run: TitleRun
  let language: Language

  /// The city, the year and the rule set.
  var title: String {
    guard let rules = run.rules.ruleSets.first else { return "" }
    let city = rules.city.chinese.first ?? rules.city.english
    return language.pick(
      "\(city) \(rules.year) 年度申报职称的继续教育学时（\(rules.id)）",
      "Continuing education for title applications of \(rules.year), \(rules.id)")
  }

  /// `共 12 人：达标 5，…`
  func counts(_ summary: TitleSummary, _ paint: (Verdict, String) -> String = { $1 }) -> String {
    let people = summary.verdicts.people
    let parts = Verdict.allCases.map { paint($0, "\($0.label(in: language)) \(summary.verdicts[$0])") }
    return language.pick("共 \(people) 人：", "\(English.count(people, "person", "people")): ")
      + parts.joined(separator: language.pick("，", ", "))
  }

  /// Rows that were judged, others, problems.
  func rows(_ summary: TitleSummary) -> String {
    language.pick(
      "核算登记项 \(summary.entries) 个，其他年度的 \(summary.otherYears) 个没有核算；问题 \(summary.problems) 处（所在行没有使用），提醒 \(summary.warnings) 处",
      "entries judged: \(summary.entries); of other years, not judged: \(summary.otherYears); problems: \(summary.problems) (rows not used); warnings: \(summary.warnings)"
    )
  }

  /// How to read the cells, and what the notices add; a line each.
  func legend(_ survey: TitleSurvey) -> [String] {
    var lines: [String] = []
    if !survey.years.isEmpty {
      lines.append(
        language.pick(
          "每年两项为公需、专业的已计/应有学时，– 不要求；✓ 达标，… 待审，? 待定，✗ 不足",
          "each year: public and professional hours, credited/required, – not asked; ✓ compliant, … pending, ? undetermined, ✗ short"
        ))
    }
    if survey.years.contains(where: \.isDeclared) {
      lines.append(
        language.pick(
          "* 这一年度没有规则集：学时按申报的计算，标准按申报年度的通知，不是按这一年度自己的通知",
          "* this year has no rule set: hours are as declared, held to the figures of the application year's notice and not of one of its own"
        ))
    }
    return lines + notes
  }

  /// What the notices want printed with every answer.
  var notes: [String] {
    var notes: [String] = []
    let cities = Set((0..<run.count).map { run.application(of: run.person(at: $0)).id })
    for rules in run.rules.ruleSets.prefix(run.rules.applicationCount)
    where cities.contains(rules.id) || rules.id == run.rules.ruleSets.first?.id {
      guard let applications = rules.titleApplications, let note = applications.note else { continue }
      notes.append("\(note)（\(rules.locator(applications.clause))）")
    }
    return notes
  }
}
