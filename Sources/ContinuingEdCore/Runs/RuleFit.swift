/// Which rule sets fit the entries of files: those of the year that most entries belong to, and of these the ones whose
/// platforms the entries name.
package struct RuleFit {
  private var years: [Int: Int] = [:]
  /// The platforms that entries of a year name, and how often.
  private var platforms: [Int: [TextID: Int]] = [:]
  private let records: Records

  package init(_ records: Records) {
    self.records = records
    let scratch = EntryScratch()
    for person in records.people.indices {
      records.entries.withEntries(of: person, using: scratch) { entries in
        for entry in entries {
          guard let year = entry.year ?? entry.effectiveEnd?.year ?? entry.effectiveStart?.year else {
            continue
          }
          years[year, default: 0] += 1
          if entry.platform != .empty { platforms[year, default: [:]][entry.platform, default: 0] += 1 }
        }
      }
    }
  }

  /// The rule sets that fit, in their order; none where no rule set has the year of most entries.
  package func best(of ruleSets: [RuleSet]) -> [RuleSet] {
    let known = years.filter { year, _ in ruleSets.contains { $0.year == year } }
    guard let year = known.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return [] }
    let ofYear = ruleSets.filter { $0.year == year }
    let named = ofYear.map { namedPlatforms($0, year) }
    let most = named.max() ?? 0
    return zip(ofYear, named).filter { $0.1 == most }.map(\.0)
  }

  /// How many entries name a platform of a rule set.
  private func namedPlatforms(_ rules: RuleSet, _ year: Int) -> Int {
    let matcher = PlatformMatcher(rules.platforms)
    return (platforms[year] ?? [:]).reduce(0) { sum, platform in
      let isListed = records.texts.withBytes(of: platform.key) { matcher.platform(namedBy: $0) != nil }
      return sum + (isListed ? platform.value : 0)
    }
  }
}
