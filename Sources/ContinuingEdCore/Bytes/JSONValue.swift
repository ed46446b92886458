/// A JSON value and the line it starts on. Numbers stay text, so that decimals are exact; the keys of an object stay
/// in order.
package struct JSONValue: Sendable {
  /// The value without its place.
  package var content: Content
  /// The physical line; 1 is the first.
  package var line: Int

  /// What kind of value it is, and which.
  package enum Content: Sendable {
    /// JSON's word for nothing.
    case null
    /// JSON's words for yes and no.
    case bool(Bool)
    /// As written, by the grammar of RFC 8259.
    case number(String)
    /// With its escapes resolved.
    case string(String)
    /// In the order of the file.
    case array([JSONValue])
    /// In the order of the file; keys differ.
    case object([Member])
  }

  /// A key of an object and its value.
  package struct Member: Sendable {
    /// With its escapes resolved.
    package var name: String
    /// The line of the key.
    package var line: Int
    /// What stands behind the colon.
    package var value: JSONValue

    /// A key at a line; 0 for one that comes from no file.
    package init(name: String, line: Int, value: JSONValue) {
      self.name = name
      self.line = line
      self.value = value
    }
  }

  /// A value at a line; 0 for one that comes from no file.
  package init(_ content: Content, line: Int = 0) {
    self.content = content
    self.line = line
  }

  /// The members of an object; nil for anything else.
  package var members: [Member]? {
    if case .object(let members) = content { members } else { nil }
  }

  /// The items of an array; nil for anything else.
  package var items: [JSONValue]? {
    if case .array(let items) = content { items } else { nil }
  }

  /// The text of a string; nil for anything else.
  package var text: String? {
    if case .string(let text) = content { text } else { nil }
  }

  /// The value of a key; nil if this is no object or has no such key.
  package subscript(name: String) -> JSONValue? { members?.first { $0.name == name }?.value }

  /// What kind of value it is.
  package var kind: Kind {
    switch content {
    case .null: .null
    case .bool: .bool
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// The kinds of JSON values.
  package enum Kind: Sendable, Equatable {
    /// `null`
    case null
    /// `true` or `false`
    case bool
    /// Digits, perhaps a sign, decimals and an exponent.
    case number
    /// Text in quotes.
    case string
    /// `[…]`
    case array
    /// `{…}`
    case object
  }
}
