import Foundation
import Testing

@testable import ContinuingEdCore

@Suite("Where bytes come from")
struct SourceTests {
  static let text = Array((EncodingTests.text + "c,\"王\n\r\n芳\",往年学时,2023,x,\n").utf8)

  private static func inFile<R>(_ bytes: [UInt8], _ body: (String) throws -> R) throws -> R {
    let path = NSTemporaryDirectory() + "cecredit-\(UUID().uuidString).csv"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { unlink(path) }
    return try body(path)
  }

  @Test("a file gives what its bytes give", arguments: [1, 16, 1 << 20])
  func file(blockSize: Int) throws {
    let expected = RandomInputTests.digest(try Reading.read(bytes: [SourceTests.text]))
    try SourceTests.inFile(SourceTests.text) { path in
      var options = ImportOptions()
      options.blockSize = blockSize
      let records = try Importer(options).read([.path(path)])
      #expect(RandomInputTests.digest(records) == expected)
      #expect(records.files[0].path == path)
    }
  }

  @Test(
    "a pipe that gives a byte at a time gives what the bytes give",
    arguments: [
      text, EncodingTests.gb18030(EncodingTests.text),
      [0xFF, 0xFE] + EncodingTests.utf16("a", bigEndian: false),
    ])
  func pipe(bytes: [UInt8]) throws {
    let expected = RandomInputTests.digest(try Reading.read(bytes: [bytes]))
    var ends: [Int32] = [0, 0]
    try #require(Foundation.pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    Thread.detachNewThread {
      for var byte in bytes { write(writing, &byte, 1) }
      close(writing)
    }
    defer { close(reading) }
    var options = ImportOptions()
    options.blockSize = 16
    let records = try Importer(options).read([.path("/dev/fd/\(reading)")])
    #expect(RandomInputTests.digest(records) == expected)
  }

  @Test("a folder, a device without end and a missing file are errors; the null device is an empty file")
  func notFiles() throws {
    #expect(throws: ImportError.isDirectory(path: "/tmp")) { try Importer().read([.path("/tmp")]) }
    #expect(throws: ImportError.isDevice(path: "/dev/zero")) { try Importer().read([.path("/dev/zero")]) }
    #expect(throws: ImportError.cannotOpen(path: "/nowhere/at all", errno: ENOENT)) {
      try Importer().read([.path("/nowhere/at all")])
    }
    #expect(try Importer().read([.path("/dev/null")]).problems.count == 2)
  }

  @Test("a file that shrinks while it is read is an error, not a crash")
  func shrinkingFile() throws {
    let row = Array("a,self-study,2023,8,\(String(repeating: "x", count: 200))\n".utf8)
    let bytes = Array("person_id,category,year,hours,title\n".utf8) + (0..<4000).flatMap { _ in row }
    try SourceTests.inFile(bytes) { path in
      var options = ImportOptions()
      options.blockSize = 4096
      options.progress = { done in if done > 100_000 { truncate(path, 50_000) } }
      #expect(throws: ImportError.changedWhileReading(path: path)) {
        try Importer(options).read([.path(path)])
      }
    }
  }

  @Test("a file cut at any byte is read without a crash, and the same in small blocks")
  func cutAnywhere() throws {
    for end in 0..<SourceTests.text.count {
      let bytes = Array(SourceTests.text[..<end])
      let whole = RandomInputTests.digest(try Reading.read(bytes: [bytes]))
      let blocks = RandomInputTests.digest(
        try Reading.read(bytes: [bytes]) {
          $0.blockSize = 5
          $0.workers = 2
        })
      #expect(blocks == whole)
    }
  }

  @Test("several files are one run: duplicates are found across them, and places name their file")
  func severalFiles() throws {
    let header = "person_id,name,category,title,year,hours\n"
    let records = try Reading.read([
      header + "a,x,self-study,t,2023,8\n",
      header + "b,y,self-study,t,2023,8\na,z,self-study,T,2023,8\na,x,self-study,t,2023,8.0\n",
    ])
    #expect(Reading.people(records) == ["a:2 3 4=", "b:2"])
    #expect(
      Reading.problems(records) == [
        "2#possible-duplicate@3/2<2", "2#name-mismatch@3/2:1=z<2", "2#duplicate@4/3<2",
      ])
    #expect(records.allEntries.map(\.file) == [0, 1, 1, 1])
  }
}
