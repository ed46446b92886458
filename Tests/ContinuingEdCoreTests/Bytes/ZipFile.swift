@testable import ContinuingEdCore

/// Takes a container apart by its directory, for tests: what it says must agree with the members' own heads.
struct ZipFile {
  /// The members in order.
  private(set) var members: [(name: String, bytes: [UInt8])] = []

  /// Reads a container without a comment; nil where anything contradicts anything.
  init?(_ bytes: [UInt8]) {
    func number(_ place: Int, _ count: Int) -> Int {
      guard place >= 0, place + count <= bytes.count else { return -1 }
      return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    guard number(end, 4) == 0x0605_4B50, number(end + 20, 2) == 0 else { return nil }
    var place = number(end + 16, 4)
    guard place + number(end + 12, 4) == end else { return nil }
    for _ in 0..<number(end + 10, 2) {
      guard number(place, 4) == 0x0201_4B50 else { return nil }
      let (checksum, packed, size) = (number(place + 16, 4), number(place + 20, 4), number(place + 24, 4))
      let (length, start) = (number(place + 28, 2), number(place + 42, 4))
      let name = bytes[place + 46..<place + 46 + length]
      let data = start + 30 + length
      guard number(start, 4) == 0x0403_4B50, number(start + 26, 2) == length,
        bytes[start + 30..<data].elementsEqual(name), number(place + 10, 2) == 8
      else { return nil }
      // Behind the member: its checksum and sizes once more.
      let behind = data + packed
      guard number(behind, 4) == 0x0807_4B50, number(behind + 4, 4) == checksum,
        number(behind + 8, 4) == packed, number(behind + 12, 4) == size,
        let unpacked = ZipFile.unpack(bytes[data..<behind], size), Int(CRC32.of(unpacked)) == checksum
      else { return nil }
      members.append((String(decoding: name, as: UTF8.self), unpacked))
      place += 46 + length
    }
    guard place == end else { return nil }
  }

  /// The text of a member; empty if there is none.
  func text(_ name: String) -> String {
    String(decoding: members.first { $0.name == name }?.bytes ?? [], as: UTF8.self)
  }

  private static func unpack(_ packed: ArraySlice<UInt8>, _ size: Int) -> [UInt8]? {
    guard let inflater = Inflater() else { return nil }
    var room = [UInt8](repeating: 0, count: size + 1)
    var (isWhole, count) = (false, 0)
    packed.withUnsafeBytes { raw in
      room.withUnsafeMutableBytes { target in
        var (input, space) = (raw, target)
        if case .end = inflater.step(&input, into: &space) { isWhole = input.isEmpty }
        count = target.count - space.count
      }
    }
    return isWhole && count == size ? Array(room.prefix(size)) : nil
  }
}
