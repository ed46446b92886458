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

  /// How many rows were stored.
  var rows: UInt32 = 0
  /// The categories whose amount this person's rule set fixes, a bit each by raw value.
  var fixedAmounts: UInt32
  /// The hash of the first name as typed, and of that name without white space.
  var nameHash: UInt64 = 0
  var nameKey: UInt64 = 0
  /// The first name and unit that are not blank.
  var name: TextID = .empty
  var unit: TextID = .empty
  var checksumFails: Bool
  var first: Place
  var namePlace = Place()
  var unitPlace = Place()

  init(fixedAmounts: UInt32, checksumFails: Bool, first: Place) {
    self.fixedAmounts = fixedAmounts
    self.checksumFails = checksumFails
    self.first = first
  }
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
