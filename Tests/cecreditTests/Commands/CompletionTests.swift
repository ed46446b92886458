import Foundation
import Testing

@testable import cecredit

/// Completions and the manual, from the tables that help is made from.
@Suite struct CompletionTests {
  /// What can stand in the place of the last word.
  private func offers(_ words: [String], environment: [String: String] = [:]) throws -> [String] {
    let outcome = try BuiltProgram.run(
      ["__complete", "--"] + words, environment: ["LC_ALL": "en"].merging(environment) { $1 })
    #expect(outcome.status == 0 && outcome.err.isEmpty, "\(outcome.err)")
    return outcome.text.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
  }

  static let cases: [([String], [String])] = [
    (["che"], ["check"]), (["ledger", "ver"], ["verify"]), (["rules", "co"], ["coverage"]),
    (["--lang", "en", "val"], ["validate"]), (["--no-p"], ["--no-pager"]),
    (["--lang", ""], ["zh", "en"]), (["--quiet", "ledger", "ver"], ["verify"]),
    (["check", "x.csv", "--rul"], ["--rules", "--rules-dir"]),
    (["check", "--rules", "z"], ["zaozhuang-2023", ":files"]),
    (["check", "--rules=he"], ["--rules=heze-2022", ":files"]),
    (["check", "--city", "ji"], ["jinan", "jining"]), (["check", "--city", "菏"], ["菏泽"]),
    (["check", "--year", ""], ["2020", "2021", "2022", "2023"]),
    (["check", "--format", "j"], ["json", "jsonl"]),
    (["check", "--color", ""], ["auto", "always", "never"]),
    (["check", "--roster", ""], [":files"]), (["check", ""], [":files"]), (["check", "--", ""], [":files"]),
    (["check", "--ledger", ""], [":folders"]), (["ledger", "verify", ""], [":folders"]),
    (["add", "--category", "tr"], ["training", "transfer"]),
    (["add", "--subject", ""], ["public", "professional"]),
    (["add", "--rules", "zaozhuang-2023", "--level", "p"], ["provincial"]),
    (["problems", "bad-q"], ["bad-quote"]), (["help", "ledger m"], ["ledger merge"]),
    (["rules", "show", "ya"], ["yantai-2023", ":files"]), (["completions", ""], ["bash", "zsh", "fish"]),
    (["check", "--set", "un"], ["unit="]), (["nosuch", "x"], []),
  ]

  @Test(arguments: cases) func `words are completed`(words: [String], expected: [String]) throws {
    #expect(try offers(words) == expected)
  }

  @Test func `platforms are those of the rule set, and people those of the ledger`() throws {
    #expect(try offers(["add", "--rules", "heze-2022", "--platform", ""]).contains("菏泽学院"))
    #expect(!(try offers(["add", "--rules", "zaozhuang-2023", "--platform", ""]).contains("菏泽学院")))
    try LedgerBook.with(LedgerBook.rows + "A3,张三,三院,专业,培训进修,急诊,2023-07-01,8,\n") { book in
      let named = try offers(["ledger", "list", "--ledger", book.path, "--person", ""])
      // Two are called 张三.
      #expect(named == ["A1", "李四", "A3"])
      let remembered = try offers(["add", "--person", "李"], environment: ["CECREDIT_LEDGER": book.path])
      #expect(remembered == ["李四"])
      #expect(try offers(["ledger", "list", "--ledger", book.path, "--unit", ""]) == ["一院", "三院", "二院"])
    }
  }

  @Test func `nothing hidden is offered to a terminal`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let outcome = try BuiltProgram.run(
        ["__complete", "--", "ledger", "list", "--ledger", "\u{1B}[2J", "--person", ""])
      #expect(outcome.status == 0 && !outcome.text.contains("\u{1B}"))
    }
  }

  /// What bash makes of words, the last of which is being typed.
  private func bash(_ words: [String]) throws -> [String] {
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try BuiltProgram.shell(
      """
      export PATH="$(dirname "$CECREDIT"):$PATH" LC_ALL=C.UTF-8
      source <(cecredit completions bash)
      complete -p cecredit > /dev/null || echo none
      COMP_WORDS=(\(list)); COMP_CWORD=\(words.count - 1); _cecredit; printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(outcome.err.isEmpty, "\(outcome.err)")
    return outcome.text.split(separator: "\n").map(String.init)
  }

  @Test func `bash takes the script and completes by it`() throws {
    #expect(try bash(["cecredit", "ch"]) == ["check"])
    #expect(try bash(["cecredit", "check", "samples/heze-2022.csv", "--rules", "ya"]) == ["yantai-2023"])
    // Words are taken apart at signs of equality.
    #expect(try bash(["cecredit", "check", "--rules", "=", "ya"]) == ["yantai-2023"])
    #expect(try bash(["cecredit", "check", "--format", "="]).contains("markdown"))
    #expect(try bash(["cecredit", "check", "samples/heze-2022."]) == ["samples/heze-2022.csv"])
    #expect(try bash(["cecredit", "check", "--city", "枣"]) == ["枣庄"])
  }

  @Test(arguments: ["zsh", "fish"]) func `the other shells take theirs where they are`(shell: String) throws {
    let check = try BuiltProgram.shell(
      "command -v \(shell) > /dev/null || exit 0; \"$CECREDIT\" completions \(shell) | \(shell) -n")
    #expect(check.status == 0, "\(check.err)")
    #expect(try BuiltProgram.run(["completions", "bsh"]).err.contains("bash"))
  }

  // MARK: The manual

  @Test(arguments: ["zh", "en"]) func `the manual has every command and option`(language: String) throws {
    let page = try BuiltProgram.run(["man", "--lang", language]).text
    #expect(page.contains(".TH CECREDIT 1"))
    for command in Commands.all {
      #expect(page.contains(".SS \"cecredit \(command.name.replacing("-", with: "\\-"))\""))
      for option in command.allOptions {
        #expect(page.contains(option.name.replacing("-", with: "\\-")), "\(option.name)")
      }
    }
    // A line that begins with a point is a request, and these are all that there are.
    let requests = Set(
      page.split(separator: "\n").filter { $0.hasPrefix(".") || $0.hasPrefix("'") }.map {
        $0.prefix { $0 != " " }
      })
    #expect(
      requests.isSubset(of: [
        ".\\\"", ".TH", ".SH", ".SS", ".TP", ".B", ".PP", ".RS", ".RE", ".nf", ".fi", ".ad",
      ]))
  }
}
