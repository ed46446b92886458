/// One thing that is wrong with a rule file or a case file, and where. Identity only; the wording is in Reports.
///
///     for fault in RuleSet.faults(inJSON: json, named: "qingdao-2026.json") { print(fault.text(in: .english)) }
public struct RuleFault: Error, Sendable {
  /// The name of the file as given.
  public package(set) var file: String
  /// The physical line; 1 is the first.
  public package(set) var line: Int
  /// The keys from the top of the file to the value at fault.
  package var path: JSONPath
  /// What is wrong there, with what was found and what would be right.
  package var kind: Kind

  /// A fault at a place.
  package init(file: String, line: Int, path: JSONPath, kind: Kind) {
    self.file = file
    self.line = line
    self.path = path
    self.kind = kind
  }

  /// The keys from the top, as in `activities[3].basis.perItem`; empty for the file as a whole.
  public var keyPath: String { path.description }

  /// What is wrong.
  package enum Kind: Sendable, Equatable {
    // The file as a whole
    /// No bytes but white space.
    case emptyFile
    /// Bytes that are no UTF-8; the line is that of the first.
    case notUTF8
    /// More bytes than the limit.
    case tooLarge(limit: Int)
    /// Values nested deeper than the limit.
    case tooDeep(limit: Int)
    /// Not JSON: the character found, nil at the end of the file.
    case syntax(found: String?, wanted: Syntax)
    /// Half of a surrogate pair in `\u` escapes.
    case badSurrogate
    /// A newer version of the format than this program knows.
    case newerFormat(found: Int, known: Int)
    // Keys
    /// A key that the object has already.
    case duplicateKey(String)
    /// A key that the format does not have, and a near one that it has.
    case unknownKey(String, suggestion: String?)
    /// A key that the format asks for.
    case missingKey(String)
    /// Two keys of which only one may be there.
    case twoChoices(String, String)
    /// None of the keys of which one must be there.
    case noChoice([String])
    // Values
    /// A value of another kind than the key has.
    case wrongType(found: JSONValue.Kind, wanted: Shape)
    /// A word that is none of the known ones, and a near one of them.
    case unknownWord(String, known: [String], suggestion: String?)
    /// A number, as written, that is no ``Shape/hours``.
    case badHours(String)
    /// A number, as written, that is not whole or not in the range.
    case badWholeNumber(String, ClosedRange<Int>)
    /// Text that is no ISO day, or a day that does not exist.
    case badDate(String)
    /// Text of nothing but white space.
    case emptyText
    /// A name that is to be used in identifiers: small letters, digits and hyphens.
    case badName(String)
    /// A list that must have an item.
    case emptyList
    /// A window or span whose end is before its start.
    case endBeforeStart
    /// A period of more than ten years, or one that has no day in the year by which it is named.
    case periodMakesNoSense(year: Int)
    /// A key whose place is at the end of its list.
    case misplaced(String)
    /// The same text, or the same name of a list, twice.
    case repeated(String)
    /// More items than the format has room for.
    case tooMany(limit: Int)
    // What refers to something else in the file
    /// A name that the list does not have; a place among `clauses`.
    case unknownName(String, list: String, suggestion: String?)
    /// The identifier is not the city's name and the year.
    case idMismatch(found: String, wanted: String)
    /// A leave brings no subject, an assignment both, any other category one or two.
    case wrongSubjects(Category)
    /// A form with a sum has no block for entries of this category and subject; nil is an assignment.
    case noBlock(Category, Subject?)
    /// The form is sound, but what it says can't be meant, or probably isn't.
    case doubt(RuleDoubt)
  }

  /// Whether a rule set can't be used with it; a warning leaves it in use.
  public var isError: Bool {
    if case .doubt(let doubt) = kind { doubt.isError } else { true }
  }

  /// What the JSON grammar wanted.
  package enum Syntax: Sendable, Equatable {
    /// Any JSON value.
    case value
    /// A key in quotes.
    case key
    /// What stands between a key and its value.
    case colon
    /// A further member, or the end of an object.
    case commaOrBrace
    /// A further item, or the end of an array.
    case commaOrBracket
    /// Text without bare control characters, and its closing quote.
    case endOfText
    /// One of the escapes after a backslash.
    case escape
    /// A digit of a number.
    case digit
    /// Nothing more.
    case endOfFile
  }

  /// What a value should have been.
  package enum Shape: Sendable, Equatable {
    /// `{…}`
    case object
    /// `[…]`
    case list
    /// Text in quotes, not blank.
    case text
    /// A number of hours: 0 to 9999.99, at most 2 decimals, no exponent.
    case hours
    /// A number without decimals.
    case wholeNumber
    /// An ISO day in quotes.
    case date
    /// The word `yes` or `no`.
    case yesNo
    /// A number of hours, or the word `none`.
    case hoursOrNone
    /// Text, or null.
    case textOrNull
    /// One of the words, or an object with one of the keys.
    case choice(words: [String], keys: [String])
  }
}

extension RuleFault: Equatable {
  /// Whether both say the same of the same place.
  public static func == (a: RuleFault, b: RuleFault) -> Bool {
    a.file == b.file && a.line == b.line && a.keyPath == b.keyPath && a.kind == b.kind
  }
}

/// All faults of a file, at least one, in order of line.
package struct RuleFaults: Error, Sendable, Equatable {
  /// In order of line; those of one line in the order in which they were found.
  package var faults: [RuleFault]

  /// All faults of one file, in any order.
  package init(faults: [RuleFault]) {
    self.faults = faults.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }
}
