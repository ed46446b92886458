import Foundation
import Testing

/// `validate`: problems alone, with the exit statuses of check.
@Suite struct ValidateTests {
  private let header = "身份证号,姓名,类别,年度,学时\n"

  private func validate(_ text: String, _ arguments: [String] = []) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(["validate", "-"] + arguments, input: Data(text.utf8))
  }

  @Test func `a sound file has no problems`() throws {
    let outcome = try validate(header + "T1,王芳,自学,2023,8\nT2,李明,自学,2023,9\n")
    #expect(outcome.text == "没有发现问题，2 条登记项都可用\n")
    #expect(outcome.status == 0)
    #expect(outcome.err.isEmpty)
  }

  @Test func `a warning leaves the status alone`() throws {
    let outcome = try validate(header + "T1,王芳,自学,2023,8\nT1,王芳,自学,2023,8\n")
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("-:3：提醒 [duplicate] "))
  }

  @Test func `a problem is shown with its row, its cell marked and IDs masked`() throws {
    let outcome = try validate(header + "370402199003071234,王芳,自学,2023,八\n")
    #expect(outcome.status == 3)
    #expect(
      outcome.text == """
        -:2:E：问题 [bad-hours] 学时“八”不是可用的学时；应填大于 0、不超过 9999.99 的数字，小数最多两位，如 8 或 2.5。是不是“8”？
            | 3704**********1234,王芳,自学,2023,»八«
        问题 1 个（所在行不使用），提醒 0 个。每个代码的说明：cecredit problems 代码

        """)
    let whole = try validate(header + "370402199003071234,王芳,自学,2023,八\n", ["--ids", "full"])
    #expect(whole.text.contains("| 370402199003071234,王芳"))
  }

  @Test func `--max-problems limits what is listed and not what is counted`() throws {
    let rows = (1...30).map { "T\($0),王芳,自学,2023,\($0)时\n" }.joined()
    let outcome = try validate(header + rows, ["--max-problems", "2"])
    #expect(outcome.text.split(separator: "\n").filter { $0.contains("[bad-hours]") }.count == 2)
    #expect(outcome.text.contains("另有 28 条没有列出"))
    #expect(outcome.text.contains("问题 30 个"))
    let none = try validate(header + rows, ["--max-problems", "0"])
    #expect(!none.text.contains("bad-hours"))
    #expect(none.text.contains("问题 30 个"))
    #expect(none.status == 3)
  }

  @Test func `json has all problems in the order of keys of the contract`() throws {
    let outcome = try validate(header + "370402199003071234,王芳,自学,2023,八\n", ["--format", "json"])
    #expect(
      outcome.text == """
        {
          "schema": "cecredit.validate/1",
          "summary": {"files": 1, "records": 1, "problems": 1, "warnings": 0},
          "problems": [
            {"severity": "error", "code": "bad-hours", "file": "-", "line": 2, "record": 1, "column": "学时", \
        "excelColumn": "E", "value": "八", "message": "学时“八”不是可用的学时；应填大于 0、不超过 9999.99 的数字，小数最多两位，\
        如 8 或 2.5", "suggestion": "8"}
          ]
        }

        """)
    let empty = try validate(header, ["--format", "json"])
    #expect(empty.text.hasSuffix("  \"problems\": []\n}\n"))
  }

  @Test func `a rule set that fixes an amount needs no hours`() throws {
    let rows = header + "T1,王芳,技能竞赛,2023,\nT1,王芳,自学,2023,\n"
    #expect(try validate(rows).text.contains("-:3:E：问题 [missing-hours]"))
    #expect(!(try validate(rows).text.contains("-:2:E：")))
    // Yantai takes the declared hours of a competition, Zaozhuang gives 10 an item.
    #expect(try validate(rows, ["--rules", "yantai-2023"]).text.contains("-:2:E：问题 [missing-hours]"))
    #expect(!(try validate(rows, ["--rules", "zaozhuang-2023"]).text.contains("-:2:E：")))
  }

  @Test func `rejected rows are mended in their file and read back`() throws {
    try BuiltProgram.withFolder { folder in
      let (input, rejects) = (folder.appendingPathComponent("a.csv"), folder.appendingPathComponent("r.csv"))
      try Data((header + "T1,王芳,自学,2023,8\nT2,\"李明,自学,2023,八小时\nT3,赵六,自学,2023,9\n").utf8).write(to: input)
      let problems = folder.appendingPathComponent("p.csv")
      let outcome = try BuiltProgram.run([
        "validate", input.path, "--rejects", rejects.path, "--problems", problems.path,
      ])
      #expect(outcome.status == 3)
      let text = try BuiltProgram.text(rejects.path)
      #expect(
        text == "\u{FEFF}问题,身份证号,姓名,类别,年度,学时\n[unclosed-quote] 这一行有单元格以引号开头，却始终没有结束的引号；"
          + "应补上引号或删去开头的引号。,T2,\"李明,自学,2023,八小时\n")
      #expect(try BuiltProgram.text(problems.path).split(separator: "\n").count == 2)
      try Data(text.replacing("\"李明", with: "李明").replacing("八小时", with: "8").utf8).write(to: rejects)
      let again = try BuiltProgram.run(["validate", rejects.path])
      #expect(again.status == 0)
      #expect(again.text.contains("[unknown-column]"))
    }
  }

  @Test func `--encoding, --delimiter and --map override what was found`() throws {
    // A delimiter that would not be detected in a line of one cell each.
    let rows = "编号;类别;年度;学时\nT1;自学;2023;8\n"
    #expect(try validate(rows).text.contains("[missing-column]"))
    let mapped = try validate(rows, ["--map", "编号=person_id", "--delimiter", "semicolon"])
    #expect(mapped.status == 0)
    let wrong = try validate(header + "T1,王芳,自学,2023,8\n", ["--encoding", "utf-16le"])
    #expect(wrong.status == 3)
  }

  @Test(arguments: ["/", "/dev/zero", "/nowhere/a.csv"])
  func `what can't be read ends the run`(path: String) throws {
    let outcome = try BuiltProgram.run(["validate", path])
    #expect(outcome.status == 2)
    #expect(outcome.text.isEmpty)
    #expect(outcome.err.contains(path))
  }

  @Test func `an output is never one of the inputs`() throws {
    try BuiltProgram.withFolder { folder in
      let input = folder.appendingPathComponent("a.csv")
      try Data((header + "T1,王芳,自学,2023,0\n").utf8).write(to: input)
      for option in ["-o", "--problems", "--rejects"] {
        #expect(try BuiltProgram.run(["validate", input.path, option, input.path]).status == 2)
      }
      #expect(try BuiltProgram.text(input.path).hasPrefix("身份证号"))
    }
  }

  @Test func `a named pipe is read like a file`() throws {
    let outcome = try BuiltProgram.shell(
      "d=$(mktemp -d) && mkfifo $d/p && (printf '身份证号,类别,年度,学时\\nT1,自学,2023,八\\n' > $d/p &) && "
        + "$CECREDIT validate $d/p --format csv --lang zh; s=$?; rm -r $d; exit $s")
    #expect(outcome.status == 3)
    #expect(outcome.text.contains(",bad-hours,"))
  }
}
