import Foundation
import Testing

@testable import ContinuingEdCore

/// Every file of the gallery and of the situations, cut anywhere and delivered byte by byte.
@Suite struct TornInputTests {
  /// Long ones are cut and delivered often enough by the others.
  private static let files =
    (GalleryCase.all.map { ($0.code.code, $0.file) } + SituationCase.all.map { ($0.name, $0.file) } + zeros)
    .filter { $0.1.count < 4096 }

  /// Tables with a NUL as the last byte that tells what a file is, as the first behind it, and behind a mark.
  private static let zeros: [(String, [UInt8])] = [(511, ""), (512, ""), (500, "\u{FEFF}")].map {
    place, mark in
    let header = Array("\(mark)身份证号,姓名,类别,年度,学时\n".utf8)
    let row = Array("T1,甲,自学,2023,8\n".utf8)
    var bytes = header
    while bytes.count + row.count <= place { bytes += row }
    bytes += Array("T1,".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: place)
    return ("a NUL as byte \(place + 1)", Array(bytes[..<place]) + [0] + Array(",自学,2023,8\n".utf8) + row)
  }

  /// A NUL in the first 512 bytes is that of a file that is no text, but behind a byte order mark: of UTF-8, of UTF-16,
  /// of GB18030 (RecordsFiles: Other files).
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0x84, 0x31, 0x95, 0x33]]
    return !marks.contains { bytes.starts(with: $0) } && bytes.prefix(512).contains(0)
  }

  /// What reading gives, or that it is refused, which must be so for just those files that are binary.
  private static func read(_ bytes: [UInt8], _ input: InputFile, _ options: ImportOptions = ImportOptions())
    throws -> Records?
  {
    if !isBinary(bytes) { return try Importer(options).read([input]) }
    #expect(throws: ImportError.notText(path: input.name, .binary)) { try Importer(options).read([input]) }
    return nil
  }

  @Test func filesWithZerosAreOfAllKinds() {
    #expect(Self.zeros.map { Self.isBinary($0.1) } == [true, false, false])
    #expect(Self.zeros.allSatisfy { name, bytes in Self.files.contains { $0 == (name, bytes) } })
  }

  @Test(arguments: files)
  func aFileCutAnywhereIsReadToItsEnd(name: String, bytes: [UInt8]) throws {
    for end in 0...bytes.count {
      let part = Array(bytes[..<end])
      guard let records = try Self.read(part, .bytes(name: "staff.csv", part)) else { continue }
      let usable = records.allEntries.count { !$0.marks.contains(.unusable) }
      #expect(usable <= records.files[0].records)
      // In UTF-16 other bytes may look like line ends, but no line end is without one.
      let lines = 1 + part.count { $0 == 0x0A || $0 == 0x0D }
      for problem in records.problems {
        #expect(problem.line >= 1 && problem.line <= lines)
        #expect(!ProblemWording.message(problem, in: .chinese, records: records, mask: IDMask.masked).isEmpty)
      }
    }
  }

  @Test(arguments: files)
  func aPipeThatDeliversByteByByteChangesNothing(name: String, bytes: [UInt8]) throws {
    let whole = try Self.read(bytes, .bytes(name: "pipe", bytes))
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (readEnd, writeEnd) = (ends[0], ends[1])
    let written = DispatchSemaphore(value: 0)
    let writer = Thread {
      for byte in bytes {
        var byte = byte
        if write(writeEnd, &byte, 1) != 1 { break }
      }
      close(writeEnd)
      written.signal()
    }
    writer.start()
    // A pipe takes all of it, also of a file that is refused after a look; nobody may write into a closed one.
    defer {
      written.wait()
      close(readEnd)
    }
    var torn = try Self.read(bytes, .path("/dev/fd/\(readEnd)"))
    torn?.files[0].path = "pipe"
    #expect(torn?.dump == whole?.dump)
  }

  @Test(arguments: files)
  func blocksOfAnySizeChangeNothing(name: String, bytes: [UInt8]) throws {
    let whole = try Self.read(bytes, .bytes(name: "staff.csv", bytes))
    for size in [1, 2, 3, 7, 16, 61] {
      var options = ImportOptions()
      options.blockSize = size
      options.workers = 3
      let pieces = try Self.read(bytes, .bytes(name: "staff.csv", bytes), options)
      #expect(pieces?.dump == whole?.dump, "blocks of \(size) bytes")
    }
  }
}
