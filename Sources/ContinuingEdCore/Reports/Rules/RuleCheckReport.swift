/// What checking rule files came to.
package struct RuleCheckReport: Sendable {
  private let found: [RuleFault]

  /// A report of faults and doubts, in the order of the files.
  package init(_ found: [RuleFault]) { self.found = found }

  /// How many keep a file from being used.
  package var errors: Int { found.count(where: \.isError) }
  /// How many are only odd and leave it in use.
  package var warnings: Int { found.count - errors }

  /// A line each, and how many there are.
  package func text(in language: Language) -> String {
    let lines = found.map { fault in
      let severity = fault.isError ? language.pick("错误", "error") : language.pick("警告", "warning")
      return fault.description(in: language, severity: severity)
    }
    let summary = language.pick(
      "错误 \(errors) 处，警告 \(warnings) 处",
      "\(English.count(errors, "error")), \(English.count(warnings, "warning"))")
    return (lines + [summary]).joined(separator: "\n") + "\n"
  }

  /// The report as JSON.
  package func json() -> JSONValue {
    .object([
      "schema": .text("cecredit.rules-check/1"), "errors": .number(errors), "warnings": .number(warnings),
      "findings": .list(
        found.map { fault in
          .object([
            "severity": .text(fault.isError ? "error" : "warning"), "code": .text(fault.code),
            "file": .text(fault.file),
            "line": .number(fault.line), "path": .text(fault.keyPath),
            "message": .text(fault.message(in: .chinese)),
          ])
        }),
    ])
  }
}

extension RuleFault {
  /// The stable code of machine output: the name of the kind.
  package var code: String {
    if case .doubt(let doubt) = kind { return RuleFault.caseName("\(doubt)") }
    return RuleFault.caseName("\(kind)")
  }

  private static func caseName(_ description: String) -> String {
    kebab(String(description.prefix { $0 != "(" }))
  }
}
