import Foundation
import Testing

/// `inspect`, `template` and `problems`.
@Suite struct InspectTests {
  @Test func `inspect says what was understood`() throws {
    let text = "2023年度登记表;;;;\r\n工号;姓名;类别;序号;学时;年度\r\nA00000001;王芳;自学;1;8;2023\r\nT2;李明;自习;2;8;2023\r\n"
    let outcome = try BuiltProgram.run(["inspect", "-"], input: Data(text.utf8))
    #expect(outcome.status == 3)
    #expect(
      outcome.text == """
        -
          编码        UTF-8
          分隔符      分号
          换行        CRLF
          标题行      第 2 行
          记录        2 条，可用 1 条；问题 1 个，提醒 2 个
          列
            A  工号  → 身份证号（person_id）
            B  姓名  → 姓名（name）
            C  类别  → 类别（category）
            D  序号  → 不认识，忽略
            E  学时  → 学时（hours）
            F  年度  → 年度（year）
          前 1 条
            第 3 行  A000*0001 王芳 自学 2023 8 学时
          类别        自学 1
          科目        空白 1
          年度        2023 1
          审核状态    空白 1
          问题代码    unknown-category 1，unknown-column 1，skipped-row 1

        """)
  }

  @Test func `inspect writes the same as json`() throws {
    let text = "工号,类别,开始日期,结束日期,审核状态\nA00000001,支教,2022-11-01,2023-01-31,待审\n"
    let outcome = try BuiltProgram.run(["inspect", "-", "--format", "json"], input: Data(text.utf8))
    #expect(outcome.status == 0)
    #expect(
      outcome.text == """
        {
          "schema": "cecredit.inspect/1",
          "files": [
            {
              "file": "-",
              "encoding": "utf-8",
              "byteOrderMark": false,
              "delimiter": ",",
              "lineEnds": {"lf": 2, "crlf": 0, "cr": 0},
              "headerLine": 1,
              "records": 1,
              "usable": 1,
              "columns": [
                {"excelColumn": "A", "heading": "工号", "field": "person_id"},
                {"excelColumn": "B", "heading": "类别", "field": "category"},
                {"excelColumn": "C", "heading": "开始日期", "field": "start"},
                {"excelColumn": "D", "heading": "结束日期", "field": "end"},
                {"excelColumn": "E", "heading": "审核状态", "field": "status"}
              ],
              "first": [
                {"line": 2, "id": "A00000001", "name": "", "category": "assignment", "subject": null, "title": "", \
        "year": null, "start": "2022-11-01", "end": "2023-01-31", "hours": null, "count": null, "status": "declared"}
              ],
              "categories": {"assignment": 1},
              "subjects": {"": 1},
              "years": {"2022": 1, "2023": 1},
              "statuses": {"declared": 1},
              "problems": {}
            }
          ]
        }

        """)
  }

  @Test(arguments: ["heze-2022", "jinan-2021", "jining-2020", "yantai-2023", "zaozhuang-2023"])
  func `a template is checked without a problem`(rules: String) throws {
    let template = try BuiltProgram.run(["template", "--rules", rules, "--encoding", "gb18030"])
    #expect(template.status == 0)
    let outcome = try BuiltProgram.run(["validate", "-", "--rules", rules], input: template.out)
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("没有发现问题"))
  }

  @Test
  func
    `a template in a file begins with a byte order mark so that a spreadsheet reads it, a stream does not`()
    throws
  {
    let headings = "person_id,name,unit,employer,series,county,group,review_date,from,to,title_from,city\n"
    let template = try BuiltProgram.run(["template", "--roster", "--lang", "en"])
    #expect([UInt8](template.out).starts(with: headings.utf8))
    try BuiltProgram.withFolder { folder in
      for (name, mark) in [("a.csv", "\u{FEFF}"), ("a", "")] {
        let path = folder.path + "/" + name
        #expect(try BuiltProgram.run(["template", "--roster", "--lang", "en", "-o", path]).status == 0)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        #expect(bytes.starts(with: (mark + headings).utf8), "\(name)")
      }
    }
  }

  @Test func `problems lists every code and explains one`() throws {
    let list = try BuiltProgram.run(["problems"])
    #expect(list.text.contains("\n  mangled-id  "))
    #expect(list.text.contains("\n  skipped-row  "))
    let page = try BuiltProgram.run(["problems", "mangled-id", "--lang", "en"])
    #expect(page.text.hasPrefix("mangled-id (problem: the row is not used)\n"))
    #expect(page.text.contains("\nRemedy\n"))
    let wrong = try BuiltProgram.run(["problems", "mangeld-id"])
    #expect(wrong.status == 2)
    #expect(wrong.err.contains("是不是“mangled-id”？"))
  }
}
