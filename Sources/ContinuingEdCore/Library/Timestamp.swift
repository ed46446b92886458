/// When something was done, as a journal keeps it: an ISO day, and perhaps a time of day with its distance from UTC. The
/// library has no clock: whoever calls says when.
///
///     let day = Timestamp("2023-07-01")
///     let moment = Timestamp("2023-07-01T09:30:00+08:00")
///     let never = Timestamp("31.12.2022")     // nil
public struct Timestamp: Sendable, Hashable, Codable, LosslessStringConvertible {
  /// The text that was given.
  public let description: String

  /// Reads `YYYY-MM-DD`, or that with `Thh:mm:ss` and `Z` or `±hh:mm` behind it; nil for anything else, as for a day that
  /// does not exist.
  public init?(_ iso: String) {
    let bytes = Array(iso.utf8)
    guard Day(isoBytes: bytes.prefix(10)) != nil, Timestamp.isTime(bytes.dropFirst(10)) else { return nil }
    description = iso
  }

  /// The beginning of a day.
  public init(_ day: Day) { description = day.description }

  /// Whether nothing, or a time with its zone, stands behind a day.
  private static func isTime(_ rest: ArraySlice<UInt8>) -> Bool {
    if rest.isEmpty { return true }
    let rest = Array(rest)
    guard looks(rest.prefix(9), like: "T00:00:00"), number(rest, at: 1) < 24, number(rest, at: 4) < 60,
      number(rest, at: 7) < 61
    else { return false }
    let zone = rest.dropFirst(9)
    if looks(zone, like: "Z") { return true }
    return (looks(zone, like: "+00:00") || looks(zone, like: "-00:00")) && number(rest, at: 10) < 15
      && number(rest, at: 13) < 60
  }

  /// Whether bytes look like a pattern, in which 0 stands for any digit.
  private static func looks(_ bytes: ArraySlice<UInt8>, like pattern: String) -> Bool {
    bytes.count == pattern.utf8.count
      && zip(bytes, pattern.utf8).allSatisfy { $1 == UInt8(ascii: "0") ? 48...57 ~= $0 : $0 == $1 }
  }

  private static func number(_ bytes: [UInt8], at place: Int) -> Int {
    Int(bytes[place] &- 48) * 10 + Int(bytes[place + 1] &- 48)
  }

  /// Decodes the text.
  ///
  /// - Throws: `DecodingError` for one that is no moment.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = Timestamp(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no moment: \(text)")
    }
    self = moment
  }

  /// Encodes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
