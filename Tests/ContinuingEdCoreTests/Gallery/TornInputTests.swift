import Foundation
import Testing

@testable import ContinuingEdCore

/// Every file of the gallery and of the situations, cut anywhere and delivered byte by byte.
@Suite struct TornInputTests {
  /// Long ones are cut and delivered often enough by the others.
  private static let files =
    (GalleryCase.all.map { ($0.code.code, $0.file) } + SituationCase.all.map { ($0.name, $0.file) })
    .filter { $0.1.count < 4096 }

  @Test(arguments: files)
  func aFileCutAnywhereIsReadToItsEnd(name: String, bytes: [UInt8]) throws {
    for end in 0...bytes.count {
      let records = try Importer().read([.bytes(name: "staff.csv", Array(bytes[..<end]))])
      let usable = records.allEntries.count { !$0.marks.contains(.unusable) }
      #expect(usable <= records.files[0].records)
      for problem in records.problems {
        #expect(problem.line >= 1 && problem.line <= 20)
        #expect(!ProblemWording.message(problem, in: .chinese, records: records, mask: IDMask.masked).isEmpty)
      }
    }
  }

  @Test(arguments: files)
  func aPipeThatDeliversByteByByteChangesNothing(name: String, bytes: [UInt8]) throws {
    let whole = try Importer().read([.bytes(name: "pipe", bytes)])
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (readEnd, writeEnd) = (ends[0], ends[1])
    let writer = Thread {
      for byte in bytes {
        var byte = byte
        if write(writeEnd, &byte, 1) != 1 { break }
      }
      close(writeEnd)
    }
    writer.start()
    var torn = try Importer().read([.path("/dev/fd/\(readEnd)")])
    close(readEnd)
    torn.files[0].path = "pipe"
    #expect(torn.dump == whole.dump)
  }

  @Test(arguments: files)
  func blocksOfAnySizeChangeNothing(name: String, bytes: [UInt8]) throws {
    let whole = try Importer().read([.bytes(name: "staff.csv", bytes)])
    for size in [1, 2, 3, 7, 16, 61] {
      var options = ImportOptions()
      options.blockSize = size
      options.workers = 3
      let pieces = try Importer(options).read([.bytes(name: "staff.csv", bytes)])
      #expect(pieces.dump == whole.dump, "blocks of \(size) bytes")
    }
  }
}
