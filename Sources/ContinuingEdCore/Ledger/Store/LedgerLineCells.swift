/// The cells of a line that ``EntryLineWriter`` has written, to be compared with those of another such line.
struct LedgerLineCells {
  private let line: UnsafeRawBufferPointer
  /// Where each cell ends; the next starts one byte behind.
  private let ends: [Int32]

  /// Splits a line; the bytes must stay where they are.
  init(_ line: UnsafeRawBufferPointer) {
    self.line = line
    ends = [Int32](unsafeUninitializedCapacity: EntryLineWriter.columnCount) { ends, count in
      var isQuoted = false
      for (place, byte) in line.enumerated() {
        if byte == UInt8(ascii: "\"") {
          isQuoted.toggle()
        } else if !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n"), count < ends.count {
          ends[count] = Int32(truncatingIfNeeded: place)
          count += 1
        }
      }
      // The line break may be missing.
      if count + 1 == ends.count {
        ends[count] = Int32(truncatingIfNeeded: line.count)
        count += 1
      }
    }
  }

  /// A cell as it stands in the line, quotes and all.
  func raw(_ field: Field) -> UnsafeRawBufferPointer {
    let column = Field.keptPlaces[Int(field.rawValue)]
    guard column >= 0, column < ends.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let start = column == 0 ? 0 : Int(ends[column - 1]) + 1
    return UnsafeRawBufferPointer(rebasing: line[start..<Int(ends[column])])
  }

  /// A cell's text, as somebody would have typed it.
  func text(_ field: Field) -> String { String(decoding: bytes(field), as: UTF8.self) }

  /// The bytes of a cell's text.
  func bytes(_ field: Field) -> [UInt8] {
    let cell = raw(field)
    var bytes = Array(cell)
    if bytes.first == UInt8(ascii: "\"") {
      bytes = CellEscapes.removed(
        from: UnsafeRawBufferPointer(rebasing: cell[1..<max(1, cell.count - 1)]))
    }
    if bytes.first == UInt8(ascii: "'") { bytes.removeFirst() }
    return bytes
  }

  /// All cells that are not blank.
  var texts: [Field: String] {
    var texts: [Field: String] = [:]
    for field in Field.kept where !raw(field).isEmpty { texts[field] = text(field) }
    return texts
  }

  /// Whether a cell is the same as in another line.
  func agrees(_ field: Field, with other: LedgerLineCells) -> Bool {
    LedgerLineCells.areEqual(raw(field), other.raw(field))
  }

  static func areEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count, let x = a.baseAddress, let y = b.baseAddress else { return a.count == b.count }
    return ContinuingEdCore.areEqual(x, y, a.count)
  }
}

/// A set of columns of a records file.
struct FieldSet: Equatable {
  private var bits: UInt64 = 0

  mutating func insert(_ field: Field) { bits |= 1 << UInt64(field.rawValue) }
  var isEmpty: Bool { bits == 0 }
  var count: Int { bits.nonzeroBitCount }
  /// In the contract's order.
  var fields: [Field] { Field.kept.filter { bits & 1 << UInt64($0.rawValue) != 0 } }
}
