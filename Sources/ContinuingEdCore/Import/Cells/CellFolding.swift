import Foundation

/// NFKC and lower case for the few cells that need them.
enum CellFolding {
  /// Calls `body` with the cell in NFKC (and lower case, if asked for); nil if that is what the cell is already, or if
  /// it is too long for any word, number or ID. `squeeze` says that white space within goes too.
  static func withFolded<R>(
    _ cell: UnsafeRawBufferPointer, lowercase: Bool, squeeze: Bool = false,
    _ body: (UnsafeRawBufferPointer) -> R
  ) -> R? {
    guard cell.count <= longest else { return nil }
    return withUnsafeTemporaryAllocation(byteCount: cell.count, alignment: 1) { buffer -> R? in
      switch fold(cell, lowercase: lowercase, squeeze: squeeze, into: buffer) {
      case .same: return nil
      case .folded(let count):
        return body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]))
      case .needsTables:
        var text = String(decoding: cell, as: UTF8.self).precomposedStringWithCompatibilityMapping
        if lowercase { text = text.lowercased() }
        if squeeze { text = squeezed(text) }
        return text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
      }
    }
  }

  /// A text in NFKC.
  static func normalised(_ text: String) -> String {
    // The tables are slow, and most texts need none.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var text = text
    return text.withUTF8 { bytes in
      withFolded(UnsafeRawBufferPointer(bytes), lowercase: false) { String(decoding: $0, as: UTF8.self) }
    } ?? (text.utf8.count > longest ? text.precomposedStringWithCompatibilityMapping : text)
  }

  /// A text in NFKC without its white space, in NFKC again: a letter and the accent behind a blank, as in `a´`, become one
  /// character, so that what was read once is read as the same a second time.
  static func squeezed(_ normalised: String) -> String {
    let scalars = normalised.unicodeScalars.filter { !isSpace($0) }
    if scalars.count == normalised.unicodeScalars.count { return normalised }
    return String(String.UnicodeScalarView(scalars)).precomposedStringWithCompatibilityMapping
  }

  /// A text in NFKC without white space, ASCII letters in lower case, as characters.
  static func bare(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in normalised(text).unicodeScalars {
      if scalar.value &- 65 < 26 {
        scalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      } else if !isSpace(scalar) {
        scalars.append(scalar)
      }
    }
    return scalars
  }

  /// White space of any kind, the byte order mark and the zero-width space.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x21...0x7E: false
    case 0xFEFF, 0x200B: true
    default: scalar.properties.isWhitespace
    }
  }

  /// A cell longer than this is no word, number or ID: it is left as it is.
  static let longest = 4096

  fileprivate enum Folding {
    case same
    case folded(Int)
    case needsTables
  }

  /// Folds ASCII, full-width ASCII and the characters that NFKC leaves alone; gives up at any other.
  fileprivate static func fold(
    _ cell: UnsafeRawBufferPointer, lowercase: Bool, squeeze: Bool = false,
    into buffer: UnsafeMutableRawBufferPointer
  ) -> Folding {
    var changed = false
    var out = 0
    var i = 0
    while i < cell.count {
      var byte = cell[i]
      if byte < 0x80 {
        if squeeze, byte == 0x20 || byte &- 9 <= 4 {
          changed = true
          i += 1
          continue
        }
        if lowercase, byte >= 0x41, byte <= 0x5A {
          byte |= 0x20
          changed = true
        }
        buffer[out] = byte
        out += 1
        i += 1
        continue
      }
      guard byte >= 0xE2, byte <= 0xEF, i + 2 < cell.count else { return .needsTables }
      let (second, third) = (cell[i + 1], cell[i + 2])
      let scalar = UInt32(byte & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      i += 3
      if scalar >= 0xFF01, scalar <= 0xFF5E {
        var narrow = UInt8(truncatingIfNeeded: scalar - 0xFEE0)
        if lowercase, narrow >= 0x41, narrow <= 0x5A { narrow |= 0x20 }
        buffer[out] = narrow
        out += 1
        changed = true
      } else if isInvariant(scalar) {
        buffer[out] = byte
        buffer[out + 1] = second
        buffer[out + 2] = third
        out += 3
      } else {
        return .needsTables
      }
    }
    return changed ? .folded(out) : .same
  }

  /// Whether NFKC leaves a character alone: Chinese characters, their common punctuation, dashes and quotes.
  private static func isInvariant(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3400...0x9FFF, 0x3001...0x3002, 0x3007...0x3011, 0x2013...0x2015, 0x2018...0x201D: true
    default: false
    }
  }
}

extension CellFolding {
  /// Calls `body` with the cell with full-width forms made narrow; nil if there are none.
  ///
  /// Unlike NFKC it makes no digit out of a superscript or a circled one: `8²` is not 82.
  static func withNarrowed<R>(
    _ cell: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> R
  ) -> R? {
    guard cell.count <= 256 else { return nil }
    return withUnsafeTemporaryAllocation(byteCount: cell.count, alignment: 1) { buffer -> R? in
      switch fold(cell, lowercase: false, into: buffer) {
      case .same: return nil
      case .folded(let count):
        return body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]))
      case .needsTables:
        var text = ""
        for scalar in String(decoding: cell, as: UTF8.self).unicodeScalars {
          let folded = normalised(String(Character(scalar)))
          let isForm = scalar.value < 0x80 || (scalar.value >= 0xFE50 && scalar.value <= 0xFF5E)
          let makesSign = folded.utf8.contains { $0 > 0x20 && $0 < 0x80 }
          text += !isForm && makesSign ? String(Character(scalar)) : folded
        }
        return text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
      }
    }
  }
}
