extension LedgerJournal {
  /// The text of lines, each with its line break.
  public static func bytes(of lines: [JournalLine]) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines { append(line, to: &bytes) }
    return bytes
  }

  private static func append(_ line: JournalLine, to bytes: inout [UInt8]) {
    for (index, column) in JournalColumn.allCases.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      LedgerText.append(cell(column, line), to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func cell(_ column: JournalColumn, _ line: JournalLine) -> String {
    func number(_ path: KeyPath<ImportBalance, Int>) -> String {
      line.balance.map { String($0[keyPath: path]) } ?? ""
    }
    switch column {
    case .id: return String(line.id)
    case .when: return line.when
    case .who: return line.who
    case .action: return line.action.rawValue
    case .entry: return line.entry?.text ?? ""
    case .replacedBy: return line.replacedBy?.text ?? ""
    case .status: return line.status?.code ?? ""
    case .reason: return line.reason
    case .file: return line.file
    case .content: return line.content.map(hexadecimal) ?? ""
    case .read: return number(\.read)
    case .taken: return number(\.taken)
    case .present: return line.balance.map { String($0.present + $0.void) } ?? ""
    case .changed: return number(\.changed)
    case .problems: return number(\.problems)
    case .blank: return number(\.blank)
    case .added: return added(line.added)
    }
  }

  /// Sixteen digits.
  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// As in `2022:10 2023:990 people:12`.
  private static func added(_ counts: [LedgerFile: Int]) -> String {
    counts.sorted { $0.key < $1.key }.filter { $0.value > 0 }
      .map { "\(name($0.key)):\($0.value)" }.joined(separator: " ")
  }

  private static func name(_ file: LedgerFile) -> String {
    switch file {
    case .entries(let year): String(year)
    case .people: "people"
    case .journal: "journal"
    }
  }
}

/// Cells of a ledger's files.
enum LedgerText {
  /// Adds a cell, in quotes only where RFC 4180 needs them.
  static func append(_ cell: String, to bytes: inout [UInt8]) {
    let needsQuotes = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if !needsQuotes {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
