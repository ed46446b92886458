/// Rule files of earlier formats, made into what they mean in the present one.
///
/// Format 2 names more: levels, words and a platform for which an activity is, what becomes of platforms that are not
/// listed, filing that is awaited, the step of review that is final, the categories that a filing term binds, and whether
/// study may be made up for. Format 1 had one way of each, which is written out here; two of its keys are
/// written as activities of their own: levels left to others, and series whose platform study waits.
package enum RuleUpgrade {
  /// The file in the present format; the same file if it is of that format already, or of none that is known.
  package static func upgraded(_ json: JSONValue) -> JSONValue {
    guard case .number("1")? = json["format"]?.content, case .object(let members) = json.content else {
      return json
    }
    let filed = categoriesThatNeedFiling(json)
    var upgraded: [JSONValue.Member] = []
    for var member in members {
      switch member.name {
      case "$schema":
        if let text = member.value.text {
          member.value = .text(text.replacing("cecredit-rules-1", with: "cecredit-rules-2"))
        }
      case "format": member.value = JSONValue(.number("2"), line: member.value.line)
      case "activities":
        if case .array(let items) = member.value.content {
          member.value.content = .array(items.flatMap(activities))
        }
      case "filingTerm":
        upgraded.append(.init(name: "finalReview", line: member.line, value: .text("verified")))
        if case .object(var term) = member.value.content {
          let categories = JSONValue.Member(name: "categories", line: member.line, value: .texts(filed))
          term.insert(categories, at: min(1, term.count))
          member.value.content = .object(term)
        }
      case "makeUpStudy":
        if member.value.text == "not-closed" { member.value.content = .string("not-stated") }
      default: break
      }
      upgraded.append(member)
    }
    return JSONValue(.object(upgraded), line: json.line)
  }

  /// In format 1 the filing term bound whatever needs filing.
  private static func categoriesThatNeedFiling(_ json: JSONValue) -> [String] {
    var categories: [String] = []
    for activity in json["activities"]?.items ?? [] {
      let needs = activity["needs"]?.items ?? []
      guard needs.contains(where: { $0["what"]?.text == "filing" }),
        let category = activity["category"]?.text,
        !categories.contains(category)
      else { continue }
      categories.append(category)
    }
    return categories
  }

  /// The activities that one of format 1 comes to.
  private static func activities(_ item: JSONValue) -> [JSONValue] {
    guard case .object(let members) = item.content else { return [item] }
    var found: [JSONValue] = []
    // What names more comes first, as it judges first.
    if let levels = item["levelsOutsideNotice"], levels.text != "none" {
      found.append(
        plain(
          members, item.line, levels: levels["levels"],
          amount: .object(["outsideNotice": levels["clause"] ?? .text("")]), basis: .text("declared"),
          without: "level"))
    }
    if let group = item["study"]?["waitsForFiling"], group.text != "none" {
      found.append(plain(members, item.line, series: group, seriesFiling: item["clause"]))
    }
    return found + [plain(members, item.line)]
  }

  /// The members of an activity with the keys of format 2.
  private static func plain(
    _ members: [JSONValue.Member], _ line: Int, series: JSONValue? = nil, levels: JSONValue? = nil,
    amount: JSONValue? = nil, basis: JSONValue? = nil, without need: String? = nil,
    seriesFiling: JSONValue? = nil
  ) -> JSONValue {
    var plain: [JSONValue.Member] = []
    for var member in members {
      switch member.name {
      case "series":
        if let series { member.value = series }
        plain.append(member)
        for (name, value) in [("levels", levels), ("words", nil), ("platform", nil)] {
          plain.append(.init(name: name, line: member.line, value: value ?? .text("any")))
        }
        continue
      case "basis": if let basis { member.value = basis }
      case "amount": if let amount { member.value = amount }
      case "levelsOutsideNotice": continue
      case "needs": member.value = needs(member.value, without: need, seriesFiling)
      case "study": member.value = study(member.value)
      default: break
      }
      plain.append(member)
    }
    return JSONValue(.object(plain), line: line)
  }

  private static func needs(_ value: JSONValue, without need: String?, _ seriesFiling: JSONValue?)
    -> JSONValue
  {
    guard case .array(var items) = value.content else { return value }
    if let need { items.removeAll { $0["what"]?.text == need } }
    if let seriesFiling {
      items.append(.object(["what": .text("series-filing"), "clause": seriesFiling]))
    }
    return JSONValue(.array(items), line: value.line)
  }

  private static func study(_ value: JSONValue) -> JSONValue {
    guard case .object(let members) = value.content else { return value }
    var study: [JSONValue.Member] = []
    for member in members where member.name != "waitsForFiling" {
      study.append(member)
      if member.name == "listedPlatforms" {
        study.append(.init(name: "others", line: member.line, value: .text("refused")))
      }
    }
    return JSONValue(.object(study), line: value.line)
  }
}
