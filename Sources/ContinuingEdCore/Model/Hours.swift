/// Credit hours (学时), exact to 0.01: an integer count of hundredths, never a number of minutes.
public struct Hours: Hashable, Comparable, Sendable {
  /// The amount in units of 0.01 hour.
  public var hundredths: Int

  /// An amount of `hundredths` × 0.01 hour.
  @inlinable public init(hundredths: Int) { self.hundredths = hundredths }

  /// A whole number of hours.
  @inlinable public init(_ whole: Int) { self.hundredths = whole * 100 }

  /// No hours.
  public static let zero = Hours(hundredths: 0)

  @inlinable public static func < (a: Hours, b: Hours) -> Bool { a.hundredths < b.hundredths }
  /// The sum, exact.
  @inlinable public static func + (a: Hours, b: Hours) -> Hours {
    Hours(hundredths: a.hundredths + b.hundredths)
  }
  /// The difference, below zero where `b` is more; ``missing(from:)`` stops at zero.
  @inlinable public static func - (a: Hours, b: Hours) -> Hours {
    Hours(hundredths: a.hundredths - b.hundredths)
  }
  /// Adds to an amount.
  @inlinable public static func += (a: inout Hours, b: Hours) { a.hundredths += b.hundredths }
  /// Takes from an amount, below zero too.
  @inlinable public static func -= (a: inout Hours, b: Hours) { a.hundredths -= b.hundredths }
  /// The amount `n` times, as for the items of an entry.
  @inlinable public static func * (a: Hours, n: Int) -> Hours { Hours(hundredths: a.hundredths * n) }

  /// What is missing from `credited` to reach this amount; zero when it is reached.
  @inlinable public func missing(from credited: Hours) -> Hours {
    Hours(hundredths: Swift.max(0, hundredths - credited.hundredths))
  }
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
