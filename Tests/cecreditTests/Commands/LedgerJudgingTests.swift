import Foundation
import Testing

/// `check`, `explain` and `plan` with a ledger in place of files.
@Suite struct LedgerJudgingTests {
  /// Gives `body` a ledger with a sample and the roster, and the arguments that name both as files.
  private func withSample(_ body: (LedgerBook, [String]) throws -> Void) throws {
    try LedgerBook.withEmpty { book in
      let files = ["samples/heze-2022.csv", "--roster", "samples/roster.csv"]
      #expect(try book.run(["import"] + files).status == 0)
      try body(book, files)
    }
  }

  @Test(arguments: [
    "check --rules heze-2022 --format csv", "check --rules heze-2022",
    "check --rules heze-2022 --person 李样本", "explain --rules heze-2022 --person 李样本",
    "plan --rules heze-2022 --as-of 2022-10-01", "plan --rules heze-2022 --as-of 2022-10-01 --format csv",
  ])
  func `judges what is in it as the files that it came from`(command: String) throws {
    try withSample { book, files in
      let words = command.split(separator: " ").map(String.init)
      let fromFiles = try BuiltProgram.run(words + files, environment: ["LC_ALL": "en"])
      let fromLedger = try book.run(words)
      #expect(fromLedger.status == fromFiles.status)
      // Lines of files are other lines.
      let places = /line [0-9]+|[0-9]+ 行/
      let entries = /entries\/[0-9]+\.csv,? ?/
      func plain(_ text: String) -> String {
        text.replacing(places, with: "line").replacing(entries, with: "").replacing(
          "samples/heze-2022.csv", with: ""
        )
        .replacing(book.path + "/", with: "").split(separator: "\n").map { $0.filter { $0 != " " } }
        .joined(separator: "\n")
      }
      #expect(plain(fromLedger.text) == plain(fromFiles.text))
    }
  }

  @Test func `void, corrected and approved entries count as they stand now`() throws {
    let rows = """
      身份证号,姓名,单位,科目,类别,名称,平台,开始日期,结束日期,学时,审核状态
      A1,张三,一院,公需,网络平台学习,公需课,菏泽学院,2022-07-01,2022-07-31,30,待审
      A1,张三,一院,专业,网络平台学习,专业课,菏泽学院,2022-07-01,2022-07-31,50,
      A1,张三,一院,专业,网络平台学习,错记,菏泽学院,2022-08-01,2022-08-31,20,

      """
    try LedgerBook.with(rows) { book in
      func hours() throws -> Substring {
        let outcome = try book.run(["check", "--rules", "heze-2022", "--format", "csv"])
        return try #require(outcome.text.split(separator: "\n").last)
      }
      // 50 + 20 of professional; the public 30 wait.
      #expect(try hours().hasPrefix("A1,张三,一院,pending,0,70,70,"))
      _ = try book.run(["ledger", "void", "2022-3", "--reason", "登记错人"])
      #expect(try hours().hasPrefix("A1,张三,一院,short,0,50,50,"))
      _ = try book.run(["ledger", "correct", "2022-2", "学时=60", "--reason", "证书写的是60"])
      #expect(try hours().hasPrefix("A1,张三,一院,pending,0,60,60,"))
      _ = try book.run(["ledger", "approve", "2022-1", "--status", "已审验"])
      #expect(try hours().hasPrefix("A1,张三,一院,compliant,30,60,90,"))
    }
  }

  @Test func `a ledger takes the place of files and of what says how to read them`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let check = ["check", "--rules", "heze-2022"]
      try book.expectRefusal(check + ["samples/heze-2022.csv"], ["--ledger takes the place of files"])
      try book.expectRefusal(check + ["--encoding", "utf-8"], ["--encoding is for files"])
      try book.expectRefusal(
        check + ["-o", book.path + "/entries/2023.csv"], ["would lie among the ledger's"])
    }
  }

  @Test func `a roster beside a ledger stands in for its own in one run`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      // In GBK, with a heading of its own: 编号,姓名 and A1,张三; A2 is not on it.
      let path = book.path + "/../roster.csv"
      let bytes: [UInt8] =
        [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x0A]
        + Array("A1,".utf8) + [0xD5, 0xC5, 0xC8, 0xFD, 0x0A]
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let check = ["check", "--rules", "heze-2022", "--format", "csv"]
      let before = try book.content()
      let outcome = try book.run(
        check + ["--roster", path, "--encoding", "gbk", "--map", "编号=person_id"])
      let people = outcome.text.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
      #expect(people == ["A1"], "\(outcome.err)")
      #expect(outcome.err.contains("not-in-roster"), "\(outcome.err)")
      // It was for that run: the ledger has no roster, and everyone with an entry is judged.
      #expect(try book.content() == before)
      let later = try book.run(check).text.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
      #expect(later.sorted() == ["A1", "A2"])
      try book.expectRefusal(check + ["--roster", path, "--map", "没有=person_id"], ["--map"])
      try book.expectRefusal(check + ["--roster", path, "--set", "unit=x"], ["--set is for files"])
    }
  }

  @Test func `a ledger copied to another place works`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let outcome = try BuiltProgram.shell(
        """
        cd '\(book.work.path)' && cp -r 台账 copy && rm copy/.lock && cd copy
        "$CECREDIT" ledger verify && "$CECREDIT" ledger void 2023-1 --reason x && "$CECREDIT" ledger list --format csv | wc -l
        """, environment: ["LC_ALL": "en"])
      #expect(outcome.text == "clean: 3 entries, 1 change\nvoided 2023-1\n3\n", "\(outcome.err)")
    }
  }

  @Test(arguments: [
    "ledger list --all --format json", "ledger list --all --format csv", "ledger show 2023-1 --format json",
    "ledger status --format json", "ledger status --format csv", "ledger verify --format json",
    "ledger verify --format csv", "ledger history --format json", "ledger history --format csv",
    "ledger history 2023-1 --format json", "ledger history --person A1 --format csv",
    "import samples/dirty.csv --dry-run --format json", "import samples/dirty.csv --dry-run --format csv",
    "ledger void 2023-2 --reason x --dry-run --at 2023-01-01 --format json",
    "ledger correct 2023-2 hours=5 --reason x --dry-run --at 2023-01-01 --format csv",
    "ledger approve --year 2023 --status verified --dry-run --at 2023-01-01 --format json",
    "add --person A1 --category leave --kind 病假 --start 2023-01-01 --dry-run --at 2023-01-01 --format json",
    "check --rules zaozhuang-2023 --format json",
  ])
  func `what programs read does not change with the language`(command: String) throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      _ = try book.run(["ledger", "correct", "2023-1", "学时=6", "--reason", "证书"] + LedgerBook.fixed)
      let words = command.split(separator: " ").map(String.init)
      let chinese = try book.run(words, language: "zh_CN.UTF-8")
      let english = try book.run(words, language: "en_US.UTF-8")
      #expect(!chinese.out.isEmpty)
      #expect(chinese.out == english.out)
      #expect(chinese.status == english.status)
    }
  }
}
