/// Writes bytes one after the other where somebody has made room for all of them: it looks at no bounds.
///
/// What a piece takes at most is its count, or what `longest…` says.
struct ByteCursor {
  /// Where the next byte goes.
  private(set) var place: UnsafeMutableRawPointer

  /// The most bytes that a number, hours or a day take.
  static let longestNumber = 24

  init(at place: UnsafeMutableRawPointer) { self.place = place }

  /// Writes one byte.
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    place.storeBytes(of: byte, as: UInt8.self)
    place += 1
  }

  /// Writes bytes as they are.
  @inline(__always)
  mutating func put(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    place.copyMemory(from: start, byteCount: bytes.count)
    place += bytes.count
  }

  /// Writes fixed text.
  @inline(__always)
  mutating func fixed(_ text: StaticString) {
    place.copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
    place += text.utf8CodeUnitCount
  }

  /// Writes a whole number in decimal.
  @inline(__always)
  mutating func put(_ number: Int) {
    if number < 0 { put(UInt8(ascii: "-")) }
    put(digits: number.magnitude)
  }

  /// The digit of a number below ten.
  @inline(__always)
  static func digit(_ value: UInt) -> UInt8 { 48 &+ UInt8(truncatingIfNeeded: value) }

  /// Writes a number below a hundred.
  @inline(__always)
  mutating func put(twoDigits number: UInt) {
    put(ByteCursor.digit(number / 10))
    put(ByteCursor.digit(number % 10))
  }

  @inline(__always)
  mutating func put(digits number: UInt) {
    if number < 10 { return put(ByteCursor.digit(number)) }
    if number < 100 { return put(twoDigits: number) }
    if number < 1000 {
      put(ByteCursor.digit(number / 100))
      return put(twoDigits: number % 100)
    }
    putMany(digits: number)
  }

  @inline(never)
  private mutating func putMany(digits number: UInt) {
    var length = 0
    var rest = number
    while rest > 0 {
      length += 1
      rest /= 10
    }
    rest = number
    for back in 1...length {
      place.storeBytes(of: ByteCursor.digit(rest % 10), toByteOffset: length - back, as: UInt8.self)
      rest /= 10
    }
    place += length
  }
}
