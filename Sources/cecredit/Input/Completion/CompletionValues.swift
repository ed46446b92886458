import ContinuingEdCore

/// What options take, as far as anybody can know it: from rule sets, lists of words, and a ledger.
struct CompletionValues {
  private let arguments: [String]
  private let remembered: Remembered
  private let language: Language

  /// The words behind the command are looked at for the rule set and the ledger that they name.
  init(arguments: [String], _ remembered: Remembered, _ language: Language) {
    self.arguments = arguments
    self.remembered = remembered
    self.language = language
  }

  /// What an option takes.
  func values(of option: Option) -> [Completion.Offer] {
    if let allowed = option.allowed { return allowed.map { ($0, "") } }
    switch option.name {
    case Option.rules.name: return ruleSets + [(":files", "")]
    case "--from" where option.value?.chinese == Option.rules.value?.chinese: return ruleSets
    case Option.city.name: return cities
    case Option.year.name: return Set(library.sources.compactMap(\.year)).sorted().map { (String($0), "") }
    case Option.column(.platform).name: return platforms
    case Option.person.name: return people
    case Option.filterUnit.name: return Set(known.map(\.unit)).subtracting([""]).sorted().map { ($0, "") }
    case Option.map.name, Option.mapValue.name: return []
    case Option.set.name:
      return (Field.records + Field.forms).map { ($0.english + "=", $0.chinese) }
    case Option.filter.name: return LedgerFilter.Kind.allCases.map { ($0.rawValue + "=", "") }
    default: return words(of: option) ?? places(of: option)
    }
  }

  /// The words of a closed list of a column.
  private func words(of option: Option) -> [Completion.Offer]? {
    guard let field = Field.kept.first(where: { Option.name(of: $0) == option.name }) else { return nil }
    let words = WordLists.words(of: field, in: language)
    return words.isEmpty ? nil : words.map { ($0, "") }
  }

  /// Files and folders, by what help calls the value.
  private func places(of option: Option) -> [Completion.Offer] {
    let value = option.value?.english ?? ""
    if value == "DIR" { return [(":folders", "")] }
    return ["FILE", "FILE|DIR/", "CASES"].contains(value) ? [(":files", "")] : []
  }

  // MARK: Rule sets

  private var library: RuleLibrary {
    let folders = values(named: Option.rulesDir.name).flatMap { [Option.rulesDir.name, $0] }
    let typed = try? Arguments(folders, options: [.rulesDir])
    return typed.flatMap { try? RuleFiles.library($0) } ?? .embedded()
  }

  /// The rule sets.
  var ruleSets: [Completion.Offer] {
    library.sources.map { ($0.id, $0.decode().ruleSet?.notice.title ?? "") }
  }

  private var cities: [Completion.Offer] {
    library.sources.flatMap { source -> [Completion.Offer] in
      let chinese = source.decode().ruleSet?.city.chinese.first ?? ""
      return [(source.city, chinese)] + (chinese.isEmpty ? [] : [(chinese, source.city)])
    }
  }

  /// Those of the rule set that is named, or of all.
  private var platforms: [Completion.Offer] {
    let name = values(named: Option.rules.name).last ?? remembered[.rules]?.value
    let city = values(named: Option.city.name).last ?? remembered[.city]?.value
    let sources = library.sources.filter { source in
      if let name { return source.id == name }
      guard let city else { return true }
      return source.city == city || source.decode().ruleSet?.city.chinese.contains(city) == true
    }
    return sources.flatMap { source -> [Completion.Offer] in
      (source.decode().ruleSet?.platforms ?? []).map { ($0.name, source.id) }
    }
  }

  // MARK: The ledger

  /// Names that one person has, else IDs.
  private var people: [Completion.Offer] {
    var counts: [String: Int] = [:]
    for person in known { counts[person.name, default: 0] += 1 }
    return known.map { person in
      let isName = !person.name.isEmpty && counts[person.name] == 1
      return (isName ? person.name : person.id, isName ? person.unit : person.name + " " + person.unit)
    }
  }

  /// Whom the ledger knows; nobody where there is none, or it can't be read.
  private var known: [LedgerReading.KnownPerson] {
    let typed = values(named: Option.ledger.name).last.map { [Option.ledger.name, $0] } ?? []
    guard let arguments = try? Arguments(typed, options: [.ledger], remembered: remembered),
      let folder = try? LedgerPlace.required(arguments), let reading = try? LedgerViews.read(folder),
      let people = try? reading.people()
    else { return [] }
    return people
  }

  /// What an option was given.
  private func values(named name: String) -> [String] {
    var values: [String] = []
    for (place, word) in arguments.enumerated() {
      if word.hasPrefix(name + "=") { values.append(String(word.dropFirst(name.count + 1))) }
      if word == name, place + 1 < arguments.count { values.append(arguments[place + 1]) }
    }
    return values
  }
}
