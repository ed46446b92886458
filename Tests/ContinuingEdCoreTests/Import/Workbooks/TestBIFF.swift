@testable import ContinuingEdCore

/// A workbook of BIFF8 as the list of its records, in a compound file.
struct TestBIFF {
  /// The records behind the list of sheets, and those of the one sheet.
  var globals: [(id: Int, content: [UInt8])] = []
  var cells: [(id: Int, content: [UInt8])] = []
  var version = 0x600
  var streamName = "Workbook"
  var isHidden = false

  static func u16(_ values: Int...) -> [UInt8] {
    values.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8 & 0xFF)] }
  }
  static func u32(_ value: Int) -> [UInt8] { u16(value & 0xFFFF, value >> 16 & 0xFFFF) }
  static func double(_ value: Double) -> [UInt8] {
    let bits = value.bitPattern
    return u32(Int(bits & 0xFFFF_FFFF)) + u32(Int(bits >> 32))
  }
  /// A text of two bytes a character, with its length.
  static func text(_ text: String) -> [UInt8] {
    u16(text.utf16.count) + [1] + text.utf16.flatMap { u16(Int($0)) }
  }

  /// A text in a cell.
  mutating func label(_ text: String, _ row: Int, _ column: Int) {
    cells.append((0x204, TestBIFF.u16(row, column, 0) + TestBIFF.text(text)))
  }

  private static func record(_ record: (id: Int, content: [UInt8])) -> [UInt8] {
    u16(record.id, record.content.count) + record.content
  }

  var stream: [UInt8] {
    let begin = TestBIFF.record((0x809, TestBIFF.u16(version, 5) + [UInt8](repeating: 0, count: 12)))
    let rest = globals.flatMap(TestBIFF.record) + TestBIFF.record((0x0A, []))
    let name: [UInt8] = [2, 1] + "登记".utf16.flatMap { (unit: UInt16) -> [UInt8] in TestBIFF.u16(Int(unit)) }
    let listLength = 4 + 6 + name.count
    let place = begin.count + listLength + rest.count
    let state: [UInt8] = [isHidden ? 1 : 0, 0]
    let list = TestBIFF.record((0x85, TestBIFF.u32(place) + state + name))
    let sheet =
      TestBIFF.record((0x809, TestBIFF.u16(version, 0x10) + [UInt8](repeating: 0, count: 12)))
      + cells.flatMap(TestBIFF.record) + TestBIFF.record((0x0A, []))
    return begin + list + rest + sheet
  }

  var bytes: [UInt8] { TestCompoundFile.file([(streamName, stream)]) }
}

/// Writes compound files: sectors of 512 bytes, streams of any length in whole sectors.
enum TestCompoundFile {
  private static let end = 0xFFFF_FFFE

  static func file(_ streams: [(String, [UInt8])]) -> [UInt8] {
    var sectors: [[UInt8]] = []
    var next: [Int] = []
    func add(_ bytes: [UInt8]) -> Int {
      let first = sectors.count
      for start in stride(from: 0, to: max(bytes.count, 1), by: 512) {
        let part = Array(bytes[min(start, bytes.count)..<min(start + 512, bytes.count)])
        sectors.append(part + [UInt8](repeating: 0, count: 512 - part.count))
        next.append(sectors.count)
      }
      next[next.count - 1] = end
      return first
    }
    var directory = entry("Root Entry", kind: 5, child: 1, right: -1, start: end, size: 0)
    for (index, stream) in streams.enumerated() {
      // Long enough not to be a small one.
      let bytes = stream.1 + [UInt8](repeating: 0, count: max(0, 4096 - stream.1.count))
      directory += entry(
        stream.0, kind: 2, child: -1, right: index + 1 < streams.count ? index + 2 : -1, start: add(bytes),
        size: bytes.count)
    }
    let directoryStart = add(directory)
    let tableStart = sectors.count
    var tableCount = 0
    while tableCount * 128 < sectors.count + tableCount { tableCount += 1 }
    for _ in 0..<tableCount { next.append(0xFFFF_FFFD) }
    let table = next.flatMap(TestBIFF.u32)
    let padded = table + [UInt8](repeating: 0xFF, count: tableCount * 512 - table.count)
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    header += TestBIFF.u16(0x3E, 3, 0xFFFE, 9, 6) + [UInt8](repeating: 0, count: 10)
    header += [tableCount, directoryStart, 0, 4096, end, 0, end, 0].flatMap(TestBIFF.u32)
    header += (0..<109).flatMap { TestBIFF.u32($0 < tableCount ? tableStart + $0 : 0xFFFF_FFFF) }
    return header + sectors.flatMap { $0 } + padded
  }

  private static func entry(
    _ name: String, kind: Int, child: Int, right: Int, start: Int, size: Int
  ) -> [UInt8] {
    var bytes = name.utf16.flatMap { TestBIFF.u16(Int($0)) }
    bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
    bytes += TestBIFF.u16((name.utf16.count + 1) * 2) + [UInt8(kind), 1]
    bytes += TestBIFF.u32(0xFFFF_FFFF) + TestBIFF.u32(right & 0xFFFF_FFFF) + TestBIFF.u32(child & 0xFFFF_FFFF)
    bytes += [UInt8](repeating: 0, count: 36)
    return bytes + TestBIFF.u32(start) + TestBIFF.u32(size) + TestBIFF.u32(0)
  }
}
