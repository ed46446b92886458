extension JournalLine {
  /// The line as format 2 has it, with its line break; `before` is the sum of the line before it, 0 for the first.
  func bytes(after before: UInt64) -> (bytes: [UInt8], sum: UInt64) {
    var bytes: [UInt8] = []
    for column in JournalColumn.allCases.dropLast() {
      LedgerText.append(cell(column), to: &bytes)
      bytes.append(UInt8(ascii: ","))
    }
    let sum = JournalLine.sum(of: bytes, after: before)
    bytes += Array((ByteSum.text(sum) + "\n").utf8)
    return (bytes, sum)
  }

  /// The sum that a line ends with: that of the sixteen digits of the line before and of all that stands before its own.
  static func sum(of line: some Collection<UInt8>, after before: UInt64) -> UInt64 {
    ByteSum.of(Array(ByteSum.text(before).utf8) + line)
  }

  private func cell(_ column: JournalColumn) -> String {
    func number(_ path: KeyPath<ImportBalance, Int>) -> String {
      balance.map { String($0[keyPath: path]) } ?? ""
    }
    switch column {
    case .id: return String(id)
    case .when: return when
    case .who: return who
    case .action: return action.rawValue
    case .entry: return entry?.text ?? ""
    case .replacedBy: return replacedBy?.text ?? ""
    case .status: return status?.code ?? ""
    case .reason: return reason
    case .file: return file
    case .content: return content.map(ByteSum.text) ?? ""
    case .read: return number(\.read)
    case .taken: return number(\.taken)
    case .present: return number(\.present)
    case .changed: return number(\.changed)
    case .void: return number(\.void)
    case .problems: return number(\.problems)
    case .blank: return number(\.blank)
    case .person: return person
    case .sameAs: return sameAs
    case .rosterYear: return rosterYear.map(String.init) ?? ""
    case .added: return addedText
    case .sum: return ""
    }
  }

  /// As in `2022:10:1203:0a1b… people:12:800:ff00…`: lines, bytes and their sum.
  private var addedText: String {
    added.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map { file, count in
      let stretch = stretches[file] ?? LedgerStretch(bytes: 0, sum: 0)
      return "\(JournalLine.name(file)):\(count):\(stretch.bytes):\(ByteSum.text(stretch.sum))"
    }.joined(separator: " ")
  }

  private static func name(_ file: LedgerFile) -> String {
    if case .entries(let year) = file { return String(year) }
    return "people"
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
