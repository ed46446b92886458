/// Conditions and amounts of a rule file (RuleFiles: Conditions, Amounts).
extension RuleDecoder {
  private static let plainKeys = ["perItem", "byLevel", "perDay", "perMonth"]
  /// The further keys of an amount, and what stands beside some of them.
  private static let formulaKeys = [
    "fixed", "perHour", "per", "perHalfDay", "first", "sum", "least", "most", "declaredElse", "percent",
    "rounded",
    "table", "outsideNotice",
  ]
  private static let companions = [
    "first": ["then"], "percent": ["of"], "rounded": ["to", "how"], "per": ["is"],
  ]

  func basis(_ node: FileNode) -> RuleSet.Basis {
    let formula = formula(node, words: ["declared"])
    if case .plain(let basis) = formula { return basis }
    return .formula(formula)
  }

  /// An amount: a word, or an object with one of the keys and what goes with it.
  private func formula(_ node: FileNode, words: [String]) -> RuleSet.Formula {
    let keys = RuleDecoder.plainKeys + RuleDecoder.formulaKeys
    let chosen = node.value?.members?.map(\.name).first(where: keys.contains)
    let companions = chosen.flatMap { RuleDecoder.companions[$0] } ?? []
    switch node.choice(words: words, keys: keys, with: companions) {
    case .key(let key, let fields)?: return formula(key, fields)
    case .word("nothing")?: return .fixed(.zero)
    default: return .plain(.declared)
    }
  }

  private func amount(_ node: FileNode) -> RuleSet.Formula { formula(node, words: ["declared", "nothing"]) }

  private func formula(_ key: String, _ fields: FileFields) -> RuleSet.Formula {
    let node = fields[key]
    switch key {
    case "fixed": return .fixed(node.hours())
    case "perHour": return .perHour(node.hours())
    case "per": return per(node, fields["is"].hours())
    case "perHalfDay": return .perHalfDay(node.hours())
    case "first": return .first(node.hours(), then: fields["then"].hours())
    case "sum": return .sum(node.someItems().map(amount))
    case "least": return .least(node.someItems().map(amount))
    case "most": return .most(node.someItems().map(amount))
    case "declaredElse": return .declaredElse(amount(node))
    case "percent" where fields["of"].value?.kind == .object:
      return .share(node.wholeNumber(in: 0...1000), of: amount(fields["of"]))
    case "percent":
      let of = fields["of"].word(among: ["total"] + Subject.allCases.map(\.code))
      return .percent(node.wholeNumber(in: 0...1000), of: of.flatMap(Subject.init(code:)))
    case "rounded":
      let step = fields["to"].hours()
      if step == .zero, fields["to"].value != nil { fields["to"].fail(.badHours("0")) }
      let how = fields["how"].word(among: RuleSet.Formula.Rounding.allCases.map(\.rawValue))
      return .rounded(amount(node), to: step, how.flatMap(RuleSet.Formula.Rounding.init) ?? .down)
    case "table": return table(node)
    case "outsideNotice": return .outsideNotice(clause(node))
    default: return .plain(plain(key, fields))
    }
  }

  private func plain(_ key: String, _ fields: FileFields) -> RuleSet.Basis {
    switch key {
    case "perItem": return .perItem(fields[key].hours())
    case "perDay": return .perDay(fields[key].hours())
    case "perMonth":
      if case .number? = fields[key].value?.content {
        let hours = fields[key].hours()
        return .perMonth(public: hours, professional: hours)
      }
      let parts = fields[key].fields(["public", "professional"])
      return .perMonth(public: parts["public"].hours(), professional: parts["professional"].hours())
    default:
      let levels = fields[key].fields(Level.allCases.map(\.code))
      return .byLevel(
        Level.allCases.compactMap { level in
          levels[level.code].hoursOrNone().map { RuleSet.LevelAmount(level: level, hours: $0) }
        })
    }
  }

  /// So much of one thing that is counted.
  private func per(_ node: FileNode, _ hours: Hours) -> RuleSet.Formula {
    let measures = RuleSet.Measure.allCases
    guard case .key(let key, let fields)? = node.choice(words: [], keys: measures.map(\.rawValue)),
      let measure = RuleSet.Measure(rawValue: key)
    else { return .fixed(hours) }
    let each = fields[key].hours()
    if each == .zero, fields[key].value != nil { fields[key].fail(.badHours("0")) }
    return .per(measure, each, is: hours)
  }

  /// Rows with conditions, of which the last may be for all other entries.
  private func table(_ node: FileNode) -> RuleSet.Formula {
    var rows: [RuleSet.Formula.Row] = []
    var otherwise: RuleSet.Formula?
    let items = node.someItems()
    for (place, item) in items.enumerated() {
      if item.value?["otherwise"] == nil {
        let fields = item.fields(["when", "is"])
        rows.append(RuleSet.Formula.Row(when: conditions(fields["when"]), amount: amount(fields["is"])))
      } else {
        otherwise = amount(item.fields(["otherwise"])["otherwise"])
        if place + 1 < items.count { item.fail(.misplaced("otherwise")) }
      }
    }
    return .table(rows, otherwise: otherwise)
  }

  // MARK: Limits of the year

  func yearLimit(_ name: String, _ limit: FileFields, of requirements: FileNode) -> RuleSet.YearLimit {
    func most(_ key: String) -> Hours? {
      if !limit.has(key) || limit[key].isNone { return nil }
      return limit[key].value?.kind == .object
        ? share(limit[key], of: requirements) : limit[key].hours(wanted: .hoursOrNone)
    }
    var beyond = 0
    if limit.has("beyond"),
      case .key(let key, let fields)? = limit["beyond"].choice(words: ["nothing"], keys: ["percent"])
    {
      beyond = fields[key].wholeNumber(in: 1...100)
    }
    return RuleSet.YearLimit(
      name: name, public: most("public"), professional: most("professional"), total: most("total"),
      beyond: beyond,
      clause: clause(limit["clause"]))
  }

  /// A share of what everyone has to reach.
  private func share(_ node: FileNode, of requirements: FileNode) -> Hours {
    let fields = node.fields(["percent", "of"])
    let percent = fields["percent"].wholeNumber(in: 1...1000)
    let key = fields["of"].word(among: ["total"] + Subject.allCases.map(\.code)) ?? "total"
    guard let amount = requirements.value?[key], case .number(let digits)? = amount["hours"]?.content,
      let hours = Hours(exactly: digits)
    else {
      fields["of"].fail(.unknownName(key, list: "requirements", suggestion: nil))
      return .zero
    }
    return Hours(inHundredths: hours.hundredths * percent / 100)
  }

  // MARK: Conditions

  func conditions(_ node: FileNode) -> [RuleSet.Condition] { node.items().compactMap(condition) }

  private func condition(_ node: FileNode) -> RuleSet.Condition? {
    let measures = RuleSet.Measure.allCases.map(\.rawValue)
    let keys = ["says", "not", "level", "module"] + measures
    let chosen = node.value?.members?.map(\.name).first(where: keys.contains)
    let isOfColumns = chosen == "says" || chosen == "not"
    guard
      case .key(let key, let fields)? = node.choice(
        words: [], keys: keys, with: isOfColumns ? ["column"] : [])
    else { return nil }
    switch key {
    case "says": return .says(columns(fields["column"]), someTexts(fields[key]))
    case "not": return .saysNot(columns(fields["column"]), someTexts(fields[key]))
    case "level": return .level(different(fields[key].someItems(), Level.self))
    case "module": return .module(different(fields[key].someItems(), Module.self))
    default:
      let bounds = fields[key].fields([], optional: ["from", "to"])
      let (from, to) = (bound(bounds, "from"), bound(bounds, "to"))
      if fields[key].value?.kind == .object, from == nil, to == nil {
        fields[key].fail(.noChoice(["from", "to"]))
      }
      if let from, let to, to < from { bounds["to"].fail(.endBeforeStart) }
      return RuleSet.Measure(rawValue: key).map { .number($0, from: from, to: to) }
    }
  }

  private func bound(_ fields: FileFields, _ key: String) -> Hours? {
    fields.has(key) ? fields[key].hours() : nil
  }

  /// One column, or a list of them.
  private func columns(_ node: FileNode) -> [Field] {
    let names = RuleSet.Condition.columns.map(\.english)
    let items = node.value?.kind == .array ? node.someItems() : [node]
    return items.compactMap { item in
      item.word(among: names).flatMap { name in RuleSet.Condition.columns.first { $0.english == name } }
    }
  }
}
