import ContinuingEdCore

/// `cecredit ledger void`
enum LedgerVoid: Command {
  static let name = "ledger void"
  static let summary = Words("作废登记项", "make entries count no more")
  static let synopsis = Words("登记项... --reason 理由 [选项]", "ENTRY... --reason TEXT [OPTIONS]")
  static let discussion = Words(
    """
    登记项留在台账里，流水记下何时、何人、为何；核算时当作没有它。

      cecredit ledger void 2023-17 --reason 登记错人 --ledger 台账
    """,
    """
    The entry stays in the ledger, and the journal says when, who and why; check
    takes it as not there.

      cecredit ledger void 2023-17 --reason "wrong person" --ledger books
    """)
  static let options: [Option] = [.ledger, .reason] + Option.ledgerChange + LedgerStyle.options

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let style = try LedgerStyle(arguments, console)
    let moment = try LedgerMoment(arguments)
    let (folder, operands) = try LedgerPlace.find(arguments)
    let ids = try Arguments.entries(operands)
    if ids.isEmpty { throw CommandError.usage(Words("要写出登记项，如 2023-17", "name an entry, as 2023-17")) }
    guard let reason = try arguments.line(.reason) else {
      throw CommandError.usage(Words("缺少 --reason 理由", "--reason TEXT is missing"))
    }
    return try LedgerChanging.run(folder, arguments, console) { (reading) throws(CommandError) in
      let edit = try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in
        try LedgerEdits(reading, by: moment.actor).void(ids, reason: reason)
      }
      return PlannedChange(edit, style, namedCSV: arguments[.output])
    }
  }
}
