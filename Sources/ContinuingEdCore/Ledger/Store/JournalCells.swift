/// The cells of one line of a journal.
struct JournalCells {
  let row: LedgerRow
  let path: String
  let format: Int
  private(set) var faults: [LedgerFault] = []
  /// The id, if it can be read.
  private(set) var id: Int?
  /// What was added, if it can be read.
  private(set) var added: [LedgerFile: Int] = [:]
  private(set) var stretches: [LedgerFile: LedgerStretch] = [:]

  init(row: LedgerRow, path: String, format: Int) {
    self.row = row
    self.path = path
    self.format = format
  }

  /// The line; nil if a cell is not as it must be.
  mutating func journalLine() -> JournalLine? {
    id = read(.id) { JournalCells.number($0) }.flatMap { $0 > 0 ? $0 : nil }
    let format = format
    if let found = read(.added, { JournalCells.added($0, format: format) }) {
      added = found.mapValues { $0.lines }
      if format > 1 { stretches = found.mapValues { $0.stretch } }
    }
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
    (line.added, line.stretches) = (added, stretches)
    line.person = row.string(.person)
    line.sameAs = row.string(.sameAs)
    line.rosterYear = read(.rosterYear) { bytes in
      JournalCells.number(bytes).flatMap { LedgerFile.years.contains($0) ? $0 : nil }
    }
    readBalance(&line)
    if Day(iso: String(line.when.prefix(10))) == nil { report(.when) }
    for column in JournalColumn.all(format) { checkUse(of: column, action) }
    return faults.isEmpty ? line : nil
  }

  private mutating func reportBlank(_ column: JournalColumn, _ isMissing: Bool) -> JournalLine? {
    if isMissing, faults.isEmpty { report(column) }
    if faults.isEmpty { report(.action) }
    return nil
  }

  private mutating func readBalance(_ line: inout JournalLine) {
    let columns: [JournalColumn] = [.read, .taken, .present, .changed, .problems, .blank, .void]
    let numbers = columns.map { column in read(column) { JournalCells.number($0) } }
    if columns.allSatisfy({ row.raw($0).isEmpty }) { return }
    var balance = ImportBalance()
    balance.read = numbers[0] ?? 0
    balance.taken = numbers[1] ?? 0
    balance.present = numbers[2] ?? 0
    balance.changed = numbers[3] ?? 0
    balance.problems = numbers[4] ?? 0
    balance.blank = numbers[5] ?? 0
    balance.void = numbers[6] ?? 0
    if !numbers.prefix(6).contains(nil), !balance.isBalanced {
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
    ByteSum.parse(bytes)
  }

  /// As in `2022:10 2023:990 people:12`, from format 2 on with bytes and their sum behind each.
  private static func added(
    _ bytes: UnsafeRawBufferPointer, format: Int
  ) -> [LedgerFile: (lines: Int, stretch: LedgerStretch)]? {
    var counts: [LedgerFile: (lines: Int, stretch: LedgerStretch)] = [:]
    for part in String(decoding: bytes, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
    {
      let sides = part.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == (format == 1 ? 2 : 4), let count = plainNumber(sides[1]),
        1...LedgerEntryID.largestNumber ~= count,
        let file = sides[0] == "people" ? .people : LedgerFile(nameInEntries: sides[0] + ".csv")
      else { return nil }
      var stretch = LedgerStretch(bytes: 0, sum: 0)
      if format > 1 {
        var digits = sides[3]
        guard let bytes = plainNumber(sides[2]),
          let sum = digits.withUTF8({ ByteSum.parse(UnsafeRawBufferPointer($0)) })
        else { return nil }
        stretch = LedgerStretch(bytes: bytes, sum: sum)
      }
      if counts.updateValue((count, stretch), forKey: file) != nil { return nil }
    }
    return counts
  }

  private static func plainNumber(_ text: String) -> Int? {
    text.utf8.count <= 18 && text.utf8.allSatisfy { 48...57 ~= $0 } ? Int(text) : nil
  }
}

extension LedgerRow {
  func raw(_ column: JournalColumn) -> UnsafeRawBufferPointer {
    column.index < count ? raw(column.index) : UnsafeRawBufferPointer(start: nil, count: 0)
  }
  func string(_ column: JournalColumn) -> String { column.index < count ? string(column.index) : "" }
}

extension ReviewStatus {
  init?(statusWord bytes: UnsafeRawBufferPointer) {
    guard let status = ReviewStatus.allCases.first(where: { bytes.elementsEqual($0.code.utf8) }) else {
      return nil
    }
    self = status
  }
}
