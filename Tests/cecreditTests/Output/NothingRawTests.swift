import Foundation
import Testing

/// Nothing raw: no control, bidi or zero-width character of any source reaches people (CommandLine: At a desk).
@Suite struct NothingRawTests {
  private static let escapes = ["\u{1B}", "\u{9B}", "\u{7F}", "\u{202E}", "\u{200B}"]

  private func expectNothingRaw(_ text: String, _ where: String) {
    for escape in NothingRawTests.escapes {
      #expect(!text.contains(escape), "\(`where`): \(text.debugDescription)")
    }
  }

  @Test(arguments: ["zh", "en"]) func `arguments come back escaped in messages`(language: String) throws {
    let word = "x\u{1B}[31m\u{9B}\u{7F}\u{202E}\u{200B}"
    for arguments in [
      [word], ["check", word, "--rules", "heze-2022"], ["check", "samples/heze-2022.csv", "--rules", word],
      ["check", "samples/heze-2022.csv", "--rules", "heze-2022", "--person", word], ["check", "--" + word],
      ["ledger", "list", word], ["check", "x", "--format", word], ["problems", word],
      ["check", "samples/heze-2022.csv", "--rules", "heze-2022", "-o", "/nowhere/" + word],
    ] {
      let outcome = try BuiltProgram.run(arguments, environment: ["LC_ALL": language])
      #expect(outcome.status == 2)
      expectNothingRaw(outcome.err, arguments[0])
      #expect(outcome.err.contains("\\u{1B}[31m\\u{9B}\\u{7F}\\u{202E}\\u{200B}"), "\(outcome.err)")
    }
  }

  @Test func `a rule file's texts are escaped for people and exact for programs`() throws {
    try BuiltProgram.withFolder { folder in
      let text = try BuiltProgram.text(
        BuiltProgram.package.appendingPathComponent("samples/qingshan-2026.json").path)
      let issuer = try #require(text.firstMatch(of: #/"issuer": "/#))
      let raw = text.replacingCharacters(in: issuer.range, with: "\"issuer\": \"\\u001b[31m\\u202e")
      let path = folder.appendingPathComponent("qingshan-2026.json").path
      try Data(raw.utf8).write(to: URL(fileURLWithPath: path))
      for form in ["text", "markdown"] {
        let shown = try BuiltProgram.run(["rules", "show", path, "--format", form])
        expectNothingRaw(shown.text, form)
        #expect(shown.text.contains("{1B}") && shown.text.contains("{202E}"), "\(shown.text)\(shown.err)")
      }
      #expect(try BuiltProgram.run(["rules", "show", path, "--json"]).text == raw)
    }
  }

  @Test func `a file whose name is not UTF-8 is read, and its bytes are shown`() throws {
    try BuiltProgram.withFolder { folder in
      let made = try BuiltProgram.shell(
        "cd '\(folder.path)' && cp \"$OLDPWD/samples/heze-2022.csv\" $'n\\xff\\x1b.csv' && "
          + "$CECREDIT check $'n\\xff\\x1b.csv' --rules heze-2022 --json > j; "
          + "$CECREDIT check $'n\\xff\\x1b.csv' --rules heze-2022 --format markdown -o $'o\\xfe.md' 2> e; "
          + "$CECREDIT validate $'n\\xff\\x1b.csv' --format csv > c; $CECREDIT validate . > v; ls | od -c")
      #expect(made.status == 0, "\(made.err)")
      // An output is named by its bytes, too.
      #expect(made.text.contains("376"))
      let json = try BuiltProgram.text(folder.appendingPathComponent("j").path)
      #expect(json.contains(#""file": "n\\xFF\u001b.csv""#))
      #expect(try BuiltProgram.text(folder.appendingPathComponent("c").path).contains("n\\xFF\u{1B}.csv,31,"))
      for name in ["e", "v"] {
        let text = try BuiltProgram.text(folder.appendingPathComponent(name).path)
        expectNothingRaw(text, name)
        #expect(text.contains("n\\xFF\\u{1B}.csv:31"), "\(text)")
      }
    }
  }

  @Test func `a name in a ledger is escaped for people`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let path = try book.file(
        "\u{202E}evil\u{1B}[2J.csv", LedgerBook.header + "A9,赵六,一院,专业,培训进修,新,2023-07-09,8,\n")
      let imported = try book.run(["import", path])
      #expect(imported.status == 0)
      expectNothingRaw(imported.text + imported.err, "import")
      expectNothingRaw(try book.run(["ledger", "history"]).text, "history")
    }
  }

  @Test func `colours of one's own stay where they are wanted, and nobody else's`() throws {
    let always = try BuiltProgram.check(BuiltProgram.short, ["--color", "always", "--person", "李四"])
    #expect(always.text.contains("\u{1B}[31m"))
    let never = try BuiltProgram.check(
      BuiltProgram.short, ["--color", "never"], environment: ["FORCE_COLOR": "1"])
    expectNothingRaw(never.text, "never")
    let wrong = try BuiltProgram.check(
      BuiltProgram.short, ["--color", "always", "--person", "\u{1B}[31m李"], environment: ["FORCE_COLOR": "1"])
    expectNothingRaw(wrong.err, "message")
  }
}
