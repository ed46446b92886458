/// The places and messages of a rule set's clauses as escaped JSON, each made once: a report repeats a few of them a
/// million times.
struct ClauseTexts {
  private let rules: RuleSet
  /// The locator of each clause.
  private let locators: [[UInt8]]
  private var lossMessages: [Int: [UInt8]] = [:]
  private var findingMessages: [Int: [UInt8]] = [:]

  init(_ rules: RuleSet) {
    self.rules = rules
    locators = rules.clauses.map { ClauseTexts.json($0.locator) }
  }

  /// The locator of a clause as a JSON string.
  func locator(_ clause: ClauseID) -> [UInt8] {
    locators.indices.contains(Int(clause)) ? locators[Int(clause)] : [0x22, 0x22]
  }

  /// Why hours are lost, and what the clause says, as a JSON string.
  mutating func message(_ reason: LossReason, _ clause: ClauseID) -> [UInt8] {
    let key = Int(reason.rawValue) << 16 | Int(clause)
    if let known = lossMessages[key] { return known }
    let made = ClauseTexts.json(rules.explained(reason.label(in: .chinese), by: clause))
    lossMessages[key] = made
    return made
  }

  /// What was found, and what the clause says, as a JSON string.
  mutating func message(_ finding: FindingCode, _ clause: ClauseID) -> [UInt8] {
    let key = Int(finding.rawValue) << 16 | Int(clause)
    if let known = findingMessages[key] { return known }
    let made = ClauseTexts.json(rules.explained(finding.label(in: .chinese), by: clause))
    findingMessages[key] = made
    return made
  }

  private static func json(_ text: String) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.appendJSON(text)
    return buffer.bytes
  }
}

extension RuleSet {
  /// A phrase and the clause it rests on: `超过每天的学时上限（五3：…每天不超过8学时。）`.
  func explained(_ phrase: String, by clause: ClauseID) -> String {
    guard clauses.indices.contains(Int(clause)) else { return phrase }
    return "\(phrase)（\(clauses[Int(clause)].locator)：\(clauses[Int(clause)].says)）"
  }
}

/// The codes of closed lists as bytes, each made once.
enum CodeBytes {
  static let verdicts = Verdict.allCases.map { Array($0.code.utf8) }
  static let losses = LossReason.allCases.map { Array($0.code.utf8) }
  static let reasons = PendingReason.allCases.map { Array($0.code.utf8) }
  static let findings = FindingCode.allCases.map { Array($0.code.utf8) }
  /// By raw value, which counts from 1.
  static let categories = [[]] + Category.allCases.map { Array($0.code.utf8) }
}
