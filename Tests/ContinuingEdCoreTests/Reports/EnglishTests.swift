import Testing

@testable import ContinuingEdCore

@Suite struct EnglishTests {
  @Test func `one is one thing, and none or several are things`() {
    #expect([0, 1, 2].map { English.count($0, "change") } == ["0 changes", "1 change", "2 changes"])
    #expect(
      [0, 1, 2].map { English.count($0, "entry", "entries") } == ["0 entries", "1 entry", "2 entries"])
  }
}
