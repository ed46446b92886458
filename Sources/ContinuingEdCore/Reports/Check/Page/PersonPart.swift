/// A person's part of a page: how far each subject is, and every entry once, with its hours and what became of them.
struct PersonPart: Sendable {
  let run: CheckRun
  let style: CheckStyle
  /// Whether it stands open: on a page of one person.
  let isOpen: Bool
  private var language: Language { style.language }

  /// Writes somebody's part.
  func write(_ index: Int, _ judgement: PersonJudgement, to buffer: inout ByteBuffer) {
    let person = run.records.people[index]
    let texts = run.records.texts
    let place = run.ruleSetIndex(of: index)
    let rules = run.ruleSets[place]
    let cite = Citations(rules, place)
    let chinese = HTMLFrame.chinese(in: language)
    let (name, unit) = (texts.string(person.name), texts.string(person.unit))
    let id = ShownText.html(style.ids.show(texts.string(person.id)))
    var text = isOpen ? "<section>" : "<details><summary>"
    let level = isOpen ? "h2" : "h3"
    text +=
      "<\(level)><span\(chinese)>\(ShownText.html(name))</span> <span class=\"id\">\(id)</span></\(level)>"
    text += " <span\(chinese)>\(ShownText.html(unit))</span>"
    text += " <span class=\"v \(judgement.verdict.code)\">\(judgement.verdict.label(in: language))</span>"
    text += isOpen ? "" : "</summary>"
    text += "<div id=\"p\(index)\"><p>\(PageWords.meaning(judgement.verdict, language))"
    if place != 0 { text += language.pick("（按 \(rules.id)）", " (by \(rules.id))") }
    text += "</p>\n"
    if judgement.verdict != .notApplicable {
      text += "<div class=\"bars\">"
      for bar in PersonCard.bars(judgement, rules, language) {
        text += "<span>\(ShownText.html(bar.label))</span>\(bar.drawn(in: language))"
        text += "<span>\(bar.inWords(language))</span>"
      }
      text += "</div>\n"
    }
    let notes = notes(judgement, rules, cite, run.records.entries(of: index))
    if !notes.isEmpty { text += "<ul>" + notes.map { "<li>\($0)</li>" }.joined() + "</ul>\n" }
    text += entries(index, judgement, rules, cite, name)
    buffer.append(text + "</div>" + (isOpen ? "</section>\n" : "</details>\n"))
  }

  /// What there is to know of the person as a whole.
  private func notes(
    _ judgement: PersonJudgement, _ rules: RuleSet, _ cite: Citations, _ rows: [EntryRow]
  ) -> [String] {
    var notes = judgement.findings.map { finding in
      let words = [finding.code.label(in: language), finding.code.remedy(in: language)].compactMap { $0 }
      return ShownText.html(words.joined(separator: language.pick("；", "; "))) + cite.mark(finding.clause)
    }
    let (base, now) = (rules.requirements.total.hours, judgement.required.total)
    if judgement.verdict != .notApplicable, let leave = rules.leave, now < base {
      notes.append(
        language.pick(
          "因特殊情形，应修学时由 \(base) 减为 \(now)", "leave lowers the hours required from \(base) to \(now)")
          + cite.mark(leave.clause))
    }
    let unused = PersonPart.unusedLines(rows, language)
    if !unused.isEmpty {
      notes.append(
        language.pick("\(unused)有问题，没有使用；见“问题”", "\(unused) had problems and were not used; see Problems"))
    }
    return notes
  }

  /// `第 3、7 行`: the rows of a person that were not used; empty where there are none.
  static func unusedLines(_ rows: [EntryRow], _ language: Language) -> String {
    let lines = rows.filter { $0.marks.contains(.unusable) }.map { "\($0.line)" }
    if lines.isEmpty { return "" }
    return language.pick("第 \(lines.joined(separator: "、")) 行", "line \(lines.joined(separator: ", "))")
  }

  /// The headings of the table of entries, in the order of the cells.
  static func headings(_ language: Language) -> [String] {
    language.pick(
      ["出处", "类别", "科目", "日期", "名称", "折算", "计入", "待认定", "怎样算的"],
      ["place", "category", "subject", "days", "title", "worth", "credited", "awaiting", "how"])
  }

  private func entries(
    _ index: Int, _ judgement: PersonJudgement, _ rules: RuleSet, _ cite: Citations, _ name: String
  ) -> String {
    if judgement.entries.isEmpty { return "" }
    let rows = run.records.entries(of: index)
    let headings = PersonPart.headings(language)
    let caption = language.pick("\(name)的登记项", "Entries of \(name)")
    var text = "<table class=\"entries\"><caption class=\"u\">\(ShownText.html(caption))</caption><colgroup>"
    text += String(repeating: "<col>", count: headings.count) + "</colgroup><thead><tr>"
    for (place, heading) in headings.enumerated() {
      text += "<th scope=\"col\"\((5...7).contains(place) ? " class=\"n\"" : "")>\(heading)</th>"
    }
    text += "</tr></thead><tbody>\n"
    for result in judgement.entries { text += row(result, rows[result.entry], rules, cite) }
    return text + "</tbody></table>\n"
  }

  private func row(
    _ result: RowResult, _ entry: EntryRow, _ rules: RuleSet, _ cite: Citations
  ) -> String {
    let title = run.records.texts.string(entry.title)
    let category = entry.category?.label(in: language) ?? ""
    let isWaiting = result.state == .pending
    let chinese = HTMLFrame.chinese(in: language)
    var row = "<tr><td>\(ShownText.html(place(entry)))</td><td>\(category)</td>"
    row += "<td>\(result.subject?.label(in: language) ?? "")</td><td>\(PersonCard.days(entry))</td>"
    row += "<th scope=\"row\"\(chinese)>\(ShownText.html(title.isEmpty ? category : title))</th>"
    row +=
      "<td class=\"n\">\(result.worth)</td><td class=\"n\">\(isWaiting ? Hours.zero : result.credited)</td>"
    row += "<td class=\"n\">\(isWaiting ? "\(result.credited)" : "")</td><td>\(how(result, rules, cite))</td>"
    return row + "</tr>\n"
  }

  /// The file where there are several, and the line.
  private func place(_ entry: EntryRow) -> String {
    let line = language.pick("第 \(entry.line) 行", "line \(entry.line)")
    let files = run.records.files
    guard files.count(where: { !$0.isRoster }) > 1, files.indices.contains(Int(entry.file)) else {
      return line
    }
    return ShownText.safe(files[Int(entry.file)].path) + language.pick(" ", ", ") + line
  }

  /// What became of an entry: all that takes hours from it or keeps it waiting, with clauses and what can be done.
  private func how(_ result: RowResult, _ rules: RuleSet, _ cite: Citations) -> String {
    var parts: [String] = []
    func reason(_ label: String, _ remedy: String?, _ clause: ClauseID) -> String {
      ShownText.html(label) + cite.mark(clause)
        + (remedy.map { ShownText.html(language.pick("（\($0)）", " (\($0))")) } ?? "")
    }
    for loss in result.losses {
      let amount =
        loss.hours > .zero ? language.pick("未计 \(loss.hours)：", "\(loss.hours) not credited: ") : ""
      parts.append(
        amount + reason(loss.reason.label(in: language), loss.reason.remedy(in: language), loss.clause))
    }
    let waits = result.reasons.words.map {
      reason(
        $0.label(in: language), $0.remedy(in: language), rules.clause(of: $0, activity: result.activity ?? -1)
      )
    }
    if !waits.isEmpty {
      parts.append(language.pick("待认定：", "awaiting: ") + waits.joined(separator: language.pick("；", "; ")))
    }
    if parts.isEmpty { return result.state.label(in: language) + cite.mark(result.clause) }
    return parts.joined(separator: language.pick("；", "; "))
  }
}
