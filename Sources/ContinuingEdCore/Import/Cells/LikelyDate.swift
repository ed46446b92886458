import Foundation

/// The date that a cell which holds something more, or something else, probably means.
enum LikelyDate {
  /// What to type into a date column, as `YYYY-MM-DD`; of a period the first day, or the last for an end column.
  static func day(_ value: String, isEnd: Bool) -> String? {
    if let day = serial(value) ?? written(value) { return day.description }
    return days(value).map { (isEnd ? $0.1 : $0.0).description }
  }

  /// What to type into a period column: a date, or two joined by 至.
  static func period(_ value: String) -> String? {
    if let day = serial(value) ?? written(value) { return day.description }
    return days(value).map { $0.0.description + "至" + $0.1.description }
  }

  /// The day behind a spreadsheet's number from 20000 to 80000, which counts days from 1899-12-30; a time of day is
  /// dropped.
  static func serial(_ value: String) -> Day? {
    // A digit, narrow or full-width.
    guard let first = value.utf8.first, first &- 48 <= 9 || first == 0xEF else { return nil }
    let figures = CellFolding.normalised(value).split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(figures.count),
      figures.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let number = Int32(figures[0]), (20_000...80_000).contains(number)
    else { return nil }
    return Day(number: number - 25_569)
  }

  /// A single date in a spelling that the contract does not have: `2023-7/1`, `2023年7月1号`, `23年7月1日`, `13/7/2023`,
  /// `二〇二三年七月一日`. Nil where it could be two days.
  static func written(_ value: String) -> Day? {
    guard value.utf8.count <= 100, value.utf8.contains(where: { $0 &- 48 <= 9 || $0 >= 0x80 }) else {
      return nil
    }
    let figures = Figures(value)
    guard figures.numbers.count == 3, figures.areParts else { return nil }
    return figures.wholeDay
  }

  /// Two dates in some such spelling.
  private static func days(_ value: String) -> (Day, Day)? {
    guard value.utf8.count <= 200, Figures(value).numbers.count >= 4 else { return nil }
    var text = value
    if case .value((let first, let second?)) = text.withUTF8({ CellParser.period(UnsafeRawBufferPointer($0)) }
    ) {
      return (first, second)
    }
    let normalised = CellFolding.normalised(value)
    for joiner in ["到", "至", "——", "--", "~~", "〜", "∼", "―", "−", "~", "—", "–", "-"] {
      let halves = normalised.components(separatedBy: joiner)
      guard halves.count == 2, let first = written(halves[0]) else { continue }
      let figures = Figures(halves[1])
      guard figures.areParts else { continue }
      let (year, month, _) = first.civil
      let second =
        switch figures.numbers.count {
        case 1: Day(year: year, month: month, day: figures.numbers[0])
        case 2: Day(year: year, month: figures.numbers[0], day: figures.numbers[1])
        case 3: figures.wholeDay
        default: Day?.none
        }
      if let second { return (first, second) }
    }
    return nil
  }

  /// The numbers of a text and what stands between them.
  private struct Figures {
    var numbers: [Int] = []
    var lengths: [Int] = []
    var separators: [String] = []

    init(_ value: String) {
      var run = ""
      var between = ""
      func close(_ figures: inout Figures) {
        if run.isEmpty { return }
        figures.separators.append(between)
        figures.numbers.append(Int(run) ?? ChineseNumeral.value(run) ?? -1)
        figures.lengths.append(run.count)
        (run, between) = ("", "")
      }
      for character in CellFolding.normalised(value) where !character.isWhitespace {
        let isDigit = character.isASCII && character.isNumber
        let isNumeral = ChineseNumeral.isPart(character)
        if isDigit || isNumeral {
          if let last = run.last, ChineseNumeral.isPart(last) != isNumeral { close(&self) }
          run.append(character)
        } else {
          close(&self)
          between.append(character)
        }
      }
      close(&self)
      separators.append(between)
    }

    /// Whether nothing but the signs of a date stands around the numbers.
    var areParts: Bool {
      guard let last = separators.last, separators.first == "" else { return false }
      let inner = ["-", "/", ".", "年", "月", "日", "号", ",", "、", "_", "\\", "。", "·"]
      return separators.dropFirst().dropLast().allSatisfy(inner.contains)
        && ["", "日", "号", "."].contains(last)
    }

    var wholeDay: Day? {
      guard numbers.count == 3 else { return nil }
      let (a, b, c) = (numbers[0], numbers[1], numbers[2])
      if lengths[0] == 4, CellParser.isYear(a) { return Day(year: a, month: b, day: c) }
      if lengths[0] == 2, separators[1] == "年" { return Day(year: 2000 + a, month: b, day: c) }
      guard lengths[2] == 4, CellParser.isYear(c) else { return nil }
      // Day and month can be told apart only where one of them is above twelve.
      if a > 12, b <= 12 { return Day(year: c, month: b, day: a) }
      if b > 12, a <= 12 { return Day(year: c, month: a, day: b) }
      return nil
    }
  }
}
