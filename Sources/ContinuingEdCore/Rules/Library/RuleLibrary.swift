import CityRules

/// The rule sets that can be chosen: those in the binary, and any that a user adds.
///
/// Files are decoded when asked for, each by itself, so that judging one person costs one file.
///
///     print(RuleLibrary.shipped.ids)
public struct RuleLibrary: Sendable {
  /// A rule file that is not decoded yet.
  package struct Source: Sendable {
    /// `CITY-YEAR`: the file's name without `.json`.
    package var id: String
    /// What faults call the file: its path, or its name for one in the binary.
    package var file: String
    var bytes: @Sendable () -> [UInt8]
    /// Whether it is one of those in the binary.
    package internal(set) var isEmbedded = false

    /// A file of one's own.
    package init(id: String, file: String, bytes: [UInt8]) {
      self.init(id: id, file: file) { bytes }
    }

    init(id: String, file: String, load: @escaping @Sendable () -> [UInt8]) {
      self.id = id
      self.file = file
      self.bytes = load
    }

    /// The file decoded.
    package func decode() -> RuleDecoding { RuleDecoder.decode(bytes(), file: file) }
    /// The file as it is.
    package var content: [UInt8] { bytes() }

    /// The year at the end of the identifier; nil if there is none.
    package var year: Int? { id.split(separator: "-").last.flatMap { Int($0) } }
    /// The identifier up to the year.
    package var city: String { id.split(separator: "-").dropLast().joined(separator: "-") }
  }

  /// In order of identifier.
  package private(set) var sources: [Source]

  /// A library of these files; of two with the same identifier the later one counts.
  package init(_ sources: [Source]) {
    var chosen: [Source] = []
    for source in sources {
      if let place = chosen.firstIndex(where: { $0.id == source.id }) {
        chosen[place] = source
      } else {
        chosen.append(source)
      }
    }
    self.sources = chosen.sorted { $0.id < $1.id }
  }

  /// The rule sets that come with the library.
  public static let shipped = embedded()

  /// The rule sets in the binary.
  package static func embedded() -> RuleLibrary {
    RuleLibrary(
      CityRules.files.map { file in
        var source = Source(id: file.name, file: file.name + ".json", load: file.bytes)
        source.isEmbedded = true
        return source
      })
  }

  /// The JSON Schema of rule files.
  package static var schema: [UInt8] { CityRules.schema }

  /// The JSON Schema of case files (RuleFiles: Cases).
  package static var casesSchema: [UInt8] { CityRules.casesSchema }

  /// This library and further files, which replace those of the same identifier.
  package func adding(_ more: [Source]) -> RuleLibrary { RuleLibrary(sources + more) }

  /// The identifiers, sorted.
  public var ids: [String] { sources.map(\.id) }

  /// The file with this identifier.
  package func source(id: String) -> Source? { sources.first { $0.id == id } }

  /// The identifier that a misspelt one probably means.
  package func suggestion(for id: String) -> String? { NearMatch.nearest(to: id, in: ids) }

  /// Why a rule set could not be had.
  package typealias Failure = RuleError

  /// The rule set with this identifier, decoded.
  package func ruleSet(id: String) throws(Failure) -> RuleSet {
    guard let source = source(id: id) else { throw .unknown(id, suggestion: suggestion(for: id), known: ids) }
    return try RuleLibrary.ruleSet(of: source.decode())
  }

  /// A rule file of one's own; `file` is what faults call it.
  package static func ruleSet(bytes: [UInt8], file: String) throws(Failure) -> RuleSet {
    try ruleSet(of: RuleDecoder.decode(bytes, file: file))
  }

  /// The rule set of a city, by its name in either language, and a year.
  ///
  /// The English name is that of the file; only for a Chinese one are the year's files decoded. A file with faults
  /// has no Chinese names.
  package func ruleSet(city: String, year: Int) throws(Failure) -> RuleSet {
    let wanted = RuleLibrary.folded(city)
    let ofYear = sources.filter { $0.year == year }
    if let source = ofYear.first(where: { $0.city == wanted }) {
      return try RuleLibrary.ruleSet(of: source.decode())
    }
    for source in ofYear {
      if let ruleSet = source.decode().ruleSet,
        ruleSet.city.chinese.contains(where: { RuleLibrary.folded($0) == wanted })
      {
        return ruleSet
      }
    }
    throw .unknown("\(city)-\(year)", suggestion: suggestion(for: "\(wanted)-\(year)"), known: ids)
  }

  private static func ruleSet(of decoding: RuleDecoding) throws(Failure) -> RuleSet {
    guard let ruleSet = decoding.ruleSet else { throw .faulty(decoding.faults) }
    return ruleSet
  }

  /// Names are compared without white space and case.
  private static func folded(_ name: String) -> String { name.filter { !$0.isWhitespace }.lowercased() }
}
