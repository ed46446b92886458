import Foundation
import Testing

@testable import ContinuingEdCore

/// The Python on this machine.
private enum Python {
  static let hasSchemaCheck = (try? run("import jsonschema", [])) != nil

  /// What a program prints when the files are beside it.
  static func run(_ program: String, _ input: [[UInt8]]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-W", "ignore", "-c", program]
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "cecredit-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, bytes) in input.enumerated() {
      try Data(bytes).write(to: folder.appending(path: String(format: "%03d.json", index)))
    }
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return String(decoding: data, as: UTF8.self)
  }
}

/// The JSON Schema and the decoder agree on what has the form of a rule file. What refers to something else in the
/// file (clauses, names, the order of dates) is the decoder's alone. Needs Python's jsonschema; without it, skipped.
@Suite(.enabled(if: Python.hasSchemaCheck)) struct RuleSchemaTests {
  private static let program = """
    import glob, json, jsonschema
    files = sorted(glob.glob("*.json"))
    schema = json.load(open(files[0]))
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for file in files[1:]:
        print("yes" if check.is_valid(json.load(open(file))) else "no")
    """

  /// Whether the schema accepts each file.
  private func accepted(_ files: [[UInt8]]) throws -> [Bool] {
    let output = try Python.run(RuleSchemaTests.program, [RuleLibrary.schema] + files)
    return output.split(separator: "\n").map { $0 == "yes" }
  }

  @Test func `both accept every shipped rule file`() throws {
    let sources = RuleLibrary.embedded().sources
    #expect(try accepted(sources.map(\.content)) == sources.map { _ in true })
    #expect(sources.allSatisfy { $0.decode().faults.isEmpty })
  }

  @Test func `the schema of cases accepts every file of cases, and knows every word of verdicts`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "Cases")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }.map { Array(try Data(contentsOf: $0)) }
    #expect(files.count >= 5)
    let one =
      #"{"ruleset": "a-2024", "cases": [{"name": "n", "why": "w", "clauses": [], "asOf": null, "roster": null, "#
      + #""entries": [], "expect": {"verdict": "short", "required": {"class-1": 3}, "credited": {}, "ifApproved": {}, "#
      + #""shortfall": {}, "findings": [], "entries": []}}]}"#
    let broken = [
      (#""short""#, #""shortt""#), (#""asOf": null"#, #""asOf": "2024""#),
      (#""class-1": 3"#, #""class-1": "3""#),
      (#""entries": [], "expect""#, #""entries": [{"id": "1"}], "expect""#), (#""why": "w", "#, ""),
      (#""findings": []"#, #""findings": ["late"]"#),
    ].map { Array(one.replacing($0.0, with: $0.1).utf8) }
    let output = try Python.run(
      RuleSchemaTests.program, [RuleLibrary.casesSchema] + files + [Array(one.utf8)] + broken)
    let accepted = output.split(separator: "\n").map { $0 == "yes" }
    #expect(accepted == files.map { _ in true } + [true] + broken.map { _ in false })
    let words = try #require(JSONReader.read(RuleLibrary.casesSchema, file: "s").value?["$defs"])
    func known(_ name: String) -> [String] { (words[name]?["enum"]?.items ?? []).compactMap(\.text) }
    #expect(known("verdict") == Verdict.allCases.map(\.code))
    #expect(known("finding") == FindingCode.allCases.map(\.code))
    #expect(known("reason") == PendingReason.allCases.map(\.code))
    #expect(known("loss") == LossReason.allCases.map(\.code))
    let records = (Field.records + Field.forms).filter { $0 != .personID }.map(\.english)
    #expect(words["record"]?["properties"]?.members?.map(\.name) == records)
    let roster = Field.roster.filter { $0 != .personID }.map(\.english)
    #expect(words["roster"]?["properties"]?.members?.map(\.name) == roster)
  }

  private static let broken: [(String, String)] = [
    ("\"leave\": \"none\", ", ""), ("\"windows\"", "\"window\""), ("\"format\": 2", "\"format\": 3"),
    ("\"format\": 2", "\"format\": \"2\""), ("{\"perItem\": 10}", "{\"perItem\": 10, \"perDay\": 8}"),
    ("{\"perItem\": 10}", "{}"), ("{\"perItem\": 10}", "\"declard\""),
    ("{\"perItem\": 10}", "{\"byLevel\": {\"national\": 3}}"), ("\"training\"", "\"trainning\""),
    ("[\"public\"]", "[\"public\", \"public\"]"), ("[\"public\"]", "[]"), ("[\"public\"]", "\"public\""),
    ("\"category\": \"training\"", "\"category\": \"leave\""),
    ("\"hours\": 90", "\"hours\": \"90\""),
    ("\"hours\": 90", "\"hours\": -3"), ("\"hours\": 90", "\"hours\": 0.005"),
    ("\"hours\": 90", "\"hours\": 1e99"),
    ("\"hours\": 90", "\"hours\": 10000"), ("\"hours\": 90", "\"hours\": null"),
    ("\"hours\": 90", "\"hours\": \"none\""),
    ("\"public\": \"none\"", "\"public\": null"), ("2024-01-02", "2024-02-30"), ("2024-01-02", "2024/01/02"),
    ("\"year\": 2024", "\"year\": 20.5"), ("\"year\": 2024", "\"year\": 3000"), ("\"anywhere\"", "\"../x\""),
    ("[\"某市\"]", "[]"), ("\"title\": \"t\"", "\"title\": \" \""), ("\"title\": \"t\"", "\"title\": 3"),
    ("\"choice\": \"no\"", "\"choice\": false"), ("\"choice\": \"no\"", "\"choice\": \"maybe\""),
    ("\"filingTerm\": \"none\"", "\"filingTerm\": 5"),
    ("\"filingTerm\": \"none\"", "\"filingTerm\": {\"daysBefore\": 15}"),
    (
      "\"filingTerm\": \"none\"", "\"filingTerm\": {\"daysBefore\": 0, \"categories\": [], \"clause\": \"一\"}"
    ),
    (
      "\"filingTerm\": \"none\"",
      "\"filingTerm\": {\"daysBefore\": 1, \"workingDaysBefore\": 1, \"categories\": [], \"clause\": \"一\"}"
    ),
    ("\"reviewCutoff\": \"none\"", "\"reviewCutoff\": {\"before\": \"review\", \"clause\": \"一\"}"),
    ("\"filingTerm\": \"none\"", "\"filingTerm\": {\"daysBefore\": 15, \"clause\": \"一\"}"),
    ("\"makeUpStudy\": \"not-stated\"", "\"makeUpStudy\": \"none\""),
    ("\"makeUpStudy\": \"not-stated\"", "\"makeUpStudy\": {\"openUntil\": \"2025\", \"clause\": \"一\"}"),
    ("\"finalReview\": \"verified\"", "\"finalReview\": \"department\""),
    (
      "\"finalReview\": \"verified\"",
      "\"finalReview\": {\"step\": \"verified\", \"clause\": \"一\"}"
    ),
    ("\"otherSchemes\": []", "\"otherSchemes\": {}"),
    ("\"name\": \"eight\"", "\"name\": \"none\""), ("\"judged\": \"yes\"", "\"judged\": \"no\""),
    ("\"judged\": \"yes\"", "\"judged\": {\"no\": \"\"}"),
    ("\"modules\": \"none\"", "\"modules\": {\"compulsory\": 3}"),
    ("\"hosts\": []", "\"hosts\": [\"a\", \"a\"]"), ("\"study\": \"anywhere\"", "\"study\": \"none\""),
    ("\"study\": \"anywhere\"", "\"study\": {\"listedPlatforms\": \"一\"}"),
    ("\"levels\": \"any\"", "\"levels\": []"), ("\"levels\": \"any\"", "\"levels\": \"none\""),
    ("\"words\": \"any\"", "\"words\": []"), ("\"words\": \"any\"", "\"words\": \"知识更新\""),
    ("\"platform\": \"any\"", "\"platform\": \"listed\""),
    (
      "\"study\": \"anywhere\"",
      "\"study\": {\"listedPlatforms\": \"一\", \"others\": \"wait\", \"filedStudy\": \"none\"}"
    ),
    (
      "\"leave\": \"none\"",
      "\"leave\": {\"alwaysEffective\": [\"ill\"], \"effectiveIfLong\": [], \"longerThanMonths\": 6, \"clause\": \"一\"}"
    ),
    ("\"titleApplications\": \"none\"", "\"titleApplications\": {\"cases\": [], \"clause\": \"一\"}"),
    ("{\"what\": \"filing\"", "{\"what\": \"fee\""),
    ("\"amount\": \"in-notice\"", "\"amount\": {\"outsideNotice\": 3}"),
    ("{\"perItem\": 10}", "{\"first\": 10}"), ("{\"perItem\": 10}", "{\"sum\": []}"),
    ("{\"perItem\": 10}", "{\"sum\": [{\"fixed\": 1}, \"all\"]}"), ("{\"perItem\": 10}", "\"nothing\""),
    ("{\"perItem\": 10}", "{\"percent\": 50, \"of\": \"both\"}"),
    ("{\"perItem\": 10}", "{\"percent\": 0.5, \"of\": \"total\"}"),
    ("{\"perItem\": 10}", "{\"rounded\": \"declared\", \"to\": 0, \"how\": \"down\"}"),
    ("{\"perItem\": 10}", "{\"rounded\": \"declared\", \"to\": 1, \"how\": \"off\"}"),
    ("{\"perItem\": 10}", "{\"table\": [{\"when\": []}]}"), ("{\"perItem\": 10}", "{\"table\": []}"),
    (
      "{\"perItem\": 10}",
      "{\"table\": [{\"when\": [{\"column\": \"name\", \"says\": [\"a\"]}], \"is\": \"nothing\"}]}"
    ),
    ("\"words\": \"any\"", "\"words\": \"any\", \"when\": [{\"says\": [\"a\"]}]"),
    ("\"words\": \"any\"", "\"words\": \"any\", \"when\": [{\"count\": {}}]"),
    ("\"words\": \"any\"", "\"words\": \"any\", \"when\": [{\"column\": \"kind\", \"says\": []}]"),
    (
      "\"modules\": \"none\"",
      "\"modules\": \"none\", \"partOfPeriod\": {\"share\": \"by-day\", \"clause\": \"一\"}"
    ),
    (
      "\"modules\": \"none\"",
      "\"modules\": \"none\", \"others\": [{\"key\": \"total\", \"name\": \"t\", \"hours\": 3, \"clause\": \"一\"}]"
    ),
    (
      "\"modules\": \"none\"",
      "\"modules\": \"none\", \"cases\": [{\"who\": [], \"exempt\": \"yes\", \"clause\": \"一\"}]"
    ),
    (
      "\"modules\": \"none\"",
      "\"modules\": \"none\", \"cases\": [{\"who\": [{\"age\": 3}], \"exempt\": \"yes\", \"clause\": \"一\"}]"
    ),
    ("\"year\": 2024", "\"year\": 2024, \"period\": {\"from\": \"2024-01-01\"}"),
  ]

  private static let sound: [(String, String)] = [
    ("", ""), ("{\"perItem\": 10}", "{\"perMonth\": 3}"),
    ("{\"perItem\": 10}", "{\"first\": 10, \"then\": 2.5}"),
    ("{\"perItem\": 10}", "{\"sum\": [{\"fixed\": 1}, {\"perHour\": 0.5}, \"declared\"]}"),
    ("{\"perItem\": 10}", "{\"percent\": 50, \"of\": \"total\"}"),
    (
      "{\"perItem\": 10}",
      "{\"rounded\": {\"most\": [\"declared\", {\"perHalfDay\": 4}]}, \"to\": 0.5, \"how\": \"half-up\"}"
    ),
    ("{\"perItem\": 10}", "{\"declaredElse\": {\"perDay\": 8}}"),
    ("{\"perItem\": 10}", "{\"outsideNotice\": \"一\"}"),
    (
      "{\"perItem\": 10}",
      "{\"table\": [{\"when\": [{\"level\": [\"county\"]}, {\"count\": {\"from\": 2}}], \"is\": {\"fixed\": 3}}, {\"otherwise\": \"nothing\"}]}"
    ),
    (
      "\"words\": \"any\"",
      "\"words\": \"any\", \"when\": [{\"column\": [\"kind\", \"note\"], \"not\": [\"增刊\"]}, {\"days\": {\"to\": 3}}, {\"module\": [\"elective\"]}]"
    ),
    (
      "\"modules\": \"none\"",
      "\"modules\": \"none\", \"partOfPeriod\": {\"share\": \"by-month\", \"clause\": \"一\"}"
    ),
    (
      "\"modules\": \"none\"",
      "\"modules\": \"none\", \"others\": [{\"key\": \"class-1\", \"name\": \"一类\", \"hours\": 3, \"counts\": \"all\", \"within\": {\"from\": \"2024-01-01\", \"to\": \"2024-06-30\"}, \"clause\": \"一\"}]"
    ),
    (
      "\"modules\": \"none\"",
      "\"modules\": \"none\", \"cases\": [{\"who\": [{\"county\": [\"山区\"]}, {\"joined\": \"in-period\"}], \"total\": 3, \"clause\": \"一\"}]"
    ),
    ("\"year\": 2024", "\"year\": 2024, \"period\": {\"from\": \"2023-09-01\", \"to\": \"2024-08-31\"}"),
    ("{\"perItem\": 10}", "{\"perMonth\": {\"public\": 2.5, \"professional\": 5}}"),
    ("\"hours\": 90", "\"hours\": 9999.99"), ("\"hours\": 90", "\"hours\": 0"),
    (
      "\"filingTerm\": \"none\"",
      "\"filingTerm\": {\"workingDaysBefore\": 5, \"categories\": [], \"clause\": \"一\"}"
    ),
    (
      "\"filingTerm\": \"none\"",
      "\"filingTerm\": {\"daysBefore\": 5, \"categories\": [\"training\"], \"clause\": \"一\"}"
    ),
    ("\"reviewCutoff\": \"none\"", "\"reviewCutoff\": {\"before\": \"review-date\", \"clause\": \"一\"}"),
    ("\"category\": \"training\"", "\"category\": \"assignment\""),
    ("\"finalReview\": \"verified\"", "\"finalReview\": {\"step\": \"unit\", \"clause\": \"一\"}"),
    ("\"levels\": \"any\"", "\"levels\": [\"county\", \"national\"]"),
    ("\"words\": \"any\"", "\"words\": [\"知识更新\"]"),
    ("\"platform\": \"any\"", "\"platform\": {\"listed\": \"一\"}"),
    (
      "\"makeUpStudy\": \"not-stated\"",
      "\"makeUpStudy\": {\"openUntil\": \"2025-06-30\", \"clause\": \"一\"}"
    ),
    ("\"makeUpStudy\": \"not-stated\"", "\"makeUpStudy\": {\"closedAfterYear\": \"一\"}"),
    ("\"date\": \"2024-01-02\"", "\"date\": \"none\""),
    (
      "\"study\": \"anywhere\"",
      "\"study\": {\"listedPlatforms\": \"一\", \"others\": {\"wait\": \"一\"}, \"filedStudy\": {\"clause\": \"一\"}}"
    ),
  ]

  @Test func `both refuse a file with a slip and accept one with another rule`() throws {
    let all = RuleSchemaTests.broken + RuleSchemaTests.sound
    let files = all.map { old, new in
      var text = RuleDecoderTests.sound
      if let range = text.firstRange(of: old) { text.replaceSubrange(range, with: new) }
      return Array(text.utf8)
    }
    let expected = RuleSchemaTests.broken.map { _ in false } + RuleSchemaTests.sound.map { _ in true }
    let (schema, decoder) = (
      try accepted(files), files.map { RuleDecoder.decode($0, file: "a").ruleSet != nil }
    )
    for index in all.indices {
      #expect(schema[index] == expected[index], "schema: \(all[index])")
      #expect(decoder[index] == expected[index], "decoder: \(all[index])")
    }
  }
}
