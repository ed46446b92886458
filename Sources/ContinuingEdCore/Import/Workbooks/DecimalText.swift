/// A number of a workbook as plain decimal digits, rounded to the fifteen that spreadsheet programs show
/// (Workbooks: Numbers).
struct DecimalText {
  /// The significant digits, without zeros at either end; none for 0.
  private(set) var digits: [UInt8] = []
  /// The value is 0.DIGITS times ten to this power.
  private(set) var exponent = 0
  private(set) var isNegative = false

  private static let precision = 15

  /// Reads a number as XML has it: `45108` `-1.5` `3.7040219900307101E+17`. Nil if the text is none.
  init?(_ text: UnsafeRawBufferPointer) {
    if !read(text) { return nil }
  }

  private mutating func read(_ text: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    func byte(_ place: Int) -> UInt8 { place < text.count ? text[place] : 0 }
    if byte(at) == UInt8(ascii: "-") || byte(at) == UInt8(ascii: "+") {
      isNegative = byte(at) == UInt8(ascii: "-")
      at += 1
    }
    let start = at
    while byte(at) &- 48 <= 9 {
      add(byte(at), isFraction: false)
      at += 1
    }
    var figures = at - start
    if byte(at) == UInt8(ascii: ".") {
      at += 1
      let from = at
      while byte(at) &- 48 <= 9 {
        add(byte(at), isFraction: true)
        at += 1
      }
      figures += at - from
    }
    guard figures > 0 else { return false }
    if byte(at) | 0x20 == UInt8(ascii: "e") {
      at += 1
      let isDown = byte(at) == UInt8(ascii: "-")
      if isDown || byte(at) == UInt8(ascii: "+") { at += 1 }
      let from = at
      var power = 0
      while byte(at) &- 48 <= 9 {
        power = min(power * 10 + Int(byte(at) &- 48), 100_000)
        at += 1
      }
      guard at > from else { return false }
      exponent += isDown ? -power : power
    }
    guard at == text.count else { return false }
    // Only a text that ends in a 5 behind the fifteen digits, which is no double as it stands, needs the double itself.
    if digits.count == DecimalText.precision + 1, digits.last == UInt8(ascii: "5"),
      let value = Double(String(decoding: text, as: UTF8.self))
    {
      self = DecimalText(exactly: value)
      return true
    }
    round()
    return true
  }

  /// A stored double. Nil for what is no number.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    // The shortest digits that mean this double; where they are few, they are what is shown.
    let shortest = Array("\(value)".utf8)
    guard let number = shortest.withUnsafeBytes({ DecimalText($0) }) else { return nil }
    self = number
  }

  /// Rounds the exact value of a double.
  private init(exactly value: Double) {
    isNegative = value < 0
    // The exact digits of m × 2^e: multiplied out for e ≥ 0, and with a 5 for each halving else.
    var number = BigDecimal(value.magnitude.significandBitPattern | (value.isNormal ? 1 << 52 : 0))
    let power = Int(value.exponentBitPattern == 0 ? 1 : value.exponentBitPattern) - 1075
    number.multiply(by: power >= 0 ? 2 : 5, times: abs(power))
    digits = number.digits
    exponent = digits.count + min(power, 0)
    trim()
    round()
  }

  private mutating func add(_ digit: UInt8, isFraction: Bool) {
    if digits.isEmpty, digit == UInt8(ascii: "0") {
      if isFraction { exponent -= 1 }
      return
    }
    // What lies further behind only decides whether there is anything at all.
    if digits.count < 40 {
      digits.append(digit)
    } else if digit != UInt8(ascii: "0") {
      digits[39] = max(digits[39], UInt8(ascii: "1"))
    }
    if !isFraction { exponent += 1 }
  }

  private mutating func round() {
    trim()
    if digits.count > DecimalText.precision {
      let goesUp = digits[DecimalText.precision] >= UInt8(ascii: "5")
      digits.removeSubrange(DecimalText.precision...)
      if goesUp { carry() }
      trim()
    }
    if digits.isEmpty { (exponent, isNegative) = (0, false) }
  }

  private mutating func carry() {
    var place = digits.count - 1
    while place >= 0, digits[place] == UInt8(ascii: "9") {
      digits[place] = UInt8(ascii: "0")
      place -= 1
    }
    if place >= 0 {
      digits[place] += 1
    } else {
      digits.insert(UInt8(ascii: "1"), at: 0)
      exponent += 1
    }
  }

  private mutating func trim() {
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
  }
}

extension DecimalText {
  /// Whether it is a whole number.
  var isWhole: Bool { digits.count <= exponent || digits.isEmpty }
  /// How many digits a whole number has.
  var wholeDigits: Int { max(exponent, 1) }

  /// Adds the number to some bytes: without exponent from 1E-9 to below 1E+21, a whole one with at least so many digits.
  func write(to target: inout [UInt8], leastDigits: Int = 0) {
    let zero = UInt8(ascii: "0")
    if isNegative { target.append(UInt8(ascii: "-")) }
    if digits.isEmpty {
      target.append(contentsOf: repeatElement(zero, count: max(leastDigits, 1)))
    } else if exponent > 21 || exponent < -8 {
      target.append(digits[0])
      if digits.count > 1 {
        target.append(UInt8(ascii: "."))
        target.append(contentsOf: digits[1...])
      }
      target.append(contentsOf: "E\(exponent > 0 ? "+" : "-")\(abs(exponent - 1))".utf8)
    } else if isWhole {
      target.append(contentsOf: repeatElement(zero, count: max(leastDigits - exponent, 0)))
      target.append(contentsOf: digits)
      target.append(contentsOf: repeatElement(zero, count: exponent - digits.count))
    } else {
      if exponent <= 0 {
        target.append(contentsOf: [zero, UInt8(ascii: ".")])
        target.append(contentsOf: repeatElement(zero, count: -exponent))
        target.append(contentsOf: digits)
      } else {
        target.append(contentsOf: digits[..<exponent])
        target.append(UInt8(ascii: "."))
        target.append(contentsOf: digits[exponent...])
      }
    }
  }

  /// The nearest double, for what days and hours are made of.
  var double: Double {
    var text: [UInt8] = []
    if isNegative { text.append(UInt8(ascii: "-")) }
    text.append(contentsOf: "0.".utf8)
    text.append(contentsOf: digits)
    return Double(String(decoding: text, as: UTF8.self) + "e\(exponent)") ?? 0
  }
}

/// A whole number of any size, for the exact digits of a double: decimal limbs, the lowest first.
private struct BigDecimal {
  private var limbs: [UInt64]
  private static let base: UInt64 = 1_000_000_000

  init(_ value: UInt64) {
    limbs = [
      value % BigDecimal.base, value / BigDecimal.base % BigDecimal.base,
      value / BigDecimal.base / BigDecimal.base,
    ]
  }

  mutating func multiply(by factor: UInt64, times: Int) {
    for _ in 0..<times {
      var carried: UInt64 = 0
      for i in limbs.indices {
        let product = limbs[i] * factor + carried
        limbs[i] = product % BigDecimal.base
        carried = product / BigDecimal.base
      }
      if carried > 0 { limbs.append(carried) }
    }
  }

  /// Its digits, without zeros in front.
  var digits: [UInt8] {
    var all: [UInt8] = []
    for limb in limbs.reversed() {
      let text = Array(String(limb).utf8)
      all.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 9 - text.count))
      all.append(contentsOf: text)
    }
    return Array(all.drop { $0 == UInt8(ascii: "0") })
  }
}
