/// Forms as one HTML file that any browser prints onto A4 (Forms: Printing): it needs nothing else and has no script.
package struct FormPage {
  private let form: Form

  /// A file of a form.
  package init(_ form: Form) { self.form = form }

  /// The file with these documents, each beginning on a page of its own.
  package func html(_ documents: [FormDocument], empty: String = "") -> String {
    let frame = frame(documents.first?.title ?? form.title.replacing("{year}", with: ""), documents)
    var text = frame.open
    for (place, document) in documents.enumerated() {
      text += "<article class=\"doc\" aria-labelledby=\"t\(place)\">\n"
      text += "<h1 id=\"t\(place)\">\(ShownText.html(document.title))</h1>\n"
      var before: [String] = []
      for (number, part) in document.parts.enumerated() {
        text += html(part, id: "b\(place)-\(number)", document, &before)
      }
      text += "</article>\n"
    }
    if documents.isEmpty { text += "<p>\(ShownText.html(empty))</p>\n" }
    return text + frame.close
  }

  private func frame(_ title: String, _ documents: [FormDocument]) -> HTMLFrame {
    let name = documents.count == 1 ? documents[0].name : ""
    var frame = HTMLFrame(name.isEmpty ? title : "\(title) \(name)", .chinese)
    frame.style = FormStyleSheet.text(form.paper)
    return frame
  }

  private func html(
    _ part: FormDocument.Part, id: String, _ document: FormDocument, _ before: inout [String]
  ) -> String {
    switch part {
    case .text(let text): return "<p>\(ShownText.html(text))</p>\n"
    case .sum(let label, let hours, let unit):
      return "<p class=\"sum\">\(ShownText.html(label))：\(hours)\(ShownText.html(unit))</p>\n"
    case .grid(let isRuled, let rows): return isRuled ? ruled(rows) : lines(rows)
    case .table(let table):
      defer { before = table.within }
      return html(table, id, document, before)
    }
  }

  // MARK: Labels and values

  private func lines(_ rows: [[FormDocument.Cell]]) -> String {
    var text = "<div class=\"lines\">\n"
    for row in rows {
      text += "<div>"
      for cell in row {
        // A seal goes over the value: the line ends long before the paper does.
        text += cell.seal == nil ? "<p>" : "<p class=\"over\">"
        text += "\(ShownText.html(cell.label))：<span>\(ShownText.html(cell.value))</span></p>"
      }
      text += "</div>\n"
    }
    return text + "</div>\n"
  }

  /// A value of more characters goes on in a further row, since no row is ever split between sheets.
  private static let longest = 400

  private func ruled(_ rows: [[FormDocument.Cell]]) -> String {
    var text = "<table class=\"grid\"><colgroup>"
    text += String(repeating: "<col>", count: 12)
    text += "</colgroup><tbody>\n"
    for row in rows {
      let pieces = row.map { FormPage.pieces($0.value) }
      let count = pieces.map(\.count).max() ?? 1
      for place in 0..<count {
        let classes = [place > 0 ? "on" : "", place + 1 < count ? "goes" : ""].filter { !$0.isEmpty }
        text += classes.isEmpty ? "<tr>" : "<tr class=\"\(classes.joined(separator: " "))\">"
        for (cell, pieces) in zip(row, pieces) {
          let spans = cell.spans + [1, 1]
          text += "<th scope=\"row\" colspan=\"\(spans[0])\">"
          text += place == 0 ? "\(ShownText.html(cell.label))</th>" : "</th>"
          if let seal = cell.seal {
            let below = seal.map { "<span>\(ShownText.html($0))</span>" }.joined()
            text += "<td class=\"seal\" colspan=\"\(spans[1])\"><i></i>\(below)</td>"
          } else {
            text += "<td colspan=\"\(spans[1])\">\(place < pieces.count ? pieces[place] : "")</td>"
          }
        }
        text += "</tr>\n"
      }
    }
    return text + "</tbody></table>\n"
  }

  /// A text in HTML, line by line, in pieces that each fit a row.
  private static func pieces(_ value: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var count = 0
    for line in value.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = line[...]
      repeat {
        let part = rest.prefix(longest)
        rest = rest.dropFirst(longest)
        if count > 0, count + part.count > longest {
          pieces.append(piece)
          (piece, count) = ("", 0)
        }
        piece += (piece.isEmpty ? "" : "\n") + ShownText.html(String(part))
        count += part.count + 40
      } while !rest.isEmpty
    }
    return pieces + [piece]
  }

  // MARK: Tables

  private func html(
    _ table: FormDocument.Table, _ id: String, _ document: FormDocument, _ before: [String]
  ) -> String {
    var text = table.beginsSheet ? "<section class=\"sheet\">\n" : ""
    // What blocks lie within is said where it begins.
    let new = table.within.indices.first { $0 >= before.count || before[$0] != table.within[$0] }
    for name in table.within[(new ?? table.within.count)...] { text += "<h2>\(ShownText.html(name))</h2>\n" }
    let level = table.within.isEmpty ? "h2" : "h3"
    text += "<\(level) id=\"\(id)\">\(ShownText.html(table.name))"
    if table.beginsSheet, !document.name.isEmpty { text += "：\(ShownText.html(document.name))" }
    text += "</\(level)>\n<table aria-labelledby=\"\(id)\"><colgroup>"
    let whole = max(1, table.columns.reduce(0) { $0 + $1.width })
    for column in table.columns {
      let share = column.width * 10_000 / whole
      let rest = share % 100
      text += "<col width=\"\(share / 100).\(rest < 10 ? "0" : "")\(rest)%\">"
    }
    text += "</colgroup><thead><tr>"
    for column in table.columns { text += "<th scope=\"col\">\(ShownText.html(column.heading))</th>" }
    text += "</tr></thead><tbody>\n"
    for row in table.rows {
      text += "<tr>" + row.map(cell).joined() + "</tr>\n"
    }
    let blank =
      "<tr class=\"blank\">" + String(repeating: "<td></td>", count: table.columns.count) + "</tr>\n"
    text += String(repeating: blank, count: table.blankRows)
    return text + "</tbody></table>\n" + (table.beginsSheet ? "</section>\n" : "")
  }

  private func cell(_ value: FormDocument.Value) -> String {
    switch value {
    case .hours, .whole: "<td class=\"c\">\(value.text)</td>"
    case .day, .text, .blank: "<td>\(ShownText.html(value.text))</td>"
    }
  }
}
