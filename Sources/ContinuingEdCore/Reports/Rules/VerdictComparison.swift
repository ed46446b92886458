/// The same people under two rule sets.
package struct VerdictComparison: Sendable {
  /// Whose verdict is another, in the order of judgement.
  package var flips: [VerdictFlip]
  /// How many were judged.
  package var people: Int
  /// The year that both were judged for.
  package var year: Int
  /// Whether the second rule set is of another year and was moved.
  package var isMoved: Bool

  /// Judges the people of records files under both; the rules of `b` are moved to the year of `a`.
  ///
  /// - Throws: ``ImportError`` for a file that can't be read.
  package init(_ a: RuleSet, _ b: RuleSet, files: [InputFile], roster: InputFile?) throws(ImportError) {
    var verdicts: [[Verdict]] = []
    var (ids, names) = ([String](), [String]())
    for rules in [a, b.moved(to: a.year)] {
      var options = ImportOptions()
      options.fixedAmounts = [rules.fixedAmounts]
      options.categoriesByWords = rules.categoriesByWords
      options.keepsFormTexts = rules.asksForFormTexts
      let records = try Importer(options).read(files, roster: roster)
      let evaluator = Evaluator(ruleSets: [rules], calendar: .embedded, asOf: nil, records: records)
      verdicts.append(records.people.indices.map { evaluator.judge($0, detail: false).verdict })
      ids = records.people.map { records.texts.string($0.id) }
      names = records.people.map { records.texts.string($0.name) }
    }
    flips = ids.indices.filter { verdicts[0][$0] != verdicts[1][$0] }.map {
      VerdictFlip(id: ids[$0], name: names[$0], before: verdicts[0][$0], after: verdicts[1][$0])
    }
    people = ids.count
    year = a.year
    isMoved = a.year != b.year
  }

  /// The flips for a terminal, with masked identifiers.
  package func text(in language: Language) -> String {
    var lines = [""]
    if isMoved {
      lines.append(
        language.pick(
          "按 \(year) 年度比较（后一规则集挪到该年度）", "compared for \(year) (the second rule set is moved to it)"))
    }
    lines.append(
      language.pick(
        "\(people) 人中有 \(flips.count) 人结论会变",
        "the verdict of \(flips.count) of \(English.count(people, "person", "people")) would be another"))
    lines += flips.map {
      "  \(VerdictComparison.masked($0.id)) \($0.name)  \($0.before.code) → \($0.after.code)"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The first and last four characters (CommandLine: Check).
  private static func masked(_ id: String) -> String {
    let characters = Array(id)
    if characters.count <= 8 { return id }
    return String(characters.prefix(4)) + String(repeating: "*", count: characters.count - 8)
      + String(characters.suffix(4))
  }
}
