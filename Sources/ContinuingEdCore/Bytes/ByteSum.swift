/// A sum over the bytes of a stretch, by which a change of any of them is noticed: made against accident and careless
/// hands, not against a forger (LedgerFormat: Sums).
///
/// The bytes are taken as words of eight, the lowest byte first and the last word filled with zeros; the sum is
/// w0 + w1·K + w2·K² + … modulo the prime 2⁶¹ − 1. It can be made of pieces in any order, on several threads, and takes
/// a multiplication for eight bytes.
enum ByteSum {
  static let prime: UInt64 = 1 << 61 - 1
  static let base: UInt64 = 1_070_922_063_159_934_167

  /// The sum of some bytes.
  static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { part($0, at: 0) } }

  /// What bytes add to the sum of the stretch in which they stand from an offset on.
  static func part(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return 0 }
    var sum: UInt64 = 0
    var (place, word) = (0, offset / 8)
    let shift = offset % 8
    if shift > 0 {
      // The first word began before these bytes.
      place = min(8 - shift, bytes.count)
      sum = multiply(reduce(partial(start, place) << UInt64(8 * shift)), power(word))
      word += 1
    }
    let words = (bytes.count - place) / 8
    let rest = bytes.count - place - words * 8
    var inner = rest > 0 ? reduce(partial(start + place + words * 8, rest)) : 0
    inner = horner(start + place, words, last: inner)
    return inner == 0 ? sum : add(sum, multiply(inner, power(word)))
  }

  /// w0 + w1·K + … + wn·Kⁿ for whole words and what stands behind them. Four sums at once, so that no multiplication
  /// waits for the one before.
  @inline(__always)
  private static func horner(_ start: UnsafeRawPointer, _ words: Int, last: UInt64) -> UInt64 {
    var count = words
    var sum = last
    while count % 4 != 0 {
      count -= 1
      sum = add(multiply(sum, base), reduce(load(start, count)))
    }
    var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (sum, 0, 0, 0)
    // What was summed so far stands behind all that is to come.
    while count > 0 {
      count -= 4
      a = add(multiply(a, fourth), reduce(load(start, count)))
      b = add(multiply(b, fourth), reduce(load(start, count + 1)))
      c = add(multiply(c, fourth), reduce(load(start, count + 2)))
      d = add(multiply(d, fourth), reduce(load(start, count + 3)))
    }
    return add(add(a, multiply(b, base)), multiply(add(c, multiply(d, base)), square))
  }

  private static let square = multiply(base, base)
  private static let fourth = multiply(square, square)

  /// The base to a power.
  static func power(_ exponent: Int) -> UInt64 {
    var (result, factor, rest): (UInt64, UInt64, Int) = (1, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = multiply(result, factor) }
      factor = multiply(factor, factor)
      rest >>= 1
    }
    return result
  }

  /// The number by which multiplying undoes a multiplication.
  static func inverse(_ number: UInt64) -> UInt64 {
    var (result, factor, rest): (UInt64, UInt64, UInt64) = (1, number, prime - 2)
    while rest > 0 {
      if rest & 1 == 1 { result = multiply(result, factor) }
      factor = multiply(factor, factor)
      rest >>= 1
    }
    return result
  }

  /// The sum of two sums.
  @inline(__always)
  static func add(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let sum = a &+ b
    return sum >= prime ? sum &- prime : sum
  }

  /// The difference of two sums.
  static func subtract(_ a: UInt64, _ b: UInt64) -> UInt64 { a >= b ? a - b : a + (prime - b) }

  /// The product of two numbers below the prime.
  @inline(__always)
  static func multiply(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return add(product.low & prime, product.high &<< 3 | product.low &>> 61)
  }

  /// A word as a number below the prime.
  @inline(__always)
  static func reduce(_ word: UInt64) -> UInt64 { add(word & prime, word &>> 61) }

  @inline(__always)
  private static func load(_ start: UnsafeRawPointer, _ word: Int) -> UInt64 {
    UInt64(littleEndian: start.loadUnaligned(fromByteOffset: word &* 8, as: UInt64.self))
  }

  /// Up to seven bytes as the low ones of a word.
  private static func partial(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var word: UInt64 = 0
    for place in (0..<count).reversed() {
      word = word << 8 | UInt64(start.load(fromByteOffset: place, as: UInt8.self))
    }
    return word
  }

  /// Sixteen digits.
  static func text(_ sum: UInt64) -> String {
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Reads sixteen digits, small letters only: what is written otherwise was not written by this program.
  static func parse(_ bytes: UnsafeRawBufferPointer) -> UInt64? {
    guard bytes.count == 16 else { return nil }
    var sum: UInt64 = 0
    for byte in bytes {
      switch byte {
      case 48...57: sum = sum << 4 | UInt64(byte - 48)
      case 97...102: sum = sum << 4 | UInt64(byte - 87)
      default: return nil
      }
    }
    return sum
  }
}
