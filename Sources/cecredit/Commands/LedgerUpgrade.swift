import ContinuingEdCore

/// `cecredit ledger upgrade`
enum LedgerUpgrade: Command {
  static let name = "ledger upgrade"
  static let summary = Words("把台账升级到现在的格式", "bring a ledger to the present format")
  static let synopsis = Words("[文件夹] [选项]", "[DIR] [OPTIONS]")
  static let discussion = Words(
    """
    旧格式的台账只能读。升级是流水中的一次改动；旧文件夹原样留在 文件夹.format-1。中断了就再运行一次。

      cecredit ledger upgrade 台账
    """,
    """
    A ledger of an earlier format can only be read. The upgrade is one change in the journal; the old folder is kept as
    DIR.format-1. If it was interrupted, run it again.

      cecredit ledger upgrade books
    """)
  static let options: [Option] = [.ledger, .by, .at, .wait]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let moment = try LedgerMoment(arguments)
    let (folder, operands) = try LedgerPlace.find(arguments)
    try RulesShow.takeNone(operands)
    let seconds = try arguments.number(.wait) ?? 10
    Interruption.hold()
    let copy = try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in
      try folder.upgrade(by: moment.actor, seconds: seconds)
    }
    guard let copy else {
      return try console.print(
        Words("台账已经是现在的格式\n", "the ledger has the present format\n").text(in: console.language))
    }
    return try console.print(
      Words("已升级；旧的在 \(copy)\n", "upgraded; the old one is \(copy)\n").text(in: console.language))
  }
}
