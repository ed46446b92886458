/// The key of a person (RecordsFiles: Cells; Problems: Codes): any text, of which an identity number can be checked.
enum PersonIDCell {
  /// What an ID cell holds.
  enum Outcome: Equatable {
    /// Nothing, or a word for it.
    case missing
    /// What a spreadsheet made of a long number, an error value, or two IDs in one cell.
    case mangled
    /// An ID of which some characters are hidden; the scratch buffer has it.
    case masked
    /// An ID: as it stands in the cell, or normalised in the scratch buffer. `checksumFails` says that it looks like an
    /// identity number whose check digit is wrong.
    case id(checksumFails: Bool, inScratch: Bool, near: NearID? = nil)
  }

  /// Reads a trimmed cell. Where the ID differs from the cell (NFKC, x as X), its bytes replace those of `scratch`.
  @inline(__always)
  static func read(_ trimmed: UnsafeRawBufferPointer, into scratch: inout [UInt8]) -> Outcome {
    if trimmed.count == 0 { return .missing }
    if trimmed.count == 18, let matches = checkDigitMatches(trimmed) {
      return judgeNumber(trimmed, matches: matches, inScratch: false)
    }
    return isShortAndPlain(trimmed)
      ? .id(checksumFails: false, inScratch: false) : readSlowly(trimmed, into: &scratch)
  }

  /// Whether a cell is a short text of letters and digits with nothing to look at.
  private static func isShortAndPlain(_ trimmed: UnsafeRawBufferPointer) -> Bool {
    // No word for nothing is so long and begins otherwise.
    guard trimmed.count >= 2, trimmed.count < 15, trimmed[0] | 0x20 != UInt8(ascii: "n") else { return false }
    return trimmed.allSatisfy { byte in
      isDigit(byte) || ((byte | 0x20) &- 97 <= 25 && byte | 0x20 != UInt8(ascii: "x"))
    }
  }

  @inline(never)
  private static func readSlowly(_ trimmed: UnsafeRawBufferPointer, into scratch: inout [UInt8]) -> Outcome {
    if WordLists.nobody.find(trimmed) != WordTable.unknownCode { return .missing }
    if CellText.isErrorValue(trimmed) { return .mangled }
    scratch.removeAll(keepingCapacity: true)
    if CellFolding.withFolded(trimmed, lowercase: false, squeeze: true, { scratch.append(contentsOf: $0) })
      == nil
    {
      scratch.append(contentsOf: trimmed)
    }
    for i in scratch.indices where scratch[i] == UInt8(ascii: "x") { scratch[i] = UInt8(ascii: "X") }
    if let outcome = scratch.withUnsafeBytes(judge) { return outcome }
    // Nothing that an identity number could have become is so long.
    guard scratch.count <= 200 else { return .id(checksumFails: false, inScratch: true) }
    var id = Array(String(decoding: scratch, as: UTF8.self).unicodeScalars)
    if NearID.isMasked(id) { return .masked }
    if NearID.isSeveral(id) { return .mangled }
    guard let near = NearID.look(at: &id) else { return .id(checksumFails: false, inScratch: true) }
    // A look-alike of the last X is read as X, and what Excel made of a number is lost, whatever stands around it.
    scratch = Array(String(String.UnicodeScalarView(id)).utf8)
    let checked = scratch.withUnsafeBytes(judge)
    if checked == .mangled { return .mangled }
    if near.kind == .decimals, near.meant.map({ Array($0.utf8).withUnsafeBytes(judge) }) == .mangled {
      return .mangled
    }
    if case .id(let fails, _, _) = checked { return .id(checksumFails: fails, inScratch: true, near: near) }
    return .id(checksumFails: false, inScratch: true, near: near)
  }

  /// What an ID is that looks like an identity number, or was one; nil for any other.
  private static func judge(_ id: UnsafeRawBufferPointer) -> Outcome? {
    if id.count == 18, let matches = checkDigitMatches(id) {
      return judgeNumber(id, matches: matches, inScratch: true)
    }
    return isScientific(id) ? .mangled : nil
  }

  @inline(__always)
  private static func judgeNumber(_ id: UnsafeRawBufferPointer, matches: Bool, inScratch: Bool) -> Outcome {
    if matches { return .id(checksumFails: false, inScratch: inScratch) }
    return endsInThreeZeros(id) ? .mangled : .id(checksumFails: true, inScratch: inScratch)
  }

  /// Whether an ID looks like an identity number whose check digit is wrong.
  static func fails(_ id: UnsafeRawBufferPointer) -> Bool {
    id.count == 18 && checkDigitMatches(id) == false
  }

  /// Whether the check digit of 18 bytes is that of GB 11643; nil if they are not 17 digits and a digit or X.
  @inline(__always)
  static func checkDigitMatches(_ id: UnsafeRawBufferPointer) -> Bool? {
    let first = id.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    let second = id.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let (seventeenth, check) = (id[16] &- 48, id[17])
    guard areDigits(first), areDigits(second), seventeenth <= 9 else { return nil }
    guard check &- 48 <= 9 || check == UInt8(ascii: "X") else { return nil }
    // The weights of the 17 places are 7 9 10 5 8 4 2 1 · 6 3 7 9 10 5 8 4 · 2; those of even and odd places are
    // packed backwards in 16-bit lanes, so that the top lane of a product is their weighted sum (at most 360).
    var sum = weighted(first, even: 0x0007_000A_0008_0002, odd: 0x0009_0005_0004_0001)
    sum += weighted(second, even: 0x0006_0007_000A_0008, odd: 0x0003_0009_0005_0004)
    sum += UInt64(seventeenth) * 2
    // The remainder r stands for 12 − r modulo 11, with X for ten.
    let wanted = (12 - sum % 11) % 11
    return wanted == 10 ? check == UInt8(ascii: "X") : UInt64(check &- 48) == wanted
  }

  @inline(__always)
  private static func weighted(_ digits: UInt64, even: UInt64, odd: UInt64) -> UInt64 {
    let values = UInt64(littleEndian: digits) & 0x0F0F_0F0F_0F0F_0F0F
    let (evens, odds) = (values & 0x00FF_00FF_00FF_00FF, (values >> 8) & 0x00FF_00FF_00FF_00FF)
    return (evens &* even) >> 48 + (odds &* odd) >> 48
  }

  @inline(__always)
  static func areDigits(_ bytes: UInt64) -> Bool {
    let high = bytes & 0xF0F0_F0F0_F0F0_F0F0
    return high == 0x3030_3030_3030_3030 && (bytes &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == high
  }

  @inline(__always)
  private static func endsInThreeZeros(_ id: UnsafeRawBufferPointer) -> Bool {
    id[15] == UInt8(ascii: "0") && id[16] == UInt8(ascii: "0") && id[17] == UInt8(ascii: "0")
  }

  /// Whether an ID is digits, perhaps a point and decimals, `E+` or `e+`, and digits.
  private static func isScientific(_ id: UnsafeRawBufferPointer) -> Bool {
    var i = 0
    while i < id.count, isDigit(id[i]) { i += 1 }
    if i == 0 { return false }
    if i < id.count, id[i] == UInt8(ascii: ".") {
      i += 1
      while i < id.count, isDigit(id[i]) { i += 1 }
    }
    guard i + 2 < id.count, id[i] | 0x20 == UInt8(ascii: "e"), id[i + 1] == UInt8(ascii: "+") else {
      return false
    }
    return id[(i + 2)...].allSatisfy(isDigit)
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 <= 9 }
}
