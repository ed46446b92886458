/// Credit hours (学时), exact to 0.01: a count of hundredths, never a number of minutes and never a fraction that is
/// nearly right.
///
///     let course = Hours(8)
///     let half = Hours(hundredths: 50)    // 0.5
///     let typed = Hours("2.5")
///
/// Made from outside, hours lie from 0 to 9999.99, which is what a row can declare (RecordsFiles: Columns); sums may be
/// more. No sum traps.
public struct Hours: Hashable, Comparable, Sendable {
  /// The amount in units of 0.01 hour.
  public package(set) var hundredths: Int

  /// An amount of `hundredths` × 0.01 hour; nil below 0 and above 9999.99.
  public init?(hundredths: Int) {
    guard Hours.held.contains(hundredths) else { return nil }
    self.init(inHundredths: hundredths)
  }

  /// A whole number of hours, clamped to what a row can hold: `Hours(-1)` is 0, and `Hours(20_000)` is 9999.99. Where a
  /// number may be out of range, ask ``init(hundredths:)``, which says so.
  public init(_ whole: Int) {
    let (hundredths, overflows) = whole.multipliedReportingOverflow(by: 100)
    let most = Hours.held.upperBound
    self.init(inHundredths: overflows ? (whole < 0 ? 0 : most) : min(max(0, hundredths), most))
  }

  /// Decimal digits with at most two decimals, as in `8`, `2.5`, `0.01`, up to 9999.99; nil for anything else.
  public init?(_ text: String) {
    // What JSON allows, but for a point at an end.
    guard text.utf8.first != UInt8(ascii: "."), text.utf8.last != UInt8(ascii: "."),
      let hours = Hours(exactly: text)
    else { return nil }
    self = hours
  }

  /// Any amount, below zero too, as it comes about in sums.
  package init(inHundredths hundredths: Int) { self.hundredths = hundredths }

  /// What a row can declare.
  static let held = 0...999_999

  /// No hours.
  public static let zero = Hours(inHundredths: 0)

  /// Whether an amount is less than another.
  public static func < (a: Hours, b: Hours) -> Bool { a.hundredths < b.hundredths }
  /// The sum, exact; one that no number holds is the largest that it holds.
  @inline(__always)
  public static func + (a: Hours, b: Hours) -> Hours {
    let (sum, overflows) = a.hundredths.addingReportingOverflow(b.hundredths)
    return Hours(inHundredths: overflows ? limit(below: b.hundredths < 0) : sum)
  }
  /// The difference, below zero where `b` is more; ``missing(from:)`` stops at zero.
  @inline(__always)
  public static func - (a: Hours, b: Hours) -> Hours {
    let (rest, overflows) = a.hundredths.subtractingReportingOverflow(b.hundredths)
    return Hours(inHundredths: overflows ? limit(below: b.hundredths > 0) : rest)
  }
  /// Adds to an amount.
  @inline(__always)
  public static func += (a: inout Hours, b: Hours) { a = a + b }
  /// Takes from an amount, below zero too.
  @inline(__always)
  public static func -= (a: inout Hours, b: Hours) { a = a - b }
  /// The amount `n` times, as for the items of an entry.
  package static func * (a: Hours, n: Int) -> Hours { Hours(inHundredths: a.hundredths * n) }

  private static func limit(below: Bool) -> Int { below ? .min : .max }

  /// What is missing from `credited` to reach this amount; zero when it is reached.
  @inline(__always)
  public func missing(from credited: Hours) -> Hours { max(.zero, self - credited) }
}

extension Hours: CustomStringConvertible {
  /// Decimal digits without trailing zeros, as in `8`, `2.5`, `0.01`: the form that JSON and CSV carry.
  public var description: String {
    var text = hundredths < 0 ? "-" : ""
    let magnitude = hundredths.magnitude
    text += String(magnitude / 100)
    let rest = magnitude % 100
    if rest == 0 { return text }
    text += "." + String(rest / 10)
    if rest % 10 != 0 { text += String(rest % 10) }
    return text
  }
}

extension Hours: Codable {
  /// Decodes the text of ``description``, or a whole number; sums may be larger than what a row can hold.
  ///
  /// - Throws: `DecodingError` for anything else.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let whole = try? container.decode(Int.self) {
      guard let hours = Hours(sum: String(whole)) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "no hours: \(whole)")
      }
      self = hours
      return
    }
    let text = try container.decode(String.self)
    guard let hours = Hours(sum: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no hours: \(text)")
    }
    self = hours
  }

  /// Encodes ``description``: a text, because a number of JSON is not exact everywhere.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// What ``description`` said, of whatever size; nil for anything else.
  private init?(sum text: String) {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let parts = text.utf8.dropFirst(isNegative ? 1 : 0)
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, 1...15 ~= whole.count else { return nil }
    let decimals = parts.count == 2 ? Array(parts[1]) : []
    guard parts.count == 1 || 1...2 ~= decimals.count else { return nil }
    var hundredths = 0
    for byte in whole + decimals + Array(repeating: UInt8(ascii: "0"), count: 2 - decimals.count) {
      guard 48...57 ~= byte else { return nil }
      hundredths = hundredths * 10 + Int(byte - 48)
    }
    self.init(inHundredths: isNegative ? -hundredths : hundredths)
  }
}
