import Testing

@testable import ContinuingEdCore

@Suite struct ExcelColumnTests {
  @Test(arguments: [
    (0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"),
    (16_383, "XFD"), (-1, ""),
  ])
  func lettersAreThoseOfASpreadsheet(index: Int, letters: String) {
    #expect(ExcelColumn.letters(index) == letters)
  }
}
