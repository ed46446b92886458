/// A row as a ledger keeps it: codes, ISO days and plain numbers, texts without what stands around them. Read again, it
/// is the same row.
package struct StoredRow: Equatable, Sendable {
  /// The credit year, which says what file it belongs to.
  package let year: Int
  /// What its columns hold; blank ones are not there.
  package let cells: [Field: String]

  /// The line of an entries file, with its line break.
  package func line(_ id: LedgerEntryID, change: Int) -> [UInt8] {
    Array("\(id),\(change),".utf8) + cellsLine
  }

  /// The line from the person on, with its line break.
  let cellsLine: [UInt8]

  /// A value as it must be written: the reader drops one apostrophe before it (RecordsFiles: Cells).
  static func guarded(_ value: String) -> String {
    value.utf8.first == UInt8(ascii: "'") ? "'" + value : value
  }

  /// A cell's value, as the reader takes it.
  static func value(of cell: String) -> String {
    var cell = cell
    return cell.withUTF8 {
      String(decoding: CellText.trimmed(UnsafeRawBufferPointer($0)), as: UTF8.self)
    }
  }
}

extension EntryDraft {
  /// A draft of what an entry says, to be changed; its status is the one that counts now.
  package init(of entry: ShownEntry) {
    self.init(entry.cells.mapValues(StoredRow.guarded))
    cells[.status] = entry.effective(.status)
  }

  /// The row as a ledger keeps it; nil if it can't be used.
  package func stored() throws(ImportError) -> StoredRow? {
    var reading = ImportReading(ImportOptions())
    try reading.read(file(named: "-"))
    guard let file = reading.files.first, file.counts.faulty == 0, let row = file.rows.first else {
      return nil
    }
    return file.withText(of: row) { line in
      StoredRow(year: Int(row.year), cells: LedgerLineCells(line).texts, cellsLine: Array(line))
    }
  }
}
