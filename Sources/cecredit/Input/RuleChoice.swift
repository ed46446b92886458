import ContinuingEdCore
import Foundation

// How a command line names rules: --rules, or --city and --year; and where one's own are.
extension Option {
  /// What a command that needs a rule set accepts.
  static let ruleChoice: [Option] = [.rules, .city, .year, .rulesDir]
}

/// The rule sets of a run: its own, and those that a roster's cities may call for.
struct RuleChoice {
  let library: RuleLibrary
  /// The run's own first, then those of its year.
  private(set) var ruleSets: [RuleSet]

  /// The rule set that the options name. Throws a usage error that lists what there is.
  init(_ arguments: Arguments) throws(CommandError) {
    library = try RuleFiles.library(arguments)
    let typed = Names(arguments)
    if typed.rules != nil || (typed.city != nil && typed.year != nil) {
      ruleSets = [try RuleChoice.own(typed, library)]
      return
    }
    let names = typed.filled(arguments.remembered)
    if names.isEmpty { throw RuleSuggestion(arguments, library).error() }
    do throws(CommandError) {
      ruleSets = [try RuleChoice.own(names, library)]
    } catch {
      // Whoever reads it has not typed what is wrong.
      throw names.origin?.blame(error) ?? error
    }
  }

  /// Whether a rule set is named, so that commands that need none can go by it.
  static func isNamed(_ arguments: Arguments) -> Bool {
    let typed = Names(arguments)
    if !typed.isEmpty { return true }
    let names = typed.filled(arguments.remembered)
    return names.rules != nil || (names.city != nil && names.year != nil)
  }

  /// What a rule set is named by.
  private struct Names {
    var rules: String?
    var city: String?
    var year: String?
    /// What of it is remembered; the last, where there are two.
    var origin: Setting?

    init(_ arguments: Arguments) {
      (rules, city) = (arguments[.rules], arguments[.city])
      // Some commands have a column of this name.
      year = arguments.accepts(.rulesDir) ? arguments[.year] : nil
    }

    var isEmpty: Bool { rules == nil && city == nil && year == nil }

    /// The same with what is remembered in place of what is missing: a city and a year go together.
    func filled(_ remembered: Remembered) -> Names {
      var names = self
      if isEmpty, let setting = remembered[.rules] { (names.rules, names.origin) = (setting.value, setting) }
      if names.rules == nil, city == nil, let setting = remembered[.city] {
        (names.city, names.origin) = (setting.value, setting)
      }
      if names.rules == nil, year == nil, let setting = remembered[.year] {
        (names.year, names.origin) = (setting.value, setting)
      }
      return names
    }
  }

  /// The rule set that the options name for a form; without options that of the form's own document. Throws a usage error
  /// where it is of another city than the form.
  init(_ arguments: Arguments, for form: Form) throws(CommandError) {
    guard let city = form.city else {
      self = try RuleChoice(arguments)
      return
    }
    library = try RuleFiles.library(arguments)
    let typed = Names(arguments)
    let own =
      typed.isEmpty
      ? try RuleChoice.sourceOf(form, city, library)
      : try RuleChoice.own(typed, library, city: city)
    if own.city.english != city {
      throw .usage(
        Words(
          "\(form.id) 是 \(city) 的表，不能用规则集 \(own.id)", "\(form.id) is a form of \(city), and not for \(own.id)"
        ))
    }
    ruleSets = [own]
  }

  /// The rule set of the document that a form is an annex of; else the only one of its city.
  private static func sourceOf(
    _ form: Form, _ city: String, _ library: RuleLibrary
  ) throws(CommandError) -> RuleSet {
    for source in library.sources where source.city == city {
      if let rules = source.decode().ruleSet, rules.notice.number == form.source?.document { return rules }
    }
    return try onlyOne(city: city, year: nil, library)
  }

  /// The run's own rule set.
  var own: RuleSet { ruleSets[0] }

  /// Adds the other rule sets of the year, for rosters that name cities. A file with faults is left out and mentioned.
  mutating func addCities(_ console: Console) {
    for source in library.sources where source.year == own.year && source.id != own.id {
      let decoding = source.decode()
      if let ruleSet = decoding.ruleSet {
        ruleSets.append(ruleSet)
      } else {
        console.say(
          Words("规则文件 \(source.file) 有错，没有使用", "rule file \(source.file) has faults and is not used"))
      }
    }
  }

  /// The rule sets of the same cities of other years. A file with faults is left out and mentioned.
  func otherYears(_ console: Console) -> [RuleSet] {
    let cities = Set(ruleSets.map(\.city.english))
    return library.sources.filter { source in
      cities.contains(source.city) && !ruleSets.contains { $0.id == source.id }
    }.compactMap { source in
      let ruleSet = source.decode().ruleSet
      if ruleSet == nil {
        console.say(
          Words("规则文件 \(source.file) 有错，没有使用", "rule file \(source.file) has faults and is not used"))
      }
      return ruleSet
    }
  }

  /// Tells a reader of records what the rule sets ask of a row.
  func tell(_ options: inout ImportOptions) {
    options.fixedAmounts = ruleSets.map(\.fixedAmounts)
    options.categoriesByWords = ruleSets.flatMap(\.categoriesByWords)
    if ruleSets.contains(where: \.asksForFormTexts) { options.keepsFormTexts = true }
  }

  /// By year, all rule sets that there are.
  var ruleSetsOfYear: [Int: [String]] {
    var all: [Int: [String]] = [:]
    for source in library.sources { if let year = source.year { all[year, default: []].append(source.id) } }
    return all.mapValues { $0.sorted() }
  }

  /// Tells a reader of rosters which cities there are, and which year it is.
  func nameCities(in options: inout ImportOptions) {
    options.year = own.year
    options.period = own.period
    options.ruleSetOfCity = indexOfCity()
    options.cityNames = ruleSets.map { $0.city.chinese + [$0.city.english] }
  }

  /// The place of the rule set of a city, by its name in either language.
  private func indexOfCity() -> @Sendable (String) -> Int? {
    var places: [String: Int] = [:]
    for (place, rules) in ruleSets.enumerated() {
      for name in [rules.city.english] + rules.city.chinese where places[RuleChoice.folded(name)] == nil {
        places[RuleChoice.folded(name)] = place
      }
    }
    return { [places] name in places[RuleChoice.folded(name)] }
  }

  /// Names are compared in NFKC, without case and white space.
  private static func folded(_ name: String) -> String {
    name.precomposedStringWithCompatibilityMapping.lowercased().filter { !$0.isWhitespace }
  }

  /// - Parameter usual: The city where a year alone is named; nil leaves it open.
  private static func own(
    _ names: Names, _ library: RuleLibrary, city usual: String? = nil
  ) throws(CommandError) -> RuleSet {
    let rules = names.rules
    let city = names.city ?? (rules == nil ? usual : nil)
    let year = try names.year.map { (text) throws(CommandError) in try RuleChoice.year(text) }
    if let rules {
      if city != nil || year != nil {
        throw .usage(
          Words(
            "--rules 已经选定规则集，不要再写 --city 或 --year", "--rules names the rule set; leave out --city and --year")
        )
      }
      return try RuleChoice.sound(RuleFiles.source(rules, library))
    }
    if let city, let year {
      return try found { () throws(RuleLibrary.Failure) in try library.ruleSet(city: city, year: year) }
    }
    return try onlyOne(city: city, year: year, library)
  }

  /// The one rule set of a city, or of a year; an error that lists them if there are several or none.
  private static func onlyOne(
    city: String?, year: Int?, _ library: RuleLibrary
  ) throws(CommandError) -> RuleSet {
    var fitting: [RuleLibrary.Source] = []
    for source in library.sources {
      if let year, source.year == year { fitting.append(source) }
      if let city, names(of: source).contains(folded(city)) { fitting.append(source) }
    }
    if fitting.count == 1 {
      return try found { () throws(RuleLibrary.Failure) in try library.ruleSet(id: fitting[0].id) }
    }
    let asked = city ?? year.map(String.init) ?? ""
    if fitting.isEmpty {
      let cities = Set(library.sources.map(\.city)).sorted()
      throw .usage(
        Words(
          "没有 \(asked) 的规则集，可用的有：\(list(library.ids))",
          "there is no rule set of \(asked); there are: \(list(library.ids))")
          + .didYouMean(city.flatMap { NearMatch.nearest(to: $0, in: cities) }))
    }
    let ids = list(fitting.map(\.id))
    throw .usage(
      city == nil
        ? Words(
          "\(asked) 年度有几个规则集，用 --city 选定：\(ids)", "\(asked) has several rule sets, choose by --city: \(ids)")
        : Words(
          "\(asked) 有几个年度的规则集，用 --year 选定：\(ids)", "\(asked) has several rule sets, choose by --year: \(ids)")
    )
  }

  private static func names(of source: RuleLibrary.Source) -> [String] {
    let own = folded(source.city)
    return [own] + (source.decode().ruleSet?.city.chinese.map(folded) ?? [])
  }

  /// A year of four digits, as an option gives it.
  static func year(_ text: String, of option: Option = .year) throws(CommandError) -> Int {
    guard text.utf8.count == 4, let year = Int(text), (1900...2100).contains(year) else {
      throw .usage(
        Words(
          "\(option.name) 应是四位数字的年度，如 2022，而不是“\(text)”",
          "\(option.name) is four digits, as 2022, and not \"\(text)\""))
    }
    return year
  }

  private static func found(
    _ body: () throws(RuleLibrary.Failure) -> RuleSet
  ) throws(CommandError) -> RuleSet {
    do {
      return try body()
    } catch {
      throw RuleFiles.failure(error)
    }
  }

  /// The rule set of a file that `rules check` finds nothing wrong with.
  private static func sound(_ source: RuleLibrary.Source) throws(CommandError) -> RuleSet {
    let rules = try RuleFiles.decoded(source)
    // Those in the binary are checked before they get there.
    if source.isEmbedded { return rules }
    let errors = RuleChecks.check(source.content, file: source.file).filter(\.isError)
    if errors.isEmpty { return rules }
    throw RuleFiles.faulty(
      errors, Words("规则文件有错，没有使用（见 rules check）", "the rule file is wrong and not used (see rules check)"))
  }

  private static func list(_ ids: [String]) -> String { ids.joined(separator: ", ") }
}
