import Foundation
import Testing

@testable import ContinuingEdCore

/// Mutated workbooks of both kinds: whatever their bytes, they are read or refused, and nothing else happens.
///
/// `CECREDIT_FUZZ=1000000 swift test --filter WorkbookFuzz` runs as many; the seed is `CECREDIT_FUZZ_SEED`.
struct WorkbookFuzzTests {
  private static let count = Int(ProcessInfo.processInfo.environment["CECREDIT_FUZZ"] ?? "") ?? 400
  private static let seed =
    UInt64(ProcessInfo.processInfo.environment["CECREDIT_FUZZ_SEED"] ?? "") ?? 20_231_001

  private static let rows: [[String]] = [
    ["工号", "姓名", "类别", "学时", "年度", "开始日期"], ["T1", "王芳", "自学", "8", "2023", "2023-07-01"],
    ["T2", "李, \"明\"", "自习", "x_x000D_", "2023", ""],
  ]

  /// The archive as it is written, with members stored, so that what is changed reaches the parts.
  private static func zips() -> [[UInt8]] {
    var book = TestWorkbook(
      rows: TestWorkbook.rows(rows)
        + "<row r=\"7\"><c r=\"A7\" s=\"1\"><v>45108.5</v></c><c t=\"s\"><v>0</v></c><c><f>A1</f></c><c t=\"e\"><v>#N/A</v></c></row>",
      behind: "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B7:D7\"/></mergeCells>")
    book.strings = ["<r><t>甲</t></r><rPh><t>jia</t></rPh>"]
    (book.formats, book.styles) = (["yyyy\"年\"m\"月\";@"], [0, 164, 46])
    var stored = TestZip(book.parts)
    stored.isDeflated = false
    return [TestZip(book.parts).bytes, stored.bytes]
  }

  private static func xls() -> [UInt8] {
    var book = TestBIFF()
    book.globals = [
      (0x41E, TestBIFF.u16(164) + TestBIFF.text("yyyy/m/d")), (0xE0, TestBIFF.u16(0, 164)),
      (0xFC, TestBIFF.u32(1) + TestBIFF.u32(1) + TestBIFF.u16(3) + [8] + TestBIFF.u16(1) + Array("ab".utf8)),
      (0x3C, [1] + TestBIFF.u16(0x7532, 0, 0)),
    ]
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() { book.label(text, row, column) }
    }
    book.cells += [
      (0xFD, TestBIFF.u16(3, 0, 0) + TestBIFF.u32(0)),
      (0x203, TestBIFF.u16(3, 1, 0) + TestBIFF.double(45108)),
      (0xE5, TestBIFF.u16(1, 1, 2, 0, 0)),
    ]
    return book.bytes
  }

  @Test func `mutated xlsx files are read or refused`() throws {
    try run(WorkbookFuzzTests.zips(), isZip: true)
  }

  @Test func `mutated xls files are read or refused`() throws {
    try run([WorkbookFuzzTests.xls()], isZip: false)
  }

  private func run(_ originals: [[UInt8]], isZip: Bool) throws {
    var random = SeededBytes(state: WorkbookFuzzTests.seed)
    var (read, refused) = (0, 0)
    for _ in 0..<WorkbookFuzzTests.count {
      var bytes = originals[Int(random.next() % UInt64(originals.count))]
      mutate(&bytes, &random)
      if isZip, random.next() % 4 != 0 { TestZipRepair.mendChecksums(&bytes) }
      // What a file begins with says what it is: with another beginning it is one of text, or of none.
      let isWorkbook = originals.contains { $0.prefix(isZip ? 4 : 8) == bytes.prefix(isZip ? 4 : 8) }
      do throws(ImportError) {
        _ = try Importer().read([.bytes(name: "b", bytes)])
        read += 1
      } catch {
        switch error {
        case .workbook: refused += 1
        case .notText where !isWorkbook: refused += 1
        default: throw error
        }
      }
    }
    // Where all were refused, or none, the changes would reach nothing.
    #expect(read > 0)
    #expect(refused > 0)
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededBytes) {
    for _ in 0...(random.next() % 4) {
      let place = Int(random.next() % UInt64(bytes.count))
      switch random.next() % 8 {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes[place] ^= 1 << UInt8(random.next() % 8)
      case 2:
        bytes[place] = [0, 0xFF, 0x7F, 0x80, UInt8(ascii: "<"), UInt8(ascii: "\"")][Int(random.next() % 6)]
      case 3:
        let length = min(bytes.count - place, Int(random.next() % 40))
        bytes.removeSubrange(place..<(place + length))
      case 4:
        let length = min(bytes.count - place, Int(random.next() % 40))
        bytes.insert(
          contentsOf: bytes[place..<(place + length)], at: Int(random.next() % UInt64(bytes.count)))
      case 5: bytes.removeSubrange(place...)
      case 6:
        let other = Int(random.next() % UInt64(bytes.count))
        bytes.swapAt(place, other)
      default:
        for i in place..<min(place + 4, bytes.count) { bytes[i] = random.next() % 2 == 0 ? 0xFF : 0 }
      }
      if bytes.count < 8 { return }
    }
  }
}

/// SplitMix64.
private struct SeededBytes {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes the checksums of stored members right again, so that changed parts are looked at.
private enum TestZipRepair {
  static func mendChecksums(_ bytes: inout [UInt8]) {
    let file = LittleEndianBytes(bytes)
    var at = 0
    while at + 46 < bytes.count {
      guard bytes[at] == 0x50, file.u32(at) == 0x0201_4B50 else {
        at += 1
        continue
      }
      let header = file.u32(at + 42)
      let start = header + 30 + file.u16(header + 26) + file.u16(header + 28)
      let end = start + file.u32(at + 20)
      if file.u16(at + 10) == 0, header < bytes.count, start <= end, end <= bytes.count {
        let checksum = CRC32.of(Array(bytes[start..<end]))
        for i in 0..<4 { bytes[at + 16 + i] = UInt8(truncatingIfNeeded: checksum >> (8 * UInt32(i))) }
      }
      at += 46
    }
  }
}
