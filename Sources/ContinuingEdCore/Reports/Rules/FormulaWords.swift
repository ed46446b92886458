/// Conditions and amounts of rules as clerks read them (RuleFiles: Conditions, Amounts).
extension RuleWords {
  /// All conditions, joined.
  func conditions(_ conditions: [RuleSet.Condition]) -> String {
    conditions.map(condition).joined(separator: language.pick("，", ", "))
  }

  private func condition(_ condition: RuleSet.Condition) -> String {
    switch condition {
    case .says(let fields, let words):
      return language.pick("\(columns(fields))含\(quoted(words))", "\(columns(fields)) with \(quoted(words))")
    case .saysNot(let fields, let words):
      return language.pick(
        "\(columns(fields))不含\(quoted(words))", "\(columns(fields)) without \(quoted(words))")
    case .level(let levels): return levels.map(level).joined(separator: either)
    case .module(let modules):
      return modules.map(module).joined(separator: either)
    case .number(let measure, let from, let to): return range(measure, from, to)
    }
  }

  private func range(_ measure: RuleSet.Measure, _ from: Hours?, _ to: Hours?) -> String {
    let name = name(measure)
    switch (from, to) {
    case (let from?, let to?) where from == to: return language.pick("\(name)为 \(from)", "\(name) \(from)")
    case (let from?, let to?):
      return language.pick("\(name)从 \(from) 到 \(to)", "\(name) from \(from) to \(to)")
    case (let from?, nil): return language.pick("\(name)至少 \(from)", "\(name) at least \(from)")
    case (nil, let to?): return language.pick("\(name)至多 \(to)", "\(name) at most \(to)")
    case (nil, nil): return name
    }
  }

  private func name(_ measure: RuleSet.Measure) -> String {
    switch measure {
    case .count: language.pick("数量", "count")
    case .days: language.pick("天数", "days")
    case .hours: language.pick("申报学时", "hours declared")
    }
  }

  private var either: String { language.pick("或", " or ") }

  private func columns(_ fields: [Field]) -> String {
    fields.map { language.pick($0.chinese, $0.english) }.joined(separator: either)
  }

  private func quoted(_ words: [String]) -> String {
    words.map { language.pick("“\($0)”", "\"\($0)\"") }.joined(separator: either)
  }

  /// An amount; `subjects` are those that it is for.
  func amount(_ formula: RuleSet.Formula, _ subjects: [Subject]) -> String {
    func part(_ formula: RuleSet.Formula) -> String { amount(formula, subjects) }
    func list(_ parts: [RuleSet.Formula]) -> String {
      parts.map(part).joined(separator: language.pick("、", ", "))
    }
    switch formula {
    case .plain(let basis): return plain(basis, subjects)
    case .fixed(.zero): return language.pick("不计学时", "no hours")
    case .fixed(let hours): return language.pick("每次 \(hours) 学时", "\(hours) hours an entry")
    case .perHour(let hours):
      return language.pick("申报的每学时计 \(hours) 学时", "\(hours) hours for each hour declared")
    case .per(let measure, let each, let hours):
      return language.pick(
        "\(name(measure))每 \(each) 计 \(hours) 学时", "\(hours) hours for each \(each) of \(name(measure))")
    case .share(let percent, let of): return language.pick("以下的 \(percent)%：", "\(percent) % of: ") + part(of)
    case .perHalfDay(let hours): return language.pick("每半天 \(hours) 学时", "\(hours) hours for half a day")
    case .first(let hours, let then):
      return language.pick(
        "第一项 \(hours) 学时，以后每项 \(then) 学时", "\(hours) hours for the first item, \(then) for each further one")
    case .sum(let parts): return parts.map(part).joined(separator: language.pick("，加", ", and "))
    case .least(let parts): return language.pick("取最少者：", "the least of: ") + list(parts)
    case .most(let parts): return language.pick("取最多者：", "the most of: ") + list(parts)
    case .declaredElse(let other):
      return language.pick("有申报学时的按申报，否则", "as declared, else ") + part(other)
    case .percent(let percent, let of):
      let name = of.map(subject) ?? language.pick("合计", "total")
      return language.pick("\(name)年度要求的 \(percent)%", "\(percent) % of the \(name) hours required")
    case .rounded(let amount, let step, let how):
      return part(amount) + language.pick("，", ", ") + rounding(step, how)
    case .table(let rows, let otherwise):
      var lines = rows.map { conditions($0.when) + language.pick("：", ": ") + part($0.amount) }
      if let otherwise { lines.append(language.pick("其他：", "else: ") + part(otherwise)) }
      return lines.joined(separator: language.pick("；", "; "))
    case .outsideNotice: return language.pick("由其他文件规定，待审验", "in another document, waits for review")
    }
  }

  private func rounding(_ step: Hours, _ how: RuleSet.Formula.Rounding) -> String {
    switch how {
    case .down: language.pick("向下取到 \(step) 的整倍", "down to a multiple of \(step)")
    case .up: language.pick("向上取到 \(step) 的整倍", "up to a multiple of \(step)")
    case .halfUp: language.pick("四舍五入到 \(step) 的整倍", "to the nearest multiple of \(step)")
    }
  }

  /// One of the plain ways.
  func plain(_ basis: RuleSet.Basis, _ subjects: [Subject]) -> String {
    switch basis {
    case .formula(let formula): return amount(formula, subjects)
    case .declared: return language.pick("按申报学时", "hours as declared")
    case .perItem(let hours): return language.pick("每项 \(hours) 学时", "\(hours) hours an item")
    case .perDay(let hours): return language.pick("每天 \(hours) 学时", "\(hours) hours a day")
    case .byLevel(let levels):
      return levels.map { "\(level($0.level)) \(self.hours($0.hours))" }
        .joined(separator: language.pick("、", ", "))
    case .perMonth(let common, let professional):
      let parts = subjects.map { "\(subject($0)) \(self.hours($0 == .public ? common : professional))" }
      return language.pick("每月", "a month ") + parts.joined(separator: language.pick("、", ", "))
    }
  }
}
