/// Applications for a title, and deadlines.
extension RuleSheetWriter {
  var titleApplications: Section {
    var section = Section(
      key: "titleApplications", title: pick("申报职称", "Title applications"), rows: [])
    guard let applications = rules.titleApplications else { return section }
    let anyone = pick("所有单位", "any employer")
    section.rows = applications.cases.map { item in
      Row(
        label: item.employer.map(words.employer) ?? anyone,
        phrases: item.spans.map { phrase(words.span($0), applications.clause) })
    }
    if applications.cases.isEmpty {
      section.rows.append(
        row(anyone, pick("通知没有写明要提供哪些年度", "the notice does not say which years"), applications.clause))
    }
    if let note = applications.note {
      section.rows.append(row(pick("说明", "note"), note, applications.clause))
    }
    return section
  }

  var deadlines: Section {
    Section(
      key: "deadlines", title: pick("期限", "Deadlines"),
      rows: rules.deadlines.map { item in
        let time = item.time.map { " " + $0 } ?? ""
        return row(item.who, "\(words.moment(item.by))\(time)\(pick("：", ": "))\(item.what)", item.clause)
      })
  }
}

extension RuleWords {
  /// The years of a span and how they are held.
  func span(_ span: RuleSet.TitleApplications.Span) -> String {
    let years: String
    switch span.to {
    case span.from?: years = "\(span.from)"
    case let to?: years = language.pick("\(span.from) 至 \(to)", "\(span.from) to \(to)")
    case nil: years = language.pick("\(span.from) 年起", "from \(span.from) on")
    }
    let held =
      span.averageTotal.map { language.pick("平均每年 \($0) 学时", "\($0) hours a year on average") }
      ?? language.pick("逐年达标", "each year by itself")
    return "\(years) \(subjects(span.subjects))\(language.pick("：", ": "))\(held)"
  }

  /// When something is to be done.
  func moment(_ moment: RuleSet.Deadline.Moment) -> String {
    switch moment {
    case .day(let day): language.pick("\(day) 前", "by \(day)")
    case .days(let days): language.pick("\(days.start) 至 \(days.end)", "from \(days.start) to \(days.end)")
    case .daysBeforeStart(let days):
      language.pick("开班前 \(days) 日内", "within \(English.count(days, "day")) before a class starts")
    case .workingDaysBeforeStart(let days):
      language.pick("开班前第 \(days) 个工作日以前", "by working day \(days) before a class starts")
    }
  }
}
