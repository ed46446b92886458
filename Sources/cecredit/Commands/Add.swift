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
    --no-input 或不在终端上时，缺的写在错误里。已有完全相同的登记项时不再新增；已作废的要用 --revive 才恢复。一个班的人用几个
    --person、--people 文件或 --filter unit=单位 一次登记，是一次改动。

      cecredit add --ledger 台账 --person 张三 --category 培训进修 --title 急诊 --start 2023-07-01 --hours 8

    退出状态：0 已新增，或已经有；2 用法有错、缺少内容，或写不进去；130 被中断，台账没有改动。
    """,
    """
    The options are the columns of a records file, and are written the same way. Somebody whom the ledger knows is found
    by name, and name and unit are filled in. On a terminal what is missing is asked for; with --no-input or without a
    terminal it is named in an error. Where the very same entry is there already, nothing is added; a void one comes back
    only with --revive. A class is one command and one change: several --person, --people FILE, or --filter unit=UNIT.

      cecredit add --ledger books --person 张三 --category training --title "first aid" --start 2023-07-01 --hours 8

    Exit status: 0 added, or there already; 2 usage, something is missing, or it can't be written; 130 interrupted,
    nothing was changed.
    """)
  private static let noInput = Option(
    "--no-input", Words("不提问；缺少内容就是错误", "ask nothing; what is missing is an error"))
  static let options: [Option] =
    [.ledger] + Option.columns + [.people, .filter, Import.revive, noInput] + Option.ledgerChange
    + LedgerStyle.options

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    try RulesShow.takeNone(arguments.operands)
    let style = try LedgerStyle(arguments, console)
    let moment = try LedgerMoment(arguments)
    let folder = try LedgerPlace.required(arguments)
    // Nobody else has to wait while somebody thinks.
    let drafts = try Add.drafts(arguments, try LedgerViews.read(folder), console)
    return try LedgerChanging.run(folder, arguments, console) { (reading) throws(CommandError) in
      let edit = try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in
        try LedgerEdits(reading, by: moment.actor).add(drafts, revives: arguments.has(Import.revive))
      }
      for entry in edit.present {
        console.say(Words("已有相同的登记项 \(entry)，没有新增", "entry \(entry) is the same; nothing was added"))
      }
      for entry in edit.similar {
        console.say(
          Words(
            "与登记项 \(entry) 可能是同一活动，请核对", "this is probably the same activity as entry \(entry); look at both")
        )
      }
      if let entry = edit.void.first {
        let words = Words(
          "登记项 \(entry) 已作废，没有新增；确要恢复，用 --revive",
          "entry \(entry) is void, and nothing was added; --revive makes it count again")
        if edit.work.isEmpty { throw .failure(words) }
        console.say(words)
      }
      var change = PlannedChange(edit, style, namedCSV: arguments[.output])
      if !edit.void.isEmpty { change.status = .rowProblems }
      return change
    }
  }

  /// The entries to be added: one for each person, alike but for the person, complete.
  private static func drafts(
    _ arguments: Arguments, _ reading: LedgerReading, _ console: Console
  ) throws(CommandError) -> [EntryDraft] {
    var cells: [Field: String] = [:]
    for field in Field.kept where field != .personID { cells[field] = arguments[Option.column(field)] }
    let known = LedgerPeople(
      try LedgerCalls.attempt(reading.snapshot.path) { () throws(LedgerFailure) in try reading.people() })
    var typed = try arguments.all(Option.column(.personID)) + LedgerPeople.listed(arguments)
    if !arguments.all(.filter).isEmpty {
      typed += try known.chosen(LedgerFilters(arguments, columns: false), reading)
    }
    var seen: Set<String> = []
    typed = typed.filter { seen.insert($0).inserted }
    if typed.count > 1, cells[.name] != nil {
      throw .usage(Words("--name 只能和一个 --person 同用", "--name goes with one --person only"))
    }
    var drafts: [EntryDraft] = []
    for person in typed.isEmpty ? [nil] : typed.map(Optional.some) {
      var draft = EntryDraft(drafts.first?.cells ?? cells)
      for field in [Field.name, .unit] { draft.cells[field] = cells[field] }
      draft.cells[.personID] = person
      var questions = AddQuestions(draft, known, console, noInput: arguments.has(noInput) || !drafts.isEmpty)
      try questions.complete()
      drafts.append(questions.draft)
    }
    return drafts
  }
}

extension Option {
  /// The options for the columns of an entry, in the contract's order.
  static let columns = Field.kept.map(column)

  /// The option of a column: `--person`, `--name` …, `--filed-on`.
  static func column(_ field: Field) -> Option {
    let value =
      field == .personID ? Words("证件号或姓名", "ID|NAME") : Words(field.chinese, field.english.uppercased())
    return Option(
      name(of: field), value: value, isRepeatable: field == .personID,
      field == .personID
        ? Words("谁：台账里已有的人可写姓名，新人写证件号或工号；可写多次", "who: a name that the ledger knows, or an ID; repeatable")
        : Words("“\(field.chinese)”一列", "the column \(field.english)"))
  }

  /// The name of the option of a column.
  static func name(of field: Field) -> String {
    field == .personID ? "--person" : "--" + field.english.replacing("_", with: "-")
  }
}
