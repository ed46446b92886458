import Testing

@testable import ContinuingEdCore

@Suite struct NumberCellTests {
  @Test(arguments: [
    ("8", "8"), ("08", "8"), ("8.5", "8.5"), ("8.50", "8.5"), ("8.500", "8.5"), ("8.05", "8.05"),
    ("0.01", "0.01"), ("0.010", "0.01"),
    ("8学时", "8"), ("8 学时", "8"), ("8课时", "8"), ("8.5课时", "8.5"), ("８", "8"), ("０８．５", "8.5"),
    ("１２．５学时", "12.5"), ("9999", "9999"),
    ("9999.99", "9999.99"), ("9999.9900", "9999.99"), ("0000000000000000000000000000008", "8"),
    ("⼋", "invalid"), ("8⽇", "invalid"),
    ("8\u{3000}学时", "8"), ("\u{A0}8\u{A0}", "8"), ("'8", "8"), ("１00", "100"),
  ])
  func hoursAreDigitsWithAtMostTwoDecimals(cell: String, hours: String) {
    #expect(text(withCell(cell, CellParser.hours)) == hours)
  }

  @Test(arguments: [
    "0", "0.00", "0000", "0.001", "8.505", "8.001", "10000", "9999.991", "99999999999999999999", "8.", ".5",
    "+8", "-8", "8e0", "8E0",
    "1,000", "1，000", "8h", "8学时学时", "学时", "8.5.1", "8 5", "八", "8²", "①", "½", "#REF!", "#N/A", "abc",
    "٨", "8%", "8。5", "8学分",
  ])
  func otherHoursAreBad(cell: String) {
    #expect(text(withCell(cell, CellParser.hours)) == "invalid")
  }

  @Test(arguments: ["", " ", "无", "/", "-", "—", "N/A", "none", "－"])
  func aWordForNothingIsNoNumber(cell: String) {
    #expect(text(withCell(cell, CellParser.hours)) == "blank")
    #expect(text(withCell(cell, CellParser.year)) == "blank")
    #expect(text(withCell(cell, CellParser.count)) == "blank")
  }

  @Test(arguments: [
    ("2023", "2023"), ("2023年", "2023"), ("2023年度", "2023"), ("２０２３年", "2023"), ("1900", "1900"),
    ("2100", "2100"), ("2023 年", "2023"),
    ("1899", "invalid"), ("2101", "invalid"), ("23", "invalid"), ("02023", "invalid"), ("20230", "invalid"),
    ("2023度", "invalid"),
    ("2023.0", "invalid"), ("2023学年", "2023"), ("2022-2023", "invalid"), ("年", "invalid"),
    ("-2023", "invalid"), ("0023", "invalid"),
    ("202３", "2023"), ("2023年年", "invalid"), ("2023-07-01", "invalid"), ("#REF!", "invalid"),
  ])
  func yearsLieFrom1900To2100(cell: String, year: String) {
    #expect(text(withCell(cell, CellParser.year)) == year)
  }

  @Test(arguments: [
    ("1", "1"), ("9", "9"), ("10", "10"), ("1000", "1000"), ("0001", "1"), ("2项", "2"), ("2篇", "2"),
    ("2本", "2"), ("2个", "2"), ("2次", "2"),
    ("2件", "2"), ("２项", "2"), ("2 项", "2"), ("0", "invalid"), ("1001", "invalid"), ("-1", "invalid"),
    ("1.0", "invalid"),
    ("1.5", "invalid"), ("2篇论文", "invalid"), ("两", "invalid"), ("2只", "invalid"), ("项", "invalid"),
    ("99999999999", "invalid"),
    ("1e2", "invalid"), ("²", "invalid"),
  ])
  func countsLieFrom1To1000(cell: String, count: String) {
    #expect(text(withCell(cell, CellParser.count)) == count)
  }
}
