/// The rule sets that applications for a title are judged by: those of the application year, and of each of their
/// cities those of other years (TitleApplications, opening).
package struct TitleRules: Sendable {
  /// Those of the application year first, the run's own and then those of the roster's cities
  /// (``RosterRow/ruleSet``); then those of other years.
  package let ruleSets: [RuleSet]
  /// How many are of the application year.
  package let applicationCount: Int
  /// For each of these, the places of its city's rule sets by their years.
  private let places: [[Int: Int]]

  /// Rule sets of the application year, and any others: of those, a city's own years are used, another city's never.
  package init(applications: [RuleSet], others: [RuleSet] = []) {
    var ruleSets = applications
    var places: [[Int: Int]] = []
    for (place, application) in applications.enumerated() {
      var ofYears = [application.year: place]
      for other in others
      where other.city.english == application.city.english && ofYears[other.year] == nil {
        ofYears[other.year] = ruleSets.count
        ruleSets.append(other)
      }
      places.append(ofYears)
    }
    self.ruleSets = ruleSets
    self.places = places
    applicationCount = applications.count
  }

  /// The place of the rule set of a city, given by that of the application year, and a year; nil where there is none.
  func place(city: Int, year: Int) -> Int? { places[city][year] }
}

/// What the caller settles of applications for a title; nil is what the notice says.
package struct TitleOptions: Sendable, Hashable {
  /// The first year to be shown; somebody's own first year (``RosterRow/titleFrom``) takes its place.
  package var from: Int?
  /// The last year to be shown.
  package var to: Int?
  /// The review date of whoever has none on the roster.
  package var reviewDate: Day?

  /// What the notice says.
  package init(from: Int? = nil, to: Int? = nil, reviewDate: Day? = nil) {
    (self.from, self.to, self.reviewDate) = (from, to, reviewDate)
  }
}
