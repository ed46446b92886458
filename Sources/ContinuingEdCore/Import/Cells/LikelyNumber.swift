/// The number that a cell which holds something more, or something else, probably means.
enum LikelyNumber {
  /// `8小时`, `8.`, `.5`, `+8`, `1,000`, `十二` → the hours as they should be typed; nil where nothing is likely.
  static func hours(_ value: String) -> String? {
    var text = Substring(CellFolding.normalised(value).filter { !$0.isWhitespace }.lowercased())
    for unit in ["个学时", "个课时", "学时", "课时", "小时", "hours", "hour", "hrs", "h"] where text.hasSuffix(unit) {
      text.removeLast(unit.count)
      break
    }
    if text.first == "+" { text.removeFirst() }
    if text.last == "." { text.removeLast() }
    if text.first == "." { text = "0" + text }
    var likely = withoutThousands(text) ?? String(text)
    if let number = ChineseNumeral.value(likely) { likely = String(number) }
    return read(likely, CellParser.hours).map(\.description)
  }

  /// `2篇论文`, `2.0`, `两`, `1,000` → the count as it should be typed; nil where nothing is likely.
  static func count(_ value: String) -> String? {
    var text = Substring(CellFolding.normalised(value).filter { !$0.isWhitespace })
    if text.first == "+" { text.removeFirst() }
    while text.contains("."), text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    let figures = text.prefix { $0.isASCII && ($0.isNumber || $0 == ",") }
    if !figures.isEmpty {
      // A decimal or a sign behind the figures makes another number of them.
      let rest = text.dropFirst(figures.count)
      if rest.contains(where: { $0.isNumber || $0.isASCII }) { return nil }
      return read(withoutThousands(figures) ?? String(figures), CellParser.count).map(String.init)
    }
    let words = text.prefix { ChineseNumeral.isPart($0) }
    return ChineseNumeral.value(String(words)).flatMap { read(String($0), CellParser.count).map(String.init) }
  }

  /// `2023.0`, `2023-07-01`, `二〇二三年`, `23年` → the year as it should be typed; nil where nothing is likely.
  static func year(_ value: String) -> String? {
    if let day = LikelyDate.written(value) { return String(day.year) }
    var text = Substring(CellFolding.normalised(value).filter { !$0.isWhitespace })
    while text.contains("."), text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    for unit in ["年度", "年"] where text.hasSuffix(unit) {
      text.removeLast(unit.count)
      if text.count == 2, text.allSatisfy({ $0.isASCII && $0.isNumber }) { text = "20" + text }
      break
    }
    var likely = String(text)
    if let number = ChineseNumeral.value(likely) { likely = String(number) }
    return read(likely, CellParser.year).map(String.init)
  }

  /// `1,000` → `1000`; nil if the commas do not part thousands, or there are none.
  private static func withoutThousands(_ text: Substring) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.count) else { return nil }
    for (i, group) in groups.enumerated() where i > 0 {
      let isLast = i == groups.count - 1
      let digits = isLast ? group.prefix { $0 != "." } : group
      if digits.count != 3 { return nil }
    }
    return groups.joined()
  }

  private static func read<T>(_ text: String, _ parse: (UnsafeRawBufferPointer) -> CellValue<T>) -> T? {
    var text = text
    guard case .value(let value) = text.withUTF8({ parse(UnsafeRawBufferPointer($0)) }) else { return nil }
    return value
  }
}

/// Numbers in Chinese characters, below a hundred or digit by digit.
enum ChineseNumeral {
  private static let digits: [Character: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// Whether a character can be part of such a number.
  static func isPart(_ character: Character) -> Bool { character == "十" || digits[character] != nil }

  /// 八 → 8, 十二 → 12, 三十 → 30, 二〇二三 → 2023; nil for anything else.
  static func value(_ text: String) -> Int? {
    guard !text.isEmpty, text.count <= 4, text.allSatisfy(isPart) else { return nil }
    let parts = text.split(separator: "十", omittingEmptySubsequences: false)
    if parts.count == 1 { return text.reduce(0) { $0 * 10 + (digits[$1] ?? 0) } }
    guard parts.count == 2, parts[0].count <= 1, parts[1].count <= 1 else { return nil }
    let tens = parts[0].first.map { digits[$0] ?? 0 } ?? 1
    return tens * 10 + (parts[1].first.map { digits[$0] ?? 0 } ?? 0)
  }
}
