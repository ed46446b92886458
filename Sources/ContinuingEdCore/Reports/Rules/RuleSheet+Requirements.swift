/// Requirements of the notice's own, and what is asked of some people (RuleFiles: Requirements).
extension RuleSheetWriter {
  var otherRequirements: [RuleSheet.Row] {
    let wanted = rules.requirements
    var rows = wanted.others.map { other in
      let days = other.within.map { pick("（\(self.days($0))）", " (\(self.days($0)))") } ?? ""
      return row(
        other.name + days, pick("不少于 \(other.amount.hours) 学时", "at least \(other.amount.hours) hours"),
        other.amount.clause)
    }
    rows += wanted.cases.map { found in
      row(found.who.map(text).joined(separator: pick("，", ", ")), text(found.hours), found.clause)
    }
    if case .byMonth(let clause) = wanted.partOfPeriod {
      rows.append(
        row(
          pick("周期内入职或离职的", "who came or left within"),
          pick("按在岗月数折算", "a share by the months that they were there"), clause))
    }
    return rows
  }

  private func text(_ hours: RuleSet.CaseHours?) -> String {
    guard let hours else { return pick("免予要求", "nothing is asked") }
    var parts: [(String, Hours?)] = [
      (pick("合计", "total"), hours.total), (words.subject(.public), hours.public),
      (words.subject(.professional), hours.professional),
    ]
    parts += zip(rules.requirements.others.map(\.name), hours.others)
    return parts.compactMap { name, hours in hours.map { "\(name) \(words.hours($0))" } }
      .joined(separator: pick("、", ", "))
  }

  private func text(_ condition: RuleSet.RosterCondition) -> String {
    switch condition {
    case .says(let column, let texts):
      let list = texts.map { pick("“\($0)”", "\"\($0)\"") }.joined(separator: pick("或", " or "))
      return pick("\(column.chinese)含\(list)", "\(column.english) with \(list)")
    case .employer(let employers):
      return employers.map(words.employer).joined(separator: pick("或", " or "))
    case .joinedInPeriod: return pick("周期内入职", "who came within the period")
    }
  }
}
