/// What an identity number says of the day of birth (Problems: Codes of warnings; id-birth).
struct BirthDate {
  /// The four digits of the year.
  let year: Int
  /// Whether there is such a day.
  let exists: Bool

  /// Nobody studies for the credit of a profession before or after.
  static let ages = 16...75

  /// Of an ID of 17 digits and a digit or X; nil of any other.
  @inline(__always)
  init?(_ id: UnsafeRawBufferPointer) {
    guard id.count == 18, IdentityNumber.checkDigitMatches(id) != nil else { return nil }
    func number(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(id[$1] &- 48) } }
    year = number(6..<10)
    exists = Day(year: year, month: number(10..<12), day: number(12..<14)) != nil
  }

  /// Whether somebody of this birth may have studied in a year.
  @inline(__always)
  func isLikely(in creditYear: Int) -> Bool { exists && BirthDate.ages.contains(creditYear - year) }
}
