import Foundation

// Rule sets as users get them. What a rule set holds is in Rules.

extension RuleSet {
  /// The rule set of a city, by its name in either language, and a year.
  ///
  /// - Throws: ``RuleError/unknown(_:suggestion:known:)`` where the library has none, ``RuleError/faulty(_:)`` where its file
  ///   has faults.
  public init(city: String, year: Int, in library: RuleLibrary = .shipped) throws(RuleError) {
    self = try library.ruleSet(city: city, year: year)
  }

  /// A rule set of one's own, from the JSON of its file. `name` is what faults call the file, as `heze-2022.json`.
  ///
  /// - Throws: ``RuleError/faulty(_:)`` with every fault; a rule set that is partly understood is never made.
  public init(json: some Sequence<UInt8>, named name: String) throws(RuleError) {
    let bytes = Array(json)
    let faults = RuleSet.faults(inJSON: bytes, named: name).filter(\.isError)
    if !faults.isEmpty { throw .faulty(faults) }
    self = try RuleLibrary.ruleSet(bytes: bytes, file: name)
  }

  /// Everything that is wrong with the JSON of a rule file, in order of line; doubts that leave it in use too.
  public static func faults(inJSON json: some Sequence<UInt8>, named name: String) -> [RuleFault] {
    RuleChecks.check(Array(json), file: name)
  }

  /// The clause at a place of the notice; nil where the notice has no such place.
  public subscript(_ clause: Clause.ID) -> Clause? { clauses.first { $0.locator == clause } }

  /// The place of a clause, as values have it; nil for an unknown one.
  func place(_ clause: ClauseID) -> Clause.ID? { clauses[safe: Int(clause)]?.locator }
}

extension RuleSet: Localized {
  /// The notice that the rules come from, with its number where it has one.
  public func text(in language: Language) -> String {
    notice.title + (notice.number.map { " " + $0 } ?? "")
  }
}

extension RuleSet.Clause: Localized {
  /// The place, and what the notice says there; that is Chinese in both languages.
  public func text(in language: Language) -> String { locator + " " + says }
}

extension RuleLibrary {
  /// The rule sets in the binary and further ones, which replace those of the same identifier.
  ///
  /// - Throws: ``RuleError/faulty(_:)`` for a file with a fault.
  public func adding(json: some Sequence<UInt8>, named name: String) throws(RuleError) -> RuleLibrary {
    let bytes = Array(json)
    let rules = try RuleSet(json: bytes, named: name)
    return adding([Source(id: rules.id, file: name, bytes: bytes)])
  }
}

extension RuleFault: Localized, LocalizedError {
  /// File, line and key path, and what is wrong and what would be right.
  public func text(in language: Language) -> String { description(in: language) }
}

extension RuleError: Localized, LocalizedError {
  /// What there is in place of what was asked for, or every fault on a line of its own.
  public func text(in language: Language) -> String {
    switch self {
    case .unknown(let name, let suggestion, let known):
      let list = known.joined(separator: ", ")
      let near = suggestion.map { language.pick("；是不是“\($0)”？", "; did you mean \"\($0)\"?") } ?? ""
      return language.pick(
        "没有规则集“\(name)”\(near)；可用：\(list)", "there is no rule set \"\(name)\"\(near); there are: \(list)")
    case .faulty(let faults):
      let list = faults.map { "\n" + $0.description(in: language) }.joined()
      return language.pick("规则文件有错，没有使用：", "the rule file has faults and is not used:") + list
    }
  }
}
