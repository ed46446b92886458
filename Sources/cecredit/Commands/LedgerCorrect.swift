import ContinuingEdCore

/// `cecredit ledger correct`
enum LedgerCorrect: Command {
  static let name = "ledger correct"
  static let summary = Words("更正一条登记项", "correct an entry")
  static let synopsis = Words(
    "登记项... | 筛选 列=值... --reason 理由 [选项]", "ENTRY... | FILTERS COLUMN=VALUE... --reason TEXT [OPTIONS]")
  static let discussion = Words(
    """
    原来的一行不动，后面加一行更正的，取代它；history 两行都列出。列名用登记表的中文或英文列名，值的写法与登记表相同，
    等号后不写值就是空白。写几条登记项，或用筛选条件选出，都是一次改动。审核状态照旧；加多了学时，或改动科目、类别、日期、
    平台、备案、证明材料的，退回原来申报的状态，除非也写出 审核状态=。

      cecredit ledger correct 2023-17 学时=6 --reason 证书写的是6学时 --ledger 台账
    """,
    """
    The row stays as it is; a corrected one is added that stands in its place, and history shows both. Columns have the
    names of a records file, values are written as there; nothing behind the sign is a blank. Several entries, or those
    that filters choose, are one change. The status stays; what raises the hours, or touches subject, category, days,
    platform, filing or evidence, takes it back to what the row declared, unless status= is given.

      cecredit ledger correct 2023-17 hours=6 --reason "the certificate says 6" --ledger books
    """)
  static let options: [Option] =
    [.ledger, .reason, .people] + Option.filters + Option.ledgerChange + LedgerStyle.options

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let style = try LedgerStyle(arguments, console)
    let moment = try LedgerMoment(arguments)
    let (folder, operands) = try LedgerPlace.find(arguments)
    let filters = try LedgerFilters(arguments)
    let ids = try Arguments.entries(operands.filter { !$0.contains("=") })
    if ids.isEmpty != filters.isGiven {
      throw CommandError.usage(
        Words(
          "要写出登记项，如 2023-17，或写筛选条件，二者之一",
          "name entries, as 2023-17, or choose them by filters, one of the two"))
    }
    let values = try assignments(operands.filter { $0.contains("=") })
    guard let reason = try arguments.line(.reason) else {
      throw CommandError.usage(Words("缺少 --reason 理由", "--reason TEXT is missing"))
    }
    return try LedgerChanging.run(folder, arguments, console) { (reading) throws(CommandError) in
      let edits = LedgerEdits(reading, by: moment.actor)
      let chosen = ids.isEmpty ? try filters.chosen(reading) : []
      if ids.isEmpty, chosen.isEmpty { throw .failure(Words("没有符合条件的登记项", "no entry fits the filters")) }
      let edit = try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in
        let entries = ids.isEmpty ? chosen : try edits.current(ids)
        return try edits.correct(entries, values, reason: reason)
      }
      return PlannedChange(edit, style, namedCSV: arguments[.output])
    }
  }

  /// The columns and their new values.
  private static func assignments(_ words: [String]) throws(CommandError) -> [Field: String] {
    if words.isEmpty {
      throw .usage(Words("要写出更正的列，如 学时=6", "name what to correct, as hours=6"))
    }
    var values: [Field: String] = [:]
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let field = Field.kept.first(where: { $0.english == parts[0] || $0.chinese == parts[0] })
      else {
        let known = Field.kept.map(\.english)
        let list = known.joined(separator: ", ")
        throw .usage(
          Words("没有“\(parts[0])”这一列，可用：\(list)", "there is no column \"\(parts[0])\"; there are: \(list)")
            + .didYouMean(NearMatch.nearest(to: parts[0], in: known + Field.kept.map(\.chinese))))
      }
      if values.updateValue(parts[1], forKey: field) != nil {
        throw .usage(Words("“\(parts[0])”写了两次", "\"\(parts[0])\" is there twice"))
      }
    }
    return values
  }
}
