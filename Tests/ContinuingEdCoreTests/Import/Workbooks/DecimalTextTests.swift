import Testing

@testable import ContinuingEdCore

/// Workbooks: Numbers. Fifteen digits, no exponent from 1E-9 to below 1E+21.
struct DecimalTextTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("0.0", "0"), ("000", "0"), ("8", "8"), ("08", "8"), ("30.50", "30.5"),
    ("-1.5", "-1.5"),
    ("0.30000000000000004", "0.3"), ("1.3333333333333333", "1.33333333333333"), ("0.1", "0.1"), (".5", "0.5"),
    ("5.", "5"), ("1E3", "1000"), ("1.5e-3", "0.0015"), ("1E-9", "0.000000001"), ("1E-10", "1E-10"),
    ("1.25E-10", "1.25E-10"), ("1E+20", "100000000000000000000"), ("1E+21", "1E+21"),
    ("9.5E+300", "9.5E+300"),
    ("370402199003071234", "370402199003071000"), ("3.7040219900307123E+17", "370402199003071000"),
    ("999999999999999", "999999999999999"), ("9999999999999999", "10000000000000000"),
    ("0.99999999999999999", "1"),
    ("123456789012345.6", "123456789012346"), ("45108", "45108"), ("+7", "7"), ("1E400", "1E+400"),
  ])
  func `texts of numbers`(text: String, expected: String) throws { #expect(try written(text) == expected) }

  /// The double next to 0.1234567890123455 is 0.123456789012345496…, that next to 2.000000000000005 is 2.00000000000000488….
  @Test(arguments: [("0.1234567890123455", "0.123456789012345"), ("2.000000000000005", "2")])
  func `where the digits leave it open, the double decides`(text: String, expected: String) throws {
    #expect(try written(text) == expected)
  }

  @Test(arguments: ["", "-", ".", "abc", "1,5", "1e", "1e+", "0x10", "NaN", "INF", "1 2", "--1"])
  func `what is no number`(text: String) {
    #expect(Array(text.utf8).withUnsafeBytes { DecimalText($0) == nil })
  }

  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (1e21, "1E+21"), (2.5, "2.5"), (1.0 / 3, "0.333333333333333"), (-0.0, "0"),
    (1e15, "1000000000000000"),
  ])
  func `doubles`(value: Double, expected: String) throws {
    var text: [UInt8] = []
    try #require(DecimalText(value)).write(to: &text)
    #expect(String(decoding: text, as: UTF8.self) == expected)
  }

  @Test func `no number is none`() {
    #expect(DecimalText(Double.nan) == nil)
    #expect(DecimalText(Double.infinity) == nil)
  }

  private func written(_ text: String) throws -> String {
    var target: [UInt8] = []
    try #require(Array(text.utf8).withUnsafeBytes { DecimalText($0) }).write(to: &target)
    return String(decoding: target, as: UTF8.self)
  }
}
