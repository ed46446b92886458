import Foundation
import Testing

/// Colour, the pager and quiet, piped and on a terminal (CommandLine: At a desk).
@Suite struct ColourTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var option: String?
    var environment: [String: String]
    var onTerminal: Bool
    var isColoured: Bool
    var testDescription: String { "\(option ?? "") \(environment) \(onTerminal)" }
  }

  static let cases: [Case] = [
    Case(option: nil, environment: [:], onTerminal: true, isColoured: true),
    Case(option: nil, environment: [:], onTerminal: false, isColoured: false),
    Case(option: nil, environment: ["TERM": "dumb"], onTerminal: true, isColoured: false),
    Case(option: nil, environment: ["NO_COLOR": "1"], onTerminal: true, isColoured: false),
    Case(option: nil, environment: ["NO_COLOR": ""], onTerminal: true, isColoured: true),
    Case(option: nil, environment: ["FORCE_COLOR": "1"], onTerminal: false, isColoured: true),
    Case(option: nil, environment: ["FORCE_COLOR": "0"], onTerminal: true, isColoured: false),
    Case(
      option: nil, environment: ["FORCE_COLOR": "1", "NO_COLOR": "1"], onTerminal: true, isColoured: false),
    Case(option: "always", environment: ["NO_COLOR": "1"], onTerminal: false, isColoured: true),
    Case(option: "auto", environment: ["NO_COLOR": "1"], onTerminal: true, isColoured: false),
    Case(option: "never", environment: ["FORCE_COLOR": "1"], onTerminal: true, isColoured: false),
  ]

  @Test(arguments: cases) func `an option beats NO_COLOR, which beats FORCE_COLOR`(run: Case) throws {
    let words = run.option.map { ["--color", $0] } ?? []
    let arguments = words + ["check", "samples/heze-2022.csv", "--rules", "heze-2022", "--no-pager"]
    let text =
      run.onTerminal
      ? try PseudoTerminal.run(arguments, environment: run.environment).text
      : try BuiltProgram.run(arguments, environment: run.environment).text
    #expect(text.contains("\u{1B}[") == run.isColoured)
  }

  @Test func `quiet leaves out hints and sums, and keeps what is wrong`() throws {
    let arguments = ["check", "samples/heze-2022.csv", "--rules", "heze-2022", "--lang", "en"]
    let loud = try BuiltProgram.run(arguments)
    let quiet = try BuiltProgram.run(["-q"] + arguments)
    #expect(quiet.status == loud.status)
    #expect(loud.text.contains("15 people: compliant") && !quiet.text.contains("15 people: compliant"))
    #expect(loud.err.contains("problems: 0") && !quiet.err.contains("problems: 0"))
    #expect(quiet.err.contains("warning [duplicate]"))
    let wrong = try BuiltProgram.run(["check", "nowhere.csv", "--rules", "heze-2022", "--quiet"])
    #expect(wrong.status == 2 && wrong.err.contains("nowhere.csv"))
  }

  @Test func `a closed pipe ends quietly`() throws {
    let piped = try BuiltProgram.shell(
      "for form in table json csv markdown html; do "
        + "$CECREDIT check samples/heze-2022.csv --rules heze-2022 --format $form -q --max-problems 0 2> /dev/null | head -c 1; done; "
        + "$CECREDIT help | head -c 1; $CECREDIT rules show heze-2022 | true")
    #expect(piped.err == "")
    #expect(piped.out.count == 6)
  }

  // MARK: The pager

  private static let long = ["rules", "show", "heze-2022"]
  private static let pager = ["PAGER": "sed 's/^/PAGED /'"]

  @Test func `more than a screen on a terminal goes through the pager`() throws {
    let paged = try PseudoTerminal.run(ColourTests.long, environment: ColourTests.pager)
    #expect(paged.status == 0)
    let lines = paged.text.split(separator: "\n")
    #expect(lines.count > 24 && lines.allSatisfy { $0.hasPrefix("PAGED ") })
    let plain = try BuiltProgram.run(ColourTests.long + ["--lang", "en"]).text
    #expect(paged.text.replacing("PAGED ", with: "") == plain)
  }

  @Test func `nothing else does`() throws {
    let cases: [([String], UInt16, [String: String])] = [
      (ColourTests.long + ["--no-pager"], 24, ColourTests.pager),
      (["--no-pager"] + ColourTests.long, 24, ColourTests.pager),
      (ColourTests.long, 500, ColourTests.pager), (ColourTests.long + ["--json"], 24, ColourTests.pager),
      (ColourTests.long, 24, ["PAGER": ""]), (ColourTests.long, 0, [:]),
      (["version"], 24, ColourTests.pager),
    ]
    for (arguments, rows, environment) in cases {
      let run = try PseudoTerminal.run(arguments, rows: rows, environment: environment)
      #expect(run.status == 0 && !run.text.contains("PAGED") && !run.text.isEmpty, "\(arguments)")
    }
    #expect(!(try BuiltProgram.run(ColourTests.long, environment: ColourTests.pager).text.contains("PAGED")))
  }

  @Test func `a pager that is left early ends it quietly`() throws {
    let left = try PseudoTerminal.run(ColourTests.long, environment: ["PAGER": "head -n 1"])
    #expect(left.status == 0)
    #expect(left.text.split(separator: "\n").count == 1)
  }
}
