/// The mode (形式) of an entry: on a line or on the spot, or whatever text a file has (RecordsFiles: Columns).
public struct StudyMode: Sendable, Hashable, Codable, ExpressibleByStringLiteral {
  /// The text as a file would have it.
  public var text: String

  /// A mode by its text.
  public init(_ text: String) { self.text = text }
  /// A mode by its text.
  public init(stringLiteral text: String) { self.text = text }

  /// 线上: hours on the same days as others raise no question.
  public static let online = StudyMode("online")
  /// 线下
  public static let offline = StudyMode("offline")

  /// Decodes the text.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Encodes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
