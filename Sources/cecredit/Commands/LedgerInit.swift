import ContinuingEdCore

/// `cecredit ledger init`
enum LedgerInit: Command {
  static let name = "ledger init"
  static let summary = Words("建立一本空台账", "make an empty ledger")
  static let synopsis = Words("[文件夹] [选项]", "[DIR] [OPTIONS]")
  static let discussion = Words(
    """
    文件夹不存在时新建。里面都是文本文件（UTF-8、LF），只增不改，可以放进 git：

      ledger.json        格式版本
      people.csv         花名册；同一个人以最后一行为准
      entries/2023.csv   2023 年度的登记项
      journal.csv        每次改动：何时、何人、为何、结果

      cecredit ledger init 台账
      cecredit ledger init

    不写文件夹时，建在用户的数据文件夹里，是默认的台账：以后不写 --ledger 就用它。

    退出状态：0 已建立；2 已有台账，或写不进去。
    """,
    """
    The folder is made if it is not there. It holds text files (UTF-8, LF) that only grow, made for version control:

      ledger.json        the version of the format
      people.csv         the roster; of a person the last line counts
      entries/2023.csv   the entries of credit year 2023
      journal.csv        every change: when, who, why, what came of it

      cecredit ledger init books
      cecredit ledger init

    Without a folder it is made in the user's folder of data, as the default ledger: the one that is used wherever
    --ledger is left out.

    Exit status: 0 it is made; 2 there is one already, or it can't be written.
    """)
  static let options: [Option] = [.ledger]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let named = arguments[.ledger].map { [$0] } ?? []
    var path = (named + arguments.operands).first
    try RulesShow.takeNone(Array((named + arguments.operands).dropFirst()))
    if path == nil, let usual = UserFolder.ledger(Terminal.variable) {
      try OutputFolder.createAll(above: usual)
      path = usual
      console.note(
        Words(
          "没有写文件夹，建立默认台账；以后不写 --ledger 就用它",
          "no folder was named: this is the default ledger, used where --ledger is left out"))
    }
    guard let path else {
      throw CommandError.usage(Words("缺少文件夹", "there is no folder to work on"))
    }
    let folder = LedgerFolder(path)
    Interruption.hold()
    try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in try folder.create() }
    let status = try console.print(
      Words("已建立台账 \(path)\n", "made the ledger \(path)\n").text(in: console.language))
    NextSteps.afterInit(path, isUsual: path == UserFolder.ledger(Terminal.variable), console)
    return status
  }
}
