/// The head of a page: what was judged by which notice, out of which files and as of when, how many got which verdict,
/// what is incomplete, and where to sign.
struct CheckPageHead {
  let run: CheckRun
  let style: CheckStyle
  let people: PeopleGathering
  /// The pages of the units, in their order, where they have some.
  var unitPages: [String] = []
  /// The page that lists the problems; empty for this one.
  var problemsPage = ""
  private var language: Language { style.language }

  /// Units that the head lists where people are not grouped by theirs; the rest is counted in one line.
  private static let mostUnits = 40

  func write(to buffer: inout ByteBuffer) {
    let frame = CheckFrame(run: run, language: language)
    buffer.append("<header><h1>\(ShownText.html(frame.title))</h1>\n")
    buffer.append(facts)
    buffer.append(verdicts)
    buffer.append(incomplete)
    buffer.append(signature)
    buffer.append("</header>\n")
    if !style.cards { buffer.append(units) }
  }

  private var facts: String {
    let chinese = HTMLFrame.chinese(in: language)
    var facts: [(String, String)] = []
    for rules in run.ruleSets.prefix(1) {
      var notice =
        "<span\(chinese)>\(ShownText.html(rules.notice.issuer))《\(ShownText.html(rules.notice.title))》"
      if let number = rules.notice.number { notice += "（\(ShownText.html(number))）" }
      if let date = rules.notice.date { notice += "，\(date)" }
      facts.append((language.pick("通知", "notice"), notice + "</span>"))
    }
    let ids = run.ruleSets.map(\.id).joined(separator: language.pick("、", ", "))
    facts.append((language.pick("规则集", "rule set"), ShownText.html(ids)))
    if let ledger = style.ledger { facts.append((language.pick("台账", "ledger"), ShownText.html(ledger))) }
    for (isRoster, name) in [
      (false, language.pick("登记表", "records")), (true, language.pick("花名册", "roster")),
    ] {
      let files = run.records.files.filter { $0.isRoster == isRoster }
      if files.isEmpty { continue }
      let shown = files.map { file in
        ShownText.html(file.path == "-" ? language.pick("标准输入", "standard input") : file.path)
          + language.pick("（\(file.records) 行）", " (\(English.count(file.records, "row")))")
      }
      facts.append((name, shown.joined(separator: language.pick("、", ", "))))
    }
    let day =
      run.asOf.map { "\($0)" } ?? language.pick("没有指定，全部登记项都算", "none given: every entry is judged")
    facts.append((language.pick("截至", "as of"), day))
    facts.append(
      (
        language.pick("登记项", "entries"),
        language.pick("核算 \(people.summary.entries) 条", "\(people.summary.entries) judged")
      ))
    return "<dl class=\"facts\">" + facts.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" }.joined(separator: "\n")
      + "</dl>\n"
  }

  private var verdicts: String {
    let counts = people.summary.verdicts
    let whole = language.pick("共 \(counts.people) 人", English.count(counts.people, "person", "people"))
    var text = "<ul class=\"counts\"><li><b>\(whole)</b></li>"
    for verdict in Verdict.allCases where counts[verdict] > 0 {
      let meaning = PageWords.meaning(verdict, language)
      text += "<li><span class=\"v \(verdict.code)\">\(verdict.label(in: language)) \(counts[verdict])</span>"
      text += style.cards ? "</li>" : " \(meaning)</li>"
    }
    return text + "</ul>\n"
  }

  /// What must be known before the verdicts are relied on; empty where all is complete.
  private var incomplete: String {
    let problems = people.summary.problems
    var notes: [String] = []
    if problems > 0 {
      notes.append(
        language.pick(
          "有 \(problems) 处问题，所在行没有使用，结论不是最后的；见<a href=\"\(problemsPage)#problems\">问题</a>",
          "\(English.count(problems, "problem")) left rows unused, so that verdicts are not the last word; see <a href=\"\(problemsPage)#problems\">Problems</a>"
        ))
    }
    notes += CheckFrame(run: run, language: language).incomplete(people.summary).map(ShownText.html)
    if notes.isEmpty { return "" }
    let title = language.pick("尚不完整", "Not complete")
    return "<div class=\"note\" role=\"note\"><b>\(title)</b><ul>" + notes.map { "<li>\($0)</li>" }.joined()
      + "</ul></div>\n"
  }

  private var signature: String {
    let lines = language.pick(["填表人：", "审核人：", "日期："], ["prepared by:", "checked by:", "date:"])
    return "<div class=\"sign\">" + lines.map { "<span>\($0)</span>" }.joined() + "</div>\n"
  }

  /// Verdicts by unit; nothing where there is one unit only.
  private var units: String {
    let all = people.units
    if all.count < 2, unitPages.isEmpty { return "" }
    let listsAll = style.byUnit || !unitPages.isEmpty || run.count >= CheckPage.foldedFrom
    let listed =
      listsAll || all.count <= CheckPageHead.mostUnits ? all[...] : all.prefix(CheckPageHead.mostUnits)
    let frame = CheckFrame(run: run, language: language)
    let headings = frame.unitHeadings + [language.pick("占比", "shares")]
    let name = language.pick("各单位", "By unit")
    var text =
      "<section aria-labelledby=\"units\"><h2 id=\"units\">\(name)</h2>\n<table class=\"units wide\">"
    text += "<caption class=\"u\">\(language.pick("各单位的结论", "Verdicts by unit"))</caption><colgroup>"
    text += String(repeating: "<col>", count: headings.count) + "</colgroup><thead><tr>"
    for (place, heading) in headings.enumerated() {
      let isNumber = place > 0 && place < headings.count - 1
      text += "<th scope=\"col\"\(isNumber ? " class=\"n\"" : "")>\(heading)</th>"
    }
    text += "</tr></thead><tbody>\n"
    for (place, unit) in listed.enumerated() {
      text += row(unit.name, unit.verdicts, frame, headings, page: unitPages[safe: place])
    }
    if listed.count < all.count {
      var rest = VerdictCounts()
      for unit in all.dropFirst(listed.count) { rest.add(unit.verdicts) }
      let label = language.pick(
        "其余 \(all.count - listed.count) 个单位（--by-unit 全部列出）",
        "\(all.count - listed.count) more units (--by-unit lists all)")
      text += row(label, rest, frame, headings, page: nil)
    }
    return text + "</tbody></table></section>\n"
  }

  private func row(
    _ unit: String, _ verdicts: VerdictCounts, _ frame: CheckFrame, _ headings: [String], page: String?
  ) -> String {
    let cells = frame.unitCells(unit, verdicts)
    let name = ShownText.html(cells[0])
    let shown = page.map { "<a href=\"\(HTMLFrame.address($0))\">\(name)</a>" } ?? name
    var row = "<tr><th scope=\"row\"\(HTMLFrame.chinese(in: language))>\(shown)</th>"
    for (cell, heading) in zip(cells, headings).dropFirst() {
      row += "<td class=\"n\" data-l=\"\(heading)\">\(cell)</td>"
    }
    let parts = Verdict.allCases.map { (verdicts[$0], $0.code) }
    let words = Verdict.allCases.filter { verdicts[$0] > 0 }.map {
      "\($0.label(in: language)) \(verdicts[$0])"
    }
    let bar = HTMLBar.shares(
      parts.map { (amount: $0.0, kind: $0.1) }, name: cells[0] + " " + words.joined(separator: " "))
    return row + "<td data-l=\"\(headings.last ?? "")\">\(bar)</td></tr>\n"
  }
}
