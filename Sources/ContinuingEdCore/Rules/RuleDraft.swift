/// A starting point for another city's or another year's rule file.
package enum RuleDraft {
  /// What stands in a draft until somebody fills it in.
  static let placeholders = ["（通知标题）", "（发文机关）", "（城市名）"]

  /// The rule file `json` under another name: identifier, city and year are those of `id` (`CITY-YEAR`), the notice's
  /// particulars are left to be filled in, rules and clauses are kept to be gone through one by one. Nil if `id` is no
  /// such name.
  package static func draft(from json: JSONValue, id: String) -> JSONValue? {
    let parts = id.split(separator: "-")
    guard parts.count >= 2, let last = parts.last, let year = Int(last), (1900...2100).contains(year) else {
      return nil
    }
    let city = parts.dropLast().joined(separator: "-")
    let isName = city.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard isName, case .object(let members) = json.content else { return nil }
    let isSameCity = json["city"]?["en"]?.text == city
    let filled: [String: JSONValue] = [
      "id": .text(id), "year": .number(year),
      "city": isSameCity
        ? json["city"] ?? JSONValue(.null) : .object(["en": .text(city), "zh": .texts(["（城市名）"])]),
      "notice": .object([
        "title": .text("（通知标题）"), "number": .text("none"), "date": .text("none"), "issuer": .text("（发文机关）"),
      ]),
    ]
    return JSONValue(
      .object(
        members.map { member in
          JSONValue.Member(name: member.name, line: member.line, value: filled[member.name] ?? member.value)
        }))
  }
}
