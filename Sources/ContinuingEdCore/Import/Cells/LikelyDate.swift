/// The date that a cell which holds something more, or something else, probably means.
enum LikelyDate {
  /// What to type into a date column, as `YYYY-MM-DD`; of a period the first day, or the last for an end column.
  static func day(_ value: String, isEnd: Bool) -> String? {
    if let bare = withoutTrimmings(value, isPeriod: false) { return bare }
    if let day = serial(value) ?? written(value) { return day.description }
    return days(value).map { (isEnd ? $0.1 : $0.0).description }
  }

  /// What to type into a period column: a date, or two joined by 至.
  static func period(_ value: String) -> String? {
    if let bare = withoutTrimmings(value) { return bare }
    if let day = serial(value) ?? written(value) { return day.description }
    return days(value).map { $0.0.description + "至" + $0.1.description }
  }

  /// A period with its next year where the second date left the year out and so lies before the first.
  static func nextYear(_ value: String) -> String? {
    var text = value
    return text.withUTF8 { CellParser.periodIntoNextYear(UnsafeRawBufferPointer($0)) }
      .map { $0.0.description + "至" + $0.1.description }
  }

  /// `自…至…`, `…起至…止` and a note in brackets without all that, if the rest can be read; nil if there is nothing of it.
  private static func withoutTrimmings(_ value: String, isPeriod: Bool = true) -> String? {
    guard value.utf8.count <= 200 else { return nil }
    var text = value
    for (opening, closing) in [("（", "）"), ("(", ")"), ("【", "】"), ("[", "]")] {
      if let start = text.firstRange(of: opening), let end = text[start.upperBound...].firstRange(of: closing)
      {
        text.removeSubrange(start.lowerBound..<end.upperBound)
      }
    }
    if isPeriod {
      if text.hasPrefix("自") || text.hasPrefix("从") { text.removeFirst() }
      for (found, meant) in [("起至", "至"), ("起到", "至")] { text = text.replacing(found, with: meant) }
      if text.hasSuffix("止") { text.removeLast() }
      if text.hasSuffix("起") { text.removeLast() }
    }
    if text == value { return nil }
    return text.withUTF8 { bytes -> String? in
      let bare = CellText.trimmed(UnsafeRawBufferPointer(bytes))
      let isReadable =
        if isPeriod {
          if case .value = CellParser.period(bare) { true } else { false }
        } else {
          if case .value = CellParser.day(bare) { true } else { false }
        }
      return isReadable ? String(decoding: bare, as: UTF8.self) : nil
    }
  }

  /// The day behind a spreadsheet's number from 20000 to 80000, which counts days from 1899-12-30; a time of day is
  /// dropped.
  static func serial(_ value: String) -> Day? {
    // A digit, narrow or full-width.
    guard let first = value.utf8.first, first &- 48 <= 9 || first == 0xEF, value.utf8.count <= 64 else {
      return nil
    }
    // What joins the parts of a date, or a Chinese character, is in no number.
    if value.utf8.contains(where: { $0 == 0x2D || $0 == 0x2F || ($0 >= 0xE4 && $0 <= 0xE9) }) { return nil }
    let parts = CellFolding.bare(value).split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy { $0.value &- 48 <= 9 } }),
      parts[0].count == 5
    else { return nil }
    let number = parts[0].reduce(Int32(0)) { $0 * 10 + Int32($1.value - 48) }
    return (20_000...80_000).contains(number) ? Day(number: number - 25_569) : nil
  }

  /// A single date in a spelling that the contract does not have: `2023-7/1`, `2023年7月1号`, `23年7月1日`, `13/7/2023`,
  /// `二〇二三年七月一日`. Nil where it could be two days.
  static func written(_ value: String) -> Day? {
    guard value.utf8.count <= 100, value.utf8.contains(where: { $0 &- 48 <= 9 || $0 >= 0x80 }) else {
      return nil
    }
    return WrittenFigures(CellFolding.bare(value)[...]).wholeDay
  }

  /// Two dates in some such spelling.
  private static func days(_ value: String) -> (Day, Day)? {
    guard value.utf8.count <= 200 else { return nil }
    let bare = CellFolding.bare(value)
    guard WrittenFigures(bare[...]).numbers.count >= 4 else { return nil }
    var text = value
    if case .value((let first, let second?)) = text.withUTF8({ CellParser.period(UnsafeRawBufferPointer($0)) }
    ) {
      return (first, second)
    }
    for joiner in joiners {
      guard let (front, back) = halves(of: bare, around: joiner), let first = WrittenFigures(front).wholeDay,
        let second = WrittenFigures(back).day(after: first)
      else { continue }
      return (first, second)
    }
    return nil
  }

  /// What stands between the dates of a period, the longest first, and a hyphen last because it also stands in dates.
  private static let joiners = ["到", "至", "——", "--", "~~", "〜", "∼", "―", "−", "~", "—", "–", "-"]
    .map { Array($0.unicodeScalars) }

  /// The text before and after a joiner; nil unless it is there once.
  private static func halves(
    of text: [Unicode.Scalar], around joiner: [Unicode.Scalar]
  ) -> (ArraySlice<Unicode.Scalar>, ArraySlice<Unicode.Scalar>)? {
    var found: Int?
    var i = 0
    while i + joiner.count <= text.count {
      if text[i..<(i + joiner.count)].elementsEqual(joiner) {
        if found != nil { return nil }
        found = i
        i += joiner.count
      } else {
        i += 1
      }
    }
    return found.map { (text[..<$0], text[($0 + joiner.count)...]) }
  }
}

/// The numbers of a text and what stands between them.
private struct WrittenFigures {
  private(set) var numbers: [Int] = []
  private var lengths: [Int] = []
  /// What stands before each number; nil is nothing, U+FFFF more than one character.
  private var separators: [Unicode.Scalar?] = []
  private var last: Unicode.Scalar?

  init(_ text: ArraySlice<Unicode.Scalar>) {
    var i = text.startIndex
    while i < text.endIndex {
      let isDigit = text[i].value &- 48 <= 9
      guard isDigit || ChineseNumeral.isPart(text[i]) else {
        last = last == nil ? text[i] : "\u{FFFF}"
        i += 1
        continue
      }
      let run = text[i...].prefix { isDigit ? $0.value &- 48 <= 9 : ChineseNumeral.isPart($0) }
      separators.append(last)
      last = nil
      lengths.append(run.count)
      let value =
        isDigit ? run.prefix(9).reduce(0) { $0 * 10 + Int($1.value - 48) } : ChineseNumeral.value(run)
      numbers.append(value ?? -1)
      i = run.endIndex
    }
  }

  /// Whether nothing but the signs of a date stands around the numbers.
  private var areParts: Bool {
    let inner: [Unicode.Scalar] = ["-", "/", ".", "年", "月", "日", "号", ",", "、", "_", "\\", "。", "·"]
    guard let first = separators.first, first == nil, last == nil || ["日", "号", "."].contains(last) else {
      return false
    }
    return separators.dropFirst().allSatisfy { $0.map(inner.contains) ?? false }
  }

  /// Year, month and day, in whatever order is certain.
  var wholeDay: Day? {
    guard numbers.count == 3, areParts else { return nil }
    let (a, b, c) = (numbers[0], numbers[1], numbers[2])
    if lengths[0] == 4, CellParser.isYear(a) { return Day(year: a, month: b, day: c) }
    if lengths[0] == 2, separators[1] == "年" { return Day(year: 2000 + a, month: b, day: c) }
    guard lengths[2] == 4, CellParser.isYear(c) else { return nil }
    // Day and month can be told apart only where one of them is above twelve.
    if a > 12, b <= 12 { return Day(year: c, month: b, day: a) }
    if b > 12, a <= 12 { return Day(year: c, month: a, day: b) }
    return nil
  }

  /// A day that leaves out what it shares with an earlier one.
  func day(after first: Day) -> Day? {
    let (year, month, _) = first.civil
    guard areParts else { return nil }
    switch numbers.count {
    case 1: return Day(year: year, month: month, day: numbers[0])
    case 2: return Day(year: year, month: numbers[0], day: numbers[1])
    default: return wholeDay
    }
  }
}
