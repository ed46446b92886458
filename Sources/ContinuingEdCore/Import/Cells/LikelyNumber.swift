/// The number that a cell which holds something more, or something else, probably means.
enum LikelyNumber {
  /// `8小时`, `8.`, `.5`, `+8`, `1,000`, `十二` → the hours as they should be typed; nil where nothing is likely.
  static func hours(_ value: String) -> String? {
    guard let typed = figures(value), var text = withoutNote(typed)?[...] else { return nil }
    for unit in hourUnits where text.count > unit.count && text.suffix(unit.count).elementsEqual(unit) {
      text.removeLast(unit.count)
      break
    }
    if text.first == "+" { text.removeFirst() }
    if text.last == "." { text.removeLast() }
    var likely = withoutThousands(text)
    if likely.first == "." { likely.insert("0", at: 0) }
    return read(numeral(likely) ?? rounded(likely), CellParser.hours).map(\.description)
  }

  /// `16(2天)` → `16`; nil if a bracket stands elsewhere.
  private static func withoutNote(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard let opening = text.firstIndex(of: "(") else { return text }
    return text.last == ")" && opening > 0 ? Array(text[..<opening]) : nil
  }

  /// `1.3333` → `1.33`, `1.6667` → `1.67`
  private static func rounded(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let point = text.firstIndex(of: "."), text.count - point > 3, point > 0, point <= 4 else {
      return text
    }
    let digits = text[..<point] + text[(point + 1)..<(point + 4)]
    guard digits.allSatisfy(isDigit), text[(point + 1)...].allSatisfy(isDigit) else { return text }
    let hundredths = (digits.reduce(0) { $0 * 10 + Int($1.value - 48) } + 5) / 10
    return Array(Hours(inHundredths: hundredths).description.unicodeScalars)
  }

  private static let hourUnits = ["个学时", "个课时", "学时", "课时", "小时", "hours", "hour", "hrs", "h"]
    .map { Array($0.unicodeScalars) }

  /// `2篇论文`, `2.0`, `两`, `1,000` → the count as it should be typed; nil where nothing is likely.
  static func count(_ value: String) -> String? {
    guard var text = figures(value)?[...] else { return nil }
    if text.first == "+" { text.removeFirst() }
    dropZeroDecimals(&text)
    let digits = text.prefix { isDigit($0) || $0 == "," }
    if !digits.isEmpty {
      // A decimal or a sign behind the figures makes another number of them.
      if text.dropFirst(digits.count).contains(where: { $0.isASCII || ChineseNumeral.digit($0) != nil }) {
        return nil
      }
      return read(withoutThousands(digits), CellParser.count).map(String.init)
    }
    return numeral(Array(text.prefix(while: ChineseNumeral.isPart)))
      .flatMap { read($0, CellParser.count).map(String.init) }
  }

  /// `2023.0`, `2023-07-01`, `二〇二三年`, `23年` → the year as it should be typed; nil where nothing is likely.
  static func year(_ value: String) -> String? {
    guard var text = figures(value)?[...] else { return nil }
    if let day = LikelyDate.written(value) { return String(day.year) }
    dropZeroDecimals(&text)
    if text.last == "度" { text.removeLast() }
    if text.last == "年" {
      text.removeLast()
      if text.count == 2, text.allSatisfy(isDigit) { text = ["2", "0"] + text }
    }
    let likely = Array(text)
    return read(numeral(likely) ?? likely, CellParser.year).map(String.init)
  }

  /// A short text in NFKC without white space, in lower case; nil if it has no figures at all.
  private static func figures(_ value: String) -> [Unicode.Scalar]? {
    guard value.utf8.count <= 64 else { return nil }
    let text = CellFolding.bare(value)
    return text.contains { isDigit($0) || ChineseNumeral.isPart($0) } ? text : nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 48 <= 9 }

  /// `2.00` → `2`
  private static func dropZeroDecimals(_ text: inout ArraySlice<Unicode.Scalar>) {
    guard text.contains(".") else { return }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
  }

  /// `1,000` → `1000`; as it is if the commas do not part thousands, or there are none.
  private static func withoutThousands(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    guard text.contains(",") else { return Array(text) }
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count) else { return Array(text) }
    for (i, group) in groups.enumerated() where i > 0 {
      let digits = i == groups.count - 1 ? group.prefix { $0 != "." } : group
      if digits.count != 3 { return Array(text) }
    }
    return Array(groups.joined())
  }

  /// A number in Chinese characters as digits; nil if it is none.
  private static func numeral(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    ChineseNumeral.value(text[...]).map { Array(String($0).unicodeScalars) }
  }

  private static func read<T>(
    _ text: [Unicode.Scalar], _ parse: (UnsafeRawBufferPointer) -> CellValue<T>
  ) -> T? {
    var string = String(String.UnicodeScalarView(text))
    guard case .value(let value) = string.withUTF8({ parse(UnsafeRawBufferPointer($0)) }) else { return nil }
    return value
  }
}

/// Numbers in Chinese characters, below a hundred or digit by digit.
enum ChineseNumeral {
  /// The value of a digit; nil for any other character.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "○", "零": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// Whether a character can be part of such a number.
  static func isPart(_ scalar: Unicode.Scalar) -> Bool { scalar == "十" || digit(scalar) != nil }

  /// 八 → 8, 十二 → 12, 三十 → 30, 二〇二三 → 2023; nil for anything else.
  static func value(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !text.isEmpty, text.count <= 4, text.allSatisfy(isPart) else { return nil }
    let parts = text.split(separator: "十", omittingEmptySubsequences: false)
    if parts.count == 1 { return text.reduce(0) { $0 * 10 + (digit($1) ?? 0) } }
    guard parts.count == 2, parts[0].count <= 1, parts[1].count <= 1 else { return nil }
    let tens = parts[0].first.map { digit($0) ?? 0 } ?? 1
    return tens * 10 + (parts[1].first.map { digit($0) ?? 0 } ?? 0)
  }
}
