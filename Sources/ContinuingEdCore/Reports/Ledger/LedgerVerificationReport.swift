/// What `cecredit ledger verify` writes: every fault with its file and line.
package struct LedgerVerificationReport: Sendable {
  private let verification: LedgerVerification
  private let style: LedgerStyle

  /// A report of what was found wrong, and of what is only worth knowing.
  package init(_ verification: LedgerVerification, _ style: LedgerStyle) {
    self.verification = verification
    self.style = style
  }

  private var faults: [LedgerFault] { verification.faults + verification.notes }
  private var bad: Int { verification.faults.count }

  /// The report in the form of the style.
  package func text() -> String { style.text(table: listing, json: json, csv: csv) }

  private func listing() -> String {
    let language = style.language
    var text = ""
    for fault in faults {
      let note = fault.isNote ? language.pick("（无妨）", " (harmless)") : ""
      text += LedgerFaultWording.line(fault, in: language, ids: style.ids) + note + "\n"
    }
    return text + summary + "\n"
  }

  /// `clean: 120 entries, 3 changes`, or how many faults there are.
  package var summary: String {
    let language = style.language
    if bad > 0 {
      return language.pick("有 \(bad) 处错误", English.count(bad, "fault"))
    }
    return language.pick(
      "没有错误：登记项 \(verification.entries) 条，改动 \(verification.changes) 次",
      "clean: \(English.count(verification.entries, "entry", "entries")), "
        + English.count(verification.changes, "change"))
  }

  private func json() -> JSONValue {
    .object([
      "schema": .text("cecredit.ledger-verify/1"), "clean": JSONValue(.bool(bad == 0)),
      "entries": .number(verification.entries), "changes": .number(verification.changes),
      "faults": .list(
        faults.map { fault in
          .object([
            "severity": .text(LedgerVerificationReport.severity(fault)),
            "code": .text(LedgerFaultWording.code(of: fault)), "file": .text(fault.file),
            "line": .number(fault.line),
            "message": .text(LedgerFaultWording.message(fault, in: .chinese, ids: style.ids)),
          ])
        }),
    ])
  }

  private func csv() -> String {
    var buffer = ByteBuffer()
    buffer.append("severity,code,file,line,message\n")
    for fault in faults {
      buffer.append(LedgerVerificationReport.severity(fault) + "," + LedgerFaultWording.code(of: fault) + ",")
      buffer.appendCSV(fault.file)
      buffer.append(",\(fault.line),")
      buffer.appendCSV(LedgerFaultWording.message(fault, in: .chinese, ids: style.ids))
      buffer.append(UInt8(ascii: "\n"))
    }
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  private static func severity(_ fault: LedgerFault) -> String { fault.isNote ? "warning" : "error" }
}
