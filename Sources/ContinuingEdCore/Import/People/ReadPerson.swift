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
  /// The hash of a name without its white space.
  static func of(_ name: UnsafeRawBufferPointer) -> UInt64 {
    withUnsafeTemporaryAllocation(byteCount: name.count, alignment: 1) { kept in
      var count = 0
      var i = 0
      while i < name.count {
        let width = CellText.spaceWidth(at: i, in: name, to: name.count)
        if width > 0 {
          i += width
        } else {
          kept[count] = name[i]
          count += 1
          i += 1
        }
      }
      return Mixing.hash(UnsafeRawBufferPointer(rebasing: kept[..<count]))
    }
  }
}
