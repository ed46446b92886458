/// A compound file, as `.xls` and other documents of that time are: streams in sectors, chained by a table.
final class CompoundFile {
  private let file: WorkbookFile
  private let sectorSize: Int
  private let smallSectorSize: Int
  /// Streams shorter than this lie in small sectors.
  private let smallLimit: Int
  /// The sector that follows each one.
  private var table: [UInt32] = []
  private var smallTable: [UInt32] = []
  private var smallSectors: [UInt32] = []
  private var entries: [EntryRow] = []

  /// What the directory says of a stream or storage.
  private struct EntryRow {
    var name: String
    var kind: Int
    var siblings: (Int, Int)
    var child: Int
    var start: UInt32
    var size: Int
  }

  /// A stream: the sectors that it lies in, in order.
  struct Stream {
    fileprivate var sectors: [UInt32]
    fileprivate var isSmall: Bool
    /// How many bytes it has.
    var size: Int
  }

  private static let firstSpecial: UInt32 = 0xFFFF_FFFA
  private static let endOfChain: UInt32 = 0xFFFF_FFFE

  /// Reads the tables and the directory.
  init(_ file: WorkbookFile) throws(WorkbookFailure) {
    self.file = file
    guard let header = try file.bytes(at: 0, count: 512) else { throw .damaged("") }
    let (shift, smallShift) = (header.u16(30), header.u16(32))
    guard shift == 9 || shift == 12, smallShift > 3, smallShift < shift else { throw .damaged("") }
    (sectorSize, smallSectorSize) = (1 << shift, 1 << smallShift)
    smallLimit = header.u32(56)
    try readTable(header)
    let directory = try chain(UInt32(header.u32(48)), in: table)
    try readDirectory(directory)
    guard let root = entries.first else { throw .damaged("") }
    smallTable = try numbers(in: chain(UInt32(header.u32(60)), in: table))
    if root.start < CompoundFile.firstSpecial { smallSectors = try chain(root.start, in: table) }
  }

  /// The stream of a name in the root, in any case.
  func stream(_ name: String) throws(WorkbookFailure) -> Stream? {
    guard let root = entries.first else { return nil }
    var waiting = [root.child]
    var seen: Set<Int> = []
    while let index = waiting.popLast() {
      guard entries.indices.contains(index), seen.insert(index).inserted else { continue }
      let entry = entries[index]
      if entry.kind == 2, entry.name.lowercased() == name.lowercased() { return try open(entry) }
      waiting += [entry.siblings.0, entry.siblings.1]
    }
    return nil
  }

  /// Copies bytes of a stream; false where they are not all there.
  func read(
    _ stream: Stream, at place: Int, into target: UnsafeMutableRawPointer, count: Int
  ) throws(WorkbookFailure) -> Bool {
    guard place >= 0, count >= 0, place <= stream.size, count <= stream.size - place else { return false }
    let unit = stream.isSmall ? smallSectorSize : sectorSize
    var done = 0
    while done < count {
      let (index, offset) = (place + done).quotientAndRemainder(dividingBy: unit)
      let part = min(count - done, unit - offset)
      guard index < stream.sectors.count,
        let start = stream.isSmall
          ? smallPlace(stream.sectors[index]) : self.place(of: stream.sectors[index]),
        try file.read(at: start + offset, into: target + done, count: part)
      else { return false }
      done += part
    }
    return true
  }

  private func open(_ entry: EntryRow) throws(WorkbookFailure) -> Stream {
    let isSmall = entry.size < smallLimit
    let sectors = try chain(entry.start, in: isSmall ? smallTable : table)
    let unit = isSmall ? smallSectorSize : sectorSize
    guard entry.size <= sectors.count * unit else { throw .damaged(entry.name) }
    return Stream(sectors: sectors, isSmall: isSmall, size: entry.size)
  }

  private func place(of sector: UInt32) -> Int { (Int(sector) + 1) * sectorSize }

  private func smallPlace(_ sector: UInt32) -> Int? {
    let (index, offset) = (Int(sector) * smallSectorSize).quotientAndRemainder(dividingBy: sectorSize)
    return index < smallSectors.count ? place(of: smallSectors[index]) + offset : nil
  }

  /// The sectors of a chain. One that goes in a circle is longer than its table.
  private func chain(_ start: UInt32, in table: [UInt32]) throws(WorkbookFailure) -> [UInt32] {
    var sectors: [UInt32] = []
    var next = start
    while next < CompoundFile.firstSpecial {
      guard Int(next) < table.count, sectors.count < table.count else { throw .damaged("") }
      sectors.append(next)
      next = table[Int(next)]
    }
    return sectors
  }

  /// The numbers that fill some sectors.
  private func numbers(in sectors: [UInt32]) throws(WorkbookFailure) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(sectors.count * sectorSize / 4)
    for sector in sectors {
      guard let bytes = try file.bytes(at: place(of: sector), count: sectorSize) else { throw .damaged("") }
      for at in stride(from: 0, to: sectorSize, by: 4) { numbers.append(UInt32(bytes.u32(at))) }
    }
    return numbers
  }

  /// Reads the table, whose own sectors the header and further lists name.
  private func readTable(_ header: LittleEndianBytes) throws(WorkbookFailure) {
    let mostSectors = file.size / sectorSize + 1
    let wanted = header.u32(44)
    guard wanted <= mostSectors else { throw .damaged("") }
    var sectors = (0..<109).map { UInt32(header.u32(76 + 4 * $0)) }
    var next = UInt32(header.u32(68))
    var lists = 0
    while sectors.count < wanted, next < CompoundFile.firstSpecial {
      lists += 1
      guard lists <= mostSectors else { throw .damaged("") }
      var list = try numbers(in: [next])
      next = list.removeLast()
      sectors += list
    }
    guard sectors.count >= wanted else { throw .damaged("") }
    table = try numbers(in: sectors[..<wanted].filter { $0 < CompoundFile.firstSpecial })
  }

  private func readDirectory(_ sectors: [UInt32]) throws(WorkbookFailure) {
    for sector in sectors {
      guard let bytes = try file.bytes(at: place(of: sector), count: sectorSize) else { throw .damaged("") }
      for at in stride(from: 0, to: sectorSize, by: 128) {
        let length = max(0, min(bytes.u16(at + 64), 64) - 2)
        let units = stride(from: 0, to: length, by: 2).map { UInt16(bytes.u16(at + $0)) }
        entries.append(
          EntryRow(
            name: String(decoding: units, as: UTF16.self), kind: bytes.u8(at + 66),
            siblings: (bytes.u32(at + 68), bytes.u32(at + 72)), child: bytes.u32(at + 76),
            start: UInt32(bytes.u32(at + 116)), size: bytes.u32(at + 120)))
      }
    }
  }
}
