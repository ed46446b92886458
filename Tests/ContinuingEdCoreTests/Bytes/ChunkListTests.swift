import Testing

@testable import ContinuingEdCore

@Suite struct ChunkListTests {
  @Test("keeps what it holds where it lies, over more chunks than it first has room for")
  func growth() {
    // A chunk has 131,072 elements; room is for four of them at first, then eight, so this is the ninth.
    let count = 8 * 131_072 + 5
    var list = ChunkList<UInt64>()
    defer { list.deallocate() }
    list.append(7)
    let first = list.pointer(0)
    for i in 1..<count { list.append(UInt64(i) &* 3) }
    #expect(list.count == count && list.pointer(0) == first && list[0] == 7)
    #expect((1..<count).allSatisfy { list[$0] == UInt64($0) &* 3 })
  }

  @Test("a copy sees what was added before")
  func copies() {
    var list = ChunkList<UInt8>()
    defer { list.deallocate() }
    for i in 0..<200_000 { list.append(UInt8(truncatingIfNeeded: i)) }
    let copy = list
    list.pointer(150_000).pointee = 99
    #expect(copy.count == 200_000 && copy[150_000] == 99 && copy[199_999] == list[199_999])
  }

  @Test("an empty list can be given back")
  func empty() {
    let list = ChunkList<UInt32>()
    #expect(list.count == 0)
    list.deallocate()
  }
}

@Suite struct PersonTableTests {
  @Test("tells IDs apart by all their bytes, however long", arguments: [1, 18, 23, 24, 25, 40, 300])
  func lengths(count: Int) {
    var table = PersonTable()
    defer { table.deallocate() }
    // So many letters that differ in the last one, and one that lacks it.
    let ids = (0..<3).map { Array(repeating: UInt8(ascii: "A"), count: count - 1) + [UInt8(ascii: "B") + $0] }
    let all = ids + [Array(ids[0].dropLast())]
    for (number, id) in all.enumerated() where !id.isEmpty {
      id.withUnsafeBytes { bytes in
        PersonKey.withKey(of: bytes) { key in
          #expect(table.find(key) == nil)
          #expect(table.insert(key, ReadPerson()) == number)
        }
      }
    }
    for (number, id) in all.enumerated() where !id.isEmpty {
      id.withUnsafeBytes { bytes in
        PersonKey.withKey(of: bytes) { key in
          #expect(table.find(key) == number && table.equals(number, key))
          #expect(table.candidate(key) == number)
        }
      }
      table.withKey(of: number) { #expect(Array($0.bytes) == id) }
    }
  }
}
