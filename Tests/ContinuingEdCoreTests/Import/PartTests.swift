import Foundation
import Testing

@testable import ContinuingEdCore

@Suite("A part of a file")
struct PartTests {
  @Test("a part of a file is read up to its length, and a file that is shorter is an error")
  func parts() throws {
    let folder = try TestFolder.ledger(after: [])
    try folder.write("a.csv", "person_id,category,year,hours\na,self-study,2023,8\nb,self-study,2023,9\n")
    let path = folder.path + "/a.csv"
    #expect(try Importer().read([.part(path: path, length: 50)]).files[0].records == 1)
    #expect(try Importer().read([.part(path: path, length: 70)]).files[0].records == 2)
    #expect(throws: ImportError.changedWhileReading(path: path)) {
      try Importer().read([.part(path: path, length: 71)])
    }
    #expect(throws: ImportError.isDirectory(path: folder.path)) {
      try Importer().read([.part(path: folder.path, length: 1)])
    }
    #expect(throws: ImportError.cannotOpen(path: path + "x", errno: ENOENT)) {
      try Importer().read([.part(path: path + "x", length: 1)])
    }
  }
}
