import ContinuingEdCore
import Foundation
import Testing

@testable import cecredit

/// `demo` makes samples of any rule set, and what it says to try does what it says.
@Suite struct DemoTests {
  /// Runs the program in a folder.
  private func run(_ command: String, in folder: URL) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("cd '\(folder.path)' && \(command)")
  }

  @Test(arguments: RuleLibrary.embedded().ids) func `each verdict is there, and a row with a mistake`(
    rules: String
  ) throws {
    try BuiltProgram.withFolder { folder in
      let made = try run("$CECREDIT demo d --lang en --rules \(rules)", in: folder)
      #expect(made.status == 0, "\(made.err)")
      let work = folder.appendingPathComponent("d")
      let check = try run("$CECREDIT check staff.csv --roster people.csv --format csv", in: work)
      #expect(check.status == 3)
      let verdicts = check.text.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[3] }
      #expect(verdicts == ["compliant", "short", "pending", "undetermined"])
    }
  }

  @Test(arguments: ["zh", "en"]) func `every command that it says to try works as it stands`(
    language: String
  ) throws {
    try BuiltProgram.withFolder { folder in
      let made = try run("$CECREDIT demo 'a b' --lang \(language)", in: folder)
      let commands = made.text.split(separator: "\n").filter {
        $0.hasPrefix("cecredit ") || $0.hasPrefix("cd ")
      }
      #expect(commands.first == "cd 'a b'" && commands.count == 8)
      let script = "set +e; alias cecredit=\"$CECREDIT\"; shopt -s expand_aliases\n"
      let all = commands.map {
        $0.hasPrefix("cd") ? "\($0)" : "\($0) > /dev/null 2> err || echo $?; cat err >&2"
      }
      let outcome = try run(script + all.joined(separator: "\n"), in: folder)
      // Somebody is short, and a row has a mistake; nothing is a mistake of the command line.
      #expect(!outcome.text.split(separator: "\n").contains("2"), "\(outcome.text) \(outcome.err)")
      #expect(outcome.err.contains("02-30"))
    }
  }

  @Test func `files that are there are left alone`() throws {
    try BuiltProgram.withFolder { folder in
      #expect(try run("$CECREDIT demo d", in: folder).status == 0)
      let again = try run("$CECREDIT demo d", in: folder)
      #expect(again.status == 2 && again.err.contains("--force"))
      #expect(try run("$CECREDIT demo d --force", in: folder).status == 0)
    }
  }
}
