/// The records of a BIFF stream, one after the other.
final class BIFFRecords {
  private let file: CompoundFile
  private let stream: CompoundFile.Stream
  private let buffer = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
  /// Where in the stream the buffer begins, how much of it is filled and what of it has been used.
  private var origin: Int
  private var filled = 0
  private var used = 0

  /// The number of the record that was read.
  private(set) var id = 0
  /// Its content, which stays until the next one is read.
  private(set) var content = UnsafeRawBufferPointer(start: nil, count: 0)

  private static let capacity = 1 << 18
  static let continuation = 0x3C
  static let end = 0x0A
  static let begin = 0x809

  /// The records from a place of the stream on.
  init(_ file: CompoundFile, _ stream: CompoundFile.Stream, from place: Int = 0) {
    (self.file, self.stream, origin) = (file, stream, place)
  }

  deinit { buffer.deallocate() }

  static let damaged = WorkbookFailure.damaged("Workbook")

  /// Goes to the next record; throws where the stream ends.
  func next() throws(WorkbookFailure) {
    guard try provide(4) else { throw BIFFRecords.damaged }
    let length = number(at: used + 2)
    guard try provide(4 + length) else { throw BIFFRecords.damaged }
    id = number(at: used)
    content = UnsafeRawBufferPointer(start: buffer + used + 4, count: length)
    used += 4 + length
  }

  /// Whether a record that continues this one comes next.
  func isContinued() throws(WorkbookFailure) -> Bool {
    let kept = content.count
    guard try provide(4, keeping: kept) else { return false }
    return number(at: used) == BIFFRecords.continuation
  }

  private func number(at place: Int) -> Int {
    Int(UInt16(littleEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt16.self)))
  }

  /// Sees to it that so many bytes are in the buffer, and that many before them stay; false where the stream ends.
  private func provide(_ count: Int, keeping kept: Int = 0) throws(WorkbookFailure) -> Bool {
    if filled - used >= count { return true }
    let start = used - kept
    let rest = filled - start
    buffer.copyMemory(from: buffer + start, byteCount: rest)
    (origin, used, filled) = (origin + start, kept, rest)
    if kept > 0 { content = UnsafeRawBufferPointer(start: buffer, count: kept) }
    let wanted = min(BIFFRecords.capacity - filled, max(0, stream.size - origin - filled))
    if wanted > 0 {
      guard try file.read(stream, at: origin + filled, into: buffer + filled, count: wanted) else {
        throw BIFFRecords.damaged
      }
      filled += wanted
    }
    return filled - used >= count
  }

  /// Numbers of the content; 0 behind its end.
  @inline(__always)
  func u8(_ place: Int) -> Int { place < content.count ? Int(content[place]) : 0 }
  @inline(__always)
  func u16(_ place: Int) -> Int { u8(place) | u8(place &+ 1) &<< 8 }
  @inline(__always)
  func u32(_ place: Int) -> Int { u16(place) | u16(place &+ 2) &<< 16 }
  func double(_ place: Int) -> Double {
    Double(bitPattern: UInt64(u32(place)) | UInt64(u32(place + 4)) << 32)
  }
}

/// Reads strings that may go on in further records.
struct BIFFStringReader {
  private let records: BIFFRecords
  /// What of the record has been read.
  private var place: Int
  private var units: [UInt16] = []

  /// Begins at a place of the record that was read.
  init(_ records: BIFFRecords, at place: Int) { (self.records, self.place) = (records, place) }

  /// Adds a string with its own length in one byte or two, without what is said of its looks.
  mutating func append(to target: inout [UInt8], lengthSize: Int = 2) throws(WorkbookFailure) {
    var count = try byte()
    if lengthSize == 2 { count |= try byte() << 8 }
    let flags = try byte()
    let runs = flags & 8 != 0 ? try byte() | byte() << 8 : 0
    var extra = 0
    if flags & 4 != 0 { for shift in 0..<4 { extra |= try byte() << (8 * shift) } }
    try readUnits(count, isWide: flags & 1 != 0)
    try skip(runs * 4 + extra)
    BIFFStringReader.append(units, to: &target)
  }

  private mutating func readUnits(_ count: Int, isWide first: Bool) throws(WorkbookFailure) {
    units.removeAll(keepingCapacity: true)
    var isWide = first
    while units.count < count {
      if place >= records.content.count {
        try goOn()
        // A string that goes on says anew how wide its characters are.
        isWide = try byte() & 1 != 0
        continue
      }
      let size = isWide ? 2 : 1
      let available = min(count - units.count, (records.content.count - place) / size)
      // Half a character at the end of a record is none.
      guard available > 0 else { throw BIFFRecords.damaged }
      for _ in 0..<available {
        units.append(UInt16(isWide ? records.u16(place) : records.u8(place)))
        place += size
      }
    }
  }

  private mutating func byte() throws(WorkbookFailure) -> Int {
    while place >= records.content.count { try goOn() }
    place += 1
    return records.u8(place - 1)
  }

  private mutating func skip(_ count: Int) throws(WorkbookFailure) {
    var rest = count
    while rest > 0 {
      if place >= records.content.count { try goOn() }
      let part = min(rest, records.content.count - place)
      place += part
      rest -= part
    }
  }

  /// Goes to the record that continues this one; throws where none does.
  private mutating func goOn() throws(WorkbookFailure) {
    guard try records.isContinued() else { throw BIFFRecords.damaged }
    try records.next()
    place = 0
  }

  private static func append(_ units: [UInt16], to target: inout [UInt8]) {
    let start = target.count
    var hasReturn = false
    var decoder = UTF16()
    var iterator = units.makeIterator()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        hasReturn = hasReturn || scalar == "\r"
        target.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case .error: target.append(contentsOf: UTF8.encodedReplacementCharacter)
      case .emptyInput: break decoding
      }
    }
    if hasReturn { EscapedText.joinLineEnds(&target, from: start) }
  }
}
