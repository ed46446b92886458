/// One thing that is wrong with a rule file or a case file, and where. Identity only; the wording is in Reports.
public struct RuleFault: Error, Sendable {
  /// The name of the file as given.
  public var file: String
  /// The physical line; 1 is the first.
  public var line: Int
  /// The keys from the top of the file to the value at fault.
  public var path: JSONPath
  public var kind: Kind

  public init(file: String, line: Int, path: JSONPath, kind: Kind) {
    self.file = file
    self.line = line
    self.path = path
    self.kind = kind
  }

  /// The keys from the top, as in `activities[3].basis.perItem`; empty for the file as a whole.
  public var keyPath: String { path.description }

  /// What is wrong.
  public enum Kind: Sendable, Equatable {
    // The file as a whole
    case emptyFile
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
    case duplicateKey(String)
    case unknownKey(String, suggestion: String?)
    case missingKey(String)
    /// Two keys of which only one may be there.
    case twoChoices(String, String)
    /// None of the keys of which one must be there.
    case noChoice([String])
    // Values
    case wrongType(found: JSONValue.Kind, wanted: Shape)
    case unknownWord(String, known: [String], suggestion: String?)
    case badHours(String)
    case badWholeNumber(String, ClosedRange<Int>)
    case badDate(String)
    case emptyText
    /// A name that is to be used in identifiers: small letters, digits and hyphens.
    case badName(String)
    case emptyList
    /// A window or span whose end is before its start.
    case endBeforeStart
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
    /// The form is sound, but what it says can't be meant, or probably isn't.
    case doubt(RuleDoubt)
  }

  /// Whether a rule set can't be used with it; a warning leaves it in use.
  public var isError: Bool {
    if case .doubt(let doubt) = kind { doubt.isError } else { true }
  }

  /// What the JSON grammar wanted.
  public enum Syntax: Sendable, Equatable {
    case value, key, colon, commaOrBrace, commaOrBracket, endOfText, escape, digit, endOfFile
  }

  /// What a value should have been.
  public enum Shape: Sendable, Equatable {
    case object, list, text, hours, wholeNumber, date, yesNo, hoursOrNone, textOrNull
    /// One of the words, or an object with one of the keys.
    case choice(words: [String], keys: [String])
  }
}

extension RuleFault: Equatable {
  public static func == (a: RuleFault, b: RuleFault) -> Bool {
    a.file == b.file && a.line == b.line && a.keyPath == b.keyPath && a.kind == b.kind
  }
}

/// All faults of a file, at least one, in order of line.
public struct RuleFaults: Error, Sendable, Equatable {
  public var faults: [RuleFault]

  public init(faults: [RuleFault]) {
    self.faults = faults.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }
}
