import Foundation
import Testing

/// The README shows only commands that are run here, and only outputs that they print. The two commands that build
/// and test are those of `.ci/run`.
@Suite struct ReadmeTests {
  /// A command of the README and the output shown below it, if one is.
  struct Shown: CustomTestStringConvertible, Sendable {
    var command: String
    var output: String?
    var testDescription: String { command }
  }

  static let shown: [Shown] = {
    let readme = (try? BuiltProgram.text(BuiltProgram.package.appendingPathComponent("README.md").path)) ?? ""
    var shown: [Shown] = []
    // Between the fences, texts and blocks take turns; a block opens with its language.
    for (index, part) in readme.components(separatedBy: "```").enumerated() where index % 2 == 1 {
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      guard lines.count == 2 else { continue }
      if lines[0] == "sh" {
        let commands = lines[1].split(separator: "\n").map(String.init)
        shown += commands.map { Shown(command: $0, output: nil) }
      } else if lines[0] == "text", !shown.isEmpty {
        shown[shown.count - 1].output = String(lines[1])
      }
    }
    return shown.filter { !$0.command.hasPrefix("swift ") }
  }()

  @Test func showsCommands() { #expect(Self.shown.count >= 8) }

  @Test func runsThemInOrder() throws {
    let folder = URL(fileURLWithPath: BuiltProgram.path).deletingLastPathComponent().path
    try BuiltProgram.withFolder { work in
      // Commands write where they are run, so they get the samples in a folder of their own.
      let samples = BuiltProgram.package.appendingPathComponent("samples").path
      let copied = try BuiltProgram.shell(
        "cp -r '\(samples)' '\(work.path)/samples' && chmod -R u+w '\(work.path)'")
      #expect(copied.status == 0)
      for shown in Self.shown {
        let outcome = try BuiltProgram.shell(
          "cd '\(work.path)' && \(shown.command)",
          environment: ["PATH": "\(folder):/usr/bin:/bin", "LC_ALL": "C.UTF-8"])
        #expect([0, 1, 3].contains(outcome.status), "\(shown.command): \(outcome.err)")
        if let output = shown.output { #expect(outcome.text == output, "\(shown.command)") }
      }
    }
  }
}
