import ContinuingEdCore

/// `cecredit ledger approve`
enum LedgerApprove: Command {
  static let name = "ledger approve"
  static let summary = Words("给登记项定审核状态", "give entries a review status")
  static let synopsis = Words(
    "登记项... | 筛选 --status 审核状态 [选项]", "ENTRY... | FILTERS --status STATUS [OPTIONS]")
  static let discussion = Words(
    """
    写出登记项，或用 --person、--unit、--year、--category、--filter 选出；要按现在的审核状态选，用 --filter status=待审。
    已是这个状态的不再记。原来的一行不改，流水记下何时、何人。

      cecredit ledger approve 2023-17 2023-18 --status verified --by 李审 --ledger 台账
      cecredit ledger approve --year 2023 --filter status=待审 --status verified --by 李审 --ledger 台账
    """,
    """
    Name entries, or choose them by --person, --unit, --year, --category, --filter; by their present status with
    --filter status=declared. Those that have the status already are left alone. Rows stay as they are; the journal
    says when and who.

      cecredit ledger approve 2023-17 2023-18 --status verified --by Li --ledger books
      cecredit ledger approve --year 2023 --filter status=declared --status verified --by Li --ledger books
    """)
  private static let status = Option(
    "--status", value: Words("审核状态", "STATUS"),
    Words("新的审核状态：verified、declared、rejected，或中文的", "the new status: verified, declared or rejected"))
  static let options: [Option] =
    [.ledger, status, .reason, .filterPerson, .people, .filterUnit, .filterYear, .filterCategory, .filter]
    + Option.ledgerChange + LedgerStyle.options

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let style = try LedgerStyle(arguments, console)
    let moment = try LedgerMoment(arguments)
    let filters = try LedgerFilters(arguments, status: false)
    let reason = try arguments.line(.reason) ?? ""
    guard let text = arguments[status] else {
      throw CommandError.usage(Words("缺少 --status 审核状态", "--status STATUS is missing"))
    }
    let wanted = try newStatus(text)
    let (folder, operands) = try LedgerPlace.find(arguments)
    let ids = try Arguments.entries(operands)
    if ids.isEmpty != filters.isGiven {
      throw CommandError.usage(
        Words("要写出登记项，或写筛选条件，二者之一", "name entries, or choose them by filters, one of the two"))
    }
    return try LedgerChanging.run(folder, arguments, console) { (reading) throws(CommandError) in
      let edits = LedgerEdits(reading, by: moment.actor)
      let entries =
        ids.isEmpty
        ? try filters.chosen(reading).map { ($0.id, $0.status) }
        : try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in
          try edits.current(ids).map { ($0.id, $0.status) }
        }
      let edit = edits.approve(entries, as: wanted, reason: reason)
      if edit.work.isEmpty { console.say(nothingToDo(entries.count)) }
      return PlannedChange(edit, style, namedCSV: arguments[.output])
    }
  }

  private static func newStatus(_ text: String) throws(CommandError) -> ReviewStatus {
    do {
      return try LedgerFilter.status(text)
    } catch {
      throw LedgerFilters.failure(error)
    }
  }

  private static func nothingToDo(_ count: Int) -> Words {
    count == 0
      ? Words("没有符合条件的登记项", "no entry fits the filters")
      : Words("\(count) 条登记项已是这个审核状态，没有改动", "nothing was changed: the status is that already (\(count))")
  }
}
