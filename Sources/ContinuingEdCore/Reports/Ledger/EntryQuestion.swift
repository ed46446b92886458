/// How somebody is asked for a column of an entry.
package enum EntryQuestion {
  /// `category (online, training, …)`, or an example where there is no list.
  package static func text(_ field: Field, in language: Language) -> String {
    let name = language.pick(field.chinese, field.english)
    let words = WordLists.words(of: field, in: language)
    switch field {
    case .personID: return language.pick("证件号、工号或姓名", "ID or name")
    case .kind: return hinted(name, WordLists.words(of: .kind, in: language), language)
    case .start: return hinted(name, [language.pick("如 2023-07-01", "as 2023-07-01")], language)
    case .year:
      return hinted(
        language.pick("年度或开始日期", "year or start"),
        [language.pick("如 2023 或 2023-07-01", "as 2023 or 2023-07-01")], language)
    case .hours: return hinted(name, [language.pick("如 8 或 2.5", "as 8 or 2.5")], language)
    default: return words.isEmpty ? name : hinted(name, words, language)
    }
  }

  private static func hinted(_ name: String, _ hints: [String], _ language: Language) -> String {
    let list = hints.joined(separator: language.pick("、", ", "))
    return name + language.pick("（\(list)）", " (\(list))")
  }
}
