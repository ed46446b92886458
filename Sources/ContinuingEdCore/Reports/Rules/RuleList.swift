/// The rule sets of a library, one line each.
package struct RuleList: Sendable {
  private let rows: [(id: String, rules: RuleSet?, faults: Int)]

  /// Decodes every rule file of the library; one with faults is listed as such.
  package init(_ library: RuleLibrary) {
    rows = library.sources.map { source in
      let decoding = source.decode()
      return (source.id, decoding.ruleSet, decoding.faults.count)
    }
  }

  /// A line a rule set: identifier, city, year, number, date, windows.
  package func text(in language: Language) -> String {
    let table = rows.map { row in
      guard let rules = row.rules else {
        return [row.id, language.pick("有 \(row.faults) 处错误", English.count(row.faults, "fault"))]
      }
      let windows = rules.windows.map {
        language.pick("\($0.days.start) 至 \($0.days.end)", "\($0.days.start) to \($0.days.end)")
      }
      return [
        row.id, language.pick(rules.city.chinese.first ?? rules.city.english, rules.city.english),
        "\(rules.year)",
        rules.notice.date.map { "\($0)" } ?? language.pick("无日期", "no date"),
        rules.notice.number ?? language.pick("无文号", "no number"),
        windows.isEmpty ? language.pick("全年", "whole year") : windows.joined(separator: ", "),
      ]
    }
    let widths = (0..<6).map { column in
      table.map { $0.count > column ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let lines = table.map { cells in
      cells.enumerated().map { column, cell in
        column == cells.count - 1 ? cell : DisplayWidth.padded(cell, to: widths[column])
      }.joined(separator: "  ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The list as JSON; a file with faults has only its identifier and their number.
  package func json() -> JSONValue {
    .object([
      "schema": .text("cecredit.rules-list/1"),
      "rulesets": .list(
        rows.map { row in
          guard let rules = row.rules else {
            return .object(["id": .text(row.id), "faults": .number(row.faults)])
          }
          return .object([
            "id": .text(row.id),
            "city": .object(["en": .text(rules.city.english), "zh": .texts(rules.city.chinese)]),
            "year": .number(rules.year), "title": .text(rules.notice.title),
            "number": .text(orNull: rules.notice.number),
            "date": .text(orNull: rules.notice.date.map { "\($0)" }),
            "windows": .list(
              rules.windows.map {
                .object([
                  "name": .text($0.name), "from": .text("\($0.days.start)"), "to": .text("\($0.days.end)"),
                ])
              }),
          ])
        }),
    ])
  }
}
