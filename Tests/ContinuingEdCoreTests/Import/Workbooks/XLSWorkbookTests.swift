import Testing

@testable import ContinuingEdCore

/// Workbooks of BIFF8 (Workbooks).
struct XLSWorkbookTests {
  @Test func `numbers of every form`() throws {
    var book = TestBIFF()
    // Formats of cells 0 to 2: number, built-in date, a date of one's own.
    book.globals = [
      (0x41E, TestBIFF.u16(164) + TestBIFF.text("yyyy\"年\"m\"月\"")), (0xE0, TestBIFF.u16(0, 0)),
      (0xE0, TestBIFF.u16(0, 57)),
      (0xE0, TestBIFF.u16(0, 164)),
    ]
    // 30 as a whole number is 30 << 2 | 2; in hundredths 3050 << 2 | 3; 1.5 by its upper bits is 0x3FF80000.
    book.cells = [
      (0x203, TestBIFF.u16(0, 0, 0) + TestBIFF.double(0.1 + 0.2)),
      (0x27E, TestBIFF.u16(0, 1, 0) + TestBIFF.u32(30 << 2 | 2)),
      (0x27E, TestBIFF.u16(0, 2, 0) + TestBIFF.u32(3050 << 2 | 3)),
      (0x27E, TestBIFF.u16(0, 3, 0) + TestBIFF.u32(0x3FF8_0000)),
      (
        0xBD,
        TestBIFF.u16(0, 4) + TestBIFF.u16(0) + TestBIFF.u32(1 << 2 | 2) + TestBIFF.u16(1)
          + TestBIFF.u32(45108 << 2 | 2)
          + TestBIFF.u16(5)
      ), (0x203, TestBIFF.u16(0, 6, 2) + TestBIFF.double(45108.25)),
      (0x203, TestBIFF.u16(0, 7, 0) + TestBIFF.double(370_402_199_003_071_234)),
    ]
    #expect(
      try SheetCells.of(book.bytes)
        == [["0.3", "30", "30.5", "1.5", "1", "2023-07-01", "2023-07-01", "{long}370402199003071000"]])
  }

  @Test func `days counted from 1904`() throws {
    var book = TestBIFF()
    book.globals = [(0x22, TestBIFF.u16(1)), (0xE0, TestBIFF.u16(0, 14))]
    book.cells = [(0x27E, TestBIFF.u16(0, 0, 0) + TestBIFF.u32(43646 << 2 | 2))]
    #expect(try SheetCells.of(book.bytes) == [["2023-07-01"]])
  }

  @Test func `formulas, truth and errors`() throws {
    var book = TestBIFF()
    let end = TestBIFF.u16(0) + TestBIFF.u32(0) + TestBIFF.u16(0)
    book.cells = [
      (0x06, TestBIFF.u16(0, 0, 0) + TestBIFF.double(7.5) + end),
      (0x06, TestBIFF.u16(0, 1, 0) + [0, 0, 0, 0, 0, 0, 0xFF, 0xFF] + end),
      (0x207, TestBIFF.text("合格")), (0x06, TestBIFF.u16(0, 2, 0) + [1, 0, 1, 0, 0, 0, 0xFF, 0xFF] + end),
      (0x06, TestBIFF.u16(0, 3, 0) + [2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF] + end),
      (0x06, TestBIFF.u16(0, 4, 0) + [3, 0, 0, 0, 0, 0, 0xFF, 0xFF] + end),
      (0x205, TestBIFF.u16(0, 5, 0) + [0, 0]),
      (0x205, TestBIFF.u16(0, 6, 0) + [0x17, 1]),
    ]
    #expect(
      try SheetCells.of(book.bytes) == [["7.5", "合格", "TRUE", "{error}#N/A", "", "FALSE", "{error}#REF!"]])
  }

  /// The second string begins narrow in one record and goes on wide in the next, in the middle of its text; the third has
  /// runs and phonetic text, which are cut too.
  @Test func `strings that go on in another record`() throws {
    var book = TestBIFF()
    let first =
      TestBIFF.u32(3) + TestBIFF.u32(3) + TestBIFF.u16(1) + [0] + Array("a".utf8) + TestBIFF.u16(4) + [0]
      + Array("bc".utf8)
    let third =
      TestBIFF.u16(1) + [0x0D] + TestBIFF.u16(1) + TestBIFF.u32(6) + TestBIFF.u16(0x738B) + TestBIFF.u16(1)
    let second = [1] + TestBIFF.u16(0x7532, 0x4E59) + third
    book.globals = [(0xFC, first), (0x3C, second), (0x3C, TestBIFF.u16(0) + [1, 2, 3, 4, 5, 6])]
    book.cells = (0..<3).map { (0xFD, TestBIFF.u16(0, $0, 0) + TestBIFF.u32($0)) }
    #expect(try SheetCells.of(book.bytes) == [["a", "bc甲乙", "王"]])
  }

  @Test func `merged ranges, charts within, rows in another order`() throws {
    var book = TestBIFF()
    book.label("二", 1, 0)
    book.label("一", 0, 0)
    book.cells += [
      (0x809, TestBIFF.u16(0x600, 0x20)), (0x203, TestBIFF.u16(9, 9, 0) + TestBIFF.double(1)), (0x0A, []),
    ]
    book.cells.append((0xE5, TestBIFF.u16(1, 0, 1, 0, 1)))
    book.label("三", 2, 1)
    #expect(try SheetCells.of(book.bytes) == [["一", "一"], ["{merged}一", "{merged}一"], ["", "三"]])
  }

  @Test func `what is refused, by name`() throws {
    var old = TestBIFF()
    old.version = 0x500
    #expect(try fault(of: old.bytes) == .otherKind(.oldWorkbook))
    old.streamName = "Book"
    #expect(try fault(of: old.bytes) == .otherKind(.oldWorkbook))
    var locked = TestBIFF()
    locked.globals = [(0x2F, TestBIFF.u16(0, 0))]
    #expect(try fault(of: locked.bytes) == .encrypted)
    for (name, expected) in [
      ("EncryptedPackage", WorkbookFault.encrypted), ("WordDocument", .otherKind(.textDocument)),
      ("PowerPoint Document", .otherKind(.presentation)), ("Other", .otherKind(.compoundFile)),
    ] {
      #expect(try fault(of: TestCompoundFile.file([(name, [1])])) == expected)
    }
    for first: [UInt8] in [
      [9, 0, 4, 0, 0, 0, 16, 0], [9, 2, 6, 0, 0, 0, 16, 0], [9, 4, 6, 0, 0, 0, 16, 0],
    ] {
      #expect(try fault(of: first) == .otherKind(.oldWorkbook))
    }
  }

  @Test func `a chain of sectors that goes in a circle, and a stream that ends too early`() throws {
    var book = TestBIFF()
    book.label("一", 0, 0)
    var bytes = book.bytes
    // The table is the last sector; its first number says what follows sector 0.
    let table = bytes.count - 512
    bytes[table] = 0
    #expect(try fault(of: bytes) == .damaged(part: ""))
    let whole = book.bytes
    for length in stride(from: 8, to: whole.count - 1, by: 97) {
      #expect(try fault(of: Array(whole[..<length])) != nil)
    }
  }
}
