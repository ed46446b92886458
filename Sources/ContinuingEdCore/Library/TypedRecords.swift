/// People and entries that were typed, read as a records file and a roster are: so they get the same checks, and there is
/// one set of them.
enum TypedRecords {
  /// What was read. A problem's record is the place of the entry among all, or of the person, from 1 on.
  static func read(_ people: [(Person, [Entry])], for rules: RulesOfReading) -> Records {
    let given = merged(people)
    let needsRoster = given.contains { $0.person.roster != nil || $0.entries.isEmpty } || hasTwoOfOne(given)
    var rows = Sheet([.personID, .name, .unit] + Entry.fields)
    var roster = Sheet(Field.roster)
    for (person, entries) in given {
      let cells = person.cells
      if needsRoster { roster.append { cells[$0] ?? "" } }
      for entry in entries {
        let own = entry.cells
        rows.append { own[$0] ?? cells[$0] ?? "" }
      }
    }
    var options = rules.options()
    options.encoding = .utf8
    options.delimiter = .comma
    let list: InputFile? = needsRoster ? .bytes(name: "", roster.bytes) : nil
    // Bytes in memory can always be read; were it not so, nobody would be there to be compliant.
    guard var records = try? Importer(options).read([.bytes(name: "", rows.bytes)], roster: list) else {
      return Records()
    }
    if needsRoster {
      for index in records.people.indices {
        let id = records.texts.string(records.people[index].id)
        if given.contains(where: { $0.person.roster?.isFaulty == true && $0.person.id == id }) {
          records.rosterFacts[index]?.hasProblem = true
        }
      }
      records.problems.sayOnce(files: records.files)
    }
    return records
  }

  /// The names of cities that people have, each once.
  static func cities(of people: [(Person, [Entry])]) -> [String] {
    var seen: Set<[UInt8]> = []
    return people.compactMap { $0.0.roster?.city }
      .filter { !$0.isEmpty && seen.insert(RulesOfReading.key($0)).inserted }
  }

  /// Somebody who is given several times, always the same, is one person with the entries of all.
  private static func merged(_ people: [(Person, [Entry])]) -> [(person: Person, entries: [Entry])] {
    var places: [Person: Int] = [:]
    var merged: [(person: Person, entries: [Entry])] = []
    for (person, entries) in people {
      if let place = places[person] {
        merged[place].entries += entries
      } else {
        places[person] = merged.count
        merged.append((person, entries))
      }
    }
    return merged
  }

  /// Whether two that differ have one ID: only a roster says which of them stands.
  private static func hasTwoOfOne(_ people: [(person: Person, entries: [Entry])]) -> Bool {
    Set(people.map(\.person.id)).count < people.count
  }

  /// A CSV file while it is written. Every cell is quoted: whatever is in a text stays in its cell.
  private struct Sheet {
    private let fields: [Field]
    private(set) var bytes: [UInt8] = []

    init(_ fields: [Field]) {
      self.fields = fields
      append { $0.english }
    }

    mutating func append(_ cell: (Field) -> String) {
      for (place, field) in fields.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        for byte in cell(field).utf8 {
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
          // A NUL would make a binary file of it all; both are `bad-encoding` in their record.
          bytes.append(byte == 0 ? 0xFF : byte)
        }
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}

extension ProblemList {
  /// Drops what the roster has of an ID and the rows have too: who types a person types one ID.
  fileprivate mutating func sayOnce(files: [SourceFile]) {
    func isOfRoster(_ problem: FoundProblem) -> Bool { files[safe: problem.file]?.isRoster == true }
    for code in [ProblemCode.idChecksum, .nearID, .missingPerson, .mangledID] {
      let said = Set(lazy.filter { $0.code == code && !isOfRoster($0) }.map { $0.value ?? "" })
      if said.isEmpty { continue }
      filter(code) { !isOfRoster($0) || !said.contains($0.value ?? "") }
    }
  }
}
