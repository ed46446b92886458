import Testing

@testable import ContinuingEdCore

@Suite struct EntryStoreTests {
  /// People with so many rows each, within a chunk of 256 rows and across the ends of chunks; lines count all of them.
  private static let people: [[EntryRow]] = {
    var line: UInt32 = 0
    return [3, 0, 255, 256, 700, 1].map { count in
      (0..<count).map { _ in
        line += 1
        var entry = EntryRow()
        entry.line = line
        return entry
      }
    }
  }()

  @Test("hands out the rows of each person in their order, unpacked and as they are kept", arguments: 0..<6)
  func rows(of person: Int) {
    let store = EntryStore(Self.people)
    let scratch = EntryScratch()
    let lines = Self.people[person].map(\.line)
    #expect(store.count(of: person) == lines.count)
    #expect(store[person].map(\.line) == lines)
    #expect(store[person].allSatisfy { $0.person == UInt32(person) })
    store.withEntries(of: person, using: scratch) { #expect($0.map(\.line) == lines) }
    store.withRows(of: person, using: scratch) { #expect($0.map(\.line) == lines) }
  }

  @Test("has no rows of people beyond the last")
  func beyond() {
    let store = EntryStore(Self.people)
    #expect(store[Self.people.count].isEmpty && store.count(of: 99) == 0 && EntryStore()[0].isEmpty)
  }
}
