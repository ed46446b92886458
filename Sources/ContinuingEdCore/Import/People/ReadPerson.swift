/// What one worker knows of a person and looks at for every row.
struct ReadPerson {
  /// Where a person first appears, and the first name that is not blank, among those of ``ReadPersonDetails``.
  struct First {
    var place = Place()
    var name = TextID.empty
  }

  /// A place in the file that is being read.
  struct Place {
    /// The block, and line and record counted within it.
    var block: UInt32 = 0
    var line: UInt32 = 0
    var record: UInt32 = 0

    /// Whether it comes before another one.
    func isBefore(_ other: Place) -> Bool { block != other.block ? block < other.block : line < other.line }
  }

  /// The hash of the first name as typed; 0 before one was seen.
  var nameHash: UInt64 = 0
  /// How many rows were stored.
  var rows: UInt32 = 0
  /// The first unit that is not blank.
  var unit: TextID = .empty
  /// The person's rule set as an index into those of the run.
  var ruleSet: UInt16 = 0
  /// The bucket of the ``RowStore`` that the rows go to.
  var bucket: UInt8 = 0
  var checksumFails = false
}

/// What else one worker knows of its people, wanted seldom: kept apart, so that what every row looks at stays small.
struct ReadPersonDetails {
  private(set) var names = TextTable()
  /// Where the first name or unit stands, if not where the person first appears.
  private var laterNames: [Int: ReadPerson.Place] = [:]
  private var laterUnits: [Int: ReadPerson.Place] = [:]
  /// The ID as it was typed where the person first appears, where that is not its normal form; among `names`.
  private var typedIDs: [Int: TextID] = [:]

  /// Keeps the first name of a person and where it stands.
  mutating func setName(
    _ name: UnsafeRawBufferPointer, of person: Int, at place: ReadPerson.Place,
    _ first: inout ReadPerson.First
  ) {
    first.name = names.append(name)
    if first.place.isBefore(place) { laterNames[person] = place }
  }

  /// Notes where a person's first unit stands.
  mutating func setUnitPlace(_ place: ReadPerson.Place, of person: Int, _ first: ReadPerson.First) {
    if first.place.isBefore(place) { laterUnits[person] = place }
  }

  mutating func setTypedID(_ id: UnsafeRawBufferPointer, of person: Int) {
    typedIDs[person] = names.append(id)
  }

  /// Whether everyone's first name stands where they first appear; likewise their unit.
  var namesAreFirst: Bool { laterNames.isEmpty }
  var unitsAreFirst: Bool { laterUnits.isEmpty }

  /// Where the first name of a person stands.
  func namePlace(_ person: Int, _ first: ReadPerson.First) -> ReadPerson.Place {
    laterNames.isEmpty ? first.place : laterNames[person] ?? first.place
  }

  /// Where the first unit of a person stands.
  func unitPlace(_ person: Int, _ first: ReadPerson.First) -> ReadPerson.Place {
    laterUnits.isEmpty ? first.place : laterUnits[person] ?? first.place
  }

  /// Calls `body` with the first name of a person.
  func withName<R>(_ first: ReadPerson.First, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    names.withBytes(of: first.name, body)
  }

  /// The ID as typed where the person first appears; nil where that is its normal form.
  func typedID(_ person: Int) -> String? { typedIDs[person].map(names.string) }
}

/// Names as `name-mismatch` compares them.
enum NameKey {
  /// The hash of a name in NFKC without its white space; the dots that stand between the parts of a name are one.
  static func of(_ name: UnsafeRawBufferPointer) -> UInt64 {
    CellFolding.withFolded(name, lowercase: false, hash) ?? hash(name)
  }

  private static func hash(_ name: UnsafeRawBufferPointer) -> UInt64 {
    withUnsafeTemporaryAllocation(byteCount: name.count, alignment: 1) { kept in
      var count = 0
      var i = 0
      while i < name.count {
        let space = CellText.spaceWidth(at: i, in: name, to: name.count)
        if space > 0 {
          i += space
          continue
        }
        let dot = dotWidth(at: i, in: name)
        kept[count] = dot > 0 ? UInt8(ascii: ".") : name[i]
        count += 1
        i += max(1, dot)
      }
      return Mixing.hash(UnsafeRawBufferPointer(rebasing: kept[..<count]))
    }
  }

  /// How many bytes one of · • ・ ‧ and the full stop takes, which is ． in NFKC; 0 if there is none.
  private static func dotWidth(at start: Int, in name: UnsafeRawBufferPointer) -> Int {
    switch name[start] {
    case UInt8(ascii: "."): return 1
    case 0xC2: return start + 1 < name.count && name[start + 1] == 0xB7 ? 2 : 0
    case 0xE2, 0xE3:
      guard start + 2 < name.count else { return 0 }
      switch (name[start], name[start + 1], name[start + 2]) {
      case (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA7), (0xE3, 0x83, 0xBB): return 3
      default: return 0
      }
    default: return 0
    }
  }
}

/// The name that a person's rows should have, and where it stands.
struct ReferenceName {
  let name: String
  let key: UInt64
  let file: Int
  let line: Int

  init(_ name: UnsafeRawBufferPointer, file: Int, line: Int) {
    self.name = String(decoding: name, as: UTF8.self)
    key = NameKey.of(name)
    (self.file, self.line) = (file, line)
  }
}
