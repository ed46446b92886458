/// What an import did to a ledger, or would do: every row that was read is accounted for.
public struct ImportReceipt: Sendable, Hashable, Codable {
  /// Records below the header, blank ones too.
  public let read: Int
  /// Rows that became entries.
  public let taken: Int
  /// Rows that were there already.
  public let present: Int
  /// Rows that differ from the entry that they are about, and were not taken.
  public let changed: Int
  /// Rows whose entries are void.
  public let void: Int
  /// Rows with problems, which were not taken.
  public let faulty: Int
  /// Blank records and totals.
  public let blank: Int
  /// The new entries, in the order of the file.
  public let entries: [EntryID]
  /// Every problem and warning, in order of line and column.
  public let problems: [Problem]
  /// Whether it was only tried, and nothing was written.
  public let isDryRun: Bool

  init(_ result: LedgerImportResult, isDryRun: Bool) {
    let balance = result.files.first?.line.balance ?? ImportBalance()
    (read, taken, present, changed) = (balance.read, balance.taken, balance.present, balance.changed)
    (void, faulty, blank) = (balance.void, balance.problems, balance.blank)
    entries = (result.files.first?.rows ?? []).compactMap { row in
      row.fate == .taken ? row.entry.map { EntryID($0) } : nil
    }
    problems = result.records.problems.map { Problem($0, result.records.files) }
    self.isDryRun = isDryRun
  }
}

extension ImportReceipt: Localized {
  /// How many rows were what.
  public func text(in language: Language) -> String {
    language.pick(
      "读 \(read) 行：新增 \(taken)，已有 \(present)，有改动 \(changed)，已作废 \(void)，有问题 \(faulty)，空行 \(blank)",
      "\(read) rows read: \(taken) new, \(present) there already, \(changed) changed, \(void) void, \(faulty) with problems, "
        + "\(blank) blank")
  }
}
