/// What reading has to know of the rule sets that will judge: whose amounts are fixed, and which cities there are.
struct RulesOfReading: Sendable {
  /// The rule set of whoever has no city; nil where none is known yet, so that whatever some rule set may fix counts as
  /// fixed.
  private(set) var own: RuleSet?
  /// The cities that a roster may name, in the order by which rows refer to them: 1 for the first.
  private(set) var cities: [City] = []

  struct City: Sendable {
    /// What it is called; the first is the one to show.
    var names: [String]
    /// The categories whose amounts its rule set fixes; nil where no rule set is known yet.
    var fixed: Set<Category>?
  }

  /// No rule sets, and no cities.
  init() {}

  /// No rule sets, but these cities.
  init(cities: [String]) { self.cities = cities.map { City(names: [$0], fixed: nil) } }

  /// Rule sets, the own one first; one of another year than that is nobody's.
  init(_ ruleSets: [RuleSet]) {
    own = ruleSets.first
    cities = ruleSets.filter { $0.year == own?.year }
      .map { City(names: $0.city.chinese + [$0.city.english], fixed: Set($0.fixedAmounts)) }
  }

  /// The categories that reading took as fixed, for people with a place of a city (``RosterRow/ruleSet``).
  func fixed(_ city: Int) -> Set<Category> {
    let fixed = city == 0 ? own.map { Set($0.fixedAmounts) } : cities[safe: city - 1]?.fixed
    return fixed ?? [.qualification, .achievement, .competition, .workshop]
  }

  /// The names of a city by its place; none for people without a city.
  func names(of city: Int) -> [String] { city == 0 ? [] : cities[safe: city - 1]?.names ?? [] }

  /// What a name of a city comes to: names are compared in NFKC, without case and white space.
  static func key(_ name: String) -> [UInt8] { PlainText.normalized(name) }

  /// The same options with all that has to be known, keeping all that a value shows.
  func options(_ options: ImportOptions = ImportOptions()) -> ImportOptions {
    var options = options
    // Without any, whatever some rule set may fix is taken as fixed.
    if let own { options.fixedAmounts = [own.fixedAmounts] + cities.map { Array($0.fixed ?? []) } }
    options.categoriesByWords = Category.allCases
    options.year = own?.year
    options.period = own?.period
    var places: [[UInt8]: Int] = [:]
    for (place, city) in cities.enumerated() {
      for name in city.names where places[RulesOfReading.key(name)] == nil {
        places[RulesOfReading.key(name)] = place + 1
      }
    }
    options.ruleSetOfCity = { [places] in places[RulesOfReading.key($0)] }
    options.cityNames = cities.map(\.names)
    options.keepsTitles = true
    options.keepsFormTexts = true
    return options
  }
}
