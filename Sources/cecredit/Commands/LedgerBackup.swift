import ContinuingEdCore

/// `cecredit ledger backup`
enum LedgerBackup: Command {
  static let name = "ledger backup"
  static let summary = Words("复制一份台账", "copy a ledger")
  static let synopsis = Words("目标文件夹 [选项]", "TARGET [OPTIONS]")
  static let discussion = Words(
    """
    复制时别人不能写，所以副本是一个完整的状态。目标不能已经存在。

      cecredit ledger backup 备份/2023-09-01 --ledger 台账
    """,
    """
    Nobody writes meanwhile, so that the copy is one whole state. The target must not be there yet.

      cecredit ledger backup backups/2023-09-01 --ledger books
    """)
  static let options: [Option] = [.ledger, .wait]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let folder = try LedgerPlace.required(arguments)
    let target = try RulesShow.takeOne(arguments.operands, Words("目标文件夹", "a target folder"))
    let seconds = try arguments.number(.wait) ?? 10
    Interruption.hold()
    try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in
      try folder.backup(to: target, seconds: seconds)
    }
    return try console.print(Words("已复制到 \(target)\n", "copied to \(target)\n").text(in: console.language))
  }
}
