/// The hours of a year as they are shown: nil where nothing is held to them.
struct HeldHours {
  var `public`: Hours?
  var professional: Hours?
  var total: Hours?
  var publicCompulsory: Hours?
  var publicElective: Hours?

  /// Required or missing hours: of the subjects that are asked, and of both together where both are.
  init(_ hours: RequiredHours, _ asked: [Subject]) {
    if asked.contains(.public) {
      `public` = hours.public
      publicCompulsory = hours.publicCompulsory
      publicElective = hours.publicElective
    }
    if asked.contains(.professional) { professional = hours.professional }
    if asked.count == 2 { total = hours.total }
  }

  /// What there is of each.
  init(_ hours: SubjectHours) {
    `public` = hours.public
    professional = hours.professional
    total = hours.total
    publicCompulsory = hours.publicCompulsory
    publicElective = hours.publicElective
  }
}

extension RuleSet {
  /// The last day on which an earlier year's hours can be made up for; nil where the notice closes nothing.
  var makeUpEnds: Day? {
    switch makeUpStudy {
    case .notStated: nil
    case .closedAfterYear: .last(of: year)
    case .openUntil(let day, _): day
    }
  }
}
