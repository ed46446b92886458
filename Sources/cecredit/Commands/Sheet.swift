import ContinuingEdCore

/// `cecredit sheet FILE`
enum Sheet: Command {
  static let name = "sheet"
  static let summary = Words("把工作簿的一张工作表写成 CSV", "write a sheet of a workbook as CSV")
  static let synopsis = Words("文件 [--sheet 工作表] [-o 文件.csv]", "FILE [--sheet NAME] [-o OUT.csv]")
  static let discussion = Words(
    """
    写出从 .xlsx 或 .xls 里读到的内容：日期写成 2023-07-01，合并的单元格处处有值，隐藏的行也在内。
    不写 --sheet 时，写唯一可见的工作表，否则写第一张有登记表标题行的，再否则写第一张；其余的在标准错误中列出。

      cecredit sheet 登记表.xlsx
      cecredit sheet 登记表.xlsx --sheet 明细 -o 明细.csv

    退出状态：0 写好了；2 用法有错，或文件读不出、写不进。
    """,
    """
    Writes what is read of a .xlsx or .xls: dates as 2023-07-01, merged cells with their value everywhere, hidden rows
    too. Without --sheet the only visible sheet is written, else the first with a records header, else the first; the
    others are named on standard error.

      cecredit sheet staff.xlsx
      cecredit sheet staff.xlsx --sheet details -o details.csv

    Exit status: 0 it is written; 2 usage, or a file that can't be read or written.
    """)
  static let options: [Option] = [sheet, .output]

  private static let sheet = Option(
    "--sheet", value: Words("工作表", "NAME"), Words("要写的工作表，隐藏的也可以", "the sheet to be written, hidden or not"))

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    guard arguments.operands.count == 1 else {
      throw CommandError.usage(Words("要写出一个工作簿；- 表示标准输入", "name one workbook; - is standard input"))
    }
    let path = arguments.operands[0]
    if let target = arguments[.output], let ending = ending(of: target), ending != "csv" {
      throw CommandError.usage(
        Words("sheet 只写 CSV，-o 的文件名应以 .csv 结尾", "sheet writes CSV: the name of -o ends in .csv"))
    }
    let input = try RecordsInput(arguments)
    try input.refuse([arguments[.output]].compactMap { $0 })
    let (found, others) = try read(
      path == "-" ? .standardInput : .path(path), arguments[sheet], input.options)
    if !others.isEmpty {
      console.note(
        Words(
          "写出的是“\(found.name)”；另有工作表：\(others.joined(separator: "、"))",
          "this is \"\(found.name)\"; there are also: \(others.joined(separator: ", "))"))
    }
    let output = try console.openOutput(arguments[.output], isForPeople: false)
    if arguments[.output] != nil { try output.write("\u{FEFF}") }
    try found.content.writeCSV { try output.write($0) }
    try output.finish()
    return .ok
  }

  /// What stands behind the last point of a file's name; nil where there is none.
  private static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return nil }
    return name[name.index(after: point)...].lowercased()
  }

  /// Opens the workbook and finds the sheet, and the names of the others.
  private static func read(
    _ file: InputFile, _ name: String?, _ options: ImportOptions
  ) throws(CommandError) -> (found: (name: String, content: SheetInput), others: [String]) {
    do {
      guard let workbook = try OpenedWorkbook(file, options) else {
        throw CommandError.failure(
          Words("“\(file.name)”不是工作簿（.xlsx 或 .xls）", "\"\(file.name)\" is no workbook (.xlsx or .xls)"))
      }
      guard let found = try workbook.sheet(named: name) else {
        throw RecordsInput.failure(.noSuchSheet(name ?? "", sheets: workbook.sheetNames))
      }
      return (found, workbook.sheetNames.filter { $0 != found.name })
    } catch let error as ImportError {
      throw RecordsInput.failure(error)
    } catch let error as CommandError {
      throw error
    } catch {
      throw .failure(Words("\(error)", "\(error)"))
    }
  }
}
