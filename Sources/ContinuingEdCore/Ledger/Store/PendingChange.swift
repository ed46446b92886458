/// What `.pending` says while a change is under way: how long each file was before it and will be after it, and by what
/// its line of the journal is known. That is enough to undo it, and to tell it from another change to the same files.
struct PendingChange: Equatable, Sendable {
  /// How far a file goes.
  struct Extent: Equatable, Sendable {
    /// The length before the change; nil if the file was not there.
    var before: Int?
    /// The length after it; nil where format 1 does not say.
    var after: Int?
  }

  /// The id of the change.
  var id: Int
  /// The files that it touches.
  var extents: [LedgerFile: Extent]
  /// The sum of its first line of the journal, which covers all bytes that it adds; nil in format 1.
  var firstSum: UInt64?

  /// The name within the folder.
  static let name = ".pending"
  /// The name while it is written.
  static let nameBeside = ".pending.new"

  /// The file's bytes: a line for the id, one for each file, and one that says that none is missing.
  var bytes: [UInt8] {
    var text = "change,\(id)" + (firstSum.map { "," + ByteSum.text($0) } ?? "") + "\n"
    for (file, extent) in extents.sorted(by: { $0.key < $1.key }) {
      text += "\(file.path),\(extent.before.map(String.init) ?? "absent")"
      text += (extent.after.map { ",\($0)" } ?? "") + "\n"
    }
    return Array((text + "end\n").utf8)
  }

  init(id: Int, extents: [LedgerFile: Extent], firstSum: UInt64?) {
    (self.id, self.extents, self.firstSum) = (id, extents, firstSum)
  }

  /// Reads the file's bytes; nothing but what `bytes` writes is taken, for what it says is going to be cut off.
  init(_ bytes: [UInt8], path: String) throws(LedgerFailure) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    func refuse(_ line: Int, _ column: String, _ value: Substring = "") -> LedgerFailure {
      .damaged(LedgerFault(path, line: line, .badCell(column: column, value: String(value))))
    }
    guard lines.count >= 3, lines[lines.count - 1].isEmpty, lines[lines.count - 2] == "end" else {
      throw refuse(max(1, lines.count - 1), "end")
    }
    let head = lines[0].split(separator: ",", omittingEmptySubsequences: false)
    guard (2...3).contains(head.count), head[0] == "change", let id = PendingChange.number(head[1]) else {
      throw refuse(1, "change", lines[0])
    }
    var firstSum: UInt64?
    if head.count == 3 {
      var digits = String(head[2])
      firstSum = digits.withUTF8 { ByteSum.parse(UnsafeRawBufferPointer($0)) }
      if firstSum == nil { throw refuse(1, "change", lines[0]) }
    }
    var extents: [LedgerFile: Extent] = [:]
    for (index, line) in lines[1..<(lines.count - 2)].enumerated() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == head.count, let file = LedgerFile(path: String(cells[0])),
        cells[1] == "absent" || PendingChange.number(cells[1]) != nil,
        cells.count == 2 || PendingChange.number(cells[2]) != nil
      else { throw refuse(index + 2, "length", line) }
      extents[file] = Extent(
        before: PendingChange.number(cells[1]), after: cells.count == 3 ? PendingChange.number(cells[2]) : nil
      )
    }
    self.init(id: id, extents: extents, firstSum: firstSum)
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { 48...57 ~= $0 } ? Int(text) : nil
  }
}

extension PendingChange {
  /// Whether it tells of the state in which the folder is: not if the journal goes on with a change that is sound and
  /// another one, or does not go as far. Such a file is left over, or came out of version control, and must not cut off
  /// what others have written.
  func concerns(_ folder: LedgerFolder) throws(LedgerFailure) -> Bool {
    guard let firstSum, let length = extents[.journal]?.before else { return true }
    let path = folder.path(LedgerFile.journal.path)
    guard let size = try FileReads.facts(path)?.size else { return true }
    if size < length { return false }
    // A line has no more than a few thousand characters.
    let (start, end) = (max(0, length - 17), min(size, length + 1 << 17))
    guard let bytes = try FileReads.bytes(path, length: end - start, from: start) else { return true }
    let before = bytes.prefix(length - start)
    let line = bytes.dropFirst(length - start).prefix { $0 != 0x0A }
    guard (length - start) + line.count < bytes.count, line.count > 16 else { return true }
    let sum = Array(line.suffix(16)).withUnsafeBytes { ByteSum.parse($0) }
    let last =
      length == LedgerFile.journal.header.count
      ? 0 : Array(before.prefix(16)).withUnsafeBytes { ByteSum.parse($0) }
    guard let sum, let last, JournalLine.sum(of: line.dropLast(16), after: last) == sum else { return true }
    return sum == firstSum
  }
}
