import Testing

@testable import ContinuingEdCore

@Suite struct RowExcerptTests {
  private func excerpt(_ record: String, _ delimiter: Character = ",", marking cell: Int?, ids: Int? = 0)
    -> String
  {
    RowExcerpt.text(
      of: record, delimiter: delimiter.asciiValue ?? 0, marking: cell, ids: ids, mask: IDMask.masked)
  }

  @Test(arguments: [
    ("T1,王芳,自学,2023,8小时", 4, "T1,王芳,自学,2023,»8小时«"), ("T1,王芳,,2023,8", 2, "T1,王芳,»«,2023,8"),
    ("370402199003071234,王芳,自学", 2, "3704**********1234,王芳,»自学«"),
    ("370402199003071234,王芳,自学", 0, "»3704**********1234«,王芳,自学"),
    ("T1,\"王,芳\",自学", 1, "T1,»王,芳«,自学"), ("T1,\"王\"\"芳\"\"\",自学", 1, "T1,»王\"芳\"«,自学"),
    ("T1,\"王\n芳\",自学", 2, "T1,王⏎芳,»自学«"),
  ])
  func theCellAtFaultIsMarked(record: String, cell: Int, shown: String) {
    #expect(excerpt(record, marking: cell) == shown)
  }

  @Test func aRowWithoutACellAtFaultIsShownFromItsStart() {
    #expect(excerpt("T1,\"王芳,自学,2023,8", marking: nil) == "T1,\"王芳,自学,2023,8")
    #expect(excerpt("A00000001,\"王\"芳", marking: nil) == "A000*0001,\"王\"芳")
    #expect(excerpt("\"王芳,370402199003071234", marking: nil) == "\"王芳,3704**********1234")
    let long = excerpt("T1," + String(repeating: "长", count: 100), marking: nil)
    #expect(DisplayWidth.of(long) <= RowExcerpt.width)
    #expect(long.hasSuffix("…"))
  }

  @Test func anIDInTheWrongCellIsMaskedToo() {
    #expect(excerpt("王芳,370402199003071234,自学", marking: 2) == "王芳,3704**********1234,»自学«")
    #expect(excerpt("T1,备注37040219900307123X号", marking: 0) == "»T1«,备注3704**********123X号")
  }

  @Test func aLongRowIsCutOnBothSidesOfTheCell() {
    let cells = (0..<40).map { "第\($0)格" }
    let shown = excerpt(cells.joined(separator: ","), marking: 20)
    #expect(shown.hasPrefix("…,") && shown.hasSuffix(",…"))
    #expect(shown.contains(",»第20格«,"))
    #expect(DisplayWidth.of(shown) <= RowExcerpt.width)
  }

  @Test func tabsAreShown() {
    #expect(excerpt("T1\t王芳", "\t", marking: 1) == "T1 ⇥ »王芳«")
  }
}
