/// Bytes that a report is written into: numbers, days and texts straight to UTF-8, without strings in between.
public struct ByteBuffer: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []

  /// An empty buffer with room for so many bytes.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Calls `body` with what was written.
  public func withBytes<Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    let outcome = bytes.withUnsafeBytes { bytes in
      Result { () throws(Failure) in try body(bytes) }
    }
    try outcome.get()
  }

  /// Forgets what was written and keeps the room.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// The same without its first `count` bytes.
  func dropping(_ count: Int) -> ByteBuffer {
    var rest = ByteBuffer(capacity: bytes.count)
    rest.append(Array(bytes.dropFirst(count)))
    return rest
  }

  /// Adds one byte.
  @inline(__always)
  public mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Adds bytes as they are.
  @inline(__always)
  public mutating func append(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }

  /// Adds bytes as they are.
  @inline(__always)
  public mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Adds fixed text, which costs no string.
  @inline(__always)
  public mutating func fixed(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds text.
  public mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds a whole number in decimal.
  public mutating func append(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digits: number.magnitude)
  }

  /// Adds hours without trailing zeros, as `8`, `2.5`, `0.01`.
  public mutating func append(_ hours: Hours) {
    if hours.hundredths < 0 { append(UInt8(ascii: "-")) }
    let magnitude = hours.hundredths.magnitude
    append(digits: magnitude / 100)
    let rest = UInt8(magnitude % 100)
    if rest == 0 { return }
    append(UInt8(ascii: "."))
    append(48 + rest / 10)
    if rest % 10 != 0 { append(48 + rest % 10) }
  }

  /// Adds a day as `YYYY-MM-DD`.
  public mutating func append(_ day: Day) {
    let (year, month, day) = day.civil
    append(twoDigits: year / 100)
    append(twoDigits: year % 100)
    append(UInt8(ascii: "-"))
    append(twoDigits: month)
    append(UInt8(ascii: "-"))
    append(twoDigits: day)
  }

  private mutating func append(twoDigits number: Int) {
    append(48 + UInt8(truncatingIfNeeded: number / 10 % 10))
    append(48 + UInt8(truncatingIfNeeded: number % 10))
  }

  private mutating func append(digits number: UInt) {
    if number < 10 {
      append(48 + UInt8(truncatingIfNeeded: number))
    } else {
      append(digits: number / 10)
      append(48 + UInt8(truncatingIfNeeded: number % 10))
    }
  }
}
