import Testing

@testable import ContinuingEdCore

@Suite struct NameListTests {
  /// On both sides of where a dictionary comes in.
  @Test(arguments: [1, 2, 47, 48, 49, 50, 200]) func `every name is found at its place and none twice`(
    count: Int
  ) {
    let names = (0..<count).map { "第\($0)条" }
    var list = NameList(names)
    #expect(list.names == names)
    for (position, name) in names.enumerated() {
      #expect(list.position(of: name) == position)
      #expect(list.insert(name) == false)
    }
    #expect(list.position(of: "第 0 条") == nil)
    #expect(list.names == names)
  }

  @Test(arguments: [0, 60]) func `two ways to write one character are one name`(others: Int) {
    var list = NameList((0..<others).map { "n\($0)" } + ["caf\u{E9}"])
    #expect(list.position(of: "cafe\u{301}") == others)
    #expect(list.insert("cafe\u{301}") == false)
  }
}
