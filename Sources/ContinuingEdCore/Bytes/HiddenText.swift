/// Characters that nobody sees, or that move the cursor, ring a bell or turn the writing round. What people are shown
/// has them escaped, whatever they come from (CommandLine: At a desk).
package enum HiddenText {
  /// Control, format and bidi characters and the separators of lines.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    // Most of a Chinese text, without asking Unicode.
    if scalar.value >= 0x4E00, scalar.value <= 0x9FFF { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }

  /// A text in which hidden characters stand as `\u{1B}`: it takes one line, and looks like what it is.
  package static func escaped(_ text: String) -> String { escaped(text, blanks: false) }

  /// The same, where a line end or a tab becomes a blank.
  static func onOneLine(_ text: String) -> String { escaped(text, blanks: true) }

  private static func escaped(_ text: String, blanks: Bool) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if blanks, scalar == "\n" || scalar == "\t" {
        shown.append(" ")
      } else if let escape = escape(scalar) {
        shown.append(contentsOf: escape.unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// What stands for a character; nil for one that stands for itself.
  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    if let byte = PathName.byte(of: scalar) { return PathName.shown(byte) }
    return isHidden(scalar) ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : nil
  }
}

extension HiddenText {
  /// Escapes hidden characters in a stream of UTF-8 that comes in pieces. Line ends and tabs stay, and so do
  /// the sequences of bytes that are named, as those of colours.
  package struct Filter {
    private let kept: [[UInt8]]
    /// The beginning of a character whose end is yet to come.
    private var rest: [UInt8] = []

    package init(keeping kept: [[UInt8]] = []) { self.kept = kept }

    /// Adds what a piece looks like to `shown`.
    package mutating func append(_ piece: UnsafeRawBufferPointer, to shown: inout [UInt8]) {
      if rest.isEmpty {
        take(piece, to: &shown)
      } else {
        let joined = rest + piece
        rest = []
        joined.withUnsafeBytes { take($0, to: &shown) }
      }
    }

    /// Adds what is left when nothing more comes.
    package mutating func finish(_ shown: inout [UInt8]) {
      for byte in rest { shown += PathName.shown(byte).utf8 }
      rest = []
    }

    private mutating func take(_ bytes: UnsafeRawBufferPointer, to shown: inout [UInt8]) {
      var (start, place) = (0, 0)
      while place < bytes.count {
        let length = Filter.plainLength(bytes, at: place)
        if length > 0 {
          place += length
          continue
        }
        let found = look(bytes, at: place)
        if let escape = found.escape {
          shown.append(contentsOf: bytes[start..<place])
          shown.append(contentsOf: escape.utf8)
          start = place + found.length
        }
        place += found.length
        if place > bytes.count {
          // Cut off by the end of the piece.
          place -= found.length
          rest = Array(bytes[place...])
          break
        }
      }
      if start < place { shown.append(contentsOf: bytes[start..<place]) }
    }

    /// The character at a place and what stands for it: nothing where it stands for itself.
    private func look(_ bytes: UnsafeRawBufferPointer, at place: Int) -> (length: Int, escape: String?) {
      let lead = bytes[place]
      if let sequence = kept.first(where: { bytes[place...].starts(with: $0) }) {
        return (sequence.count, nil)
      }
      let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      let isWhole = bytes[place...].dropFirst().prefix(length - 1).allSatisfy { $0 & 0xC0 == 0x80 }
      if isWhole, place + length > bytes.count { return (length, nil) }
      var decoder = UTF8()
      var iterator = bytes[place..<min(place + length, bytes.count)].makeIterator()
      guard isWhole, case .scalarValue(let scalar) = decoder.decode(&iterator) else {
        return (1, PathName.shown(lead))
      }
      return (length, HiddenText.escape(scalar))
    }

    /// The bytes of a character that is seen as it is, as most are; 0 for one that has to be looked at.
    private static func plainLength(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Int {
      let lead = bytes[place]
      if lead < 0x80 { return lead >= 0x20 && lead != 0x7F || lead == 0x0A || lead == 0x09 ? 1 : 0 }
      // The common Chinese characters, and the forms of the first plane next to them.
      guard lead >= 0xE3, lead <= 0xEC, place + 2 < bytes.count, bytes[place + 1] & 0xC0 == 0x80,
        bytes[place + 2] & 0xC0 == 0x80
      else { return 0 }
      return 3
    }
  }
}
