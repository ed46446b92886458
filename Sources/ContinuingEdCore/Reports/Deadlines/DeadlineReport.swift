/// Deadlines in one of their forms.
package struct DeadlineReport {
  let run: DeadlineRun
  let style: Style
  let items: [DeadlineRun.Item]

  /// How the list is to look.
  package struct Style: Sendable {
    /// The form.
    package var format = Format.table
    /// The language of what people read.
    package var language = Language.chinese
    /// Whether IDs are shown whole.
    package var ids = IDStyle.masked
    /// Whether a terminal shows it and allows colour.
    package var colour = false
    /// The columns of the terminal; nil cuts nothing.
    package var width: Int?
    /// The most problems that json lists.
    package var problemLimit = Int.max

    /// A table in Chinese.
    package init() {}
  }

  /// The forms of a list of deadlines.
  package enum Format: String, CaseIterable, Sendable {
    /// Lines in columns.
    case table
    /// One row a deadline.
    case csv
    /// One object.
    case json
    /// Events for a calendar (RFC 5545).
    case ics
  }

  /// A report on a run.
  package init(_ run: DeadlineRun, _ style: Style) {
    (self.run, self.style) = (run, style)
    items = run.items
  }

  /// The whole report, as bytes.
  package var bytes: ByteBuffer {
    var buffer = ByteBuffer(capacity: 4096)
    switch style.format {
    case .table: appendTable(&buffer)
    case .csv: appendCSV(&buffer)
    case .json: appendJSON(&buffer)
    case .ics: DeadlineCalendar(run, items).append(to: &buffer)
    }
    return buffer
  }

  // MARK: For programs

  private func appendCSV(_ buffer: inout ByteBuffer) {
    buffer.fixed("from,by,time,who,what,rule,clause,days_left,person_id,name,unit,review_date\n")
    for item in items {
      var cells = [
        item.from.map { "\($0)" } ?? "", item.by.map { "\($0)" } ?? "", item.time ?? "", item.who, item.what,
        item.rule.words(in: .chinese), run.locator(item) ?? "",
        run.daysLeft(item).map(String.init) ?? "",
      ]
      cells += person(item).map { [$0.id, $0.name, $0.unit, "\($0.reviewDate)"] } ?? ["", "", "", ""]
      for (place, cell) in cells.enumerated() {
        if place > 0 { buffer.append(UInt8(ascii: ",")) }
        // Days that are over are a number below zero, and no formula.
        if place == 7 { buffer.append(cell) } else { buffer.appendCSV(cell) }
      }
      buffer.append(UInt8(ascii: "\n"))
    }
  }

  private func appendJSON(_ buffer: inout ByteBuffer) {
    buffer.fixed("{\n  \"schema\": \"cecredit.deadlines/1\",\n  \"ruleset\": ")
    buffer.appendJSON(run.ruleSets.first?.id ?? "")
    buffer.fixed(",\n  \"asOf\": ")
    buffer.appendJSON(run.asOf)
    buffer.fixed(",\n  \"deadlines\": [")
    for (place, item) in items.enumerated() {
      buffer.fixed(place == 0 ? "\n    {\"who\": " : ",\n    {\"who\": ")
      buffer.appendJSON(item.who)
      buffer.fixed(", \"what\": ")
      buffer.appendJSON(item.what)
      buffer.fixed(", \"from\": ")
      buffer.appendJSON(item.from)
      buffer.fixed(", \"by\": ")
      buffer.appendJSON(item.by)
      buffer.fixed(", \"time\": ")
      buffer.appendJSON(orNull: item.time)
      buffer.fixed(", \"rule\": ")
      buffer.appendJSON(item.rule.words(in: .chinese))
      buffer.fixed(", \"clause\": ")
      buffer.appendJSON(orNull: run.locator(item))
      buffer.append(", \"daysLeft\": \(run.daysLeft(item).map(String.init) ?? "null")")
      buffer.append(", \"calendarKnown\": \(!item.leftCalendar), \"person\": ")
      if let person = person(item) {
        buffer.fixed("{\"id\": ")
        buffer.appendJSON(person.id)
        buffer.fixed(", \"name\": ")
        buffer.appendJSON(person.name)
        buffer.fixed(", \"unit\": ")
        buffer.appendJSON(person.unit)
        buffer.fixed(", \"reviewDate\": ")
        buffer.appendJSON(person.reviewDate)
        buffer.fixed("}}")
      } else {
        buffer.fixed("null}")
      }
    }
    buffer.fixed(items.isEmpty ? "],\n  \"problems\": [" : "\n  ],\n  \"problems\": [")
    if let records = run.records, !records.problems.isEmpty, style.problemLimit > 0 {
      buffer.fixed("\n")
      ProblemReport(records, ids: style.ids).writeJSON(indent: "    ", limit: style.problemLimit) {
        (piece: ByteBuffer) throws(Never) -> Bool in
        buffer.append(piece)
        return true
      }
      buffer.fixed("  ")
    }
    buffer.fixed("]\n}\n")
  }

  private func person(
    _ item: DeadlineRun.Item
  ) -> (id: String, name: String, unit: String, reviewDate: Day)? {
    guard let index = item.person, let records = run.records, case .review(let day) = item.rule else {
      return nil
    }
    let (person, texts) = (records.people[index], records.texts)
    return (
      style.ids.show(texts.string(person.id)), texts.string(person.name), texts.string(person.unit), day
    )
  }

  // MARK: For people

  private func appendTable(_ buffer: inout ByteBuffer) {
    let (language, ink) = (style.language, Ink(isOn: style.colour))
    guard let rules = run.ruleSets.first else { return }
    let city = rules.city.chinese.first ?? rules.city.english
    var title = language.pick(
      "\(city) \(rules.year) 年度的期限（\(rules.id)）", "Deadlines of \(rules.year), \(rules.id)")
    if let day = run.asOf { title += language.pick("，截至 \(day)", ", as of \(day)") }
    buffer.append(ink.bold(title) + "\n\n")
    let headings = language.pick(
      ["截止", "开始", "对象", "事项", "依据", "条款", "还有"],
      ["by", "from", "who", "what", "counted from", "clause", "left"])
    let rows = items.map(cells)
    if rows.isEmpty {
      buffer.append(language.pick("没有期限\n", "there are no deadlines\n"))
      return
    }
    var widest = headings.map { _ in 0 }
    for row in rows { widest = zip(widest, row).map { max($0, DisplayWidth.of($1)) } }
    var layout = ColumnLayout(headings: headings, widest: widest, flushRight: [])
    if let width = style.width { layout.fit(width, shrinking: [(4, 0), (2, 12), (3, 16)]) }
    buffer.append(ink.bold(layout.line(headings)) + "\n")
    for (item, row) in zip(items, rows) {
      let isOver = run.daysLeft(item).map { $0 < 0 } ?? false
      buffer.append(layout.line(row) { isOver ? ink.dim($1) : $1 } + "\n")
    }
    if run.peopleWithoutReviewDate > 0 {
      let count = run.peopleWithoutReviewDate
      buffer.append(
        "\n"
          + language.pick(
            "花名册中有 \(count) 人没有申报日期，不知道学习截止到哪一天\n",
            "\(English.count(count, "person", "people")) of the roster without a review date: their last day is not known\n"
          ))
    }
  }

  private func cells(_ item: DeadlineRun.Item) -> [String] {
    let language = style.language
    var left = ""
    if let days = run.daysLeft(item) {
      left = days < 0 ? language.pick("已过", "over") : language.pick("\(days) 天", English.count(days, "day"))
    }
    var who = item.who
    if let person = person(item) {
      who = [person.name, person.id, person.unit].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let day = item.by.map { "\($0)" } ?? language.pick("视开班日期", "see class")
    return [
      day + (item.time.map { " " + $0 } ?? ""), item.from.map { "\($0)" } ?? "", ShownText.safe(who),
      ShownText.safe(item.what),
      item.rule.words(in: language)
        + (item.leftCalendar ? language.pick("（超出工作日历）", " (beyond the calendar)") : ""),
      run.locator(item) ?? "", left,
    ]
  }
}

extension DeadlineRun {
  /// The place in the notice; nil where none says so.
  func locator(_ item: Item) -> String? { item.clause.map(ruleSets[item.ruleSet].locator) }

  /// The days from the as-of day to the last day; below zero where it is over.
  func daysLeft(_ item: Item) -> Int? {
    guard let asOf, let by = item.by else { return nil }
    return by.days(since: asOf)
  }
}

extension DeadlineRun.Rule {
  /// Where the day comes from; empty where the notice names it.
  func words(in language: Language) -> String {
    switch self {
    case .named: return ""
    case .days(let count, let start):
      let course =
        start.map { language.pick("\($0) 开班", "a class on \($0)") } ?? language.pick("开班", "a class")
      return language.pick("\(course)前 \(count) 日内", "within \(English.count(count, "day")) before \(course)")
    case .workingDays(let count, let start):
      let course =
        start.map { language.pick("\($0) 开班", "a class on \($0)") } ?? language.pick("开班", "a class")
      return language.pick("\(course)前第 \(count) 个工作日", "working day \(count) before \(course)")
    case .review(let day): return language.pick("\(day) 申报", "application of \(day)")
    }
  }
}
