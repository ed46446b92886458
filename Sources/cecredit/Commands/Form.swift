import ContinuingEdCore

/// `cecredit form NAME`: forms to be printed, signed and sealed (Forms: Printing).
enum FillForm: Command {
  static let name = "form"
  static let summary = Words("填好要打印、签字、盖章的表", "fill forms to be printed, signed and sealed")
  static let synopsis = Words("表名 文件... --rules 规则集 [选项]", "NAME FILE... --rules RULESET [OPTIONS]")
  static let discussion = Words(
    """
    表名：
    \(forms)
    也可以是自己的表格文件（.json）。从登记表（或 --ledger）填，每人一份；申报项目的表从每行一个项目的文件填，
    列名与表上的相同。签字、盖章处留空。html 用浏览器打印到 A4；-o 以 / 结尾时每份一个文件，
    文件名不含身份证号。

      cecredit form statement 登记表.csv --rules CITY-YEAR --person 张三 -o 1.html
      cecredit form notice 登记表.csv --rules CITY-YEAR --as-of DATE -o 提醒.html
      cecredit form 表名 登记表.csv -o 文件夹/ --only-declared
      cecredit form 表名 项目.csv -o 文件夹/ --date DATE

    不写 --rules 时，属于某个城市的表用它自己的通知。
    退出状态：0 填好；3 有的行有问题；2 用法、规则或文件有错，或没有可填的人。
    """,
    """
    NAME is one of
    \(forms)
    or a form file of your own (.json). A form is filled from records files or a
    ledger, one a person, or, if it is about projects, from a table of one row a
    project, whose columns are named as on the form. Signatures and seals stay
    blank. html is for any browser to print onto A4; -o with a / at its end
    writes a file each, without IDs in the names.

      cecredit form statement staff.csv --rules CITY-YEAR --person 张三 -o 1.html
      cecredit form notice staff.csv --rules CITY-YEAR --as-of DATE -o notice.html
      cecredit form NAME staff.csv -o forms/ --only-declared
      cecredit form NAME projects.csv -o plans/ --date DATE

    Without --rules, a city's form goes by its own notice.
    Exit status: 0 filled; 3 some rows had problems; 2 usage, rules or a file,
    or nobody to fill it for.
    """)

  /// The forms in the binary, a line each, with their titles.
  private static let forms = FormLibrary.ids.map { id in
    let title = (try? FormLibrary.form(id: id).title) ?? ""
    return "  " + id + String(repeating: " ", count: max(1, 21 - id.utf8.count))
      + title.replacing("{year}", with: "__")
  }.joined(separator: "\n")

  static let formatOption = Option.choice(
    "--format", FormOutput.forms,
    Words("结果的格式；不写时按 -o 的文件名，否则为 html", "the form of the result; by default by the name of FILE, else html"))
  static let date = Option(
    "--date", value: Words("日期", "DATE"),
    Words("写在表上的日期；不写时用 --as-of，再没有就留空", "the day on paper; by default that of --as-of, else blank"))
  static let onlyDeclared = Option(
    "--only-declared",
    Words("不填无需申报登记的平台学习", "leave out study on listed platforms, which needs no declaration"))
  static let output = Option(
    "--output", short: "-o", value: Words("文件|文件夹/", "FILE|DIR/"),
    Words("写入一个文件；以 / 结尾时写入文件夹，每人一份", "write a FILE, or a file a person into DIR/"))
  static let options: [Option] =
    Option.ruleChoice + Option.recordsInput + [
      .ledgerInput, .asOf, date, .person, onlyDeclared, formatOption, CheckStyle.idsOption, output,
      .maxProblems, .problems, .rejects, .progress,
    ]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    var arguments = arguments
    guard let name = arguments.takeOperand() else {
      throw CommandError.usage(
        Words(
          "要写出表名：\(FormLibrary.ids.joined(separator: ", "))",
          "name a form: \(FormLibrary.ids.joined(separator: ", "))"))
    }
    let form = try form(name)
    var options = FormOptions()
    let asOf = try arguments.asOf()
    options.date = try arguments.day(date) ?? asOf
    options.onlyDeclared = arguments.has(onlyDeclared)
    options.ids = arguments[CheckStyle.idsOption].flatMap { IDStyle(rawValue: $0) } ?? .masked
    if options.onlyDeclared, form.withoutListedPlatforms == nil {
      throw CommandError.usage(
        Words("\(form.id) 不能用 \(onlyDeclared.name)", "\(onlyDeclared.name) can't go with \(form.id)"))
    }
    let choice = try RuleChoice(arguments, for: form)
    let output = try FormOutput(form, arguments, console)
    switch form.documents {
    case .people: return try FormOfPeople.run(form, choice, options, asOf, output, arguments, console)
    case .projects: return try FormOfProjects.run(form, choice, options, output, arguments, console)
    }
  }

  /// The form of a name, or of a file of one's own.
  private static func form(_ name: String) throws(CommandError) -> ContinuingEdCore.Form {
    do {
      if RuleFiles.isPath(name) { return try FormLibrary.form(bytes: RuleFiles.read(name), file: name) }
      return try FormLibrary.form(id: name)
    } catch let error as FormLibrary.Failure {
      switch error {
      case .unknown(let name, let suggestion, let known):
        let list = known.joined(separator: ", ")
        throw .usage(
          Words("没有“\(name)”这张表", "there is no form \"\(name)\"") + .didYouMean(suggestion)
            + Words("；可用：\(list)；自己的表格文件请写路径", "; there are: \(list); write the path of one of your own"))
      case .faulty(let faults):
        throw RuleFiles.faulty(faults, Words("表格文件有错，没有使用", "the form file has faults and is not used"))
      }
    } catch let error as CommandError {
      throw error
    } catch {
      throw .failure(Words("\(error)", "\(error)"))
    }
  }
}
