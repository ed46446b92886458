/// The kind (种类) of an entry: of a leave one of four, elsewhere whatever text tells it from others (RecordsFiles:
/// Columns).
///
///     let sick: EntryKind = .sick
///     let lecture: EntryKind = "知识更新"
public struct EntryKind: Sendable, Hashable, Codable, ExpressibleByStringLiteral {
  /// The text as a file would have it.
  public var text: String

  /// A kind by its text.
  public init(_ text: String) { self.text = text }
  /// A kind by its text.
  public init(stringLiteral text: String) { self.text = text }
  /// The kind of a leave.
  public init(_ kind: LeaveKind) { text = kind.code }

  /// 因公出境
  public static let abroad = EntryKind(.abroad)
  /// 病假
  public static let sick = EntryKind(.sick)
  /// 产假
  public static let maternity = EntryKind(.maternity)
  /// 其他
  public static let other = EntryKind(.other)

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
