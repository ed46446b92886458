/// One person in a line, in words: what a table shows, whatever it is written in.
struct PersonRow {
  var verdict: Verdict
  var name: String
  var unit: String
  var id: String
  /// `18/30`
  var `public`: String
  var professional: String
  /// `公需 12、专业 8`, or nothing.
  var missing: String
  /// What approval would add: `专业 8`, or nothing.
  var waiting: String
  /// What was not credited, by reason: `备案缺 16, 超每日 4`, or nothing.
  var lost: String
  /// Findings in phrases.
  var notes: String

  init(
    _ person: ListedPerson, _ judgement: PersonJudgement, _ texts: TextTable, _ rules: RuleSet,
    _ language: Language, _ ids: IDStyle
  ) {
    verdict = judgement.verdict
    name = ShownText.safe(texts.string(person.name))
    unit = ShownText.safe(texts.string(person.unit))
    id = ShownText.safe(ids.show(texts.string(person.id)))
    if judgement.verdict == .notApplicable {
      (`public`, professional, missing, waiting) = ("", "", "", "")
    } else {
      `public` = "\(judgement.credited.public)/\(judgement.required.public)"
      professional = "\(judgement.credited.professional)/\(judgement.required.professional)"
      missing = PersonRow.list(PersonRow.missing(judgement, rules, language), language)
      let added = [
        (Subject.public, judgement.ifApproved.public - judgement.credited.public),
        (.professional, judgement.ifApproved.professional - judgement.credited.professional),
      ]
      waiting = PersonRow.list(
        added.filter { $0.1 > .zero }.map { "\($0.0.label(in: language)) \($0.1)" }, language)
    }
    lost = PersonRow.list(judgement.losses, language)
    notes = judgement.findings.map { $0.code.label(in: language) }
      .joined(separator: language.pick("；", "; "))
  }

  /// What is missing, part by part: modules where they are, the total where nothing else says it.
  static func missing(_ judgement: PersonJudgement, _ rules: RuleSet, _ language: Language) -> [String] {
    let shortfall = judgement.shortfall
    var parts: [(String, Hours)] = [
      (Subject.public.label(in: language), shortfall.public),
      (language.pick("必修", "compulsory"), shortfall.publicCompulsory),
      (language.pick("选修", "elective"), shortfall.publicElective),
      (Subject.professional.label(in: language), shortfall.professional),
    ].filter { $0.1 > .zero }
    parts += judgement.others.compactMap { other in
      rules.requirements.others[safe: other.requirement].map { (ShownText.safe($0.name), other.shortfall) }
    }.filter { $0.1 > .zero }
    if parts.isEmpty, shortfall.total > .zero { parts = [(language.pick("合计", "total"), shortfall.total)] }
    return parts.map { "\($0.0) \($0.1)" }
  }

  /// What was lost, by reason; what was worth nothing is not worth a word.
  static func list(_ losses: LossSums, _ language: Language) -> String {
    losses.all.filter { $0.hours > .zero }.map { "\($0.reason.brief(in: language)) \($0.hours)" }
      .joined(separator: ", ")
  }

  private static func list(_ parts: [String], _ language: Language) -> String {
    parts.joined(separator: language.pick("、", ", "))
  }

  /// The headings of a table of rows, in the order of `cells`.
  static func headings(_ language: Language) -> [String] {
    language.pick(
      ["结论", "姓名", "单位", "身份证号", "公需 已计/应修", "专业 已计/应修", "还缺", "待审", "未计入", "提示"],
      [
        "verdict", "name", "unit", "ID", "public has/required", "professional has/required", "missing",
        "waiting",
        "not credited", "notes",
      ])
  }

  /// The cells of a table, in the order of `headings`.
  func cells(_ language: Language) -> [String] {
    [verdict.label(in: language), name, unit, id, `public`, professional, missing, waiting, lost, notes]
  }

  /// The columns of figures, which are set flush right.
  static let numberColumns: Set<Int> = [4, 5]
  static let unitColumn = 2
  static let lostColumn = 8
  static let notesColumn = 9
}
