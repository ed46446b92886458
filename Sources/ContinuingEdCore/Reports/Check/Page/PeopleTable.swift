/// The table of people of a page: a row a person, with a bar for each subject and the reasons in words.
struct PeopleTable: Sendable {
  let run: CheckRun
  let style: CheckStyle
  /// Whether bars are drawn, and names and clauses are links: not in a page of thousands, which would take seconds to
  /// open.
  let isFull: Bool
  private var language: Language { style.language }

  /// The headings, in the order of the cells.
  static func headings(_ language: Language) -> [String] {
    language.pick(
      ["结论", "姓名", "单位", "身份证号", "公需", "专业", "还缺", "待认定", "原因"],
      ["verdict", "name", "unit", "ID", "public", "professional", "missing", "awaiting", "reasons"])
  }

  /// The beginning of a table.
  func open(caption: String, isHidden: Bool = false) -> String {
    let headings = PeopleTable.headings(language)
    return
      "<table class=\"people\"><caption\(isHidden ? " class=\"u\"" : "")>\(ShownText.html(caption))</caption><colgroup>"
      + String(repeating: "<col>", count: headings.count) + "</colgroup><thead><tr>"
      + headings.map { "<th scope=\"col\">\($0)</th>" }.joined() + "</tr></thead>\n"
  }

  /// Writes somebody's row.
  func write(_ index: Int, _ judgement: PersonJudgement, to buffer: inout ByteBuffer) {
    let person = run.records.people[index]
    let texts = run.records.texts
    let rules = run.ruleSets[run.ruleSetIndex(of: index)]
    let chinese = HTMLFrame.chinese(in: language)
    let name = ShownText.html(texts.string(person.name))
    let unit = texts.string(person.unit)
    var row =
      "<tr class=\"r \(judgement.verdict.code)\" id=\"r\(index)\" data-m=\"\(judgement.missingHundredths)\">"
    let verdict = judgement.verdict.label(in: language)
    row +=
      isFull
      ? "<td><span class=\"v \(judgement.verdict.code)\">\(verdict)</span></td>" : "<td>\(verdict)</td>"
    row += "<th scope=\"row\"\(chinese)>" + (isFull ? "<a href=\"#p\(index)\">\(name)</a>" : name) + "</th>"
    row += "<td\(chinese)>\(ShownText.html(unit.isEmpty ? PeopleTable.noUnit(language) : unit))</td>"
    row += "<td class=\"id\">\(ShownText.html(style.ids.show(texts.string(person.id))))</td>"
    if judgement.verdict == .notApplicable {
      row += "<td></td><td></td><td></td><td></td>"
    } else {
      row += progress(Subject.public, judgement, \.public, \.public)
      row += progress(Subject.professional, judgement, \.professional, \.professional)
      let missing = PersonRow.missing(judgement, rules, language).map(ShownText.html)
      row += "<td class=\"m\">\(missing.joined(separator: language.pick("、", ", ")))</td>"
      row += "<td>\(awaiting(judgement))</td>"
    }
    row += "<td>\(reasons(index, judgement, rules))</td></tr>\n"
    buffer.append(row)
  }

  /// What stands where nobody has written a unit.
  static func noUnit(_ language: Language) -> String { language.pick("（没有单位）", "(no unit)") }

  private func progress(
    _ subject: Subject, _ judgement: PersonJudgement, _ of: KeyPath<SubjectHours, Hours>,
    _ required: KeyPath<RequiredHours, Hours>
  ) -> String {
    let bar = PersonCard.Bar(
      label: subject.label(in: language), credited: judgement.credited[keyPath: of],
      ifApproved: judgement.ifApproved[keyPath: of], required: judgement.required[keyPath: required],
      missing: judgement.shortfall[keyPath: required],
      missingIfApproved: judgement.shortfallIfApproved[keyPath: required])
    let figures = "\(bar.credited)/\(bar.required)"
    return isFull ? "<td>\(bar.drawn(in: language))<span>\(figures)</span></td>" : "<td>\(figures)</td>"
  }

  /// What approval would add.
  private func awaiting(_ judgement: PersonJudgement) -> String {
    [
      (Subject.public, judgement.ifApproved.public - judgement.credited.public),
      (.professional, judgement.ifApproved.professional - judgement.credited.professional),
    ].filter { $0.1 > .zero }.map { "\($0.0.label(in: language)) \($0.1)" }
      .joined(separator: language.pick("、", ", "))
  }

  /// Why hours are not credited or wait, each reason and clause once with the hours together; then what else there is
  /// to know.
  private func reasons(_ index: Int, _ judgement: PersonJudgement, _ rules: RuleSet) -> String {
    var parts: [String] = []
    var sums: [(text: String, clauses: [ClauseID], hours: Hours)] = []
    func add(_ text: String, _ clauses: [ClauseID], _ hours: Hours) {
      if let place = sums.firstIndex(where: { $0.text == text && $0.clauses == clauses }) {
        sums[place].hours += hours
      } else {
        sums.append((text, clauses, hours))
      }
    }
    let waits = language.pick("待认定：", "awaiting: ")
    for entry in judgement.entries {
      for loss in entry.losses where loss.hours > .zero {
        add(loss.reason.label(in: language), [loss.clause], loss.hours)
      }
    }
    for entry in judgement.entries {
      // An entry's hours stand once, behind all that it waits for.
      let words = entry.reasons.words
      if words.isEmpty { continue }
      let text = waits + words.map { $0.label(in: language) }.joined(separator: language.pick("、", ", "))
      var clauses: [ClauseID] = []
      for word in words {
        let clause = rules.clause(of: word, activity: entry.activity ?? -1)
        if !clauses.contains(clause) { clauses.append(clause) }
      }
      add(text, clauses, entry.credited)
    }
    let cite = Citations(rules, run.ruleSetIndex(of: index), areLinks: isFull)
    parts += sums.map { "\(ShownText.html($0.text)) \($0.hours)\(cite.marks($0.clauses))" }
    parts += judgement.findings.map { ShownText.html($0.code.label(in: language)) + cite.mark($0.clause) }
    let unused = PersonPart.unusedLines(run.records.entries(of: index), language)
    if !unused.isEmpty {
      parts.append(language.pick("\(unused)有问题，没有使用", "\(unused) not used"))
    }
    if parts.isEmpty, judgement.verdict == .short {
      parts.append(language.pick("登记的学时不够", "too few hours were entered"))
    }
    return parts.joined(separator: language.pick("；", "; "))
  }
}

extension PersonCard.Bar {
  /// The bar as a picture whose name says what it shows.
  func drawn(in language: Language) -> String {
    let (done, waiting) = filled(of: 1000)
    return HTMLBar.progress(done: done, waiting: waiting, name: "\(label) \(inWords(language))")
  }

  /// `18/30，还缺 12，待认定的认定后 26`
  func inWords(_ language: Language) -> String {
    var text = "\(credited)/\(required)"
    text +=
      missing > .zero
      ? language.pick("，还缺 \(missing)", ", \(missing) missing") : language.pick("，已够", ", reached")
    if ifApproved != credited {
      text += language.pick("，待认定的认定后为 \(ifApproved)", ", \(ifApproved) once what waits is approved")
    }
    return text
  }
}

/// Marks that lead from a reason to the clause that it rests on, which stands among the notes at the end.
struct Citations {
  private let rules: RuleSet
  private let ruleSet: Int
  private let areLinks: Bool

  /// Marks of a rule set by its number; plain text where they are no links.
  init(_ rules: RuleSet, _ ruleSet: Int, areLinks: Bool = true) {
    self.rules = rules
    self.ruleSet = ruleSet
    self.areLinks = areLinks
  }

  /// The mark of a clause; empty where there is none.
  func mark(_ clause: ClauseID) -> String {
    guard rules.clauses.indices.contains(Int(clause)) else { return "" }
    let locator = ShownText.html(rules.clauses[Int(clause)].locator)
    if !areLinks { return "（\(locator)）" }
    // A word joiner: the mark stays on the line of what it belongs to. As a reference, since pages hold no raw zero-width
    // characters and the output would show it as text.
    return
      "&#8288;<sup><a href=\"#\(Citations.anchor(ruleSet, clause))\" lang=\"zh-CN\">\(locator)</a></sup>"
  }

  /// The marks of several clauses.
  func marks(_ clauses: [ClauseID]) -> String {
    clauses.map { mark($0) }.filter { !$0.isEmpty }.joined(separator: areLinks ? "&#8288;<sup>、</sup>" : "")
  }

  /// The anchor of a clause's note.
  static func anchor(_ ruleSet: Int, _ clause: ClauseID) -> String { "c\(ruleSet)-\(clause)" }
}
