import ContinuingEdCore

/// `cecredit add`: one entry from the command line.
enum Add: Command {
  static let name = "add"
  static let summary = Words("在台账里登记一项", "put one entry into a ledger")
  static let synopsis = Words(
    "--ledger 文件夹 --person 证件号或姓名 [选项]", "--ledger DIR --person ID|NAME [OPTIONS]")
  static let discussion = Words(
    """
    各选项就是登记表的各列，写法也相同。台账里已有的人写姓名即可，姓名和单位照填。在终端上运行时，缺什么问什么；
    --no-input 或不在终端上时，缺的写在错误里。已有完全相同的登记项时不再新增。

      cecredit add --ledger 台账 --person 张三 --category 培训进修 --title 急诊 --start 2023-07-01 --hours 8

    退出状态：0 已新增，或已经有；2 用法有错、缺少内容，或写不进去；130 被中断，台账没有改动。
    """,
    """
    The options are the columns of a records file, and are written the same way. Somebody whom the ledger knows is found
    by name, and name and unit are filled in. On a terminal what is missing is asked for; with --no-input or without a
    terminal it is named in an error. Where the very same entry is there already, nothing is added.

      cecredit add --ledger books --person 张三 --category training --title "first aid" --start 2023-07-01 --hours 8

    Exit status: 0 added, or there already; 2 usage, something is missing, or it can't be written; 130 interrupted,
    nothing was changed.
    """)
  private static let noInput = Option(
    "--no-input", Words("不提问；缺少内容就是错误", "ask nothing; what is missing is an error"))
  static let options: [Option] =
    [.ledger] + Option.columns + [noInput] + Option.ledgerChange + LedgerStyle.options

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    try RulesShow.takeNone(arguments.operands)
    let style = try LedgerStyle(arguments, console)
    let moment = try LedgerMoment(arguments)
    let folder = try LedgerPlace.required(arguments)
    var cells: [Field: String] = [:]
    for field in Field.records { cells[field] = arguments[Option.column(field)] }
    // Nobody else has to wait while somebody thinks.
    let reading = try LedgerViews.read(folder)
    let known = try LedgerCalls.attempt(folder.path) { () throws(LedgerError) in try reading.people() }
    var questions = AddQuestions(
      EntryDraft(cells), LedgerPeople(known), console, noInput: arguments.has(noInput))
    try questions.complete()
    guard let row = try stored(questions.draft) else {
      throw CommandError.failure(Words("没有新增", "nothing was added"))
    }
    return try LedgerChanging.run(folder, arguments, console) { (reading) throws(CommandError) in
      try plan(row, moment, reading, style, console, arguments)
    }
  }

  private static func plan(
    _ row: StoredRow, _ moment: LedgerMoment, _ reading: LedgerReading, _ style: LedgerStyle,
    _ console: Console, _ arguments: Arguments
  ) throws(CommandError) -> PlannedChange {
    if let same = try equal(row, reading) {
      console.say(
        Words("已有相同的登记项 \(same)，没有新增", "entry \(same) is the same; nothing was added"))
      return PlannedChange([], lines: [], style, namedCSV: arguments[.output])
    }
    guard let id = reading.journal.nextEntry(year: row.year) else {
      throw .failure(Words("\(row.year) 年度的文件已满", "the file of \(row.year) is full"))
    }
    var line = moment.line(.add, reading)
    line.added = [.entries(year: row.year): 1]
    let additions = [
      LedgerAddition(.entries(year: row.year), [row.line(id, change: line.id)]), .journal([line]),
    ]
    return PlannedChange(additions, lines: [line], added: [id], style, namedCSV: arguments[.output])
  }

  /// The current entry that is the same in every column.
  private static func equal(_ row: StoredRow, _ reading: LedgerReading) throws(CommandError) -> LedgerEntryID?
  {
    var filter = LedgerFilter()
    filter.people = [row.cells[.personID] ?? ""]
    filter.years = [row.year]
    var same: LedgerEntryID?
    try LedgerCalls.attempt(reading.snapshot.path) { () throws(LedgerError) in
      try reading.each(filter) { entry in
        if entry.cells == row.cells { same = same ?? entry.id }
        return same == nil
      }
    }
    return same
  }

  /// The row as the ledger keeps it.
  static func stored(_ draft: EntryDraft) throws(CommandError) -> StoredRow? {
    do {
      return try draft.stored()
    } catch {
      throw RecordsInput.failure(error)
    }
  }
}

extension Option {
  /// The options for the columns of an entry, in the contract's order.
  static let columns = Field.records.map(column)

  /// The option of a column: `--person`, `--name` …, `--filed-on`.
  static func column(_ field: Field) -> Option {
    let value =
      field == .personID ? Words("证件号或姓名", "ID|NAME") : Words(field.chinese, field.english.uppercased())
    return Option(
      name(of: field), value: value,
      field == .personID
        ? Words("谁：台账里已有的人可写姓名，新人写证件号或工号", "who: a name that the ledger knows, or an ID")
        : Words("“\(field.chinese)”一列", "the column \(field.english)"))
  }

  /// The name of the option of a column.
  static func name(of field: Field) -> String {
    field == .personID ? "--person" : "--" + field.english.replacing("_", with: "-")
  }
}
