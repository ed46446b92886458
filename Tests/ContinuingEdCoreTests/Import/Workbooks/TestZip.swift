@testable import ContinuingEdCore

/// Writes ZIP files as others do: stored or deflated, with data descriptors, ZIP64 records, faults.
struct TestZip {
  var members: [(name: String, bytes: [UInt8])] = []
  var isDeflated = true
  var hasDescriptors = false
  var isZip64 = false
  /// What is added to every checksum.
  var checksumFault: UInt32 = 0
  var flags = 0
  var method: Int?
  var comment: [UInt8] = []

  init(_ members: [(String, String)]) {
    self.members = members.map { (name: $0.0, bytes: Array($0.1.utf8)) }
  }

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      var packed = member.bytes
      if isDeflated, let deflater = Deflater() {
        packed = []
        deflater.append(member.bytes, to: &packed)
        deflater.finish(to: &packed)
      }
      let checksum = CRC32.of(member.bytes) &+ checksumFault
      let flagBits = flags | (hasDescriptors ? 8 : 0)
      let kind = method ?? (isDeflated ? 8 : 0)
      let place = file.count
      let inHeader = hasDescriptors ? (0, 0, 0) : (Int(checksum), packed.count, member.bytes.count)
      put(0x0403_4B50, 4, &file)
      for value in [20, flagBits, kind, 0, 0] { put(value, 2, &file) }
      for value in [inHeader.0, inHeader.1, inHeader.2] { put(value, 4, &file) }
      put(member.name.utf8.count, 2, &file)
      put(4, 2, &file)
      file += Array(member.name.utf8)
      // An extra field that says nothing.
      file += [0xFE, 0xCA, 0, 0]
      file += packed
      if hasDescriptors {
        put(0x0807_4B50, 4, &file)
        for value in [Int(checksum), packed.count, member.bytes.count] { put(value, 4, &file) }
      }
      put(0x0201_4B50, 4, &directory)
      for value in [20, 20, flagBits, kind, 0, 0] { put(value, 2, &directory) }
      put(Int(checksum), 4, &directory)
      let unknown = 0xFFFF_FFFF
      put(isZip64 ? unknown : packed.count, 4, &directory)
      put(isZip64 ? unknown : member.bytes.count, 4, &directory)
      put(member.name.utf8.count, 2, &directory)
      put(isZip64 ? 28 : 0, 2, &directory)
      for value in [0, 0, 0] { put(value, 2, &directory) }
      put(0, 4, &directory)
      put(isZip64 ? unknown : place, 4, &directory)
      directory += Array(member.name.utf8)
      if isZip64 {
        put(1, 2, &directory)
        put(24, 2, &directory)
        for value in [member.bytes.count, packed.count, place] { put(value, 8, &directory) }
      }
    }
    return finish(file, directory)
  }

  private func finish(_ members: [UInt8], _ directory: [UInt8]) -> [UInt8] {
    var file = members
    let start = file.count
    file += directory
    if isZip64 {
      let record = file.count
      put(0x0606_4B50, 4, &file)
      put(44, 8, &file)
      for value in [45, 45] { put(value, 2, &file) }
      for value in [0, 0] { put(value, 4, &file) }
      for value in [self.members.count, self.members.count, directory.count, start] { put(value, 8, &file) }
      put(0x0706_4B50, 4, &file)
      put(0, 4, &file)
      put(record, 8, &file)
      put(1, 4, &file)
    }
    put(0x0605_4B50, 4, &file)
    for value in [0, 0] { put(value, 2, &file) }
    for _ in 0..<2 { put(isZip64 ? 0xFFFF : self.members.count, 2, &file) }
    put(isZip64 ? 0xFFFF_FFFF : directory.count, 4, &file)
    put(isZip64 ? 0xFFFF_FFFF : start, 4, &file)
    put(comment.count, 2, &file)
    return file + comment
  }

  private func put(_ value: Int, _ size: Int, _ target: inout [UInt8]) {
    for i in 0..<size { target.append(UInt8(truncatingIfNeeded: value >> (8 * i))) }
  }
}
