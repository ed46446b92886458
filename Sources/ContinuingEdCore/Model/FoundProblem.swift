/// Which of the kinds of thing that one code stands for was found, where the message tells them apart.
package enum ProblemVariant: UInt8, Sendable {
  /// The code says it all.
  case plain = 0
  /// The cell belongs to merged ones of which only the first has the value.
  case mergedCells
  /// The form of 15 digits of an ID that is there too.
  case fifteenDigits
  /// An ID that is there too, but for leading zeros.
  case leadingZeros
  /// But for leading zeros the ID of somebody on the roster, whose the row is.
  case takenForRoster
  /// A year of which there is no rule set.
  case noRuleSet
  /// Nobody on the roster has the name.
  case nameOfNobody
  /// Several people on the roster have the name.
  case nameOfSeveral
  /// The file has one row a person, with the hours of each subject side by side.
  case oneRowAPerson
  /// The column counts minutes, days or credits.
  case otherUnit
  /// A character of an ID looks like another one: details are what was found and what was meant.
  case lookAlike
  /// A character of an ID is an asterisk.
  case asterisk
  /// An ID has one character too many, or one too few.
  case oneTooMany, oneTooFew
  /// Something stands around an ID.
  case around
  /// A masked ID fits one person of the roster.
  case masked
  /// A line of totals.
  case total
  /// What forms have at their foot: notes, names of who filled them in.
  case foot
  /// The header once more.
  case headerAgain
  /// A row that shows how to fill in a template.
  case sample
  /// A formula without a stored value.
  case noValue
}

/// Where in a record a problem lies.
package enum ProblemColumn: Hashable, Sendable {
  /// No one cell is at fault.
  case none
  /// The cell under the heading with this index.
  case heading(Int)
  /// The file has no column for this field.
  case absent(Field)
}

/// One problem or warning with its place.
package struct FoundProblem: Sendable {
  /// What is wrong; the wording is that of the reports.
  package var code: ProblemCode
  /// The index of the file in ``Records/files``.
  package var file: Int
  /// The physical line on which the record starts.
  package var line: Int
  /// Records below the header that are not blank, counted from 1; the header is 0.
  package var record: Int
  /// The cell at fault, or none (Problems: Place and number).
  package var column: ProblemColumn
  /// The cell as found; nil where no one cell is at fault.
  package var value: String?
  /// A near match, or what the cell probably was.
  package var suggestion: String?
  /// For duplicates and mismatches: file index and line of the row that came first.
  package var earlier: (file: Int, line: Int)?
  /// Which kind of thing it is, for codes that have several.
  package var variant = ProblemVariant.plain
  /// At most three texts that the message is made with, in an order of the code's own: another ID, a word, a year. Of
  /// `near-id` the last of three is the ID as it was read.
  package var details: [String] = []

  /// A problem at a place; what is not given is not known, or no one cell is at fault.
  package init(
    _ code: ProblemCode, file: Int, line: Int, record: Int, column: ProblemColumn = .none,
    value: String? = nil,
    suggestion: String? = nil, earlier: (file: Int, line: Int)? = nil
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.record = record
    self.column = column
    self.value = value
    self.suggestion = suggestion
    self.earlier = earlier
  }
}
