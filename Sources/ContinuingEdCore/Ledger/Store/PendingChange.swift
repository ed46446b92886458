/// What `.pending` says while a change is under way: how long each file was before it. That is enough to undo it.
struct PendingChange: Equatable, Sendable {
  /// The id of the change.
  var id: Int
  /// The lengths of the files that it touches; nil for one that was not there.
  var lengths: [LedgerFile: Int?]

  /// The name within the folder.
  static let name = ".pending"
  /// The name while it is written.
  static let nameBeside = ".pending.new"

  /// The file's bytes: a line for the id, one for each file, and one that says that none is missing.
  var bytes: [UInt8] {
    var text = "change,\(id)\n"
    for (file, length) in lengths.sorted(by: { $0.key < $1.key }) {
      text += "\(file.path),\(length.map(String.init) ?? "absent")\n"
    }
    return Array((text + "end\n").utf8)
  }

  init(id: Int, lengths: [LedgerFile: Int?]) {
    self.id = id
    self.lengths = lengths
  }

  /// Reads the file's bytes; nothing but what `bytes` writes is taken, for what it says is going to be cut off.
  init(_ bytes: [UInt8], path: String) throws(LedgerError) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 3, lines[lines.count - 1].isEmpty, lines[lines.count - 2] == "end" else {
      throw .damaged(LedgerFault(path, line: max(1, lines.count - 1), .badCell(column: "end", value: "")))
    }
    guard lines[0].hasPrefix("change,"), let id = PendingChange.number(lines[0].dropFirst(7)) else {
      throw .damaged(LedgerFault(path, line: 1, .badCell(column: "change", value: String(lines[0]))))
    }
    var lengths: [LedgerFile: Int?] = [:]
    for (index, line) in lines[1..<(lines.count - 2)].enumerated() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 2, let file = LedgerFile(path: String(cells[0])),
        cells[1] == "absent" || PendingChange.number(cells[1]) != nil
      else {
        throw .damaged(LedgerFault(path, line: index + 2, .badCell(column: "length", value: String(line))))
      }
      lengths.updateValue(PendingChange.number(cells[1]), forKey: file)
    }
    self.init(id: id, lengths: lengths)
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { 48...57 ~= $0 } ? Int(text) : nil
  }
}
