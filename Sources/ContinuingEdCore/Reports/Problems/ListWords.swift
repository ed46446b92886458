extension WordLists {
  /// The contract's own words of a closed list in one language: what may be typed into a column.
  package static func words(of field: Field, in language: Language) -> [String] {
    switch field {
    case .category: own(categoryWords, language)
    case .subject: own(subjectWords, language)
    case .kind: own(kindWords, language)
    case .level: own(levelWords, language)
    case .module: own(moduleWords, language)
    case .result: own(resultWords, language)
    case .status: own(statusWords, language)
    case .employer: own(employerWords, language)
    default: []
    }
  }

  /// The Chinese name comes first in a list, the English one second.
  private static func own<Value>(_ words: [(Value, [String])], _ language: Language) -> [String] {
    words.compactMap { $0.1.dropFirst(language.pick(0, 1)).first }
  }

  /// Every heading that names a field.
  static func headings(of field: Field) -> [String] {
    (recordHeadings + rosterHeadings).first { $0.0 == field }?.1 ?? []
  }
}

extension WordLists {
  /// The contract's word for a category, in one language.
  static func word(_ category: Category, in language: Language) -> String {
    word(category, categoryWords, language)
  }
  /// The contract's word for a subject, in one language.
  static func word(_ subject: Subject, in language: Language) -> String {
    word(subject, subjectWords, language)
  }
  /// The contract's word for a review status, in one language.
  static func word(_ status: ReviewStatus, in language: Language) -> String {
    word(status, statusWords, language)
  }

  private static func word<Value: Equatable>(
    _ value: Value, _ words: [(Value, [String])], _ language: Language
  ) -> String {
    words.first { $0.0 == value }?.1.dropFirst(language.pick(0, 1)).first ?? ""
  }
}
