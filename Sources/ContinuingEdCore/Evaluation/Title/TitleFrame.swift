// TitleApplications: Who, Which years.

/// Which years and subjects an application has to show: the same for all people of a city, an employer and a first year.
struct TitleFrame {
  /// In rising order: every year that is asked, and every year of an average.
  private(set) var years: [Int] = []
  /// By place of the year, what any of the cases asks of it.
  private(set) var asked: [SubjectSet] = []
  /// What each case asks: more than one where the employer fits none.
  private(set) var cases: [Case] = []
  /// By their first year.
  private(set) var averages: [Average] = []
  /// Whether the notice says which years.
  let isStated: Bool
  /// Years before this one are asked for by the user alone.
  let firstStated: Int
  /// For each year from the first on its place, −1 where it is not shown.
  private var places: [Int16] = []

  /// What is asked by one case.
  struct Case {
    /// By place of the year.
    var asked: [SubjectSet]
    /// Places of averages.
    var averages: [Int]
  }

  /// Years of which the hours of both subjects are held together.
  struct Average: Hashable {
    var from: Int
    var to: Int
    /// The hours of all its years.
    var held: Hours
  }

  init(of rules: RuleSet, employer: Employer?, from: Int?, to: Int?) {
    let stated = rules.titleApplications?.cases(for: employer) ?? []
    isStated = !stated.isEmpty
    let ownYear = RuleSet.TitleApplications.Span(
      subjects: [.public, .professional], from: rules.year, to: rules.year, averageTotal: nil)
    let cases = isStated ? stated.map(\.spans) : [[ownYear]]
    firstStated = cases.joined().map(\.from).min() ?? rules.year
    let clipped = cases.map { spans in
      spans.compactMap { TitleFrame.clip($0, among: spans, from: from, to: to, rules.year) }
    }
    years = Set(clipped.joined().flatMap { Array($0.from...$0.to) }).sorted()
    averages = Set(clipped.joined().compactMap(\.average)).sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    asked = years.map { _ in [] }
    if let first = years.first, let last = years.last {
      places = Array(repeating: -1, count: last - first + 1)
      for (place, year) in years.enumerated() { places[year - first] = Int16(truncatingIfNeeded: place) }
    }
    self.cases = clipped.map { spans in
      var one = Case(asked: years.map { _ in [] }, averages: [])
      for span in spans {
        if let average = span.average {
          if let place = averages.firstIndex(of: average) { one.averages.append(place) }
          continue
        }
        for year in span.from...span.to {
          if let place = place(of: year) { one.asked[place].formUnion(span.subjects) }
        }
      }
      for place in years.indices { asked[place].formUnion(one.asked[place]) }
      return one
    }
  }

  /// The place of a year among those shown; nil if it is not.
  @inline(__always)
  func place(of year: Int) -> Int? {
    guard let first = years.first, year >= first, year - first < places.count else { return nil }
    let place = Int(places[year - first])
    return place < 0 ? nil : place
  }

  /// The years of a span that are left; `to` is not before `from`.
  private struct Clipped {
    var from: Int
    var to: Int
    var subjects: SubjectSet
    var average: Average?
  }

  /// A later first year clips the span, an earlier one extends those that start first; a last year clips it, and one
  /// after the application year extends an open-ended span. Nil where nothing is left.
  private static func clip(
    _ span: RuleSet.TitleApplications.Span, among spans: [RuleSet.TitleApplications.Span], from: Int?,
    to: Int?, _ applicationYear: Int
  ) -> Clipped? {
    var first = span.from
    let startsFirst = spans.allSatisfy { $0.from >= span.from }
    if let from, from > first || startsFirst { first = from }
    let last = span.to.map { min($0, to ?? $0) } ?? to ?? applicationYear
    if first > last { return nil }
    var subjects: SubjectSet = []
    for subject in span.subjects { subjects.insert(subject == .public ? .public : .professional) }
    return Clipped(
      from: first, to: last, subjects: subjects,
      average: span.averageTotal.map { Average(from: first, to: last, held: $0 * (last - first + 1)) })
  }
}

/// Some of the two subjects.
struct SubjectSet: OptionSet, Hashable {
  let rawValue: UInt8
  static let `public` = SubjectSet(rawValue: 1)
  static let professional = SubjectSet(rawValue: 2)
  static let both: SubjectSet = [.public, .professional]

  /// The subjects, public first.
  var subjects: [Subject] {
    (contains(.public) ? [.public] : []) + (contains(.professional) ? [.professional] : [])
  }
}
