/// Where hours were lost or wait, over everyone on a page.
struct CheckPageReasons {
  private let reasons: ReasonTotals
  private let language: Language

  init(_ reasons: ReasonTotals, _ language: Language) {
    self.reasons = reasons
    self.language = language
  }

  func write(to buffer: inout ByteBuffer) {
    let losses = zip(LossReason.allCases, reasons.losses).filter { $0.1.entries > 0 }
      .map { ($0.0.label(in: language), $0.1) }
    let waiting = zip(PendingReason.allCases, reasons.waiting).filter { $0.1.entries > 0 }
      .map { (language.pick("待认定：", "awaiting: ") + $0.0.label(in: language), $0.1) }
    if losses.isEmpty, waiting.isEmpty { return }
    let headings = language.pick(["原因", "学时", "登记项", "人数"], ["reason", "hours", "entries", "people"])
    var text = "<section aria-labelledby=\"reasons\"><h2 id=\"reasons\">"
    text += language.pick("没有计入的和待认定的学时，按原因", "Hours not credited or awaiting, by reason") + "</h2>\n"
    text +=
      "<table class=\"reasons wide\"><caption class=\"u\">\(language.pick("按原因合计", "Totals by reason"))</caption><colgroup>"
    text += String(repeating: "<col>", count: 4) + "</colgroup><thead><tr>"
    for (place, heading) in headings.enumerated() {
      text += "<th scope=\"col\"\(place > 0 ? " class=\"n\"" : "")>\(heading)</th>"
    }
    text += "</tr></thead><tbody>\n"
    for (label, total) in losses + waiting {
      text += "<tr><th scope=\"row\">\(ShownText.html(label))</th>"
      for (cell, heading) in zip(
        ["\(total.hours)", "\(total.entries)", "\(total.people)"], headings.dropFirst())
      {
        text += "<td class=\"n\" data-l=\"\(heading)\">\(cell)</td>"
      }
      text += "</tr>\n"
    }
    buffer.append(text + "</tbody></table></section>\n")
  }
}
