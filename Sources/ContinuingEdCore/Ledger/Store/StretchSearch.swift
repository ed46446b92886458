/// Finds the line in which the bytes of a file were changed, by the sums of its stretches.
struct StretchSearch {
  private let sums: LedgerSums
  private let file: LedgerFile
  private let path: String

  init(_ sums: LedgerSums, _ file: LedgerFile) {
    self.sums = sums
    self.file = file
    path = sums.snapshot.path(of: file)
  }

  /// The places, one for each stretch that was changed; of one byte that was changed, came or went its line, else the
  /// first line of the stretch.
  func faults() throws(LedgerFailure) -> [LedgerFault] {
    let bytes = try sums.snapshot.bytes(of: file)
    let offsets = sums.offsets(file)
    let stretches = sums.stretches[file, default: []]
    let clean = LineEndRepair.repaired(bytes)
    if clean.count != bytes.count, clean.count == offsets.last, matches(clean, offsets, stretches) {
      let line = bytes.firstIndex(of: 0x0D).map { StretchSearch.line(of: $0, in: bytes) } ?? 1
      return [LedgerFault(path, line: line, bytes.contains(0x0D) ? .carriageReturn : .byteOrderMark)]
    }
    let difference = bytes.count - (offsets.last ?? 0)
    var faults: [LedgerFault] = []
    for (place, stretch) in stretches.enumerated() {
      let range = offsets[place]..<offsets[place + 1]
      let found = bytes[min(range.lowerBound, bytes.count)..<min(range.upperBound, bytes.count)]
      if found.count == range.count, sum(found) == stretch.stretch.sum { continue }
      var position: Int?
      if difference == 0 {
        position = StretchSearch.changedByte(found, stretch.stretch.sum)
      } else if difference == 1 {
        let longer = bytes[range.lowerBound..<min(range.upperBound + 1, bytes.count)]
        position = StretchSearch.addedByte(longer, stretch.stretch.sum)
      } else if difference == -1, range.upperBound > 0 {
        let shorter = bytes[
          min(range.lowerBound, bytes.count)..<min(max(range.lowerBound, range.upperBound - 1), bytes.count)]
        position = StretchSearch.lostByte(shorter, stretch.stretch.sum)
      }
      let first = StretchSearch.line(of: range.lowerBound, in: bytes)
      let line = position.map { StretchSearch.line(of: range.lowerBound + $0, in: bytes) } ?? first
      let last = position == nil ? max(first, first + stretch.lines - 1) : line
      faults.append(LedgerFault(path, line: line, .changedBytes(change: stretch.change, lastLine: last)))
      // What follows stands elsewhere.
      if difference != 0 { break }
    }
    if faults.isEmpty {
      let line = StretchSearch.line(of: min(offsets.last ?? 0, bytes.count), in: bytes)
      faults.append(LedgerFault(path, line: line, .addedBytes(count: difference)))
    }
    return faults
  }

  private func matches(_ bytes: [UInt8], _ offsets: [Int], _ stretches: [FileStretch]) -> Bool {
    stretches.enumerated().allSatisfy { place, stretch in
      sum(bytes[offsets[place]..<offsets[place + 1]]) == stretch.stretch.sum
    }
  }

  private func sum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { ByteSum.part($0, at: 0) }
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes.prefix(offset).count { $0 == 0x0A } + 1
  }

  // MARK: One byte

  /// What a byte counts for at each place in turn: 1, 256, …, 256⁷, K, 256·K ….
  private struct Weights {
    var weight: UInt64 = 1
    var inverse: UInt64 = 1
    private var place = 0
    private static let byteInverse = ByteSum.inverse(256)
    private static let top = ByteSum.power(1)
    private static let step = ByteSum.multiply(
      top, ByteSum.inverse((0..<7).reduce(UInt64(1)) { power, _ in ByteSum.multiply(power, 256) }))
    private static let stepInverse = ByteSum.inverse(step)

    mutating func advance() {
      let isInside = place % 8 != 7
      weight = ByteSum.multiply(weight, isInside ? 256 : Weights.step)
      inverse = ByteSum.multiply(inverse, isInside ? Weights.byteInverse : Weights.stepInverse)
      place += 1
    }
  }

  /// The place of the one byte whose change makes the difference; nil if there is none.
  private static func changedByte(_ bytes: ArraySlice<UInt8>, _ wanted: UInt64) -> Int? {
    let difference = ByteSum.subtract(wanted, bytes.withUnsafeBytes { ByteSum.part($0, at: 0) })
    var weights = Weights()
    for (place, byte) in bytes.enumerated() {
      let step = ByteSum.multiply(difference, weights.inverse)
      if step <= 255 - UInt64(byte) || step >= ByteSum.prime - UInt64(byte) { return place }
      weights.advance()
    }
    return nil
  }

  /// The place of the one byte without which the rest has the sum.
  private static func addedByte(_ bytes: ArraySlice<UInt8>, _ wanted: UInt64) -> Int? {
    let bytes = Array(bytes)
    if bytes.isEmpty { return nil }
    // Without the first byte.
    var sum = bytes.dropFirst().withUnsafeBytes { ByteSum.part($0, at: 0) }
    var weights = Weights()
    for place in bytes.indices {
      if sum == wanted { return place }
      guard place + 1 < bytes.count else { break }
      // The byte that is left out moves on by one.
      sum = ByteSum.add(sum, ByteSum.multiply(UInt64(bytes[place]), weights.weight))
      sum = ByteSum.subtract(sum, ByteSum.multiply(UInt64(bytes[place + 1]), weights.weight))
      weights.advance()
    }
    return nil
  }

  /// The place at which one more byte would give the sum.
  private static func lostByte(_ bytes: ArraySlice<UInt8>, _ wanted: UInt64) -> Int? {
    let bytes = Array(bytes)
    var sum = ([0] + bytes).withUnsafeBytes { ByteSum.part($0, at: 0) }
    var weights = Weights()
    for place in 0...bytes.count {
      let missing = ByteSum.multiply(ByteSum.subtract(wanted, sum), weights.inverse)
      if missing <= 255 { return place }
      guard place < bytes.count else { break }
      // The byte that follows the gap moves before it.
      let here = weights.weight
      weights.advance()
      sum = ByteSum.add(sum, ByteSum.multiply(UInt64(bytes[place]), here))
      sum = ByteSum.subtract(sum, ByteSum.multiply(UInt64(bytes[place]), weights.weight))
    }
    return nil
  }
}

/// Takes away what other programs put into text files.
enum LineEndRepair {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The bytes without a byte order mark, and with LF for CR LF.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    let start = bytes.starts(with: byteOrderMark) ? 3 : 0
    if start == 0, !bytes.contains(0x0D) { return bytes }
    var repaired: [UInt8] = []
    repaired.reserveCapacity(bytes.count)
    for place in start..<bytes.count {
      if bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A { continue }
      repaired.append(bytes[place])
    }
    return repaired
  }
}
