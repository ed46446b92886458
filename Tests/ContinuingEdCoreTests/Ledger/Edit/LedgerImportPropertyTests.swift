import Testing

@testable import ContinuingEdCore

@Suite("Importing pieces of files made at random")
struct LedgerImportPropertyTests {
  typealias Generator = RandomInputTests.Generator

  /// Rows unlike each other, each about something of its own, with records between them that are not taken.
  static func rows(_ generator: inout Generator, _ count: Int) -> [String] {
    var rows: [String] = []
    for number in 0..<count {
      rows.append(
        RandomStaff.row(&generator, number: number).replacing("急诊", with: "急诊\(number)")
          .replacing("护理", with: "护理\(number)").replacing("两", with: "两\(number)").replacing(
            "无,", with: "无\(number),"))
      if Int.random(in: 0..<6, using: &generator) == 0 {
        rows.append(RandomStaff.others[Int.random(in: 0..<RandomStaff.others.count, using: &generator)])
      }
    }
    return rows
  }

  static func file(_ rows: some Sequence<String>) -> String { RandomStaff.header + rows.joined() }

  /// All rows at once, in a ledger of their own.
  static func whole(_ rows: [String]) throws -> (desk: LedgerDesk, result: LedgerImportResult) {
    let desk = try LedgerDesk()
    return (desk, try desk.take([file(rows)]))
  }

  @Test(
    "pieces cut at row ends, in any order and with overlaps, give what one import gives", arguments: 0..<6)
  func pieces(batch: Int) throws {
    var generator = Generator(state: UInt64(batch) &* 131 &+ 7)
    let rows = LedgerImportPropertyTests.rows(&generator, 120)
    let (whole, result) = try LedgerImportPropertyTests.whole(rows)
    #expect(result.changes.isEmpty)
    #expect(try whole.rows().count >= 100)
    for together in [false, true] {
      var pieces: [String] = []
      var start = 0
      while start < rows.count {
        let end = min(rows.count, start + Int.random(in: 1..<30, using: &generator))
        let overlap = Int.random(in: 0..<10, using: &generator)
        pieces.append(LedgerImportPropertyTests.file(rows[max(0, start - overlap)..<end]))
        start = end
      }
      pieces.shuffle(using: &generator)
      let desk = try LedgerDesk()
      if together { try desk.take(pieces) } else { for piece in pieces { try desk.take([piece]) } }
      #expect(try desk.rows() == whole.rows())
      #expect(try desk.folder.faults() == [])
      // All of it again, in whatever form, adds nothing.
      let again = try desk.take([LedgerImportPropertyTests.file(rows)])
      #expect(again.work.isEmpty && again.changes.isEmpty)
    }
  }

  @Test("equal rows are as many as the fullest file has", arguments: 0..<4)
  func multiset(batch: Int) throws {
    var generator = Generator(state: UInt64(batch) &* 37 &+ 1)
    let kinds = LedgerImportPropertyTests.rows(&generator, 6).filter { !RandomStaff.others.contains($0) }
    let desk = try LedgerDesk()
    var fullest = [Int](repeating: 0, count: kinds.count)
    for _ in 0..<8 {
      let counts = kinds.map { _ in Int.random(in: 0..<4, using: &generator) }
      var rows = zip(kinds, counts).flatMap { Array(repeating: $0, count: $1) }
      rows.shuffle(using: &generator)
      try desk.take([LedgerImportPropertyTests.file(rows)])
      for i in kinds.indices { fullest[i] = max(fullest[i], counts[i]) }
      #expect(try desk.rows().count == fullest.reduce(0, +))
    }
    let most = zip(kinds, fullest).flatMap { Array(repeating: $0, count: $1) }
    #expect(try desk.rows() == LedgerImportPropertyTests.whole(most).desk.rows())
  }

  @Test("each changed row is a probable correction of its entry and no other", arguments: 0..<6)
  func changedRows(batch: Int) throws {
    var generator = Generator(state: UInt64(batch) &* 71 &+ 5)
    let rows = LedgerImportPropertyTests.rows(&generator, 80).filter { !RandomStaff.others.contains($0) }
    let desk = try LedgerDesk()
    try desk.take([LedgerImportPropertyTests.file(rows)])
    let before = try desk.folder.state()
    var ids: [String: LedgerEntryID] = [:]
    for year in try desk.snapshot().years {
      for entry in try LedgerImportPropertyTests.notes(desk, year) { ids[entry.note] = entry.id }
    }
    var changed: [String: Bool] = [:]
    var file: [String] = []
    for (number, row) in rows.enumerated() {
      let isChanged = Int.random(in: 0..<3, using: &generator) == 0
      changed["n\(number)"] = isChanged
      file.append(isChanged ? row.replacing(",n\(number)", with: ",n\(number) 更正") : row)
    }
    file.shuffle(using: &generator)
    let text = LedgerImportPropertyTests.file(file)
    let result = try desk.take([text])
    let expected = changed.filter(\.value).keys
    #expect(Set(result.changes.compactMap { $0.differences.first?.old }) == Set(expected))
    for change in result.changes {
      let note = try #require(change.differences.first)
      #expect(change.differences.count == 1 && note.field == .note && note.new == note.old + " 更正")
      #expect(ids[note.old] == change.entry)
    }
    #expect(try desk.folder.state() == before)
    let accepted = try desk.take([text], accepting: true)
    #expect(accepted.changes.count == expected.count)
    #expect(LedgerDesk.balances(try desk.take([text])) == ["\(rows.count)=0+\(rows.count)+0+0+0"])
    #expect(try desk.folder.faults() == [])
    let records = try LedgerRecords().read(desk.snapshot())
    #expect(records.allEntries.count == rows.count)
  }

  static func notes(_ desk: LedgerDesk, _ year: Int) throws -> [(id: LedgerEntryID, note: String)] {
    var found: [(id: LedgerEntryID, note: String)] = []
    _ = try LedgerTable(.entries(year: year), in: desk.snapshot())?.read { row in
      if let id = LedgerEntryID(row.string(0)) {
        found.append((id, row.string(2 + Field.keptPlaces[Int(Field.note.rawValue)])))
      }
    }
    return found
  }

  @Test("balances add up and blocks and workers make no difference", arguments: 0..<6)
  func blocks(batch: Int) throws {
    var generator = Generator(state: UInt64(batch) &* 977 &+ 3)
    let texts = (0..<3).map { _ in
      RandomInputTests.header.utf8 + Array(RandomInputTests.text(&generator))
        + RandomInputTests.text(&generator)
    }.map { Array($0) }
    var plain: [String]?
    for (size, workers) in [(1 << 20, 1), (64, 1), (40, 2), (7, 3)] {
      let desk = try LedgerDesk()
      let results = try texts.map { text in
        try desk.take(bytes: [text]) { ($0.blockSize, $0.workers, $0.encoding) = (size, workers, .utf8) }
      }
      let rows = try desk.rows().map { $0.debugDescription } + results.flatMap(LedgerDesk.balances)
      if let plain { #expect(rows == plain) } else { plain = rows }
      // What the reader counts as records are those that are not blank.
      for result in results {
        let balance = try #require(result.files[0].line.balance)
        let skipped = result.records.problems.count { $0.code == .skippedRow }
        #expect(balance.read - balance.blank == result.records.files[0].records - skipped)
      }
    }
  }
}
