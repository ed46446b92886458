/// Writes a ZIP container (PKWARE APPNOTE 6.3) forwards, member by member, as it goes into a file or a pipe.
///
/// The same members give the same bytes: every member bears the date 1980-01-01 00:00, the first that ZIP knows. Sizes
/// and checksums stand behind each member, since nobody goes back, and once more in the directory at the end. Memory is
/// what zlib needs and what has not been taken.
package struct ZipWriter {
  /// What has been written and not been taken yet.
  package private(set) var ready = ByteBuffer()
  /// Whether the container has outgrown what it can tell without ZIP64, 4 GiB or 65,535 members: it is then no good.
  package private(set) var isTooLarge = false
  private var directory = ByteBuffer()
  private var count = 0
  private var taken = 0
  private var member: Member?

  private struct Member {
    var name: String
    var start: Int
    var packedStart: Int
    var size = 0
    var checksum: UInt32 = 0
    var deflater: Deflater
  }

  private static let version = 20
  /// Sizes follow the member (bit 3); its name is UTF-8 (bit 11).
  private static let flags = 1 << 3 | 1 << 11
  private static let deflated = 8
  /// 1980-01-01: years since 1980, month and day in 7, 4 and 5 bits.
  private static let date = 1 << 5 | 1

  /// An empty container.
  package init() {}

  private var offset: Int { taken + ready.count }

  /// How many bytes the member that is being written has before they are packed.
  package var memberSize: Int { member?.size ?? 0 }

  /// Gives what is ready and forgets it.
  package mutating func takeReady() -> ByteBuffer {
    let bytes = ready
    taken += bytes.count
    ready = ByteBuffer()
    return bytes
  }

  /// Begins a member. False where zlib has no memory.
  package mutating func begin(_ name: String) -> Bool {
    guard let deflater = Deflater(level: 4) else { return false }
    let start = offset
    ready.append(little: 0x0403_4B50, bytes: 4)
    appendCommon(checksum: 0, packed: 0, size: 0, name, to: &ready)
    ready.append(name)
    member = Member(name: name, start: start, packedStart: offset, deflater: deflater)
    return true
  }

  /// Adds bytes to the member.
  package mutating func append(_ bytes: ByteBuffer) {
    guard var open = member else { return }
    member = nil
    var packed: [UInt8] = []
    bytes.withBytes {
      open.checksum = CRC32.of($0, after: open.checksum)
      open.size += $0.count
      open.deflater.append($0, to: &packed)
    }
    ready.append(packed)
    member = open
  }

  /// Ends the member.
  package mutating func end() {
    guard let closed = member else { return }
    member = nil
    var packed: [UInt8] = []
    closed.deflater.finish(to: &packed)
    ready.append(packed)
    let length = offset - closed.packedStart
    ready.append(little: 0x0807_4B50, bytes: 4)
    ready.append(little: Int(closed.checksum), bytes: 4)
    ready.append(little: length, bytes: 4)
    ready.append(little: closed.size, bytes: 4)
    directory.append(little: 0x0201_4B50, bytes: 4)
    directory.append(little: ZipWriter.version, bytes: 2)
    appendCommon(
      checksum: Int(closed.checksum), packed: length, size: closed.size, closed.name, to: &directory)
    // Comment, disk and attributes: none.
    directory.append(little: 0, bytes: 2)
    directory.append(little: 0, bytes: 2)
    directory.append(little: 0, bytes: 2)
    directory.append(little: 0, bytes: 4)
    directory.append(little: closed.start, bytes: 4)
    directory.append(closed.name)
    count += 1
    if offset > Int(UInt32.max) || closed.size > Int(UInt32.max) || count > 0xFFFF { isTooLarge = true }
  }

  /// Writes a whole member. False where zlib has no memory.
  package mutating func add(_ name: String, _ bytes: ByteBuffer) -> Bool {
    guard begin(name) else { return false }
    append(bytes)
    end()
    return true
  }

  /// Writes the directory; nothing can be added after that.
  package mutating func finish() {
    let start = offset
    ready.append(directory)
    ready.append(little: 0x0605_4B50, bytes: 4)
    ready.append(little: 0, bytes: 4)
    ready.append(little: count, bytes: 2)
    ready.append(little: count, bytes: 2)
    ready.append(little: directory.count, bytes: 4)
    ready.append(little: start, bytes: 4)
    ready.append(little: 0, bytes: 2)
    if offset > Int(UInt32.max) { isTooLarge = true }
  }

  /// What the head of a member and its line in the directory have in common, from the version to the extra length.
  private func appendCommon(
    checksum: Int, packed: Int, size: Int, _ name: String, to buffer: inout ByteBuffer
  ) {
    buffer.append(little: ZipWriter.version, bytes: 2)
    buffer.append(little: ZipWriter.flags, bytes: 2)
    buffer.append(little: ZipWriter.deflated, bytes: 2)
    buffer.append(little: 0, bytes: 2)
    buffer.append(little: ZipWriter.date, bytes: 2)
    buffer.append(little: checksum, bytes: 4)
    buffer.append(little: packed, bytes: 4)
    buffer.append(little: size, bytes: 4)
    buffer.append(little: name.utf8.count, bytes: 2)
    buffer.append(little: 0, bytes: 2)
  }
}

extension ByteBuffer {
  /// Adds a whole number, its low byte first; what does not fit is left out.
  fileprivate mutating func append(little number: Int, bytes: Int) {
    for place in 0..<bytes { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }
}
