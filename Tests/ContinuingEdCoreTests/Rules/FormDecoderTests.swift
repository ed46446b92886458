import Testing

@testable import ContinuingEdCore

/// Form files: those in the binary are sound, and what is wrong with another is said with its place.
@Suite struct FormDecoderTests {
  @Test func `the shipped forms are sound`() throws {
    #expect(FormLibrary.ids == ["notice", "statement", "yantai-registration", "zaozhuang-plan"])
    for id in FormLibrary.ids { #expect(try FormLibrary.form(id: id).id == id) }
  }

  @Test func `an unknown form is named with a near one`() {
    #expect(throws: FormLibrary.Failure.unknown("statment", suggestion: "statement", known: FormLibrary.ids))
    {
      try FormLibrary.form(id: "statment")
    }
  }

  /// Every entry that can bring hours has a block, and no two.
  @Test(arguments: ["yantai-registration", "statement"])
  func `every category has its block`(id: String) throws {
    var blocks: [(subject: Subject?, categories: [Category])] = []
    for case .table(let table) in try FormLibrary.form(id: id).parts {
      if case .entries(let subject, let categories) = table.rows { blocks.append((subject, categories)) }
    }
    for category in Category.allCases where category != .leave && category != .annual {
      let subject: Subject? = category == .assignment ? nil : .professional
      let fitting = blocks.filter { block in
        (block.subject == nil || block.subject == subject)
          && (block.categories.isEmpty || block.categories.contains(category))
      }
      #expect(fitting.count == 1, "\(category)")
    }
  }

  private static let sound = """
    {"format": 1, "id": "x", "title": "表（{year}）", "city": "any", "source": "none", "paper": "portrait",
    "documents": {"people": "all"}, "oneFile": "no", "withoutListedPlatforms": "none",
    "parts": [
    {"grid": {"ruled": "yes", "rows": [[{"label": "姓名", "value": "name", "spans": [4, 8]}]]}},
    {"table": {"name": "项目", "within": [], "rows": {"entries": {"subject": "any", "categories": ["online"]}},
    "columns": [{"heading": "学时", "value": "hours", "width": 20}], "blankRows": 2}}
    ]}
    """

  @Test func `a small one is sound`() {
    #expect(FormDecoder.decode(Array(Self.sound.utf8), file: "x.json").faults == [])
  }

  struct Slip: CustomTestStringConvertible, Sendable {
    var old: String
    var new: String
    var path: String
    var testDescription: String { new }
  }

  static let slips = [
    Slip(old: "\"format\": 1", new: "\"format\": 2", path: "format"),
    Slip(old: "\"paper\": \"portrait\"", new: "\"paper\": \"sideways\"", path: "paper"),
    Slip(old: "{year}", new: "{jear}", path: "title"),
    Slip(old: "\"id\": \"x\"", new: "\"id\": \"X 1\"", path: "id"),
    Slip(old: "\"people\": \"all\"", new: "\"people\": \"some\"", path: "documents.people"),
    Slip(old: "[4, 8]", new: "[4, 9]", path: "parts[0].grid.rows[0]"),
    Slip(old: "\"value\": \"name\"", new: "\"value\": \"nmae\"", path: "parts[0].grid.rows[0][0].value"),
    Slip(old: "\"hours\"", new: "\"lost-hours\"", path: "parts[1].table.columns[0].value"),
    Slip(old: "[\"online\"]", new: "[\"on-line\"]", path: "parts[1].table.rows.entries.categories[0]"),
    Slip(old: "\"width\": 20", new: "\"width\": 0", path: "parts[1].table.columns[0].width"),
    Slip(old: "\"blankRows\": 2", new: "\"blankRow\": 2", path: "parts[1].table.blankRow"),
    Slip(old: "\"table\": {\"name\"", new: "\"tabel\": {\"name\"", path: "parts[1].tabel"),
  ]

  @Test func `a sum wants a block for everything that can bring hours`() {
    let text = Self.sound.replacing(
      "\"blankRows\": 2}}", with: "\"blankRows\": 2}}, {\"sum\": {\"label\": \"合计\", \"unit\": \"学时\"}}")
    let kinds = FormDecoder.decode(Array(text.utf8), file: "x.json").faults.map(\.kind)
    #expect(kinds.contains(.noBlock(.training, .public)) && kinds.contains(.noBlock(.assignment, nil)))
    #expect(!kinds.contains(.noBlock(.online, .public)))
  }

  @Test(arguments: slips)
  func `a slip is found where it is`(slip: Slip) {
    let text = Self.sound.replacing(slip.old, with: slip.new)
    #expect(text != Self.sound)
    let decoding = FormDecoder.decode(Array(text.utf8), file: "x.json")
    #expect(decoding.form == nil)
    #expect(decoding.faults.contains { $0.keyPath == slip.path }, "\(decoding.faults.map(\.keyPath))")
  }
}
