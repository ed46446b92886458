/// The numbers and days that a paraphrase names, in digits or in Chinese numerals: 30, ３０, 三十, 6月13日, 2022-06-13.
struct FiguresOfText {
  private(set) var numbers: Set<Int> = []
  private(set) var days: Set<MonthDay> = []
  /// Numbers with 学时 or 课时 behind them, in hundredths.
  private(set) var hours: Set<Int> = []

  /// A day of any year.
  struct MonthDay: Hashable {
    var month: Int
    var day: Int
  }

  init(_ text: String) {
    var run = Run()
    // The number before, where only a 月 or a hyphen stands between it and this one.
    var month: Int?
    let scalars = Array(text.unicodeScalars) + [" "]
    for (place, scalar) in scalars.enumerated() {
      if run.take(scalar) { continue }
      if let hundredths = run.hundredths {
        numbers.insert(hundredths)
        if scalar == "学" || scalar == "课", scalars[place + 1] == "时" { hours.insert(hundredths) }
        if let month { days.insert(MonthDay(month: month, day: hundredths / 100)) }
        month = scalar == "月" || scalar == "-" ? hundredths / 100 : nil
      } else {
        month = nil
      }
      run = Run()
    }
  }

  /// Whether the text names this amount.
  func contains(_ hours: Hours) -> Bool { numbers.contains(hours.hundredths) }

  /// Whether the text names this day, with or without its year.
  func contains(_ day: Day) -> Bool {
    let civil = day.civil
    return days.contains(MonthDay(month: civil.month, day: civil.day))
  }

  /// Digits or numerals that follow one another.
  private struct Run {
    private var digits = ""
    private var numerals: [Int] = []
    private static let values: [Unicode.Scalar: Int] = [
      "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
      "十": 10, "百": 100, "千": 1000,
    ]

    /// Takes a character that goes on with the number; false for any other.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      if numerals.isEmpty, digits.count < 12, let digit = Run.digit(scalar) {
        digits.unicodeScalars.append(digit)
        return true
      }
      if digits.isEmpty, numerals.count < 12, let value = Run.values[scalar] {
        numerals.append(value)
        return true
      }
      return false
    }

    /// The number; nil if there is none.
    var hundredths: Int? {
      if !numerals.isEmpty { return Run.number(numerals) * 100 }
      var text = digits
      while text.last == "." { text.removeLast() }
      return Hours(exactly: text)?.hundredths
    }

    /// 三十 and 一百二十 by powers of ten, 二〇二二 digit by digit.
    private static func number(_ numerals: [Int]) -> Int {
      if !numerals.contains(where: { $0 >= 10 }) {
        return numerals.reduce(0) { ($0 * 10 + $1) % 1_000_000_000 }
      }
      var (sum, unit) = (0, 0)
      for value in numerals {
        if value >= 10 {
          sum += max(unit, 1) * value
          unit = 0
        } else {
          unit = value
        }
      }
      return sum + unit
    }

    /// ASCII digits, their full-width forms and the point.
    private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
      switch scalar.value {
      case 48...57, 0x2E: scalar
      case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 48)
      default: nil
      }
    }
  }
}
