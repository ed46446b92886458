import ContinuingEdCore

/// `cecredit ledger correct`
enum LedgerCorrect: Command {
  static let name = "ledger correct"
  static let summary = Words("更正一条登记项", "correct an entry")
  static let synopsis = Words("登记项 列=值... --reason 理由 [选项]", "ENTRY COLUMN=VALUE... --reason TEXT [OPTIONS]")
  static let discussion = Words(
    """
    原来的一行不动，后面加一行更正的，取代它；history 两行都列出。列名用登记表的中文或英文列名，值的写法与登记表相同，
    等号后不写值就是空白。审核状态照旧，除非也写出来。

      cecredit ledger correct 2023-17 学时=6 --reason 证书写的是6学时 --ledger 台账
    """,
    """
    The row stays as it is; a corrected one is added that stands in its place, and history shows both. Columns have the
    names of a records file, values are written as there; nothing behind the sign is a blank. The status stays, unless
    it is named.

      cecredit ledger correct 2023-17 hours=6 --reason "the certificate says 6" --ledger books
    """)
  static let options: [Option] = [.ledger, .reason] + Option.ledgerChange + LedgerStyle.options

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let style = try LedgerStyle(arguments, console)
    let moment = try LedgerMoment(arguments)
    let (folder, operands) = try LedgerPlace.find(arguments)
    let ids = try Arguments.entries(operands.filter { !$0.contains("=") })
    guard ids.count == 1, let id = ids.first else {
      throw CommandError.usage(
        Words("要写出一条登记项，如 2023-17", "name one entry, as 2023-17"))
    }
    let values = try assignments(operands.filter { $0.contains("=") })
    guard let reason = try arguments.line(.reason) else {
      throw CommandError.usage(Words("缺少 --reason 理由", "--reason TEXT is missing"))
    }
    return try LedgerChanging.run(folder, arguments, console) { (reading) throws(CommandError) in
      let old = try reading.currentEntries([id])[0]
      let row = try corrected(old, values)
      guard let new = reading.journal.nextEntry(year: row.year) else {
        throw .failure(Words("\(row.year) 年度的文件已满", "the file of \(row.year) is full"))
      }
      var line = moment.line(.correct, reading)
      line.entry = id
      line.replacedBy = new
      line.reason = reason
      line.added = [.entries(year: row.year): 1]
      let additions = [
        LedgerAddition(.entries(year: row.year), [row.line(new, change: line.id)]), .journal([line]),
      ]
      return PlannedChange(additions, lines: [line], style, namedCSV: arguments[.output])
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
      guard let field = Field.records.first(where: { $0.english == parts[0] || $0.chinese == parts[0] })
      else {
        let known = Field.records.map(\.english)
        let list = known.joined(separator: ", ")
        throw .usage(
          Words("没有“\(parts[0])”这一列，可用：\(list)", "there is no column \"\(parts[0])\"; there are: \(list)")
            + .didYouMean(NearMatch.nearest(to: parts[0], in: known + Field.records.map(\.chinese))))
      }
      if values.updateValue(parts[1], forKey: field) != nil {
        throw .usage(Words("“\(parts[0])”写了两次", "\"\(parts[0])\" is there twice"))
      }
    }
    return values
  }

  /// The row that takes the place of an entry; an error if it can't be used, or says the same.
  private static func corrected(
    _ old: ShownEntry, _ values: [Field: String]
  ) throws(CommandError) -> StoredRow {
    var draft = EntryDraft(of: old)
    let before = try Add.stored(draft)
    for (field, value) in values { draft.cells[field] = value }
    guard let row = try Add.stored(draft) else { throw try refusal(draft) }
    if row == before {
      throw .usage(
        Words("登记项 \(old.id) 已经是这样，没有改动", "entry \(old.id) says so already; nothing was changed"))
    }
    return row
  }

  private static func refusal(_ draft: EntryDraft) throws(CommandError) -> CommandError {
    func list(_ language: Language) throws(CommandError) -> String {
      do {
        return try draft.faults(in: language).map { "\n" + $0.message }.joined()
      } catch {
        throw RecordsInput.failure(error)
      }
    }
    return .usage(
      Words("没有更正：" + (try list(.chinese)), "nothing was corrected:" + (try list(.english))))
  }
}
