import Foundation
import Testing

/// `form`, run as a user runs it.
@Suite struct FormCommandTests {
  private static let header = "身份证号,姓名,单位,科目,类别,名称,平台,开始日期,学时,考核结果,审核状态\n"
  private static let wang = "370602199003071239,王芳,一院,公需,培训进修,专题辅导,,2023-05-06,12,合格,已审验\n"
  private static let li = "370602199003071247,李强,二院,公需,网上学习,公需课,鲁东大学,2023-05-06,30,,已审验\n"
  private static let broken = "370602199003071255,赵六,二院,公需,网上学习,公需课,鲁东大学,2023-05-06,八,,已审验\n"

  private static func run(_ rows: String, _ command: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell(
      """
      folder=$(mktemp -d); trap 'rm -r "$folder"' EXIT; cd "$folder"
      printf '%s' '\(header + rows)' > staff.csv
      \(command)
      """, environment: ["LC_ALL": "zh_CN.UTF-8"])
  }

  struct Called: CustomTestStringConvertible, Sendable {
    var name: String
    var rows: String
    var command: String
    var status: Int32
    var says = ""
    var testDescription: String { name }
  }

  static let called = [
    Called(
      name: "one person", rows: wang, command: "$CECREDIT form yantai-registration staff.csv", status: 0),
    Called(
      name: "two persons and one file", rows: wang + li,
      command: "$CECREDIT form yantai-registration staff.csv -o x.html", status: 2, says: "--person"),
    Called(
      name: "one of two", rows: wang + li,
      command: "$CECREDIT form statement staff.csv --rules yantai-2023 --person 李强 -o x.html", status: 0),
    Called(
      name: "a row with a problem", rows: wang + broken,
      command: "$CECREDIT form yantai-registration staff.csv -o x/", status: 3, says: "八"),
    Called(name: "no name", rows: wang, command: "$CECREDIT form", status: 2, says: "zaozhuang-plan"),
    Called(
      name: "an unknown name", rows: wang, command: "$CECREDIT form statment staff.csv", status: 2,
      says: "是不是“statement”"),
    Called(
      name: "another city's rules", rows: wang,
      command: "$CECREDIT form yantai-registration staff.csv --rules heze-2022", status: 2, says: "heze-2022"),
    Called(
      name: "no rules", rows: wang, command: "$CECREDIT form statement staff.csv", status: 2, says: "--rules"),
    Called(
      name: "nothing to leave out", rows: wang,
      command: "$CECREDIT form statement staff.csv --rules yantai-2023 --only-declared", status: 2,
      says: "--only-declared"),
    Called(
      name: "nobody", rows: "", command: "$CECREDIT form statement staff.csv --rules yantai-2023", status: 2,
      says: "没有可填的人"),
    Called(
      name: "an ending that is no form", rows: wang,
      command: "$CECREDIT form statement staff.csv --rules yantai-2023 -o x.pdf", status: 2, says: ".pdf"),
    Called(
      name: "the input as output", rows: wang,
      command: "$CECREDIT form statement staff.csv --rules yantai-2023 -o staff.csv", status: 2,
      says: "staff.csv"),
  ]

  @Test(arguments: called)
  func `the status says what happened`(call: Called) throws {
    let outcome = try Self.run(call.rows, call.command)
    #expect(outcome.status == call.status, "\(outcome.err)")
    if !call.says.isEmpty { #expect(outcome.err.contains(call.says), "\(outcome.err)") }
  }

  @Test func `a folder gets a file a person, without IDs in the names`() throws {
    let outcome = try Self.run(
      Self.wang + Self.li,
      "for kind in html csv xlsx; do $CECREDIT form yantai-registration staff.csv -o out/ --format $kind; done; ls out"
    )
    let names = ["01-王芳", "02-李强"].flatMap { name in ["csv", "html", "xlsx"].map { "\(name).\($0)" } }
    #expect(outcome.text.split(separator: "\n").map(String.init) == names)
  }

  @Test func `the register shows no ID, a statement a masked one`() throws {
    let register = try Self.run(Self.wang, "$CECREDIT form yantai-registration staff.csv")
    #expect(!register.text.contains("1239"))
    #expect(register.text.contains("年度总学时：12学时"))
    let command = "$CECREDIT form statement staff.csv --rules yantai-2023"
    let masked = try Self.run(Self.wang, command)
    #expect(masked.text.contains("3706**********1239"))
    #expect(!masked.text.contains("370602199003071239"))
    #expect(try Self.run(Self.wang, command + " --ids full").text.contains("370602199003071239"))
  }

  @Test func `a notice is one file with everyone who is short`() throws {
    let outcome = try Self.run(
      Self.wang + Self.li, "$CECREDIT form notice staff.csv --rules yantai-2023 --as-of 2023-10-01")
    #expect(outcome.status == 0)
    #expect(outcome.text.components(separatedBy: "<article").count == 3)
    #expect(outcome.text.contains("2023年10月1日"))
  }

  @Test func `warnings of a plan are on standard error alone`() throws {
    let outcome = try BuiltProgram.shell(
      """
      folder=$(mktemp -d); trap 'rm -r "$folder"' EXIT; cd "$folder"
      printf '申请培训项目名称,培训天数,拟计算学时\\n护理班,2,17\\n' > p.csv
      $CECREDIT form zaozhuang-plan p.csv
      """, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(outcome.status == 0)
    #expect(outcome.err.contains("第 2 行：拟计算学时 17 超过 16"))
    #expect(!outcome.text.contains("超过"))
    #expect(outcome.text.contains("（2023年度）"))
  }

  @Test func `help lists the forms with their titles`() throws {
    let help = try BuiltProgram.run(["help", "form"]).text
    #expect(help.contains("zaozhuang-plan       枣庄市专业培训项目计划申报表（__年度）"))
  }

  @Test func `a further city's form is a file`() throws {
    let samples = BuiltProgram.package.appendingPathComponent("samples").path
    let outcome = try BuiltProgram.shell(
      """
      $CECREDIT form '\(samples)/forms/qingshan-register.json' '\(samples)/heze-2022.csv' \
      --rules '\(samples)/qingshan-2026.json' --format csv
      """, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect([0, 3].contains(outcome.status), "\(outcome.err)")
    #expect(outcome.text.contains("青山市继续教育登记簿（2026年度）"))
    #expect(outcome.text.contains("序号,学习内容,时间,学时"))
  }
}
