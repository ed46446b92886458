import Testing

@testable import ContinuingEdCore

@Suite("Tables of texts") struct TextTableTests {
  @Test("a table tells where texts lie beyond 4 GiB of them")
  func farTexts() {
    var table = TextTable()
    let ends = [10, 0xFFFF_FFFF, 0x1_0000_0000, 0x1_0000_0007, 0x3_0000_0001, 0x3_0000_0009]
    for end in ends { table.addEnd(end) }
    let ranges = (1...ends.count).map { table.byteRange(of: TextID(UInt32($0))) }
    #expect(ranges.map(\.upperBound) == ends)
    #expect(ranges.map(\.lowerBound) == [0] + ends.dropLast())
    #expect(table.byteRange(of: .empty).isEmpty && table.byteRange(of: TextID(99)).isEmpty)
  }

  @Test("texts of another table come behind, the empty one stays")
  func append() {
    var first = TextTable()
    var second = TextTable()
    #expect(first.append("甲") == TextID(1) && second.append("") == .empty)
    #expect(second.append("乙") == TextID(1) && second.append("丙丁") == TextID(2))
    let shift = first.append(contentsOf: second)
    #expect(shift == 1)
    #expect((0...3).map { first.string(TextID(UInt32($0))) } == ["", "甲", "乙", "丙丁"])
  }

  @Test("a list of texts comes behind those that are there, however far it grew")
  func list() {
    var table = TextTable()
    #expect(table.append("甲") == TextID(1))
    var list = TextList(texts: 0, bytes: 0)
    let texts = (0..<100).map { String(repeating: "乙", count: $0 % 7 + 1) + String($0) }
    for text in texts { Array(text.utf8).withUnsafeBytes { list.append($0) } }
    #expect(list.count == 100)
    table.append(list)
    #expect(table.count == 102 && table.string(TextID(1)) == "甲")
    #expect((0..<100).map { table.string(TextID(UInt32($0 + 2))) } == texts)
    table.append(TextList(texts: 0, bytes: 0))
    #expect(table.count == 102)
  }
}
