/// The name of an entry in a ledger, as in `2023-17`: record 17 of the file of 2023.
package struct LedgerEntryID: Hashable, Sendable {
  /// The year in the upper half, the number in the lower: eight bytes, in order.
  private let packed: UInt64

  /// Year and number in one word, never 0.
  var bits: UInt64 { packed }

  /// What ``bits`` were; nil for 0.
  init?(bits: UInt64) {
    if bits == 0 { return nil }
    packed = bits
  }

  /// The credit year, 1900 to 2100.
  package var year: Int { Int(packed >> 32) }
  /// The place among the records of the year's file, from 1 on.
  package var number: Int { Int(packed & 0xFFFF_FFFF) }

  /// The name of record `number` of a year; nil if there can be none such.
  package init?(year: Int, number: Int) {
    guard LedgerFile.years.contains(year), number >= 1, number <= LedgerEntryID.largestNumber else {
      return nil
    }
    packed = UInt64(year) << 32 | UInt64(number)
  }

  /// Reads `YEAR-N`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    var copy = String(text)
    guard let id = copy.withUTF8({ LedgerEntryID(bytes: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = id
  }

  /// Reads `YEAR-N` from UTF-8; nil for anything else, numbers with leading zeros among it.
  init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 6, bytes.count <= 5 + 10, bytes[4] == UInt8(ascii: "-"),
      let year = LedgerEntryID.digits(bytes[0..<4]), let number = LedgerEntryID.digits(bytes[5...]),
      bytes[5] != UInt8(ascii: "0")
    else { return nil }
    self.init(year: year, number: number)
  }

  /// A year's file has no more records than this: their numbers fit 32 bits.
  static let largestNumber = Int(Int32.max)

  private static func digits(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
    var value = 0
    for byte in bytes {
      guard 48...57 ~= byte else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }

  /// Ids in stretches without a gap, in order.
  static func ranges(_ ids: some Sequence<LedgerEntryID>) -> [ClosedRange<LedgerEntryID>] {
    var ranges: [ClosedRange<LedgerEntryID>] = []
    for id in ids.sorted() {
      if let last = ranges.last, id.packed <= last.upperBound.packed + 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(id, last.upperBound)
      } else {
        ranges.append(id...id)
      }
    }
    return ranges
  }

  /// `YEAR-N`.
  package var text: String { "\(year)-\(number)" }
}

extension LedgerEntryID: Comparable, CustomStringConvertible {
  package static func < (a: LedgerEntryID, b: LedgerEntryID) -> Bool {
    a.packed < b.packed
  }

  package var description: String { text }
}
