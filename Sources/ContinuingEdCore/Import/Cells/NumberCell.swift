/// Hours, years and counts (RecordsFiles: Numbers): digits and perhaps a unit, in narrow or full-width forms; no sign,
/// exponent or separator.
extension CellParser {
  /// 学时: above 0, at most 9999.99, at most two decimals that matter.
  @inline(__always)
  static func hours(_ trimmed: UnsafeRawBufferPointer) -> CellValue<Hours> {
    // One to four digits and nothing else are most of what is there.
    if trimmed.count >= 1, trimmed.count <= 4 {
      var value = 0
      var isPlain = true
      for byte in trimmed {
        isPlain = isPlain && byte &- 48 <= 9
        value = value &* 10 &+ Int(byte &- 48)
      }
      if isPlain { return value > 0 ? .value(Hours(inHundredths: value &* 100)) : .invalid }
    }
    return hoursSlowly(trimmed)
  }

  /// 年度: 1900 to 2100, perhaps with 年, 年度 or 学年.
  @inline(__always)
  static func year(_ trimmed: UnsafeRawBufferPointer) -> CellValue<Int> {
    if trimmed.count == 4 {
      var value = 0
      var isPlain = true
      for byte in trimmed {
        isPlain = isPlain && byte &- 48 <= 9
        value = value &* 10 &+ Int(byte &- 48)
      }
      if isPlain { return isYear(value) ? .value(value) : .invalid }
    }
    return yearSlowly(trimmed)
  }

  /// 数量: 1 to 1000, perhaps with 项, 篇, 本, 个, 次 or 件.
  @inline(__always)
  static func count(_ trimmed: UnsafeRawBufferPointer) -> CellValue<Int> {
    if trimmed.count == 1, trimmed[0] &- 49 <= 8 { return .value(Int(trimmed[0] &- 48)) }
    return countSlowly(trimmed)
  }

  /// The years that a cell may name.
  @inline(__always)
  static func isYear(_ year: Int) -> Bool { year >= 1900 && year <= 2100 }

  @inline(never)
  private static func hoursSlowly(_ trimmed: UnsafeRawBufferPointer) -> CellValue<Hours> {
    if CellText.isBlankWord(trimmed) { return .blank }
    let hours = plainHours(trimmed) ?? CellFolding.withNarrowed(trimmed, plainHours) ?? nil
    return hours.map(CellValue.value) ?? .invalid
  }

  @inline(never)
  private static func yearSlowly(_ trimmed: UnsafeRawBufferPointer) -> CellValue<Int> {
    if CellText.isBlankWord(trimmed) { return .blank }
    let year = plainYear(trimmed) ?? CellFolding.withNarrowed(trimmed, plainYear) ?? nil
    return year.map(CellValue.value) ?? .invalid
  }

  @inline(never)
  private static func countSlowly(_ trimmed: UnsafeRawBufferPointer) -> CellValue<Int> {
    if CellText.isBlankWord(trimmed) { return .blank }
    let count = plainCount(trimmed) ?? CellFolding.withNarrowed(trimmed, plainCount) ?? nil
    return count.map(CellValue.value) ?? .invalid
  }

  /// Whether a trimmed cell is 0 hours, which are none that could be read.
  static func isZeroHours(_ trimmed: UnsafeRawBufferPointer) -> Bool {
    if trimmed.count > 64 { return false }
    return amount(trimmed) == 0 || CellFolding.withNarrowed(trimmed, amount) == .some(.some(0))
  }

  private static func plainHours(_ cell: UnsafeRawBufferPointer) -> Hours? {
    guard let amount = amount(cell), amount > 0 else { return nil }
    return Hours(inHundredths: amount)
  }

  /// Hundredths of an hour; nil if the cell is no such number.
  private static func amount(_ cell: UnsafeRawBufferPointer) -> Int? {
    var scanner = CellScanner(cell)
    guard let whole = scanner.number() else { return nil }
    var hundredths = 0
    if scanner.skip(UInt8(ascii: ".")) {
      let from = scanner.position
      while let digit = scanner.digit() {
        switch scanner.position - from {
        case 1: hundredths = digit * 10
        case 2: hundredths += digit
        default: if digit != 0 { return nil }
        }
      }
      if scanner.position == from { return nil }
    }
    scanner.skipSpace()
    _ = scanner.skip("学时") || scanner.skip("课时") || scanner.skip("小时")
    guard scanner.isAtEnd, whole <= 9999 else { return nil }
    return whole * 100 + hundredths
  }

  private static func plainYear(_ cell: UnsafeRawBufferPointer) -> Int? {
    var scanner = CellScanner(cell)
    guard let year = scanner.number(), scanner.position == 4 else { return nil }
    scanner.skipSpace()
    if scanner.skip("学年") { return scanner.isAtEnd && isYear(year) ? year : nil }
    if scanner.skip("年") { _ = scanner.skip("度") }
    return scanner.isAtEnd && isYear(year) ? year : nil
  }

  private static func plainCount(_ cell: UnsafeRawBufferPointer) -> Int? {
    var scanner = CellScanner(cell)
    guard let count = scanner.number() else { return nil }
    scanner.skipSpace()
    _ =
      scanner.skip("项") || scanner.skip("篇") || scanner.skip("本") || scanner.skip("个") || scanner.skip("次")
      || scanner.skip("件")
    return scanner.isAtEnd && count >= 1 && count <= 1000 ? count : nil
  }
}
