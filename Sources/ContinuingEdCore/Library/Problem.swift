/// A problem or a warning with its place (Problems): what was found in a row, a cell or a file, and what would be right.
///
///     let row = Array("身份证号,类别,学时\n1,自学,多\n".utf8)
///     let staff = try Staff(csv: row, named: "登记表.csv", for: [])
///     for problem in staff.problems { print(problem.text(in: .chinese)) }
public struct Problem: Sendable, Hashable, Codable, Localized {
  /// What is wrong; programs look at this.
  public let code: ProblemCode
  /// The name of the file; empty for what was typed.
  public let file: String
  /// The physical line on which the row starts, from 1 on; for what was typed the number of the entry or person.
  public let line: Int
  /// The heading of the cell at fault as it was typed, or the name of a column that is not there; nil where no one cell is
  /// at fault.
  public let column: String?
  /// The cell as found; nil where no one cell is at fault.
  public let value: String?
  /// What was probably meant; nil where nothing is near.
  public let suggestion: String?
  private let chinese: String
  private let english: String

  /// Whether the row stays in use.
  public var severity: ProblemCode.Severity { code.severity }

  init(_ problem: FoundProblem, _ files: [SourceFile]) {
    func words(_ language: Language) -> String {
      let message = ProblemWording.message(problem, in: language, files: files, mask: IDMask.masked)
      let question = ProblemWording.question(problem, in: language)
      return message + (question.map { language.pick("", " ") + $0 } ?? "")
    }
    code = problem.code
    file = files[safe: problem.file]?.path ?? ""
    line = file.isEmpty ? problem.record : problem.line
    column = ProblemWording.columnName(problem, in: .chinese, files: files)
    value = problem.value
    suggestion = problem.suggestion
    (chinese, english) = (words(.chinese), words(.english))
  }

  /// The place, what was found and what would be right; IDs are masked.
  public func text(in language: Language) -> String {
    let place = file.isEmpty ? "" : "\(file):\(line): "
    let cell = column.map { $0 + language.pick("：", ": ") } ?? ""
    return place + cell + language.pick(chinese, english)
  }
}
