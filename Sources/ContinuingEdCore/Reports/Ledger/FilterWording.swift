extension LedgerFilter.Refusal {
  /// What was found and what would be right.
  package func message(in language: Language) -> String {
    switch self {
    case .notAYear(let value, _):
      return language.pick(
        "年度应是四位数字，如 2023，而不是“\(value)”", "a year is four digits, as 2023, and not \"\(value)\"")
    case .unknownWord(let field, let value, _):
      let words = WordLists.words(of: field, in: language).joined(separator: language.pick("、", ", "))
      return language.pick(
        "\(field.chinese)没有“\(value)”，应为：\(words)",
        "there is no \(field.english) \"\(value)\"; it is one of \(words)")
    }
  }

  /// What was probably meant; nil where nothing is near.
  package var suggestion: String? {
    switch self {
    case .notAYear(_, let suggestion), .unknownWord(_, _, let suggestion): suggestion
    }
  }
}
