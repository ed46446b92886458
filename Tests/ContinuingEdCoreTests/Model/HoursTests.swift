import Testing

@testable import ContinuingEdCore

@Suite struct HoursTests {
  @Test(arguments: [
    (0, "0"), (1, "0.01"), (10, "0.1"), (250, "2.5"), (800, "8"), (999_999, "9999.99"), (-50, "-0.5"),
  ])
  func writesWithoutTrailingZeros(hundredths: Int, text: String) {
    #expect(Hours(inHundredths: hundredths).description == text)
  }
}
