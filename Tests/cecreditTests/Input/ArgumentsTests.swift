import Testing

@testable import cecredit

/// The option parser.
@Suite struct ArgumentsTests {
  static let flag = Option("--flag", Words("开关", "a switch"))
  static let many = Option(
    "--many", value: Words("值", "VALUE"), isRepeatable: true, Words("可重复", "repeatable"))
  static let options: [Option] = [flag, many, .output, .lang]

  private func parse(_ words: String...) throws -> Arguments { try Arguments(words, options: Self.options) }

  @Test func `options and operands come in any order`() throws {
    let arguments = try parse("a", "--many", "1", "b", "-o", "f", "--many=2", "--flag", "-")
    #expect(arguments.operands == ["a", "b", "-"])
    #expect(arguments.all(Self.many) == ["1", "2"])
    #expect(arguments[.output] == "f")
    #expect(arguments.has(Self.flag))
    #expect(!arguments.has(.lang))
  }

  @Test(arguments: [["-of"], ["-o=f"], ["-o", "f"], ["--output", "f"], ["--output=f"]])
  func `a value follows, or is joined`(words: [String]) throws {
    #expect(try Arguments(words, options: Self.options)[.output] == "f")
  }

  @Test func `after -- everything is an operand`() throws {
    #expect(try parse("--", "--flag", "-x").operands == ["--flag", "-x"])
  }

  @Test func `a value may hold equals signs and begin with one hyphen`() throws {
    #expect(try parse("--many=a=b").all(Self.many) == ["a=b"])
    #expect(try parse("--many", "-1").all(Self.many) == ["-1"])
  }

  @Test(arguments: [
    (["--flags"], "did you mean \"--flag\"?"), (["--outp"], "did you mean \"--output\"?"),
    (["-x"], "no option -x"),
    (["--many"], "needs a value: --many VALUE"), (["--many", "--flag"], "needs a value"),
    (["--many="], "needs a value"),
    (["--flag=1"], "takes no value"), (["-o", "a", "-o", "b"], "given twice"),
    (["--lang", "fr"], "one of zh, en"),
    (["--zzzzzzzz"], "there is no option --zzzzzzzz"),
  ])
  func `what is not understood is an error`(words: [String], message: String) {
    #expect {
      _ = try Arguments(words, options: Self.options)
    } throws: { error in
      (error as? CommandError).map { $0.isUsage && $0.words.english.contains(message) } ?? false
    }
  }
}
