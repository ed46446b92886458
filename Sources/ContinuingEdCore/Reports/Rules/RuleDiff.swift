/// What changes from one notice to another, in words; clauses and names of things in the file are not compared.
package struct RuleDiff: Sendable {
  /// The identifier of the first rule set; what it alone says is gone.
  package var from: String
  /// The identifier of the second rule set; what it alone says is new.
  package var to: String
  /// Section by section; empty where both say the same.
  package var changes: [Change]

  /// One thing that is new, gone or different.
  package struct Change: Sendable, Equatable {
    /// The key of the section, as in `activities`.
    package var section: String
    /// The heading of the section in the language of the comparison.
    package var sectionTitle: String
    /// What the statements are about: the label of a ``RuleSheet/Row``.
    package var item: String
    /// What was said of it; nil where it is new.
    package var before: [String]?
    /// What is said of it now; nil where it is gone.
    package var after: [String]?
  }

  /// The changes from `a` to `b`, worded in a language.
  package init(from a: RuleSet, to b: RuleSet, in language: Language) {
    from = a.id
    to = b.id
    changes = []
    let (old, new) = (RuleDiff.statements(a, language), RuleDiff.statements(b, language))
    for key in old.order + new.order.filter({ old.texts[$0] == nil }) {
      let (before, after) = (old.texts[key], new.texts[key])
      if before != after {
        let title = old.titles[key.section] ?? new.titles[key.section] ?? key.section
        changes.append(
          Change(section: key.section, sectionTitle: title, item: key.item, before: before, after: after))
      }
    }
    let order = [
      "requirements", "activities", "platforms", "windows", "terms", "populations", "leave",
      "titleApplications", "deadlines",
    ]
    changes = order.flatMap { section in changes.filter { $0.section == section } }
  }

  private struct Key: Hashable {
    var section: String
    var item: String
  }

  private static func statements(
    _ rules: RuleSet, _ language: Language
  ) -> (order: [Key], texts: [Key: [String]], titles: [String: String]) {
    var (order, texts, titles) = ([Key](), [Key: [String]](), [String: String]())
    for section in RuleSheet(rules, in: language, bySubject: true).sections {
      guard section.key != "grounds", section.key != "notJudged" else { continue }
      titles[section.key] = section.title
      for row in section.rows {
        let key = Key(section: section.key, item: row.label)
        if texts[key] == nil { order.append(key) }
        texts[key, default: []] += row.phrases.map(\.text)
      }
    }
    return (order, texts, titles)
  }

  /// The changes for a terminal: `+` is new, `-` is gone.
  package func text(in language: Language) -> String {
    if changes.isEmpty { return language.pick("\(from) 与 \(to) 没有差别\n", "\(from) and \(to) say the same\n") }
    var lines = ["\(from) → \(to)"]
    var section = ""
    for change in changes {
      if change.section != section {
        section = change.section
        lines += ["", change.sectionTitle]
      }
      let (before, after) = (change.before ?? [], change.after ?? [])
      let mark = change.before == nil ? "+" : change.after == nil ? "-" : "~"
      lines.append("  \(mark) \(change.item)")
      lines += before.filter { !after.contains($0) }.map { "      - \($0)" }
      lines += after.filter { !before.contains($0) }.map { "      + \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The changes as JSON, worded as they were asked for.
  package func json(flips: [VerdictFlip]? = nil) -> JSONValue {
    var json = JSONValue.object([
      "schema": .text("cecredit.rules-diff/1"), "from": .text(from), "to": .text(to),
      "changes": .list(
        changes.map { change in
          .object([
            "section": .text(change.section), "item": .text(change.item),
            "change": .text(change.before == nil ? "added" : change.after == nil ? "removed" : "changed"),
            "before": change.before.map(JSONValue.texts) ?? JSONValue(.null),
            "after": change.after.map(JSONValue.texts) ?? JSONValue(.null),
          ])
        }),
    ])
    if let flips, case .object(var members) = json.content {
      let list = flips.map { flip in
        JSONValue.object([
          "id": .text(flip.id), "name": .text(flip.name), "before": .text(flip.before.code),
          "after": .text(flip.after.code),
        ])
      }
      members.append(JSONValue.Member(name: "flips", line: 0, value: .list(list)))
      json = JSONValue(.object(members))
    }
    return json
  }
}

/// A person whose verdict is another under the second of two rule sets.
package struct VerdictFlip: Sendable {
  /// The person's ID as the caller wants it shown, whole or masked.
  package var id: String
  /// The person's name; perhaps empty.
  package var name: String
  /// Under the first rule set.
  package var before: Verdict
  /// Under the second.
  package var after: Verdict

  /// A person and both verdicts, which differ.
  package init(id: String, name: String, before: Verdict, after: Verdict) {
    self.id = id
    self.name = name
    self.before = before
    self.after = after
  }
}
