/// The clauses that somebody's hours rest on, as the notes that marks lead to.
struct CheckPageClauses {
  private let run: CheckRun
  private let cited: Set<Citation>
  private let language: Language

  init(_ run: CheckRun, _ cited: Set<Citation>, _ language: Language) {
    self.run = run
    self.cited = cited
    self.language = language
  }

  func write(to buffer: inout ByteBuffer) {
    if cited.isEmpty { return }
    var text =
      "<section aria-labelledby=\"clauses\"><h2 id=\"clauses\">\(language.pick("条款", "Clauses"))</h2>\n"
    for (place, rules) in run.ruleSets.enumerated() {
      if run.ruleSets.count > 1 { text += "<h3>\(rules.id)</h3>" }
      text += "<dl class=\"clauses\"\(HTMLFrame.chinese(in: language))>\n"
      for (number, clause) in rules.clauses.enumerated() {
        let id = ClauseID(truncatingIfNeeded: number)
        if !cited.contains(Citation(ruleSet: place, clause: id)) { continue }
        let anchor = Citations.anchor(place, id)
        text +=
          "<dt id=\"\(anchor)\">\(ShownText.html(clause.locator))</dt><dd>\(ShownText.html(clause.says))</dd>\n"
      }
      text += "</dl>\n"
    }
    buffer.append(text + "</section>\n")
  }
}
