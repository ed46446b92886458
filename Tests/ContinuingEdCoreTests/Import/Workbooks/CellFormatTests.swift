import Testing

@testable import ContinuingEdCore

/// Workbooks: Dates. What a format shows of a number.
struct CellFormatTests {
  @Test(arguments: [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
  func `dates that are named by number only`(number: Int) { #expect(CellFormat(builtIn: number) == .date) }

  /// 32–35 and 55, 56 are times of day, 18–21 too; 45–47 go on past an hour.
  @Test(arguments: [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 18, 19, 20, 21, 32, 33, 34, 35, 37, 48, 49, 55, 56])
  func `numbers that are named by number only`(number: Int) {
    #expect(CellFormat(builtIn: number) == .number)
  }

  @Test(arguments: [45, 46, 47])
  func `durations that are named by number only`(number: Int) {
    #expect(CellFormat(builtIn: number) == .duration)
  }

  @Test(arguments: [
    "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "yyyy\"年\"m\"月\"", "m\"月\"d\"日\"", "yyyy年m月d日",
    "[$-804]yyyy/m/d;@",
    "[$-F800]dddd, mmmm dd, yyyy", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "yyyy/m/d h:mm",
    "mm/dd/yy hh:mm:ss",
    "mmm-yy", "d-mmm", "aaaa", "[$-804]aaa;@", "e/m/d", "ggge\"年\"", "yyyy!-mm!-dd", "YYYY-MM-DD", "[红色]yyyy",
    "[>=1]yyyy-mm-dd;h:mm", "mmmm", "mm", "yyyy.mm", "上午/下午h:mm d",
  ])
  func `what shows a year, month, day or weekday is a date`(text: String) {
    #expect(CellFormat(text: text) == .date)
  }

  @Test(arguments: [
    "0.00\"h\"", "General", "G/通用格式", "0", "0.00", "#,##0.00", "0%", "0.00E+00", "@", "h:mm", "h:mm:ss AM/PM",
    "h\"时\"mm\"分\"", "上午/下午h\"时\"mm\"分\"", "[Red]0.00", "[$¥-804]#,##0.00", "0\"年\"", "0\\d", "_d0",
    "\"yyyy\"0", "[红色]0",
    "0.00_);[Red]\\(0.00\\)", "[$年-804]0", "# ?/?", "*d0", "[=1]\"day\";0", "",
  ])
  func `everything else is a number`(text: String) { #expect(CellFormat(text: text) == .number) }

  @Test(arguments: [
    "[h]:mm", "[hh]:mm:ss", "[H]:MM", "[mm]:ss", "[ss]", "mm:ss", "mm:ss.0", "[h]\"小时\"mm\"分\"", "[h]",
  ])
  func `hours that go on are a duration`(text: String) { #expect(CellFormat(text: text) == .duration) }

  @Test func `zeros alone say how many digits`() {
    #expect(CellFormat(text: "0000") == .zeros(4))
    #expect(CellFormat(text: "000000000000000000") == .zeros(18))
    #expect(CellFormat(text: "0") == .number)
  }
}
