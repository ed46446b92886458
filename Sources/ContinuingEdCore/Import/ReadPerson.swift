/// What one worker knows of a person.
struct ReadPerson {
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
  /// The categories whose amount this person's rule set fixes, a bit each by raw value.
  var fixedAmounts: UInt32
  /// The first unit that is not blank.
  var unit: TextID = .empty
  var checksumFails: Bool

  init(fixedAmounts: UInt32, checksumFails: Bool) {
    self.fixedAmounts = fixedAmounts
    self.checksumFails = checksumFails
  }
}

/// What else one worker knows of a person, wanted seldom: kept apart, so that what every row looks at stays small.
struct ReadPersonDetails {
  /// Where the person first appears.
  var first: ReadPerson.Place
  /// The ID as it was typed there, where that is not its normal form.
  var typedID: TextID = .empty
  /// The first name that is not blank, and its hash without white space.
  var name: TextID = .empty
  var nameKey: UInt64 = 0
  var namePlace = ReadPerson.Place()
  var unitPlace = ReadPerson.Place()
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
