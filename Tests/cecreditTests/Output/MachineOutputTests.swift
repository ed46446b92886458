import Testing

/// What programs read is the same whatever the language (Outputs: Languages).
@Suite struct MachineOutputTests {
  @Test(arguments: [
    "check samples/dirty.csv --rules zaozhuang-2023 --format json",
    "check samples/dirty.csv --rules zaozhuang-2023 --format jsonl",
    "check samples/dirty.csv --rules zaozhuang-2023 --format csv",
    "plan samples/heze-2022.csv --rules heze-2022 --as-of 2022-10-01 --format csv",
    "plan samples/heze-2022.csv --rules heze-2022 --as-of 2022-10-01 --format json",
    "plan samples/heze-2022.csv --rules heze-2022 --as-of 2022-10-01 --format entries",
    "explain samples/heze-2022.csv --rules heze-2022 --person 李样本 --format json",
    "inspect samples/dirty.csv --format json",
    "rules list --format json",
    "rules show heze-2022 --format json",
    "rules diff heze-2022 jining-2020 --format json",
  ])
  func doesNotChangeWithTheLanguage(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let chinese = try BuiltProgram.run(words + ["--lang", "zh"])
    let english = try BuiltProgram.run(words + ["--lang", "en"])
    #expect(!chinese.out.isEmpty)
    #expect(chinese.out == english.out)
    #expect(chinese.status == english.status)
  }
}
