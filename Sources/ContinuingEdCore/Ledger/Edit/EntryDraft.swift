/// An entry as somebody types it, cell by cell. What it lacks and what of it can't be read is found by the reader of
/// files itself, so that there is one set of rules (RecordsFiles, Problems).
package struct EntryDraft: Sendable {
  /// What was typed; fields that are not there are blank.
  package var cells: [Field: String]

  /// A draft with these cells; by default with none.
  package init(_ cells: [Field: String] = [:]) { self.cells = cells }

  /// A records file of this one row, under a name.
  package func file(named name: String) -> InputFile {
    file(named: name, headings: Field.kept.map(\.english))
  }

  /// The same with other names of the columns.
  func file(named name: String, headings: [String]) -> InputFile {
    var bytes: [UInt8] = []
    EntryDraft.append(headings, to: &bytes)
    EntryDraft.append(Field.kept.map { cells[$0] ?? "" }, to: &bytes)
    return .bytes(name: name, bytes)
  }

  /// Every cell is quoted: whatever somebody types stays in its cell.
  private static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}
