import Testing

@testable import ContinuingEdCore

/// The smallest file that raises a code, where it is reported, and what a clerk is told in both languages. Messages
/// and places were written by hand from the articles Problems and RecordsFiles.
struct GalleryCase: Sendable, CustomTestStringConvertible {
  var code: ProblemCode
  /// The records file.
  var file: [UInt8]
  /// The roster, where the code needs one.
  var roster: String?
  /// Whether the problem is in the roster rather than in the records file.
  var isInRoster = false
  var line: Int
  var record: Int
  /// The heading as JSON shows it; nil where no one cell is at fault.
  var column: String?
  /// The letter; nil where the file has no such column or no one cell is at fault.
  var letter: String?
  var value: String?
  var suggestion: String?
  var chinese: String
  var english: String
  /// Codes that come along.
  var besides: [ProblemCode] = []

  var testDescription: String { code.code }

  init(
    _ code: ProblemCode, _ file: String, roster: String? = nil, isInRoster: Bool = false, at line: Int,
    _ record: Int,
    _ column: String? = nil, _ letter: String? = nil, value: String? = nil, suggestion: String? = nil,
    chinese: String, english: String, besides: [ProblemCode] = []
  ) {
    self.code = code
    self.file = Array(file.utf8)
    self.roster = roster
    self.isInRoster = isInRoster
    self.line = line
    self.record = record
    self.column = column
    self.letter = letter
    self.value = value
    self.suggestion = suggestion
    self.chinese = chinese
    self.english = english
    self.besides = besides
  }

  static let all = cells + rows + warnings
}
