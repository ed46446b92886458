/// A row as a ledger keeps it: codes, ISO days and plain numbers, texts without what stands around them. Read again, it
/// is the same row.
public struct StoredRow: Equatable, Sendable {
  /// The credit year, which says what file it belongs to.
  public let year: Int
  /// What its columns hold; blank ones are not there.
  public let cells: [Field: String]

  /// The line of an entries file, with its line break.
  public func line(_ id: LedgerEntryID, change: Int) -> [UInt8] {
    var bytes = Array("\(id),\(change)".utf8)
    for field in Field.records {
      bytes.append(UInt8(ascii: ","))
      if let cell = cells[field] { LedgerText.append(StoredRow.guarded(cell), to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// A value as it must be written: the reader drops one apostrophe before it (CONTRACT §8, Cells).
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
  /// A draft of what an entry says, to be changed.
  public init(of entry: ShownEntry) {
    self.init(entry.cells.mapValues(StoredRow.guarded))
    cells[.status] = entry.effective(.status)
  }

  /// The row as a ledger keeps it; nil if it can't be used.
  public func stored() throws(ImportError) -> StoredRow? {
    let records = try Importer().read([file(named: "-", in: .english)])
    guard records.problems.errorCount == 0, let entry = records.entries(of: 0).first,
      let year = entry.year ?? entry.effectiveEnd?.year
    else { return nil }
    var stored: [Field: String] = [:]
    for field in Field.records {
      let cell = value(of: field, entry, records)
      if !cell.isEmpty { stored[field] = cell }
    }
    return StoredRow(year: year, cells: stored)
  }

  private func value(of field: Field, _ entry: Entry, _ records: Records) -> String {
    switch field {
    case .personID: return records.people[safe: Int(entry.person)].map { records.texts.string($0.id) } ?? ""
    case .year: return entry.year.map(String.init) ?? ""
    case .subject: return entry.subject?.code ?? ""
    case .category: return entry.category?.code ?? ""
    case .kind where entry.category == .leave: return entry.kind?.code ?? ""
    case .hours: return entry.hours.map(\.description) ?? ""
    case .count: return entry.count.map(String.init) ?? ""
    case .level: return entry.level?.code ?? ""
    case .module: return entry.module?.code ?? ""
    case .result: return entry.result?.code ?? ""
    case .status: return entry.status?.ledgerWord ?? ""
    case .filedOn: return entry.filedOn?.description ?? ""
    // A period may have filled these.
    case .start: return isBlank(.start) ? "" : entry.start?.description ?? ""
    case .end: return isBlank(.end) ? "" : entry.end?.description ?? ""
    default: return isBlank(field) ? "" : text(of: field)
    }
  }

  /// Whether a cell says that it is blank; a name or a title is what it is.
  private func isBlank(_ field: Field) -> Bool {
    if field == .name || field == .title { return text(of: field).isEmpty }
    var text = text(of: field)
    return text.withUTF8 { CellText.isBlankWord(UnsafeRawBufferPointer($0)) }
  }

  private func text(of field: Field) -> String { StoredRow.value(of: cells[field] ?? "") }
}
