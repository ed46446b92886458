import ContinuingEdCore
import Glibc

/// `cecredit validate FILE...`
enum Validate: Command {
  static let name = "validate"
  static let summary = Words("只检查登记表有没有问题，不作结论", "look for problems in records files, judge nobody")
  static let synopsis = Words("文件... [选项]", "FILE... [OPTIONS]")
  static let discussion = Words(
    """
    列出文件中所有的问题（该行不使用）和提醒（该行仍然使用）。不需要规则集；写了规则集时，由通知确定学时数的类别不要求填写学时。

      cecredit validate 登记表.csv
      cecredit validate 登记表.csv --problems 问题.csv --rejects 待改.csv

    退出状态：0 每一行都可用；2 用法有错，或文件读不出来、写不进去；3 有的行有问题。
    """,
    """
    Lists every problem (its row is not used) and warning (its row is). It needs no rule set; with one, hours need not be
    declared where the notice fixes them.

      cecredit validate staff.csv
      cecredit validate staff.csv --problems problems.csv --rejects mend.csv

    Exit status: 0 every row can be used; 2 usage, or a file that can't be read or written; 3 some rows have problems.
    """)
  static let options: [Option] =
    Option.recordsInput + Option.ruleChoice + [
      format, CheckStyle.idsOption, .output, .maxProblems, .problems, .rejects,
    ]
    + [.progress]

  private static let format = Option.choice(
    "--format", ["text", "json", "csv"],
    Words("结果的格式；不写时按 -o 的文件名，否则为 text", "the form of the result; by default by the name of FILE, else text"))
  /// How many are listed as text where nobody says.
  private static let listed = 100

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    var input = try RecordsInput(arguments)
    let choice = try chooseRules(arguments, console, &input)
    let form = try OutputName.form(
      arguments[format], to: arguments[.output], forms: format.allowed ?? [], usual: "text")
    let limit = try arguments.number(.maxProblems)
    input.options.keepsTitles = false
    input.keepRejectedRows(arguments, listed: form == "text" ? limit ?? listed : 0)
    let places = try input.refuse(
      [arguments[.output], arguments[.problems], arguments[.rejects]].compactMap { $0 })
    try OutputName.refuse(arguments[.problems], unless: Console.problemEndings)
    try OutputName.refuse(arguments[.rejects], unless: Console.rejectEndings)
    let output = try console.openOutput(arguments[.output], isForPeople: form == "text")
    var records = try input.read(console, progress: arguments[.progress])
    if let choice {
      // What an auditor would ask hangs on which rows are rejected.
      var run = CheckRun(records: records, ruleSets: choice.ruleSets, calendar: .embedded)
      run.ruleSetsOfYear = choice.ruleSetsOfYear
      records = records.adding(run.tally().asked)
    }
    let ids = arguments[CheckStyle.idsOption].flatMap { IDStyle(rawValue: $0) }
    if let path = arguments[.problems] { try console.writeProblems(records, ids: ids ?? .full, to: path) }
    if let path = arguments[.rejects] { try console.writeRejects(records, to: path, beside: places) }
    switch form {
    case "json": try writeJSON(records, ids ?? .full, limit ?? .max, to: output)
    case "csv":
      try output.writeByteOrderMark(ifNamed: arguments[.output])
      try ProblemReport(records, ids: ids ?? .full).writeCSV(to: taking(output))
    default:
      let colour = console.showsColour(in: arguments[.output])
      let listing = ProblemListing(records, in: console.language, ids: ids ?? .masked, colour: colour)
      try output.write(listing.text(limit: limit ?? listed, isQuiet: console.isQuiet))
      if records.problems.isEmpty, !console.isQuiet {
        try output.write(nothingFound(records).text(in: console.language))
      }
    }
    try output.finish()
    return records.problems.errorCount > 0 ? .rowProblems : .ok
  }

  /// The rule sets that are named, if any; reading goes by them.
  private static func chooseRules(
    _ arguments: Arguments, _ console: Console, _ input: inout RecordsInput
  ) throws(CommandError) -> RuleChoice? {
    guard RuleChoice.isNamed(arguments) else { return nil }
    var choice = try RuleChoice(arguments)
    if input.roster != nil { choice.addCities(console) }
    choice.tell(&input.options)
    input.year = choice.ruleSets.first?.year
    choice.nameCities(in: &input.options)
    return choice
  }

  private static func nothingFound(_ records: Records) -> Words {
    let count = records.files.filter { !$0.isRoster }.reduce(0) { $0 + $1.records }
    return Words(
      "没有发现问题，\(count) 条登记项都可用\n",
      count == 1
        ? "no problems; the one entry can be used\n" : "no problems; all \(count) entries can be used\n")
  }

  private static func writeJSON(
    _ records: Records, _ ids: IDStyle, _ limit: Int, to output: Output
  ) throws(CommandError) {
    let count = records.files.filter { !$0.isRoster }.reduce(0) { $0 + $1.records }
    let (errors, warnings) = (records.problems.errorCount, records.problems.warningCount)
    try output.write(
      """
      {
        "schema": "cecredit.validate/1",
        "summary": {"files": \(records.files.count), "records": \(count), "problems": \(errors), "warnings": \(warnings)},
        "problems": [
      """)
    let isEmpty = records.problems.isEmpty || limit == 0
    if !isEmpty {
      try output.write("\n")
      try ProblemReport(records, ids: ids).writeJSON(indent: "    ", limit: limit, to: taking(output))
    }
    try output.write(isEmpty ? "]\n}\n" : "  ]\n}\n")
  }

  private static func taking(_ output: Output) -> (ByteBuffer) throws(CommandError) -> Bool {
    { (buffer) throws(CommandError) in
      try output.write(buffer)
      return !output.readerHasGone
    }
  }
}
