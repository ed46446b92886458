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
    if trimmed.count == 18, let matches = IdentityNumber.checkDigitMatches(trimmed) {
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
    if id.count == 18, let matches = IdentityNumber.checkDigitMatches(id) {
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
    id.count == 18 && IdentityNumber.checkDigitMatches(id) == false
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
