/// What the JSON of one rule set says of losses and findings, each made once.
final class ClauseTexts {
  private let rules: RuleSet
  private let losses: RepeatedTexts
  private let findings: RepeatedTexts

  init(_ rules: RuleSet) {
    self.rules = rules
    // Clauses are numbered from 0; one more stands for a number that is none.
    losses = RepeatedTexts(count: LossReason.allCases.count * (rules.clauses.count + 1))
    findings = RepeatedTexts(count: FindingCode.allCases.count * (rules.clauses.count + 1))
  }

  /// `, "clause": "五3", "message": "超过每天的学时上限（…）"}`: the rest of a loss, behind its hours.
  @inline(__always)
  func rest(of reason: LossReason, _ clause: ClauseID) -> UnsafeRawBufferPointer {
    losses.text(Int(reason.rawValue) * (rules.clauses.count + 1) + place(clause)) { buffer in
      appendRest(rules.explained(reason.label(in: .chinese), by: clause), clause, to: &buffer)
    }
  }

  /// `{"code": "filed-early", "clause": "六2", "message": "…"}`: a finding.
  func finding(_ code: FindingCode, _ clause: ClauseID) -> UnsafeRawBufferPointer {
    findings.text(Int(code.rawValue) * (rules.clauses.count + 1) + place(clause)) { buffer in
      buffer.fixed("{\"code\": ")
      buffer.appendJSON(code.code)
      appendRest(rules.explained(code.label(in: .chinese), by: clause), clause, to: &buffer)
    }
  }

  private func place(_ clause: ClauseID) -> Int { min(Int(clause), rules.clauses.count) }

  private func appendRest(_ message: String, _ clause: ClauseID, to buffer: inout ByteBuffer) {
    buffer.fixed(", \"clause\": ")
    buffer.appendJSON(rules.clauses[safe: Int(clause)]?.locator ?? "")
    buffer.fixed(", \"message\": ")
    buffer.appendJSON(message)
    buffer.fixed("}")
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
  static let findings = FindingCode.allCases.map { Array($0.code.utf8) }
}
