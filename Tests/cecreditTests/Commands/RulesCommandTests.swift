import Foundation
import Testing

/// The commands about rules, as somebody uses them who has a new notice on the desk.
@Suite struct RulesCommandTests {
  private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(["rules"] + arguments, environment: ["LC_ALL": "C"])
  }

  @Test func `rules list names every rule set, in words or as JSON`() throws {
    let list = try run("list")
    #expect(list.status == 0)
    #expect(list.text.split(separator: "\n").count == 5)
    let json = try JSONSerialization.jsonObject(with: try run("list", "--format", "json").out)
    #expect(((json as? [String: Any])?["rulesets"] as? [Any])?.count == 5)
  }

  @Test func `rules show tells a notice, or one clause of it`() throws {
    let whole = try run("show", "heze-2022", "--lang", "zh")
    #expect(whole.status == 0)
    #expect(whole.text.contains("不接受培训对象含“乡村振兴”的人员"))
    #expect(try run("show", "heze-2022", "--clause", "五1").text.contains("at most 8 hours a day"))
    let unknown = try run("show", "heze-2022", "--clause", "五9")
    #expect(unknown.status == 2)
    #expect(unknown.err.contains("五4"))
    #expect(try run("show", "hese-2022").err.contains("did you mean \"heze-2022\"?"))
    let file = try Data(contentsOf: BuiltProgram.package.appendingPathComponent("rules/heze-2022.json"))
    #expect(try run("show", "heze-2022", "--format", "json").out == file)
  }

  @Test(arguments: [
    "samples/qingshan-2026.json", "samples/notices/yunzhou-2026.json", "samples/notices/lanshan-2025.json",
    "samples/notices/xishan-2026.json",
  ])
  func `a sample rule file is in order and its cases notice every change`(file: String) throws {
    #expect(try run("check", "--strict", file).status == 0)
    let test = try run("test", file, "--mutate")
    #expect(test.status == 0, "\(test.text)")
    #expect(test.text.contains("0 not noticed"))
    #expect(try run("coverage", file).status == 0)
  }

  @Test func `a school year ends in summer: template, notice and days left say so`() throws {
    let rules = ["--rules", "samples/notices/yunzhou-2026.json", "--lang", "zh"]
    let template = try BuiltProgram.run(["template"] + rules)
    let sample = try #require(template.text.split(separator: "\n").first { $0.contains("培训进修") })
    // 245 days and the category's number after 1 September 2025 is in May 2026.
    #expect(sample.contains(",2026-05-"), "\(sample)")
    let row =
      "person_id,name,category,hours,start,title,evidence\n370402199003071234,甲,training,8,2025-10-01,课,证\n"
    let notice = try BuiltProgram.run(
      ["form", "notice", "-", "--format", "csv"] + rules, input: Data(row.utf8))
    #expect(notice.text.contains("学习截止,2026-08-31（年度结束）"), "\(notice.text)")
    // 30 − 8 = 22 outside; no ethics; 72 − 8 = 64 in all.
    for line in ["合计,72,8,0,64,64", "师德,8,0,0,8,8", "校外培训,30,8,0,22,22"] {
      #expect(notice.text.contains(line), "\(notice.text)")
    }
    let plan = try BuiltProgram.run(
      ["plan", "-", "--as-of", "2026-02-01", "--format", "csv"] + rules, input: Data(row.utf8))
    #expect(plan.text.contains(",not-planned,"), "\(plan.text)")
    let late = try BuiltProgram.run(
      ["plan", "-", "--as-of", "2026-08-31", "--format", "csv"] + rules, input: Data(row.utf8))
    #expect(late.text.contains(",too-late,"), "\(late.text)")
  }

  @Test func `a rule file of one's own is used by path, folder and environment`() throws {
    let row = "person_id,category,subject,hours,start,platform\nA,online,public,24,2026-05-01,青山在线\n"
    for (arguments, environment) in [
      (["--rules", "samples/qingshan-2026.json"], [:]),
      (["--rules", "qingshan-2026", "--rules-dir", "samples"], [:]),
      (["--city", "青山", "--year", "2026"], ["CECREDIT_RULES_DIR": "samples"]),
    ] {
      let outcome = try BuiltProgram.run(
        ["check", "-", "--format", "csv"] + arguments, input: Data(row.utf8), environment: environment)
      #expect(outcome.status == 1, "\(arguments) \(outcome.err)")
      #expect(outcome.text.contains("A,,,short,24,0,24,24,48,72"), "\(outcome.text)")
    }
  }

  @Test func `from a notice to a rule set: new, check, test`() throws {
    try BuiltProgram.withFolder { folder in
      let path = folder.appendingPathComponent("qingdao-2026.json").path
      #expect(try run("new", "--from", "heze-2022", "-o", path).status == 0)
      // The old windows are still there: the checker says so.
      let check = try run("check", path)
      #expect(check.status == 2)
      #expect(check.text.contains("windows[0]: window \"online-study\" is not within the year"))
      #expect(try run("new", "--from", "heze-2022", "-o", folder.path + "/qingdao.json").status == 2)
      #expect(try run("test", path).status == 2)
    }
  }

  @Test func `a case that fails is shown as expected against got, with the trace`() throws {
    try BuiltProgram.withFolder { folder in
      let cases = try String(
        contentsOf: BuiltProgram.package.appendingPathComponent("samples/qingshan-2026.cases.json"),
        encoding: .utf8)
      let path = folder.appendingPathComponent("a.cases.json")
      try cases.replacingOccurrences(of: "\"credited\": 50", with: "\"credited\": 49")
        .write(to: path, atomically: true, encoding: .utf8)
      let test = try run("test", "samples/qingshan-2026.json", "--cases", path.path)
      #expect(test.status == 1)
      #expect(test.text.contains("entries[0].credited: expected 49, got 50"))
      #expect(test.text.contains("row 1 professional: worth 50 (二4) = 50 confirmed"))
    }
  }

  @Test(arguments: [
    ("empty", "", "the file is empty"), ("text", "hello", "not JSON: found \"h\", a value is expected"),
    ("deep", String(repeating: "[", count: 10_000), "nested more than 64 deep"),
    ("newer", "{\"format\": 9}", "rule format 9; this program knows format 2"),
    ("big", "[\(String(repeating: " ", count: 5 << 20))]", "larger than 4 MiB"),
    ("part", "{\"format\": 1}", "key \"activities\" is missing"),
  ])
  func `a file that is no rule file is refused with its place`(name: String, text: String, message: String)
    throws
  {
    try BuiltProgram.withFolder { folder in
      let path = folder.appendingPathComponent(name + ".json")
      try Data(text.utf8).write(to: path)
      for arguments in [
        ["rules", "check", path.path], ["rules", "show", path.path],
        ["check", "samples/heze-2022.csv", "--rules", path.path],
      ] {
        let outcome = try BuiltProgram.run(arguments, environment: ["LC_ALL": "C"])
        #expect(outcome.status == 2)
        #expect((outcome.text + outcome.err).contains(message), "\(arguments): \(outcome.text)\(outcome.err)")
        #expect((outcome.text + outcome.err).contains(path.path + ":1:"))
      }
    }
  }

  @Test func `a warning makes a difference only with --strict`() throws {
    try BuiltProgram.withFolder { folder in
      let file = try String(
        contentsOf: BuiltProgram.package.appendingPathComponent("samples/qingshan-2026.json"), encoding: .utf8
      )
      let path = folder.appendingPathComponent("qingshan-2026.json")
      try file.replacingOccurrences(of: "\"no\": \"对单位的要求\"", with: "\"no\": \"x\"")
        .replacingOccurrences(of: "{\"no\": \"x\"}", with: "\"yes\"").write(
          to: path, atomically: true, encoding: .utf8)
      let lenient = try run("check", path.path)
      #expect(lenient.status == 0)
      #expect(
        lenient.text.contains("warning: clauses[15]: clause 九 is said to be judged, but no rule cites it"))
      #expect(try run("check", "--strict", path.path).status == 1)
    }
  }

  @Test func `rules diff says what changes and whose verdict would be another`() throws {
    let diff = try run("diff", "heze-2022", "samples/qingshan-2026.json", "--with", "samples/heze-2022.csv")
    #expect(diff.status == 0)
    #expect(diff.text.contains("at least 48 hours"))
    #expect(diff.text.contains("compared for 2022"))
    let json = try JSONSerialization.jsonObject(
      with: try run("diff", "heze-2022", "zaozhuang-2023", "--format", "json").out)
    #expect(((json as? [String: Any])?["changes"] as? [Any])?.isEmpty == false)
    #expect(try run("diff", "heze-2022").status == 2)
  }

  @Test func `the schema in the binary is the one beside the rule files`() throws {
    let file = BuiltProgram.package.appendingPathComponent("rules/cecredit-rules-2.schema.json")
    #expect(try run("schema").out == Data(contentsOf: file))
  }
}
