import Testing

@testable import ContinuingEdCore

@Suite struct JSONReaderTests {
  private func fault(_ text: String) -> (line: Int, path: String, kind: RuleFault.Kind)? {
    JSONReader.read(Array(text.utf8), file: "a.json").faults.first.map { ($0.line, $0.keyPath, $0.kind) }
  }

  @Test func `values keep their lines, their order and their digits`() throws {
    let json = try JSONReader.parse(
      Array("{\n \"b\": [1.50,\n  \"x\\u00e9\\ud83d\\ude00\"],\r\n \"a\": null}".utf8), file: "a")
    #expect(json.members?.map(\.name) == ["b", "a"])
    #expect(json["b"]?.line == 2)
    let items = json["b"]?.items ?? []
    #expect(items.count == 2)
    if case .number(let text)? = items.first?.content {
      #expect(text == "1.50")
    } else {
      Issue.record("no number")
    }
    #expect(items.last?.text == "xé😀")
    #expect(items.last?.line == 3)
    #expect(json["a"]?.line == 4)
    #expect(json["a"]?.kind == .null)
  }

  @Test func `a byte order mark is skipped`() {
    #expect(JSONReader.read([0xEF, 0xBB, 0xBF, 0x5B, 0x5D], file: "a").value?.kind == .array)
  }

  @Test(arguments: [
    ("", 1, RuleFault.Kind.emptyFile), (" \n ", 2, .emptyFile),
    ("{", 1, .syntax(found: nil, wanted: .key)),
    ("{\n\"a\" 1}", 2, .syntax(found: "1", wanted: .colon)),
    ("{\"a\": 1 \"b\"}", 1, .syntax(found: "\"", wanted: .commaOrBrace)),
    ("{\"a\": 1,}", 1, .syntax(found: "}", wanted: .key)),
    ("[1,]", 1, .syntax(found: "]", wanted: .value)),
    ("[1\n2]", 2, .syntax(found: "2", wanted: .commaOrBracket)),
    ("\"ab", 1, .syntax(found: nil, wanted: .endOfText)),
    ("\"a\nb\"", 1, .syntax(found: "\n", wanted: .endOfText)),
    ("\"\\x\"", 1, .syntax(found: "x", wanted: .escape)),
    ("\"\\ud800\"", 1, .badSurrogate),
    ("-", 1, .syntax(found: nil, wanted: .digit)), ("1.", 1, .syntax(found: nil, wanted: .digit)),
    ("01", 1, .syntax(found: "1", wanted: .endOfFile)), ("+1", 1, .syntax(found: "+", wanted: .value)),
    ("tru", 1, .syntax(found: "t", wanted: .value)), ("NaN", 1, .syntax(found: "N", wanted: .value)),
    ("// x", 1, .syntax(found: "/", wanted: .value)), ("学", 1, .syntax(found: "学", wanted: .value)),
    ("[] []", 1, .syntax(found: "[", wanted: .endOfFile)),
  ])
  func `what is not JSON is a located fault`(text: String, line: Int, kind: RuleFault.Kind) {
    let found = fault(text)
    #expect(found?.line == line)
    #expect(found?.kind == kind)
  }

  @Test func `a key that is there twice is a fault at the second`() {
    let document = JSONReader.read(Array("{\"a\": {\"b\": 1,\n\"b\": 2}, \"a\": 3}".utf8), file: "x.json")
    #expect(document.faults.map(\.keyPath) == ["a.b", "a"])
    #expect(document.faults.map(\.line) == [2, 2])
    #expect(document.faults.map(\.kind) == [.duplicateKey("b"), .duplicateKey("a")])
    let many = "{" + (0..<40).map { "\"k\($0)\": 0" }.joined(separator: ",") + ",\"k3\": 1}"
    #expect(fault(many)?.kind == .duplicateKey("k3"))
  }

  @Test func `64 levels are read and 10,000 are refused`() {
    let fits = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(fault(fits) == nil)
    #expect(fault(String(repeating: "[\n", count: 10_000))?.kind == .tooDeep(limit: 64))
    #expect(fault(String(repeating: "[\n", count: 10_000))?.line == 65)
    #expect(fault(String(repeating: "{\"a\":", count: 10_000))?.kind == .tooDeep(limit: 64))
  }

  @Test func `4 MiB are read and a byte more is refused`() {
    let fits = Array("[]".utf8) + [UInt8](repeating: 0x20, count: JSONReader.sizeLimit - 2)
    #expect(JSONReader.read(fits, file: "a").faults.isEmpty)
    #expect(JSONReader.read(fits + [0x20], file: "a").faults.map(\.kind) == [.tooLarge(limit: 4 << 20)])
  }

  @Test func `bytes that are not UTF-8 are a fault at their line`() {
    let gb: [UInt8] = Array("{\n\"a\": \"".utf8) + [0xBA, 0xCF] + Array("\"}".utf8)
    let faults = JSONReader.read(gb, file: "a").faults
    #expect(faults.map(\.kind) == [.notUTF8])
    #expect(faults.first?.line == 2)
    #expect(JSONReader.read([0xFF, 0xFE, 0x7B, 0x00], file: "a").faults.map(\.kind) == [.notUTF8])
  }

  @Test(arguments: [
    ("0", 0), ("8", 800), ("2.5", 250), ("0.05", 5), ("9999.99", 999_999), ("8.00", 800),
  ])
  func `numbers of hours are exact`(text: String, hundredths: Int) {
    #expect(Hours(exactly: text)?.hundredths == hundredths)
  }

  @Test(arguments: ["1e99", "1E2", "0.005", "-3", "-0", "10000", "99999999999999999999", "8.000", ""])
  func `other numbers are no hours`(text: String) {
    #expect(Hours(exactly: text) == nil)
  }
}
