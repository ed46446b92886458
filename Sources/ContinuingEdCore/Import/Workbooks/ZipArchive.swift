/// The members of a ZIP file, as its central directory names them (ZIP64 too).
struct ZipArchive {
  /// What the directory says of a member.
  struct Member {
    /// The name as it stands there.
    var name: String
    var flags: Int
    var method: Int
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    /// Where its own header begins.
    var headerPlace: Int
  }

  let file: WorkbookFile
  let budget: UnpackBudget
  /// By their names without case, with / as separator.
  private var members: [String: Member] = [:]

  /// A directory of more bytes than this is no workbook's.
  private static let longestDirectory = 64 << 20

  /// Reads the directory. Throws where there is none, as in a file that was cut off.
  init(_ file: WorkbookFile) throws(WorkbookFailure) {
    self.file = file
    budget = UnpackBudget(fileSize: file.size)
    let (place, length, count) = try ZipArchive.findDirectory(file)
    guard length <= ZipArchive.longestDirectory, let directory = try file.bytes(at: place, count: length)
    else {
      throw .damaged("")
    }
    var at = 0
    for _ in 0..<count {
      guard at + 46 <= length, directory.u32(at) == 0x0201_4B50 else { throw .damaged("") }
      let (nameLength, extraLength) = (directory.u16(at + 28), directory.u16(at + 30))
      let end = at + 46 + nameLength + extraLength + directory.u16(at + 32)
      guard end <= length else { throw .damaged("") }
      let name = String(decoding: directory.bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
      var member = Member(
        name: name, flags: directory.u16(at + 8), method: directory.u16(at + 10),
        checksum: UInt32(directory.u32(at + 16)), packedSize: directory.u32(at + 20),
        size: directory.u32(at + 24), headerPlace: directory.u32(at + 42))
      guard member.takeLargeSizes(directory, at + 46 + nameLength, extraLength) else { throw .damaged("") }
      let key = ZipArchive.key(name)
      if members[key] == nil { members[key] = member }
      at = end
    }
  }

  /// The member with a name, in any case.
  subscript(name: String) -> Member? { members[ZipArchive.key(name)] }

  /// All members' names, without case.
  var names: some Collection<String> { members.keys }

  /// Where a member's packed bytes begin.
  func contentPlace(of member: Member) throws(WorkbookFailure) -> Int {
    guard let header = try file.bytes(at: member.headerPlace, count: 30), header.u32(0) == 0x0403_4B50 else {
      throw .damaged(member.name)
    }
    let place = member.headerPlace + 30 + header.u16(26) + header.u16(28)
    guard place <= file.size, member.packedSize <= file.size - place else { throw .damaged(member.name) }
    return place
  }

  private static func key(_ name: String) -> String {
    var key = name.lowercased()
    if key.contains("\\") { key = String(key.map { $0 == "\\" ? "/" : $0 }) }
    return key.hasPrefix("/") ? String(key.dropFirst()) : key
  }

  private static func findDirectory(_ file: WorkbookFile) throws(WorkbookFailure) -> (
    Int, length: Int, count: Int
  ) {
    let tailLength = min(file.size, 22 + 0xFFFF)
    guard tailLength >= 22, let tail = try file.bytes(at: file.size - tailLength, count: tailLength) else {
      throw .damaged("")
    }
    var at = tailLength - 22
    while at >= 0, tail.u32(at) != 0x0605_4B50 || at + 22 + tail.u16(at + 20) > tailLength { at -= 1 }
    guard at >= 0 else { throw .damaged("") }
    var (place, length, count) = (tail.u32(at + 16), tail.u32(at + 12), tail.u16(at + 10))
    // ZIP64: another record, to which a locator before this one points.
    if at >= 20, tail.u32(at - 20) == 0x0706_4B50 {
      guard let recordPlace = tail.size64(at - 12), let record = try file.bytes(at: recordPlace, count: 56),
        record.u32(0) == 0x0606_4B50, let largePlace = record.size64(48), let largeLength = record.size64(40),
        let largeCount = record.size64(32)
      else { throw .damaged("") }
      (place, length, count) = (largePlace, largeLength, largeCount)
    }
    guard place <= file.size, length <= file.size - place else { throw .damaged("") }
    return (place, length, count)
  }
}

extension ZipArchive.Member {
  /// Whether it can only be unpacked with a password.
  var isEncrypted: Bool { flags & 0x41 != 0 }

  /// Reads sizes of 64 bits from the extra fields where the directory has no room for them; false if they are not there.
  fileprivate mutating func takeLargeSizes(_ directory: LittleEndianBytes, _ start: Int, _ length: Int)
    -> Bool
  {
    let unknown = 0xFFFF_FFFF
    guard size == unknown || packedSize == unknown || headerPlace == unknown else { return true }
    var at = start
    while at + 4 <= start + length {
      let end = at + 4 + directory.u16(at + 2)
      guard end <= start + length else { return false }
      if directory.u16(at) == 1 {
        var next = at + 4
        func take(_ value: inout Int) -> Bool {
          if value != unknown { return true }
          guard next + 8 <= end, let large = directory.size64(next) else { return false }
          value = large
          next += 8
          return true
        }
        return take(&size) && take(&packedSize) && take(&headerPlace)
      }
      at = end
    }
    // A size that is just this number is possible.
    return true
  }
}
