import ContinuingEdCore
import Foundation
import Testing

/// The page of `check` as text; what a browser and paper make of it is tested in Tests/ReportTests.
@Suite struct ReportPageTests {
  private static func page(_ rows: String, _ arguments: [String] = []) throws -> String {
    try BuiltProgram.check(rows, ["--format", "html"] + arguments).text
  }

  private static func between(_ text: String, _ start: String, _ end: String) -> String {
    guard let from = text.range(of: start),
      let to = text.range(of: end, range: from.upperBound..<text.endIndex)
    else { return "" }
    return String(text[from.upperBound..<to.lowerBound])
  }

  private static let everyone =
    BuiltProgram.compliant + BuiltProgram.short + BuiltProgram.pending + BuiltProgram.broken

  @Test func `nothing is styled or scripted but by what the policy names`() throws {
    let page = try Self.page(Self.everyone)
    let policy = Self.between(page, "Content-Security-Policy\" content=\"", "\"")
    #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
    #expect(!policy.contains("unsafe"))
    #expect(page.components(separatedBy: "<style>").count == 2)
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(!page.contains("\\u{") && !page.contains("\u{2060}"))
    for mark in [" style=", " onclick=", "http://", "https://", "url(", "@import"] {
      #expect(!page.contains(mark), "\(mark)")
    }
  }

  @Test func `a row says why hours are missing, with the hours, and leads to the clause`() throws {
    let page = try Self.page(Self.everyone)
    // 12 hours of training on one day bring 8 (五3).
    let row = Self.between(page, "<tr class=\"r short\"", "</tr>")
    #expect(row.contains("超过每天的学时上限 4&#8288;<sup><a href=\"#c0-"))
    #expect(row.contains(">五3</a></sup>"))
    #expect(row.contains("公需 30、专业 52"))
    #expect(page.contains("<dd>培训进修类（其他研修班同）由人社或行业主管部门举办"))
  }

  @Test func `an entry that waits for two things stands once, its hours once, both reasons behind them`()
    throws
  {
    // The second is in review, and probably the first: titles say the same, starts are equal.
    let rows =
      "A5,钱七,一院,专业,培训进修,急救,,2022-08-01,,8,备1,\n"
      + "A5,钱七,一院,专业,培训进修,急 救,,2022-08-01,2022-08-02,7,备1,待审\n"
    let page = try Self.page(rows + BuiltProgram.compliant)
    #expect(page.components(separatedBy: ">急 救</th>").count == 2)
    let row = Self.between(page, "<tr class=\"r short\"", "</tr>")
    #expect(row.contains("待认定：正在审核、与另一条很可能是同一活动 7&#8288;<sup>"), "\(row)")
    #expect(row.components(separatedBy: " 7&#8288;").count == 2)
    // Review is of 五, what is the same hour twice of 三.
    #expect(row.contains(">五</a></sup>&#8288;<sup>、</sup>&#8288;<sup><a href="), "\(row)")
    #expect(row.contains(">三</a></sup></td>"), "\(row)")
  }

  @Test func `the head says what is incomplete`() throws {
    let rows = Self.everyone + ",某人,二院,专业,培训进修,急诊培训,,2022-08-01,2022-08-01,8,备1,\n"
    let head = Self.between(try Self.page(rows), "<header>", "</header>")
    #expect(head.contains("有 2 处问题"))
    #expect(head.contains("有 1 行不知道是谁的"))
    #expect(head.contains("菏泽") && head.contains("heze-2022") && head.contains("填表人"))
    #expect(!Self.between(try Self.page(BuiltProgram.compliant), "<header>", "</header>").contains("尚不完整"))
  }

  @Test func `equal problems are listed once, with how many`() throws {
    let rows = (1...3).map { "B\($0),赵六,二院,专业,培训进修,急诊培训,,2022-08-01,2022-08-01,八,备1,\n" }.joined()
    let problems = Self.between(try Self.page(rows), "id=\"problems\"", "</section>")
    #expect(problems.components(separatedBy: "bad-hours").count == 2)
    #expect(problems.contains("第 2、3、4 行"))
    #expect(problems.contains(">3</td>"))
  }

  @Test func `people stand under their units where that is asked for`() throws {
    let page = try Self.page(Self.everyone, ["--by-unit"])
    #expect(page.components(separatedBy: "<tr class=\"group\">").count == 3)
    #expect(page.contains("二院</span>：3 人，不足 1、待定 1、待审 1"))
  }

  @Test func `a person alone has a page of entries and no table of people`() throws {
    let page = try Self.page(Self.everyone, ["--person", "A2"])
    #expect(
      !page.contains("<table class=\"people\"") && !page.contains("<script>") && !page.contains("<details"))
    #expect(page.contains("急诊培训"))
  }

  @Test func `a folder gets a page of all and a page a unit`() throws {
    try BuiltProgram.withFolder { folder in
      let path = folder.appendingPathComponent("报告").path + "/"
      let outcome = try BuiltProgram.check(Self.everyone, ["-o", path])
      #expect(outcome.status == 3 && outcome.out.isEmpty, "\(outcome.err)")
      let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      #expect(names == ["1-一院.html", "2-二院.html", "index.html"])
      let index = try BuiltProgram.text(path + "index.html")
      #expect(index.contains("<a href=\"1-%E4%B8%80%E9%99%A2.html\">一院</a>"))
      let unit = try BuiltProgram.text(path + "2-二院.html")
      #expect(unit.contains("李四") && !unit.contains("张三") && unit.contains("index.html#problems"))
      let wrong = try BuiltProgram.check(Self.everyone, ["--format", "csv", "-o", path])
      #expect(wrong.status == 2 && wrong.err.contains("文件夹"))
    }
  }

  @Test func `a page in English says of Chinese text that it is`() throws {
    let page = try Self.page(Self.everyone, ["--lang", "en"])
    #expect(page.contains("<html lang=\"en\">"))
    #expect(page.contains("<th scope=\"row\" lang=\"zh-CN\"><a href=\"#p"))
    #expect(page.contains("<dl class=\"clauses\" lang=\"zh-CN\">"))
  }
}
