import Testing

@testable import ContinuingEdCore

@Suite struct ProblemWordingTests {
  private let files: [SourceFile] = {
    var records = SourceFile(path: "staff.csv")
    records.headings = ["身份证号", "开始日期", "培训时间", "学\n时", "类别"]
    records.columns = [.personID, .start, .period, .hours, .category]
    return [records, SourceFile(path: "more.csv")]
  }()

  private func chinese(_ problem: FoundProblem) -> String {
    ProblemWording.message(problem, in: .chinese, files: files, mask: IDMask.masked)
  }

  private func problem(_ code: ProblemCode, _ column: ProblemColumn, _ value: String?) -> FoundProblem {
    FoundProblem(code, file: 0, line: 2, record: 1, column: column, value: value)
  }

  @Test(arguments: [
    ("370402199003071234", "3704**********1234"), ("123456789", "1234*6789"), ("12345678", "12345678"),
    ("T1", "T1"), ("", ""),
    ("山东省职工一号编号", "山东省职*一号编号"),
  ])
  func fourCharactersAtEachEndOfAnIDAreKept(id: String, masked: String) {
    #expect(IDMask.masked(id) == masked)
  }

  @Test(arguments: [
    (ProblemCode.badHours, 3, "#REF!", "学⏎时“#REF!”是表格软件的公式错误；应填大于 0、不超过 9999.99 的数字，小数最多两位，如 8 或 2.5"),
    (.badDate, 1, "########", "开始日期“########”是列宽不足时显示的符号，不是内容；应填 1900 年至 2100 年间确有的日期，如 2023-07-01"),
    (.badDate, 1, "45108", "开始日期“45108”像是表格软件的日期序号；应填 1900 年至 2100 年间确有的日期，如 2023-07-01"),
    (.badDate, 2, "7月", "培训时间“7月”不是可用的日期；应填 1900 年至 2100 年间确有的日期，如 2023-07-01 或 2023-07-01至2023-07-03"),
    (.endBeforeStart, 2, "2023.7.3-7.1", "培训时间“2023.7.3-7.1”的后一个日期早于前一个；应先写开始日期，再写结束日期"),
    (
      .mangledID, 0, "370402199003071000",
      "身份证号“3704**********1000”末三位是 000 且校验码不符，是表格软件只保留 15 位数字造成的；应把该列设为文本格式，再填完整的号码"
    ),
  ])
  func damageIsCalledByItsName(code: ProblemCode, heading: Int, value: String, message: String) {
    #expect(chinese(problem(code, .heading(heading), value)) == message)
  }

  @Test func aBlankCategoryIsSaidToBeBlank() {
    #expect(chinese(problem(.unknownCategory, .heading(4), "")).hasPrefix("类别为空；应填网络平台学习、"))
  }

  @Test func aFieldWithoutAColumnHasTheContractsName() {
    let missing = problem(.missingHours, .absent(.hours), "")
    #expect(chinese(missing) == "学时为空；这一类别应填写学时，如 8 或 2.5")
    let english = ProblemWording.message(missing, in: .english, files: files, mask: IDMask.whole)
    #expect(english == "hours is blank; this category needs hours, as 8 or 2.5.")
  }

  @Test func anEarlierRowOfAnotherFileIsNamedWithItsFile() {
    let duplicate = FoundProblem(.duplicate, file: 1, line: 7, record: 6, earlier: (file: 0, line: 3))
    #expect(chinese(duplicate) == "这一行与先出现的一行完全相同（staff.csv 第 3 行），不再计学时；如系重复登记请删去")
  }

  @Test func aRowAboveTheHeaderIsNoTotalRow() {
    let title = FoundProblem(.skippedRow, file: 0, line: 1, record: 0)
    #expect(chinese(title) == "标题行上方的一行，已跳过；如是登记项，请移到标题行下面")
  }

  @Test(arguments: [
    ("a\u{1B}[31mb", "a\\u{1B}[31mb"), ("a\nb\tc", "a⏎b⇥c"), ("a\u{202E}b", "a\\u{202E}b"), ("王芳", "王芳"),
    (String(repeating: "长", count: 41), String(repeating: "长", count: 40) + "…"),
    (String(repeating: "长", count: 40), String(repeating: "长", count: 40)),
  ])
  func aCellInALineOfTextMovesNoCursor(cell: String, shown: String) {
    #expect(ProblemWording.quotable(cell) == shown)
  }

  @Test func aSuggestionIsAQuestion() {
    var problem = problem(.badHours, .heading(3), "8小时")
    #expect(ProblemWording.question(problem, in: .chinese) == nil)
    problem.suggestion = "8"
    #expect(ProblemWording.question(problem, in: .chinese) == "是不是“8”？")
    #expect(ProblemWording.question(problem, in: .english) == "Did you mean “8”?")
  }

  @Test(arguments: ProblemCode.allCases)
  func everyCodeIsWordedAndExplained(code: ProblemCode) {
    for language in Language.allCases {
      let problem = problem(code, .heading(1), "x")
      let message = ProblemWording.message(problem, in: language, files: files, mask: IDMask.whole)
      #expect(!message.contains(code.code))
      let guide = ProblemGuide(code, in: language)
      #expect(!guide.meaning.isEmpty && !guide.example.isEmpty && !guide.remedy.isEmpty)
      #expect(guide.meaning != code.code)
      #expect(guide.page(in: language).hasPrefix(code.code))
      #expect(ProblemGuide.list(in: language).contains(code.code))
    }
  }

  @Test func codesAreFoundByNameOrNearlySo() {
    #expect(ProblemGuide.code(named: "mangled-id").code == .mangledID)
    #expect(ProblemGuide.code(named: "BAD-HOURS").code == .badHours)
    #expect(ProblemGuide.code(named: "mangeld-id").suggestion == "mangled-id")
    #expect(ProblemGuide.code(named: "zzz").suggestion == nil)
  }
}
