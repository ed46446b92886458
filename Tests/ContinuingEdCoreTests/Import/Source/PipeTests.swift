import Foundation
import Testing

@testable import ContinuingEdCore

@Suite("What comes through a pipe")
struct PipeTests {
  /// Where a long stream is kept.
  enum Keeping: CaseIterable {
    case inMemory, inAFile, whereNoFileCanBe

    func set(_ options: inout ImportOptions) {
      options.keptInMemory = self == .inMemory ? 64 << 20 : 0
      options.temporaryFolder = self == .whereNoFileCanBe ? "/nowhere" : NSTemporaryDirectory()
    }
  }

  /// What reading gives when the bytes come through a pipe.
  private static func read(
    _ bytes: [UInt8], _ change: (inout ImportOptions) -> Void
  ) throws -> (Records, leftBehind: [String]) {
    var ends: [Int32] = [0, 0]
    try #require(Foundation.pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    Thread.detachNewThread {
      bytes.withUnsafeBytes { rest in
        var rest = rest
        while rest.count > 0 {
          let written = write(writing, rest.baseAddress, rest.count)
          if written <= 0 { break }
          rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
      }
      close(writing)
    }
    defer { close(reading) }
    var options = ImportOptions()
    options.blockSize = 64
    change(&options)
    let records = try Importer(options).read([.path("/dev/fd/\(reading)")])
    let files = try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())
    return (records, files.filter { $0.hasPrefix("cecredit-") && !$0.contains(".") && $0.count == 15 })
  }

  private static let encodings =
    EncodingTests.files.map { ($0.0, $0.1) } + [
      ("a stray quote", Array((EncodingTests.text + "c,王\"芳,往年学时,2023,8,\"急\n诊\"\n").utf8)),
      ("a quote that never closes", Array((EncodingTests.text + "c,\"王芳,往年学时,2023,8,急诊\n").utf8)),
      (
        "half a pair at the end",
        [0xFF, 0xFE] + EncodingTests.utf16("a", bigEndian: false) + [0x00, 0xD8, 1]
      ),
      ("nothing", []),
    ]

  @Test("a pipe gives what the bytes give, wherever it is kept", arguments: Keeping.allCases)
  func sameAsBytes(keeping: Keeping) throws {
    for (name, bytes) in PipeTests.encodings {
      let expected = try Reading.read(bytes: [bytes])
      let (found, leftBehind) = try PipeTests.read(bytes, keeping.set)
      #expect(RandomInputTests.digest(found) == RandomInputTests.digest(expected), "\(name)")
      #expect(found.files[0].encoding == expected.files[0].encoding)
      #expect(leftBehind == [])
    }
  }

  @Test("a named encoding is read the same way", arguments: Keeping.allCases)
  func namedEncoding(keeping: Keeping) throws {
    let forms: [(ImportOptions.Encoding, [UInt8])] = [
      (.utf8, Array(EncodingTests.text.utf8)), (.gb18030, EncodingTests.gb18030(EncodingTests.text)),
      (.utf16be, EncodingTests.utf16(EncodingTests.text, bigEndian: true)),
    ]
    for (encoding, bytes) in forms {
      let (found, _) = try PipeTests.read(bytes) {
        keeping.set(&$0)
        $0.encoding = encoding
      }
      #expect(Reading.people(found) == ["a:2", "b:3"])
      #expect(Reading.problems(found) == [])
    }
  }

  @Test("UTF-16 of several pieces is read as its UTF-8, pairs across their borders too")
  func longUTF16() throws {
    let row = "a,王芳,往年学时,2023,8,\(String(repeating: "😀", count: 97))\n"
    // A character more in front moves the borders between pieces into the middle of pairs, or out of it.
    for more in ["", "x"] {
      let text = "身份证号,姓名\(more),类别,年度,学时,名称\n" + String(repeating: row, count: 3000)
      let expected = try Reading.read(bytes: [Array(text.utf8)])
      for isBig in [false, true] {
        let bytes = (isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]) + EncodingTests.utf16(text, bigEndian: isBig)
        let (found, _) = try PipeTests.read(bytes) {
          $0.keptInMemory = 0
          $0.blockSize = 1 << 18
        }
        #expect(RandomInputTests.digest(found) == RandomInputTests.digest(expected))
      }
    }
  }
}

@Suite("Bytes kept to be read again")
struct KeptBytesTests {
  private static let bytes = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }

  /// Adds all bytes in parts of odd sizes; `midway` is called after half of them.
  private static func fill(_ kept: KeptBytes, midway: () -> Void = {}) {
    bytes.withUnsafeBytes { bytes in
      var place = 0
      var called = false
      while place < bytes.count {
        let end = min(bytes.count, place + 1 + place % 300_007)
        kept.append(UnsafeRawBufferPointer(rebasing: bytes[place..<end]))
        place = end
        if place > bytes.count / 2, !called {
          midway()
          called = true
        }
      }
    }
  }

  private static func isWhole(_ kept: KeptBytes) -> Bool {
    var ranges = stride(from: 0, to: bytes.count, by: 777_777).map { $0..<min($0 + 1_100_000, bytes.count) }
    ranges.append(0..<bytes.count)
    return kept.count == bytes.count
      && ranges.allSatisfy { range in
        let copy = BlockBuffer(capacity: range.count)
        let (count, error) = kept.copy(at: range.lowerBound, into: copy.base, count: range.count)
        copy.setCount(count)
        return count == range.count && error == nil && copy.bytes.elementsEqual(bytes[range])
      }
  }

  @Test("they are the same in memory, in a file, and where no file can be made")
  func places() {
    for (limit, folder) in [(64 << 20, "/nowhere"), (0, "/tmp"), (2 << 20, "/tmp"), (0, "/nowhere")] {
      let kept = KeptBytes(memoryLimit: limit) { NamelessFile.open(in: folder) }
      KeptBytesTests.fill(kept)
      #expect(KeptBytesTests.isWhole(kept), "\(limit) \(folder)")
    }
  }

  @Test("a disk that is full from the start loses nothing")
  func fullFromTheStart() {
    let kept = KeptBytes(memoryLimit: 1 << 20) { open("/dev/full", O_RDWR) }
    KeptBytesTests.fill(kept)
    #expect(KeptBytesTests.isWhole(kept))
  }

  @Test("a disk that becomes full later loses nothing")
  func fullLater() throws {
    let path = NSTemporaryDirectory() + UUID().uuidString
    defer { unlink(path) }
    let file = open(path, O_RDWR | O_CREAT | O_EXCL, 0o600)
    try #require(file >= 0)
    let kept = KeptBytes(memoryLimit: 0) { file }
    KeptBytesTests.fill(kept) {
      // From now on the file can be read and not written.
      let readOnly = open(path, O_RDONLY)
      dup2(readOnly, file)
      close(readOnly)
    }
    #expect(KeptBytesTests.isWhole(kept))
  }

  @Test("what is forgotten costs no room, and the rest stays")
  func forgetting() {
    var asked = 0
    let kept = KeptBytes(memoryLimit: 2 << 20) {
      asked += 1
      return nil
    }
    KeptBytesTests.bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: 100_000) {
        kept.append(UnsafeRawBufferPointer(rebasing: bytes[start..<start + 100_000]))
        kept.forget(before: kept.count)
      }
    }
    #expect(asked == 0)
    let last = BlockBuffer(capacity: 1)
    last.setCount(kept.copy(at: kept.count - 1, into: last.base, count: 1).0)
    #expect(last.bytes.first == KeptBytesTests.bytes.last)
  }
}
