import ContinuingEdCore

/// `cecredit ledger same-person`
enum LedgerSamePerson: Command {
  static let name = "ledger same-person"
  static let summary = Words("两个号码是同一个人", "two numbers are one person")
  static let synopsis = Words("错的号码 对的号码 --reason 理由 [选项]", "WRONG RIGHT --reason TEXT [OPTIONS]")
  static let discussion = Words(
    """
    错的号码名下的登记项改到对的号码名下，错的离开花名册，以后用错的号码导入的行也归到对的人。是一次改动，审核状态照旧。

      cecredit ledger same-person 37040219900307123 370402199003071234 --reason 少一位 --ledger 台账
    """,
    """
    The entries of the wrong number go to the right one, the wrong one leaves the roster, and rows that come later under
    the wrong number are the right person's. It is one change; review statuses stay.

      cecredit ledger same-person 37040219900307123 370402199003071234 --reason "a digit is missing" --ledger books
    """)
  static let options: [Option] = [.ledger, .reason] + Option.ledgerChange + LedgerStyle.options

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let style = try LedgerStyle(arguments, console)
    let moment = try LedgerMoment(arguments)
    let folder = try LedgerPlace.required(arguments)
    guard arguments.operands.count == 2 else {
      throw CommandError.usage(Words("要写出错的号码和对的号码", "name the wrong number and the right one"))
    }
    guard let reason = try arguments.line(.reason) else {
      throw CommandError.usage(Words("缺少 --reason 理由", "--reason TEXT is missing"))
    }
    let (wrong, right) = (LedgerPeople.id(arguments.operands[0]), LedgerPeople.id(arguments.operands[1]))
    return try LedgerChanging.run(folder, arguments, console) { (reading) throws(CommandError) in
      let edit = try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in
        try LedgerEdits(reading, by: moment.actor).samePerson(wrong: wrong, right: right, reason: reason)
      }
      return PlannedChange(edit, style, namedCSV: arguments[.output])
    }
  }
}
