import Foundation
import Testing

/// What to type next is said at a terminal only; masked IDs are taken back (CommandLine: At a desk).
@Suite struct NextStepsTests {
  @Test func `next steps are said on a terminal, and not to a pipe`() throws {
    let arguments = ["check", "samples/heze-2022.csv", "--rules", "heze-2022", "--no-pager"]
    let words = "next: cecredit plan samples/heze-2022.csv --rules heze-2022"
    #expect(try PseudoTerminal.run(arguments).text.contains(words))
    #expect(!(try PseudoTerminal.run(arguments + ["-q"]).text.contains("next:")))
    #expect(!(try BuiltProgram.run(arguments + ["--lang", "en"]).err.contains("next:")))
    try BuiltProgram.withFolder { folder in
      try Data((BuiltProgram.header + BuiltProgram.broken).utf8)
        .write(to: folder.appendingPathComponent("a b.csv"))
      let broken = try PseudoTerminal.run(
        ["check", "a b.csv", "--rules", "heze-2022", "--lang", "zh"], folder: folder)
      #expect(broken.text.contains("下一步：cecredit check 'a b.csv' --rules heze-2022 --rejects 待改.csv"))
      let made = try PseudoTerminal.run(["ledger", "init", "books"], folder: folder)
      #expect(made.text.contains("next: cecredit add --ledger books"))
      let imported = try PseudoTerminal.run(["import", "a b.csv", "--ledger", "books"], folder: folder)
      #expect(imported.text.contains("next: cecredit check --ledger books --rules CITY-YEAR"))
    }
  }

  @Test func `a masked ID is taken where one person's fits`() throws {
    let rows = """
      370402199003071234,王芳,一院,专业,培训进修,甲,,2022-08-01,,8,备1,
      370402199003075678,张丽,二院,专业,培训进修,甲,,2022-08-01,,8,备1,
      370402199103075678,李娜,三院,专业,培训进修,甲,,2022-08-01,,8,备1,

      """
    #expect(try BuiltProgram.check(rows, ["--person", "3704**********1234", "--json"]).text.contains("王芳"))
    let two = try BuiltProgram.check(rows, ["--person", "3704**********5678"])
    #expect(two.status == 2 && two.err.contains("有 2 个人的证件号符合"))
    #expect(try BuiltProgram.check(rows, ["--person", "3704*********1234"]).status == 2)
    try LedgerBook.withEmpty { book in
      #expect(try book.run(["import", try book.file("a.csv", BuiltProgram.header + rows)]).status == 0)
      #expect(try book.list(["--person", "3704**********1234"]).count == 1)
      let several = try book.run(["ledger", "list", "--person", "3704**********5678"])
      #expect(several.status == 2 && several.err.contains("2 people have IDs"))
      let added = try book.run([
        "add", "--person", "3704**********1234", "--category", "training", "--start", "2022-09-01", "--hours",
        "2",
      ])
      #expect(added.status == 0, "\(added.err)")
      #expect(try book.list(["--person", "王芳"]).count == 2)
      // Nobody has such an ID, and nobody new can.
      let nobody = try book.run([
        "add", "--person", "3704**********0000", "--category", "training", "--start", "2022-09-01", "--hours",
        "2",
      ])
      #expect(nobody.status == 2 && nobody.err.contains("***"))
    }
  }
}
