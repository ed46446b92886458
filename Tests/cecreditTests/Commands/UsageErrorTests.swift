import Foundation
import Testing

/// What a user is told who typed something wrong; the exit status is 2 and nothing is judged.
@Suite struct UsageErrorTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    /// What standard error contains, in Chinese and in English.
    var chinese: String
    var english: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let file = "samples/heze-2022.csv"
  static let mistakes: [Mistake] = [
    Mistake(
      arguments: ["chek"], chinese: "没有“chek”这个命令", english: "there is no command \"chek\""),
    Mistake(arguments: ["chek"], chinese: "是不是“check”？", english: "did you mean \"check\"?"),
    Mistake(
      arguments: ["--rules", "x"], chinese: "还缺少命令，如 cecredit check",
      english: "a command is missing, as cecredit check"),
    Mistake(arguments: ["check"], chinese: "要用 --rules", english: "choose a rule set by --rules"),
    Mistake(
      arguments: ["check", file], chinese: "heze-2022, jinan-2021, jining-2020, yantai-2023, zaozhuang-2023",
      english: "heze-2022, jinan-2021, jining-2020, yantai-2023, zaozhuang-2023"),
    Mistake(
      arguments: ["check", "--rules", "heze-2022"], chinese: "要写出登记表文件",
      english: "name at least one records file"),
    Mistake(
      arguments: ["check", file, "--rules", "heze-2021"], chinese: "是不是“heze-2022”？",
      english: "did you mean \"heze-2022\"?"),
    Mistake(
      arguments: ["check", file, "--rules", "qingdao-2022"], chinese: "没有规则集“qingdao-2022”；可用：heze-2022",
      english: "there is no rule set \"qingdao-2022\"; there are: heze-2022"),
    Mistake(
      arguments: ["check", file, "--city", "hezee"], chinese: "是不是“heze”？", english: "did you mean \"heze\"?"),
    Mistake(
      arguments: ["check", file, "--year", "2023"],
      chinese: "2023 年度有几个规则集，用 --city 选定：yantai-2023, zaozhuang-2023",
      english: "2023 has several rule sets, choose by --city: yantai-2023, zaozhuang-2023"),
    Mistake(
      arguments: ["check", file, "--city", "heze", "--year", "22"], chinese: "--year 应是四位数字",
      english: "--year is four digits"),
    Mistake(
      arguments: ["check", file, "--rules", "heze-2022", "--city", "heze"], chinese: "--rules 已经选定规则集",
      english: "--rules names the rule set"),
    Mistake(
      arguments: ["check", file, "--rules", "heze-2022", "--fromat", "csv"],
      chinese: "没有选项 --fromat；是不是“--format”？",
      english: "there is no option --fromat; did you mean \"--format\"?"),
    Mistake(
      arguments: ["check", file, "--rules", "heze-2022", "--format", "xml"],
      chinese: "应为：table, json, jsonl, csv",
      english: "it is one of table, json, jsonl, csv"),
    Mistake(
      arguments: ["check", file, "--rules"], chinese: "选项 --rules 后面要有值",
      english: "option --rules needs a value"),
    Mistake(
      arguments: ["check", file, "--rules", "--year", "2022"], chinese: "选项 --rules 后面要有值",
      english: "option --rules needs a value"),
    Mistake(
      arguments: ["check", file, "--rules=heze-2022", "--rules=heze-2022"], chinese: "选项 --rules 只能写一次",
      english: "option --rules was given twice"),
    Mistake(
      arguments: ["check", file, "--rules=heze-2022", "--by-unit=yes"], chinese: "选项 --by-unit 不带值",
      english: "option --by-unit takes no value"),
    Mistake(
      arguments: ["check", file, "--rules=heze-2022", "--by-unit", "--format=jsonl"],
      chinese: "--by-unit 不能用于 jsonl，它每行一个人；请用 json 或 csv",
      english: "--by-unit can't go with jsonl, whose lines are people; use json or csv"),
    Mistake(
      arguments: ["check", file, "--rules=heze-2022", "--as-of", "2022-02-30"], chinese: "--as-of 应是日期",
      english: "--as-of is a date"),
    Mistake(
      arguments: ["check", file, "--rules=heze-2022", "--max-problems=-1"],
      chinese: "--max-problems 应是不小于 0 的整数",
      english: "--max-problems is a whole number"),
    Mistake(
      arguments: ["check", file, "--rules=heze-2022", "--map", "编号"], chinese: "--map 应写成 列名=字段",
      english: "--map is HEADING=FIELD"),
    Mistake(
      arguments: ["check", file, "--rules=heze-2022", "--map", "编号=person"], chinese: "--map 中没有字段“person”",
      english: "--map: there is no field \"person\""),
    Mistake(
      arguments: ["check", file, "--rules=heze-2022", "--person", "张示列"], chinese: "没有“张示列”这个人；是不是“张示例”？",
      english: "there is nobody \"张示列\"; did you mean \"张示例\"?"),
    Mistake(
      arguments: ["check", "-", "-", "--rules=heze-2022"], chinese: "标准输入 - 只能用一次",
      english: "standard input - can be read only once"),
    Mistake(
      arguments: ["check", file, "--rules=heze-2022", "-o", file], chinese: "也是输入文件", english: "is an input"),
    Mistake(arguments: ["import", file], chinese: "缺少 --ledger 文件夹", english: "--ledger DIR is missing"),
    Mistake(
      arguments: ["ledger", "lst"], chinese: "没有“ledger lst”这个命令", english: "did you mean \"ledger list\"?"),
    Mistake(arguments: ["ledger", "status"], chinese: "要用 --ledger 文件夹 写明台账", english: "name the ledger by"),
    Mistake(
      arguments: ["ledger", "show", "--ledger", "samples"], chinese: "不是台账（没有 ledger.json）",
      english: "not a ledger, it has no ledger.json"),
    Mistake(
      arguments: ["ledger", "approve", "2023-1", "--status", "已审", "--ledger", "samples"],
      chinese: "审核状态没有“已审”，应为：已审验、待审、单位已审核、主管部门已审查、驳回；是不是“已审验”？",
      english: "there is no status \"已审\"; it is one of verified, declared, unit, department, rejected"),
    Mistake(
      arguments: ["ledger", "void", "二〇二三", "--reason", "x", "--ledger", "samples"],
      chinese: "登记项应写成 年度-序号，如 2023-17", english: "an entry is YEAR-N, as 2023-17"),
    Mistake(
      arguments: ["check", file, "--rules=heze-2022", "--ledger", "samples"], chinese: "写了 --ledger 就不要再写文件",
      english: "--ledger takes the place of files"),
    Mistake(arguments: ["help", "chekc"], chinese: "是不是“check”？", english: "did you mean \"check\"?"),
  ]

  @Test(arguments: mistakes)
  func `a mistake is named with what is allowed`(mistake: Mistake) throws {
    for (language, words) in [("zh", mistake.chinese), ("en", mistake.english)] {
      let outcome = try BuiltProgram.run(
        mistake.arguments, environment: ["LC_ALL": language == "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8"])
      #expect(outcome.status == 2)
      #expect(outcome.out.isEmpty)
      #expect(outcome.err.contains(words), "\(outcome.err)")
    }
  }

  @Test func `a name that several people have is an error that lists their masked IDs`() throws {
    let rows = """
      370402199003071234,王芳,一院,专业,培训进修,甲,,2022-08-01,,8,备1,
      370402199003075678,王芳,二院,专业,培训进修,甲,,2022-08-01,,8,备1,

      """
    let outcome = try BuiltProgram.check(rows, ["--person", "王芳"])
    #expect(outcome.status == 2)
    #expect(outcome.err.contains("有 2 个人叫“王芳”"))
    #expect(outcome.err.contains("3704**********1234 (一院), 3704**********5678 (二院)"))
    #expect(!outcome.err.contains("370402199003071234"))
    #expect(try BuiltProgram.check(rows, ["--person", "370402199003075678"]).text.contains("二院"))
  }

  @Test func `a rule file with faults is refused with every fault located`() throws {
    try BuiltProgram.withFolder { folder in
      let path = folder.appendingPathComponent("bad.json").path
      try Data("{\"format\": 1,\n \"id\": 7}".utf8).write(to: URL(fileURLWithPath: path))
      let outcome = try BuiltProgram.run(["check", Self.file, "--rules", path])
      #expect(outcome.status == 2)
      #expect(outcome.out.isEmpty)
      #expect(outcome.err.contains("\(path):2:"))
      #expect(outcome.err.contains("缺少键"))
    }
  }
}
