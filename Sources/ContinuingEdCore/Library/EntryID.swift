/// The name of an entry in a ledger, as in `2023-17`: by it changes refer to the entry for ever.
///
///     let id = EntryID("2023-17")
public struct EntryID: Sendable, Hashable, Comparable, Codable, LosslessStringConvertible {
  let id: LedgerEntryID

  init(_ id: LedgerEntryID) { self.id = id }

  /// Reads `YEAR-N`, the year from 1900 to 2100 and the number from 1 on; nil for anything else.
  public init?(_ text: String) {
    guard let id = LedgerEntryID(text) else { return nil }
    self.id = id
  }

  /// The credit year of the entry.
  public var year: Int { id.year }
  /// `YEAR-N`.
  public var description: String { id.text }

  /// By year, then by number.
  public static func < (a: EntryID, b: EntryID) -> Bool { a.id < b.id }

  /// Decodes `YEAR-N`.
  ///
  /// - Throws: `DecodingError` for anything else.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = EntryID(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no entry: \(text)")
    }
    self = id
  }

  /// Encodes `YEAR-N`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
