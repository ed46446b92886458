/// The cells of one line of a journal.
struct JournalCells {
  let row: LedgerRow
  let path: String
  private(set) var faults: [LedgerFault] = []
  /// The id, if it can be read.
  private(set) var id: Int?
  /// What was added, if it can be read.
  private(set) var added: [LedgerFile: Int] = [:]

  init(row: LedgerRow, path: String) {
    self.row = row
    self.path = path
  }

  /// The line; nil if a cell is not as it must be.
  mutating func journalLine() -> JournalLine? {
    id = read(.id) { JournalCells.number($0) }.flatMap { $0 > 0 ? $0 : nil }
    added = read(.added) { JournalCells.added($0) } ?? [:]
    let action = read(.action) { JournalAction(rawValue: String(decoding: $0, as: UTF8.self)) }
    guard let id, let action else { return reportBlank(.id, id == nil) }
    var line = JournalLine(id: id, when: row.string(.when), who: row.string(.who), action: action)
    line.line = row.line
    line.entry = read(.entry) { LedgerEntryID(bytes: $0) }
    line.replacedBy = read(.replacedBy) { LedgerEntryID(bytes: $0) }
    line.status = read(.status) { ReviewStatus(statusWord: $0) }
    line.reason = row.string(.reason)
    line.file = row.string(.file)
    line.content = read(.content) { JournalCells.key($0) }
    line.added = added
    readBalance(&line)
    if Day(iso: String(line.when.prefix(10))) == nil { report(.when) }
    for column in JournalColumn.allCases { checkUse(of: column, action) }
    return faults.isEmpty ? line : nil
  }

  private mutating func reportBlank(_ column: JournalColumn, _ isMissing: Bool) -> JournalLine? {
    if isMissing, faults.isEmpty { report(column) }
    if faults.isEmpty { report(.action) }
    return nil
  }

  private mutating func readBalance(_ line: inout JournalLine) {
    let columns: [JournalColumn] = [.read, .taken, .present, .changed, .problems, .blank]
    let numbers = columns.map { column in read(column) { JournalCells.number($0) } }
    if columns.allSatisfy({ row.raw($0).isEmpty }) { return }
    var balance = ImportBalance()
    balance.read = numbers[0] ?? 0
    balance.taken = numbers[1] ?? 0
    balance.present = numbers[2] ?? 0
    balance.changed = numbers[3] ?? 0
    balance.problems = numbers[4] ?? 0
    balance.blank = numbers[5] ?? 0
    if !numbers.contains(nil), !balance.isBalanced {
      faults.append(LedgerFault(path, line: row.line, .unbalanced(balance)))
    }
    line.balance = balance
  }

  /// Checks that a cell is filled where the action needs it, and blank where it has no use for it.
  private mutating func checkUse(of column: JournalColumn, _ action: JournalAction) {
    let isBlank = row.raw(column).isEmpty
    switch action.use(of: column) {
    case .needed: if isBlank { report(column) }
    case .unused:
      if !isBlank {
        faults.append(
          LedgerFault(
            path, line: row.line, .needlessCell(column: column.rawValue, value: row.string(column))))
      }
    case .free: break
    }
  }

  /// Reads a cell that is not blank; one that can't be read is a fault.
  private mutating func read<Value>(
    _ column: JournalColumn, _ parse: (UnsafeRawBufferPointer) -> Value?
  ) -> Value? {
    let bytes = row.raw(column)
    if bytes.isEmpty { return nil }
    if let value = parse(bytes) { return value }
    report(column)
    return nil
  }

  private mutating func report(_ column: JournalColumn) {
    let kind = LedgerFault.Kind.badCell(column: column.rawValue, value: row.string(column))
    let fault = LedgerFault(path, line: row.line, kind)
    if !faults.contains(fault) { faults.append(fault) }
  }

  /// Digits of a number below ten thousand million.
  private static func number(_ bytes: UnsafeRawBufferPointer) -> Int? {
    if bytes.isEmpty || bytes.count > 10 { return nil }
    var value = 0
    for byte in bytes {
      guard 48...57 ~= byte else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }

  private static func key(_ bytes: UnsafeRawBufferPointer) -> UInt64? {
    guard bytes.count == 16, bytes.first != UInt8(ascii: "+") else { return nil }
    return UInt64(String(decoding: bytes, as: UTF8.self), radix: 16)
  }

  /// As in `2022:10 2023:990 people:12`.
  private static func added(_ bytes: UnsafeRawBufferPointer) -> [LedgerFile: Int]? {
    var counts: [LedgerFile: Int] = [:]
    for part in String(decoding: bytes, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
    {
      let sides = part.split(separator: ":", omittingEmptySubsequences: false)
      guard sides.count == 2, sides[1].utf8.allSatisfy({ 48...57 ~= $0 }), let count = Int(sides[1]),
        1...LedgerEntryID.largestNumber ~= count,
        let file = sides[0] == "people" ? .people : LedgerFile(nameInEntries: String(sides[0]) + ".csv"),
        counts.updateValue(count, forKey: file) == nil
      else { return nil }
    }
    return counts
  }
}

extension LedgerRow {
  func raw(_ column: JournalColumn) -> UnsafeRawBufferPointer { raw(column.index) }
  func string(_ column: JournalColumn) -> String { string(column.index) }
}

extension JournalColumn {
  /// The place in a line.
  var index: Int {
    switch self {
    case .id: 0
    case .when: 1
    case .who: 2
    case .action: 3
    case .entry: 4
    case .replacedBy: 5
    case .status: 6
    case .reason: 7
    case .file: 8
    case .content: 9
    case .read: 10
    case .taken: 11
    case .present: 12
    case .changed: 13
    case .problems: 14
    case .blank: 15
    case .added: 16
    }
  }
}

extension ReviewStatus {
  init?(statusWord bytes: UnsafeRawBufferPointer) {
    guard let status = ReviewStatus.allCases.first(where: { bytes.elementsEqual($0.code.utf8) }) else {
      return nil
    }
    self = status
  }
}

extension JournalAction {
  enum Use {
    case needed, free, unused
  }

  /// What a kind of change does with a column.
  func use(of column: JournalColumn) -> Use {
    switch column {
    case .id, .when, .who, .action: return .needed
    case .entry:
      return [.correct, .void, .revive, .approve].contains(self) ? .needed : .unused
    case .replacedBy: return self == .correct ? .needed : .unused
    case .status: return self == .approve ? .needed : .unused
    case .reason: return self == .correct || self == .void ? .needed : .free
    case .file, .content, .read, .taken, .present, .changed, .problems, .blank:
      switch self {
      case .import: return .needed
      case .people: return .free
      default: return .unused
      }
    case .added:
      switch self {
      case .add: return .needed
      case .void, .revive, .approve: return .unused
      default: return .free
      }
    }
  }
}
