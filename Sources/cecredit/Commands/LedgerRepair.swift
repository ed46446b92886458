import ContinuingEdCore

/// `cecredit ledger repair`
enum LedgerRepair: Command {
  static let name = "ledger repair"
  static let summary = Words("修复别的程序改过的行尾", "mend line ends that other programs have changed")
  static let synopsis = Words("[文件夹] [选项]", "[DIR] [OPTIONS]")
  static let discussion = Words(
    """
    只修复三样：CRLF 行尾改回 LF，去掉开头的字节顺序标记（BOM），清除不属于现状的 .pending。修复后全部核对得上才写；还有别的
    错误时什么也不写。

      cecredit ledger repair 台账
    """,
    """
    Mends three things: CR LF becomes LF again, byte order marks go, and a .pending that belongs to another state goes.
    It is written only if the whole ledger verifies then; where something else is wrong nothing is.

      cecredit ledger repair books
    """)
  static let options: [Option] = [.ledger, .wait]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let (folder, operands) = try LedgerPlace.find(arguments)
    try RulesShow.takeNone(operands)
    let seconds = try arguments.number(.wait) ?? 10
    Interruption.hold()
    let names = try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in
      try folder.repair(seconds: seconds)
    }
    let list = names.joined(separator: ", ")
    let words =
      names.isEmpty
      ? Words("没有要修复的\n", "nothing to mend\n") : Words("已修复：\(list)\n", "mended: \(list)\n")
    return try console.print(words.text(in: console.language))
  }
}
