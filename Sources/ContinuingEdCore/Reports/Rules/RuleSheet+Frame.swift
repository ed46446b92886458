/// Platforms, windows, terms, people and what is left.
extension RuleSheetWriter {
  var platforms: Section {
    let rows = rules.platforms.map { platform in
      var texts: [String] = []
      let others = platform.otherNames + platform.shortNames
      if !others.isEmpty { texts.append(pick("又名", "also ") + others.joined(separator: pick("、", ", "))) }
      texts += platform.hosts
      if rules.onePlatformAYear != nil {
        texts.append(
          platform.isChoice
            ? pick("任选其一", "one of the choice") : pick("入口，不算任选", "an entrance, not in the choice"))
      }
      if texts.isEmpty { texts.append(pick("按名称识别", "known by its name")) }
      var phrases = texts.map { phrase($0, platform.clause) }
      phrases += platform.closedToGroups.map {
        phrase(
          pick("不接受培训对象含“\($0.containing)”的人员", "closed to groups containing \"\($0.containing)\""), $0.clause
        )
      }
      return Row(label: platform.name, phrases: phrases)
    }
    var section = Section(key: "platforms", title: pick("平台", "Platforms"), rows: rows)
    if let clause = rules.onePlatformAYear {
      section.rows.append(
        row(pick("同一年度", "a year"), pick("只认一个任选平台", "one platform of the choice counts"), clause))
    }
    return section
  }

  var windows: Section {
    Section(
      key: "windows", title: pick("时段", "Windows"),
      rows: rules.windows.map { row($0.name, days($0.days), $0.clause) })
  }

  var terms: Section {
    var rows: [Row] = []
    if case .earlier(let step, let clause) = rules.finalReview {
      rows.append(row(pick("审核终点", "final review"), words.status(step), clause))
    }
    let bound = filingTermCategories
    let filing = pick("备案", "filing") + (bound.isEmpty ? "" : pick("（\(bound)）", " (\(bound))"))
    switch rules.filingTerm {
    case .none: break
    case .daysBefore(let days, let clause):
      rows.append(
        row(filing, pick("开始前 \(days) 日内", "within \(English.count(days, "day")) before the start"), clause))
    case .workingDaysBefore(let days, let clause):
      rows.append(row(filing, pick("开始前第 \(days) 个工作日以前", "by working day \(days) before the start"), clause))
    }
    let review = pick("申报职称的学习截止", "study for a title application ends")
    switch rules.reviewCutoff {
    case .none: break
    case .beforeReviewDate(let clause):
      rows.append(row(review, pick("申报日期之前", "before the review date"), clause))
    case .workingDaysBefore(let days, let clause):
      rows.append(
        row(review, pick("申报日期前第 \(days) 个工作日", "on working day \(days) before the review date"), clause))
    }
    switch rules.makeUpStudy {
    case .notStated: break
    case .closedAfterYear(let clause):
      rows.append(row(pick("补学", "make-up study"), pick("本年度结束后不再提供", "none after the year"), clause))
    case .openUntil(let day, let clause):
      rows.append(row(pick("补学", "make-up study"), pick("到 \(day) 为止", "until \(day)"), clause))
    }
    return Section(key: "terms", title: pick("期限", "Terms"), rows: rows)
  }

  /// What the filing term binds: its categories, and filed study where there is such.
  private var filingTermCategories: String {
    var names = rules.filingTermCategories.map(words.category)
    if rules.activities.contains(where: { $0.study?.filedStudy != nil }) {
      names.append(pick("备案的其他平台学习", "filed study"))
    }
    return names.joined(separator: pick("、", ", "))
  }

  var populations: Section {
    var rows = rules.seriesGroups.map { group in
      let list = group.containing.joined(separator: pick("、", ", "))
      return row(group.name, pick("职称系列含 \(list)", "series containing \(list)"), group.clause)
    }
    rows += rules.otherSchemes.map { scheme in
      row(
        rules.seriesGroups[scheme.seriesGroup].name,
        pick("改按《\(scheme.scheme)》", "another scheme: \(scheme.scheme)"), scheme.clause)
    }
    return Section(key: "populations", title: pick("人员", "People"), rows: rows)
  }

  var leave: Section {
    guard let leave = rules.leave else { return Section(key: "leave", title: "", rows: []) }
    func list(_ kinds: [LeaveKind]) -> String { kinds.map(words.leave).joined(separator: pick("、", ", ")) }
    var rows: [Row] = []
    let effect = pick("按在岗天数折减要求", "lowers the requirement by the days off duty")
    if !leave.alwaysEffective.isEmpty { rows.append(row(list(leave.alwaysEffective), effect, leave.clause)) }
    if !leave.effectiveIfLong.isEmpty {
      let condition = pick(
        "超过 \(leave.longerThanMonths) 个月的，",
        "if longer than \(English.count(leave.longerThanMonths, "month")), ")
      rows.append(row(list(leave.effectiveIfLong), condition + effect, leave.clause))
    }
    return Section(key: "leave", title: pick("特殊情形", "Leave"), rows: rows)
  }

  var grounds: Section {
    let grounds = rules.grounds
    let rows = [
      row(pick("重复登记", "duplicate"), pick("不计", "not counted"), grounds.duplicate),
      row(pick("审核驳回", "refused in review"), pick("不计", "not counted"), grounds.reviewRejected),
      row(pick("没有的类别", "category not listed"), pick("不计", "not counted"), grounds.categoryNotRecognized),
      row(pick("科目不符", "subject not listed"), pick("不计", "not counted"), grounds.subjectNotAllowed),
      row(pick("考核不合格", "failed"), pick("不计", "not counted"), grounds.notPassed),
      row(pick("不在本年度", "outside the year"), pick("不计", "not counted"), grounds.outsideYear),
      row(pick("审核中", "in review"), pick("待定", "pending"), grounds.inReview),
    ]
    return Section(key: "grounds", title: pick("其他依据", "Other grounds"), rows: rows)
  }

  var notJudged: Section {
    let rows = rules.clauses.compactMap { clause in
      clause.notJudged.map { reason in
        Row(
          label: clause.locator,
          phrases: [Phrase(text: clause.says + pick("（\(reason)）", " (\(reason))"), clause: "")])
      }
    }
    return Section(key: "notJudged", title: pick("本工具不判断的条款", "Clauses not judged"), rows: rows)
  }
}
