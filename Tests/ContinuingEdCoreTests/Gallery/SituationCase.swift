import Testing

@testable import ContinuingEdCore

/// A situation that CSV suites test, in a records file of ours: the titles that come out, by hand, and the problems.
struct SituationCase: Sendable, CustomTestStringConvertible {
  var name: String
  var file: [UInt8]
  /// The titles of the usable rows, in order.
  var titles: [String]
  /// `line record code` of every problem and warning, in order.
  var problems: [String]

  var testDescription: String { name }

  init(_ name: String, _ file: String, titles: [String], problems: [String] = []) {
    self.init(name, bytes: Array(file.utf8), titles: titles, problems: problems)
  }

  init(_ name: String, bytes: [UInt8], titles: [String], problems: [String] = []) {
    self.name = name
    self.file = bytes
    self.titles = titles
    self.problems = problems
  }

  static let all = quoting + lines + shapes + encodings
}
