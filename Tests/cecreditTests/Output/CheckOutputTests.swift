import Foundation
import Testing

/// What `check` writes, and where (CommandLine: Check; Outputs: JSON of check, CSV of check).
@Suite struct CheckOutputTests {
  @Test func `csv has the contract's columns, whole IDs, LF and no byte order mark`() throws {
    let outcome = try BuiltProgram.check(
      BuiltProgram.compliant + BuiltProgram.short + BuiltProgram.pending, ["--format", "csv"])
    // The short one: 12 hours of training on one day bring 8 (五3).
    #expect(
      outcome.text == """
        person_id,name,unit,verdict,public,professional,total,public_required,professional_required,total_required,\
        public_short,professional_short,total_short,public_if_approved,professional_if_approved,total_if_approved,findings,losses
        A1,张三,一院,compliant,30,60,90,30,60,90,0,0,0,30,60,90,,
        A2,李四,二院,short,0,8,8,30,60,90,30,52,82,0,8,8,,daily-cap=4
        A3,王五,二院,pending,0,60,60,30,60,90,30,0,30,30,60,90,,

        """)
    #expect(outcome.err.isEmpty)
  }

  @Test func `json has the contract's keys in their order`() throws {
    let outcome = try BuiltProgram.check(BuiltProgram.short + BuiltProgram.broken, ["--format", "json"])
    #expect(outcome.status == 3)
    #expect(outcome.err.isEmpty)
    let cap = "超过每天的学时上限（五3：培训进修类（其他研修班同）由人社或行业主管部门举办、批准，或经备案，按实际学时登记，每天不超过8学时。）"
    let required = #"{"public": 30, "professional": 60, "total": 90}"#
    let some = #"{"public": 0, "professional": 8, "total": 8}"#
    let none = #"{"public": 0, "professional": 0, "total": 0}"#
    let expected =
      #"{"schema": "cecredit.check/1", "ruleset": "heze-2022", "asOf": null, "#
      + #""summary": {"people": 2, "compliant": 0, "pending": 0, "short": 1, "undetermined": 1, "notApplicable": 0, "#
      + #""entries": 1, "problems": 1, "warnings": 0, "otherYears": 0}, "people": ["#
      + #"{"id": "A2", "name": "李四", "unit": "二院", "verdict": "short", "required": "# + required
      + #", "credited": "# + some + #", "ifApproved": "# + some
      + #", "shortfall": {"public": 30, "professional": 52, "total": 82}, "findings": [], "entries": [{"#
      + #""file": "-", "line": 2, "category": "training", "subject": "professional", "title": "急诊培训", "#
      + #""start": "2022-08-01", "end": "2022-08-01", "worth": 12, "credited": 8, "state": "confirmed", "#
      + #""reasons": [], "losses": [{"reason": "daily-cap", "hours": 4, "clause": "五3", "message": ""# + cap
      + #""}]}]}, {"id": "A4", "name": "赵六", "unit": "二院", "verdict": "undetermined", "required": "#
      + required
      + #", "credited": "# + none + #", "ifApproved": "# + none + #", "shortfall": "# + required
      + #", "findings": [], "entries": []}], "problems": [{"severity": "error", "code": "bad-hours", "file": "-", "#
      + #""line": 3, "record": 2, "column": "学时", "excelColumn": "J", "value": "八", "message": "#
    let flat = Self.withoutBreaks(outcome.text)
    #expect(flat.hasPrefix(expected), "\(flat)")
    #expect(flat.hasSuffix(#", "suggestion": "8"}]}"#))
    #expect(try JSONSerialization.jsonObject(with: outcome.out) is [String: Any])
  }

  /// Line breaks and indentation are layout; everything else is compared byte by byte.
  private static func withoutBreaks(_ json: String) -> String {
    json.split(separator: "\n").map { $0.drop { $0 == " " } }
      .reduce(into: "") { text, line in
        if text.hasSuffix(",") { text += " " }
        text += line
      }
  }

  @Test func `jsonl is one element of people a line, with problems on standard error`() throws {
    let outcome = try BuiltProgram.check(BuiltProgram.short + BuiltProgram.broken, ["--format", "jsonl"])
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any]) }
    #expect(outcome.err.contains("-:3:J：问题 [bad-hours]"))
  }

  @Test(arguments: ["table", "json", "jsonl", "csv", "markdown", "html"])
  func `the same input gives the same bytes`(format: String) throws {
    let arguments = ["check", "samples/heze-2022.csv", "--rules", "heze-2022", "--format", format]
    let first = try BuiltProgram.run(arguments)
    #expect(first.status == 1)
    #expect(!first.out.isEmpty)
    #expect(try BuiltProgram.run(arguments).out == first.out)
  }

  @Test(arguments: ["table", "markdown", "html", "json", "jsonl", "csv"])
  func `people's forms mask IDs, machines' carry them whole, and --ids changes either`(format: String) throws
  {
    let id = "370402199003071234"
    let row = "\(id),王芳,一院,专业,培训进修,甲,,2022-08-01,,8,备1,\n"
    let isForPeople = ["table", "markdown", "html"].contains(format)
    let plain = try BuiltProgram.check(row, ["--format", format])
    #expect(plain.text.contains(id) == !isForPeople)
    #expect(try BuiltProgram.check(row, ["--format", format, "--ids", "full"]).text.contains(id))
    let masked = try BuiltProgram.check(row, ["--format", format, "--ids", "masked"])
    #expect(!masked.text.contains(id))
    #expect(!masked.err.contains(id))
    #expect(masked.text.replacing("\\*", with: "*").contains("3704**********1234"))
  }

  @Test func `-o writes a whole file, with a byte order mark for csv, and nothing to standard output`() throws
  {
    try BuiltProgram.withFolder { folder in
      let path = folder.appendingPathComponent("结果.csv").path
      try Data("old".utf8).write(to: URL(fileURLWithPath: path))
      let outcome = try BuiltProgram.check(BuiltProgram.compliant, ["-o", path])
      #expect(outcome.status == 0)
      #expect(outcome.out.isEmpty)
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
      #expect(String(decoding: bytes.dropFirst(3), as: UTF8.self).hasPrefix("person_id,name,unit,verdict"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["结果.csv"])
    }
  }

  @Test func `a run that fails leaves the old file as it was`() throws {
    try BuiltProgram.withFolder { folder in
      let path = folder.appendingPathComponent("a.csv").path
      try Data("old".utf8).write(to: URL(fileURLWithPath: path))
      let outcome = try BuiltProgram.run(["check", "没有.csv", "--rules", "heze-2022", "-o", path])
      #expect(outcome.status == 2)
      #expect(try BuiltProgram.text(path) == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.csv"])
    }
  }

  @Test func `a reader that leaves early is no error`() throws {
    let outcome = try BuiltProgram.shell(
      """
      set -o pipefail
      { printf '身份证号,类别,年度,学时\\n'; seq -f 'P%.0f,论文,2022,8' 20000; } > /tmp/rows.$$
      $CECREDIT check /tmp/rows.$$ --rules heze-2022 --format jsonl | head -1 | cut -c1-10
      echo "${PIPESTATUS[0]}"
      rm /tmp/rows.$$
      """)
    #expect(outcome.text == "{\"id\": \"P1\n1\n")
    #expect(outcome.err.isEmpty)
  }

  @Test(arguments: [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color"]])
  func `there is no colour where there is no terminal`(environment: [String: String]) throws {
    let outcome = try BuiltProgram.run(
      ["check", "samples/dirty.csv", "--rules", "zaozhuang-2023"], environment: environment)
    #expect(!outcome.text.contains("\u{1B}"))
    #expect(!outcome.err.contains("\u{1B}"))
  }

  @Test func `on a terminal there is colour, and never against NO_COLOR`() throws {
    let command =
      "script -qec \"$CECREDIT check samples/heze-2022.csv --rules heze-2022\" /dev/null < /dev/null"
    guard try BuiltProgram.shell("command -v script").status == 0 else { return }
    let coloured = try BuiltProgram.shell(command, environment: ["TERM": "xterm"])
    #expect(coloured.text.contains("\u{1B}[31m"))
    let plain = try BuiltProgram.shell(command, environment: ["TERM": "xterm", "NO_COLOR": "1"])
    #expect(!plain.text.contains("\u{1B}"))
    #expect(plain.text.contains("张示例"))
  }

  @Test func `one person gets a card, in the language asked for`() throws {
    let chinese = try BuiltProgram.check(BuiltProgram.short)
    #expect(chinese.text.contains("结论：不足"))
    #expect(chinese.text.contains("  专业  ███░░░░░░░░░░░░░░░░░░░░░  应修 60，已计 8，还缺 52"))
    #expect(chinese.text.contains("  4  超过每天的学时上限（五3）"))
    let english = try BuiltProgram.check(BuiltProgram.short, ["--lang", "en"])
    #expect(english.text.contains("verdict: short"))
    #expect(english.text.contains("above the limit of a day (五3)"))
  }

  @Test func `worst first puts those who are short first, by hours missing; file keeps the order`() throws {
    let rows =
      BuiltProgram.compliant + BuiltProgram.pending + BuiltProgram.short
      + "A5,孙七,二院,专业,高研班,甲,,2022-08-01,,30,备1,\n"
    func names(_ arguments: [String]) throws -> [String] {
      try BuiltProgram.check(rows, arguments).text.split(separator: "\n")
        .compactMap { line in ["张三", "李四", "王五", "孙七"].first { line.contains($0) } }
    }
    // 李四 lacks 30 + 52, 孙七 30 + 30.
    #expect(try names([]) == ["李四", "孙七", "王五", "张三"])
    #expect(try names(["--sort", "file"]) == ["张三", "王五", "李四", "孙七"])
    #expect(try names(["--format", "csv"]) == ["张三", "王五", "李四", "孙七"])
    #expect(try names(["--format", "csv", "--sort", "worst"]) == ["李四", "孙七", "王五", "张三"])
  }

  @Test func `verdicts are counted by unit if asked`() throws {
    let rows = BuiltProgram.compliant + BuiltProgram.pending + BuiltProgram.short
    let text = try BuiltProgram.check(rows, ["--by-unit"]).text
    #expect(text.contains("单位  人数  达标  待审  不足  待定  不适用\n"))
    #expect(text.contains("一院     1     1     0     0     0       0\n"))
    #expect(text.contains("二院     2     0     1     1     0       0\n"))
    let csv = try BuiltProgram.check(rows, ["--by-unit", "--format", "csv"]).text
    #expect(
      csv == """
        unit,people,compliant,pending,short,undetermined,not_applicable
        一院,1,1,0,0,0,0
        二院,2,0,1,1,0,0

        """)
    let json = try BuiltProgram.check(rows, ["--by-unit", "--format", "json"])
    let units =
      #"],"units": [{"unit": "一院", "people": 1, "compliant": 1, "pending": 0, "short": 0, "undetermined": 0, "#
      + #""notApplicable": 0}, {"unit": "二院", "people": 2, "compliant": 0, "pending": 1, "short": 1, "#
      + #""undetermined": 0, "notApplicable": 0}]}"#
    #expect(Self.withoutBreaks(json.text).hasSuffix(units.replacing("],\"", with: "], \"")), "\(json.text)")
    #expect(try JSONSerialization.jsonObject(with: json.out) is [String: Any])
    #expect(try BuiltProgram.check(rows, ["--by-unit", "--format", "jsonl"]).status == 2)
  }

  @Test func `reasons stand behind each person and add up below, as do rows of other years and of nobody`()
    throws
  {
    // 12 hours of training on a day bring 8 (五3); 16 without a filing number bring none (五3).
    let rows =
      BuiltProgram.short + "A2,李四,二院,专业,培训进修,护理,,2022-09-01,2022-09-01,16,,\n"
      + "A2,李四,二院,专业,培训进修,护理,,2021-09-01,2021-09-01,8,备1,\n"
      + ",李四,二院,专业,培训进修,急救,,2022-09-02,2022-09-02,8,备1,\n" + BuiltProgram.compliant
    for format in ["table", "markdown", "html"] {
      let text = try BuiltProgram.check(rows, ["--format", format]).text
      if format == "html" {
        // Whole words behind the person, each with its clause; a row each in the table of sums.
        let person = try #require(text.split(separator: "\n").first { $0.hasPrefix("<tr class=\"r short\"") })
        #expect(person.contains("超过每天的学时上限 4") && person.contains("没有备案号 16"), "\(person)")
        for (reason, hours) in [("没有备案号", "16"), ("超过每天的学时上限", "4")] {
          #expect(
            text.contains("<th scope=\"row\">\(reason)</th><td class=\"n\" data-l=\"学时\">\(hours)</td>"))
        }
      } else {
        #expect(text.components(separatedBy: "备案缺 16, 超每日 4").count == 3, "\(text)")
        #expect(text.contains("未计入的学时：备案缺 16, 超每日 4"))
      }
      #expect(text.contains("属于其他年度、没有计入的有 1 行：2021 年度 1 行"))
      #expect(text.contains("有 1 行不知道是谁的"))
    }
    let json = try BuiltProgram.check(rows, ["--format", "json"]).text
    #expect(json.contains("\"entries\": 4, \"problems\": 1, \"warnings\": 0, \"otherYears\": 1}"))
  }

  @Test func `what is required, had, waiting and missing is said in these words`() throws {
    let some = try BuiltProgram.check(BuiltProgram.pending, ["--person", "A3"]).text
    #expect(some.contains("应修 30，已计 0，还缺 30；待审 30，全部认定后已够"))
    #expect(some.contains("应修 60，已计 60，已够\n"))
    let english = try BuiltProgram.check(BuiltProgram.pending, ["--lang", "en"]).text
    #expect(
      english.contains("required 30, has 0, missing 30; waiting 30, nothing missing if all is approved"))
  }

  @Test func `a masked ID is a person where it fits only one`() throws {
    let rows =
      "370402199003071234,王芳,一院,专业,培训进修,甲,,2022-08-01,,8,备1,\n"
      + "370402199003081238,李四,一院,专业,培训进修,甲,,2022-08-01,,8,备1,\n"
      + "370402199103071234,赵六,一院,专业,培训进修,甲,,2022-08-01,,8,备1,\n"
    func people(_ person: String) throws -> Int {
      let outcome = try BuiltProgram.check(rows, ["--person", person, "--format", "csv"])
      return outcome.status == 2 ? -1 : outcome.text.split(separator: "\n").count - 1
    }
    #expect(try people("3704**********1238") == 1)
    #expect(try people("＊＊＊＊＊＊＊＊＊＊＊＊＊＊1238") == 1)
    #expect(try people("3704**********1234") == -1)
    #expect(try people("3704**********9999") == -1)
  }

  @Test
  func `files of problems and rejected rows are in the language asked for, machines' messages in Chinese`()
    throws
  {
    try BuiltProgram.withFolder { folder in
      let (problems, json) = (folder.path + "/p.csv", folder.path + "/p.json")
      _ = try BuiltProgram.check(BuiltProgram.broken, ["--lang", "en", "--problems", problems])
      #expect(try BuiltProgram.text(problems).contains("is not a number of hours") == true)
      _ = try BuiltProgram.check(BuiltProgram.broken, ["--lang", "en", "--problems", json])
      #expect(try !BuiltProgram.text(json).contains("不是可用的学时"))
      let output = try BuiltProgram.check(BuiltProgram.broken, ["--lang", "en", "--format", "json"]).text
      #expect(output.contains("不是可用的学时"))
    }
  }

  @Test func `a file of which no row can be used may hold anybody's hours`() throws {
    try BuiltProgram.withFolder { folder in
      let path = folder.path + "/b.csv"
      try Data("身份证号,学时\nA1,8\n".utf8).write(to: URL(fileURLWithPath: path))
      let outcome = try BuiltProgram.run(
        ["check", "-", path, "--rules", "heze-2022", "--format", "csv"],
        input: Data((BuiltProgram.header + BuiltProgram.compliant + BuiltProgram.short).utf8))
      #expect(outcome.status == 3)
      #expect(outcome.text.contains("A1,张三,一院,compliant,"))
      #expect(outcome.text.contains("A2,李四,二院,undetermined,"))
    }
  }

  @Test func `--max-problems limits what is listed and not what is counted`() throws {
    // Equal ones would be listed once: each has a value of its own.
    let rows = ["八", "九", "十", "两", "半"].map { BuiltProgram.broken.replacing("八", with: $0) }.joined()
    let outcome = try BuiltProgram.check(rows, ["--max-problems", "2", "--format", "csv"])
    #expect(outcome.err.split(separator: "\n").filter { $0.contains("[bad-hours]") }.count == 2)
    #expect(outcome.err.contains("另有 3 条没有列出"))
    #expect(outcome.err.contains("问题 5 个"))
  }

  @Test func `--problems writes all of them, and --rejects rows that can be mended and read again`() throws {
    try BuiltProgram.withFolder { folder in
      let (problems, rejects) = (folder.path + "/p.csv", folder.path + "/r.csv")
      // A cell more than the header has; fewer would be blank.
      let ragged = "A5,孙七,二院,专业,培训进修,护理,,2022-08-02,2022-08-02,8,备1,,多\n"
      let outcome = try BuiltProgram.check(
        BuiltProgram.broken + ragged, ["--problems", problems, "--rejects", rejects, "--max-problems", "0"])
      #expect(outcome.status == 3)
      let listed = try BuiltProgram.text(problems).split(separator: "\n")
      #expect(listed.count == 3)
      #expect(listed[1].hasPrefix("error,bad-hours,-,2,1,学时,J,八,"))
      let rows = try BuiltProgram.text(rejects)
      #expect(rows.hasPrefix("\u{FEFF}问题,身份证号,姓名,"))
      #expect(rows.contains(",A4,赵六,二院,专业,培训进修,急诊培训,,2022-08-01,2022-08-01,八,备1,\n"))
      #expect(rows.contains("[ragged-row] "))
      let mended = rows.replacing(",八,", with: ",8,")
      let again = try BuiltProgram.run(
        ["check", "-", "--rules", "heze-2022", "--format", "csv"], input: Data(mended.utf8))
      #expect(again.text.contains("A4,赵六,二院,short,0,8,8,"))
    }
  }

  @Test func `names that a spreadsheet would take for formulas are made harmless`() throws {
    let rows = "=A1,＝cmd,\"a,\"\"b\"\"\",专业,培训进修,甲,,2022-08-01,,8,备1,\n"
    let outcome = try BuiltProgram.check(rows, ["--format", "csv"])
    #expect(outcome.text.contains("\n'=A1,'＝cmd,\"a,\"\"b\"\"\",short,"))
  }

  @Test func `markup and control characters of a file stay text`() throws {
    let rows = "A1,<b>|\u{1B}[31m,*院*,专业,培训进修,甲,,2022-08-01,,8,备1,\n"
    #expect(try !BuiltProgram.check(rows).text.contains("\u{1B}"))
    #expect(try BuiltProgram.check(rows, ["--format", "html"]).text.contains("&lt;b&gt;|"))
    #expect(try BuiltProgram.check(rows, ["--format", "markdown"]).text.contains("\\<b\\>\\|"))
  }

  @Test func `--as-of leaves later entries out`() throws {
    let outcome = try BuiltProgram.check(
      BuiltProgram.compliant, ["--as-of", "2022/7/30", "--format", "json"])
    #expect(outcome.text.contains("\"asOf\": \"2022-07-30\""))
    #expect(outcome.text.contains("\"entries\": 0, \"problems\": 0"))
    #expect(outcome.status == 1)
  }

  @Test func `a city that has no rule set is met with the nearest that has one`() throws {
    try BuiltProgram.withFolder { folder in
      let roster = folder.appendingPathComponent("r.csv")
      try Data("身份证号,城市\nA1,菏泽地区\nA2,青岛\n".utf8).write(to: roster)
      let outcome = try BuiltProgram.check(BuiltProgram.compliant, ["--roster", roster.path])
      #expect(outcome.status == 3)
      let lines = outcome.err.split(separator: "\n").filter { $0.contains("[unknown-city]") }
      #expect(lines.count == 2)
      #expect(lines.first?.hasSuffix("城市“菏泽地区”没有本年度的规则集；应填已有规则集的城市，或留空。是不是“菏泽”？") == true)
      #expect(lines.last?.hasSuffix("城市“青岛”没有本年度的规则集；应填已有规则集的城市，或留空") == true)
    }
  }
}
