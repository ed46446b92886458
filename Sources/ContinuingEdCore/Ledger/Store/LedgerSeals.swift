/// What `seals.csv` says of a journal, the second place of what its last line says: a line for each change with how many
/// lines the journal had after it, and the sum of the last of them. So a journal that lost its last line is noticed.
struct LedgerSeals: Sendable {
  /// How many lines the journal has.
  private(set) var lines = 0
  /// The sum of the last of them; 0 if there is none.
  private(set) var sum: UInt64 = 0
  /// The lines of `seals.csv` for all changes but the last.
  private var text: [UInt8] = []
  private var change = 0

  /// Adds a line of the journal.
  mutating func add(change: Int, sum: UInt64) {
    if change != self.change, lines > 0 { text += line }
    self.change = change
    self.sum = sum
    lines += 1
  }

  private var line: [UInt8] { Array("\(change),\(lines),\(ByteSum.text(sum))\n".utf8) }

  /// What `seals.csv` must hold below its header.
  var bytes: [UInt8] { lines == 0 ? [] : text + line }

  /// Where the file of a state says something else; `lastLine` is that of the journal.
  func faults(in snapshot: LedgerSnapshot, lastLine: Int) throws(LedgerFailure) -> [LedgerFault] {
    let path = snapshot.path(of: .seals)
    guard snapshot.lengths[.seals] != nil else { return [LedgerFault(path, line: 1, .missingFile)] }
    let found = try snapshot.bytes(of: .seals)
    let header = LedgerFile.seals.header(format: snapshot.format)
    let expected = header + bytes
    if found == expected { return [] }
    if let fault = LedgerTable.headerFault(found, header, path) { return [fault] }
    let (left, right) = (
      found.split(separator: 0x0A, omittingEmptySubsequences: false),
      expected.split(separator: 0x0A, omittingEmptySubsequences: false)
    )
    let place =
      zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(left.count, right.count) - 1
    // A seal that goes further than the journal: the journal has lost what it tells of.
    if let last = left.dropLast().last, let count = LedgerSeals.lines(last), count > lines, found.last == 0x0A
    {
      return [
        LedgerFault(
          snapshot.path(of: .journal), line: lastLine, .lineCount(found: lines, expected: count))
      ]
    }
    return [LedgerFault(path, line: place + 1, .badSeal)]
  }

  /// How many lines a seal speaks of; nil if it is none.
  private static func lines(_ line: ArraySlice<UInt8>) -> Int? {
    let cells = String(decoding: line, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
    guard cells.count == 3, var digits = Optional(String(cells[2])),
      digits.withUTF8({ ByteSum.parse(UnsafeRawBufferPointer($0)) }) != nil
    else { return nil }
    return Int(cells[1])
  }
}
