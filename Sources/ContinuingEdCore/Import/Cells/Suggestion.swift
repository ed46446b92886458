/// What a cell that can't be read probably was meant to be.
enum Suggestion {
  /// The nearest word of a closed list, the day behind a spreadsheet's serial number, and the like; nil where nothing
  /// is near. `value` is the trimmed cell.
  static func forCell(_ code: ProblemCode, field: Field, value: String) -> String? {
    switch code {
    case .unknownCategory: nearest(value, in: categories)
    case .unknownSubject: nearest(value, in: subjects)
    case .unknownKind: nearest(value, in: kinds)
    case .unknownLevel: nearest(value, in: levels)
    case .unknownModule: nearest(value, in: modules)
    case .unknownResult: nearest(value, in: results)
    case .unknownStatus: nearest(value, in: statuses)
    case .unknownEmployer: nearest(value, in: employers)
    case .badHours: LikelyNumber.hours(value)
    case .badCount: LikelyNumber.count(value)
    case .badYear: LikelyNumber.year(value)
    case .badDate: field == .period ? LikelyDate.period(value) : LikelyDate.day(value, isEnd: field == .end)
    case .endBeforeStart: field == .period ? LikelyDate.nextYear(value) : nil
    case .nearID: NearID.suggestion(for: value)
    default: nil
    }
  }

  /// The nearest of the platforms of a rule set, each by its names; nil where none is near.
  static func forPlatform(_ value: String, among names: [[String]]) -> String? {
    nearest(value, in: names.flatMap { candidates($0) { Nearness.Word($0) } })
  }

  /// The nearest of the cities that a run has rule sets of, each by its names; nil where none is near.
  static func forCity(_ value: String, among names: [[String]]) -> String? {
    nearest(value, in: names.flatMap { candidates($0) { Nearness.Word($0) } })
  }

  /// A name and what to suggest where it is near.
  private struct Candidate: Sendable {
    let word: Nearness.Word
    let suggestion: String
  }

  private static let categories = closedList(WordLists.categoryWords)
  private static let subjects = closedList(WordLists.subjectWords)
  private static let kinds = closedList(WordLists.kindWords)
  private static let levels = closedList(WordLists.levelWords)
  private static let modules = closedList(WordLists.moduleWords)
  private static let results = closedList(WordLists.resultWords)
  private static let statuses = closedList(WordLists.statusWords)
  private static let employers = closedList(WordLists.employerWords)

  /// The words of a closed list. Each also says what the contract's own word for the value says: 通过 is a last step of
  /// review, as 已审验 is.
  private static func closedList<Value>(_ words: [(Value, [String])]) -> [Candidate] {
    words.flatMap { _, names in
      candidates(names) { Nearness.Word($0, meaning: names.first ?? $0) }
    }
  }

  /// The names of one thing. A Chinese name leads to the first, an English one to itself.
  private static func candidates(
    _ names: [String], _ word: (String) -> Nearness.Word
  ) -> [Candidate] {
    names.map { name in
      let word = word(name)
      return Candidate(word: word, suggestion: word.isASCII ? name : names.first ?? name)
    }
  }

  private static func nearest(_ value: String, in candidates: [Candidate]) -> String? {
    guard value.utf8.count <= Nearness.longest * 3 else { return nil }
    let typed = Nearness.Word(HeadingMatch.scalars(value))
    if typed.scalars.isEmpty || typed.scalars.count > Nearness.longest { return nil }
    var best: (distance: Int, suggestion: String)?
    var isTied = false
    for candidate in candidates {
      let word = candidate.word
      guard typed.signature & word.signature != 0, typed.isASCII == word.isASCII, typed.mayMean(word)
      else {
        continue
      }
      guard let distance = nearDistance(typed, word) else { continue }
      if let current = best, current.distance <= distance {
        isTied = isTied || (current.distance == distance && current.suggestion != candidate.suggestion)
      } else {
        best = (distance, candidate.suggestion)
        isTied = false
      }
    }
    // Between two equally near words nobody can tell which was meant.
    return isTied ? nil : best?.suggestion
  }

  /// How far apart a typed word and a listed one are; nil if they are not near.
  private static func nearDistance(_ typed: Nearness.Word, _ word: Nearness.Word) -> Int? {
    let longer = max(typed.scalars.count, word.scalars.count)
    // One character of two makes another word: 企业, 事业.
    let limit = longer <= 2 ? 0 : longer <= (word.isASCII ? 5 : 4) ? 1 : 2
    if let distance = Nearness.distance(typed, word, limit: limit), distance < longer { return distance }
    if word.isASCII { return nil }
    if Nearness.isMostOf(typed, word) || Nearness.isMostOf(word, typed) {
      return abs(typed.scalars.count - word.scalars.count)
    }
    return nil
  }
}

extension Records {
  /// The same records, whose unknown cities are met with the nearest of these; the names of each, the one to suggest
  /// first.
  func suggesting(cities: [[String]]) -> Records {
    guard !cities.isEmpty, let suggest = problems.suggest else { return self }
    var records = self
    records.problems.suggest = { code, field, value in
      code == .unknownCity ? Suggestion.forCity(value, among: cities) : suggest(code, field, value)
    }
    return records
  }
}
