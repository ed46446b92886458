import Foundation

@testable import ContinuingEdCore

/// An entry as users type it.
typealias TypedEntry = ContinuingEdCore.Entry
/// A person as users type one.
typealias TypedPerson = ContinuingEdCore.Person

/// Short ways to what tests of the library type.
enum LibraryDesk {
  static func rules(_ city: String, _ year: Int) throws -> RuleSet { try RuleSet(city: city, year: year) }

  /// Days by their ISO texts; nil where there are none such.
  static func days(_ first: String, _ last: String? = nil) -> DayRange? {
    guard let start = Day(first), let end = Day(last ?? first) else { return nil }
    return DayRange(start, end)
  }

  /// 30 public and 60 professional hours on the platform of Heze, within its window.
  static var enough: [TypedEntry] {
    [
      TypedEntry(
        .online, subject: .public, title: "公需", days: days("2022-07-01", "2022-07-31"), hours: Hours(30),
        platform: "菏泽学院"),
      TypedEntry(
        .online, subject: .professional, title: "专业", days: days("2022-07-01", "2022-07-31"),
        hours: Hours(60), platform: "菏泽学院"),
    ]
  }

  static let wang = TypedPerson(id: "T-7", name: "王芳", unit: "市立医院")
}
