/// Writes records anew that can't be read as they stand: cells with format characters in them, cells that are missing, and
/// what the caller has said of cells. What comes out is read as any other record; most files never come here.
final class RowRewriter {
  private let edits: RowEdits
  private let width: Int
  private let columns: UnsafePointer<Int32>
  private let headingCount: Int
  private let bytes = BlockBuffer(capacity: 4096)
  private let scratch = BlockBuffer(capacity: 4096)
  private var cells = [CellRange]()
  private var contents: [[UInt8]] = []
  /// Whose row the last one was, as far as it can be told.
  private var above: (id: [UInt8], name: [UInt8], unit: [UInt8])?

  private let isSheet: Bool

  init(_ edits: RowEdits, columns: UnsafePointer<Int32>, headingCount: Int, isSheet: Bool) {
    self.edits = edits
    self.isSheet = isSheet
    self.columns = columns
    self.headingCount = headingCount
    width = max(headingCount, edits.width)
  }

  /// The record with what is to be dropped dropped, and with values as they are to be read; blank cells are not filled yet.
  func clean(_ row: Row) -> Row {
    contents.removeAll(keepingCapacity: true)
    for index in 0..<row.cellCount {
      let typed = row.content(at: index)
      var content = FormatCharacters.dropped(from: typed).withUnsafeBytes { Array(CellText.trimmed($0)) }
      // What a sheet knows of a cell stands in front of its text.
      if isSheet, let mark = typed.first, CellMark.isMark(mark) { content.insert(mark, at: 0) }
      if edits.hasValues { edits.replace(&content, index) }
      contents.append(content)
    }
    return written(row, cellCount: row.cellCount)
  }

  /// The same record with its blank and missing cells filled.
  func fill(_ row: Row) -> Row {
    let cellCount = max(row.cellCount, width)
    while contents.count < cellCount { contents.append([]) }
    for (index, value) in edits.fixed where contents[index].isEmpty || isBlankWord(index) {
      contents[index] = value
    }
    if edits.fillsDown { fillDown() }
    return written(row, cellCount: cellCount)
  }

  /// Forgets whose row the last one was: a record whose cells can't be told stands between.
  func forget() { above = nil }

  private func isBlankWord(_ index: Int) -> Bool {
    if index == Int(columns[Int(Field.name.rawValue)]) || index == Int(columns[Int(Field.title.rawValue)]) {
      return false
    }
    return contents[index].withUnsafeBytes { CellText.isBlankWord($0) }
  }

  // MARK: Filling down

  private func fillDown() {
    let (id, name, unit) = (place(.personID), place(.name), place(.unit))
    if let above, let id {
      let nameFits = name.map { contents[$0].isEmpty || RowRewriter.isSame(contents[$0], above.name) } ?? true
      if contents[id].isEmpty || isBlankWord(id), nameFits { contents[id] = above.id }
      if RowRewriter.isSame(contents[id], above.id) {
        if let name, contents[name].isEmpty { contents[name] = above.name }
        if let unit, contents[unit].isEmpty { contents[unit] = above.unit }
      }
    }
    guard let id, !contents[id].isEmpty else { return forget() }
    above = (contents[id], name.map { contents[$0] } ?? [], unit.map { contents[$0] } ?? [])
  }

  private func place(_ field: Field) -> Int? {
    let column = Int(columns[Int(field.rawValue)])
    return column >= 0 && column < contents.count ? column : nil
  }

  private static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b { return true }
    func bare(_ bytes: [UInt8]) -> [Unicode.Scalar] {
      CellFolding.bare(String(decoding: bytes, as: UTF8.self)).map {
        "•・‧．·".unicodeScalars.contains($0) ? "·" : $0
      }
    }
    return bare(a) == bare(b)
  }

  // MARK: Writing

  private func written(_ row: Row, cellCount: Int) -> Row {
    let total = contents.reduce(cellCount) { $0 + $1.count }
    bytes.setCount(0)
    bytes.reserve(total)
    scratch.reserve(total)
    cells.removeAll(keepingCapacity: true)
    var place = 0
    for content in contents {
      content.withUnsafeBytes { source in
        if let base = source.baseAddress {
          (bytes.base + place).copyMemory(from: base, byteCount: source.count)
        }
      }
      cells.append(CellRange(start: place, end: place + content.count, isEscaped: false))
      place += content.count
      (bytes.base + place).storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
      place += 1
    }
    bytes.setCount(place)
    let kept = cells.withUnsafeBufferPointer { buffer -> UnsafePointer<CellRange> in
      store.update(buffer)
    }
    return Row(
      text: UnsafeRawPointer(bytes.base), cells: kept, cellCount: cellCount, range: 0..<place,
      columns: columns,
      scratch: scratch.base, knownPerson: -1, headingCount: headingCount, isCertain: row.isCertain)
  }

  private let store = CellRanges()
}

/// Room for the cells of one record that stays where it is while they are read.
private final class CellRanges {
  private var base = UnsafeMutablePointer<CellRange>.allocate(capacity: 64)
  private var capacity = 64

  deinit { base.deallocate() }

  func update(_ cells: UnsafeBufferPointer<CellRange>) -> UnsafePointer<CellRange> {
    if cells.count > capacity {
      base.deallocate()
      capacity = cells.count * 2
      base = .allocate(capacity: capacity)
    }
    for (index, cell) in cells.enumerated() { (base + index).initialize(to: cell) }
    return UnsafePointer(base)
  }
}
