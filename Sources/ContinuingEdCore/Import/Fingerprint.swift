/// A sum of mixed values that stands for the known cells of a row, in whatever order they are added. Blank cells add
/// nothing, so a column that a file lacks equals one that is blank.
struct Fingerprint {
  private(set) var value: UInt64 = 0

  /// Adds a parsed value of a field.
  @inline(__always)
  mutating func add(_ field: Field, _ number: Int) {
    addMixed(field, UInt64(truncatingIfNeeded: number) ^ 0x5851_F42D_4C95_7F2D)
  }

  /// Adds a text of a field by its hash.
  @inline(__always)
  mutating func add(_ field: Field, hash: UInt64) { addMixed(field, hash) }

  @inline(__always)
  private mutating func addMixed(_ field: Field, _ word: UInt64) {
    let salt = (UInt64(field.rawValue) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    value &+= Mixing.fold(word ^ salt, Mixing.second ^ salt)
  }
}
