/// A sum of mixed values that stands for the known cells of a row, in whatever order they are added. Blank cells add
/// nothing, so a column that a file lacks equals one that is blank.
struct Fingerprint {
  private(set) var value: UInt64 = 0

  /// Adds a parsed value of a field.
  @inline(__always)
  mutating func add(_ field: Field, _ number: Int) {
    addMixed(field, UInt64(truncatingIfNeeded: number) ^ 0x5851_F42D_4C95_7F2D)
  }

  /// Adds the closed lists, numbers and days of a row; 0 stands for what is blank of them.
  @inline(__always)
  mutating func add(_ figures: PackedFigures, days: UInt64) {
    value &+= Mixing.fold(figures.word ^ Mixing.first, days ^ Mixing.second)
  }

  /// Adds a text of a field by its hash.
  @inline(__always)
  mutating func add(_ field: Field, hash: UInt64) { addMixed(field, hash) }

  /// Adds the hash of a text of a field with a weight; 0, which is that of a blank one, adds nothing. A hash is mixed
  /// already, so a product is enough.
  @inline(__always)
  mutating func add(hash: UInt64, _ weight: UInt64) { value &+= hash &* weight }

  /// The weight of the texts of a field by raw value: odd, and no simple multiple of that of another one.
  static func weight(_ field: UInt8) -> UInt64 { Mixing.fold(salt(field), Mixing.second) | 1 }

  @inline(__always)
  private mutating func addMixed(_ field: Field, _ word: UInt64) {
    let salt = Fingerprint.salt(field.rawValue)
    value &+= Mixing.fold(word ^ salt, Mixing.second ^ salt)
  }

  @inline(__always)
  private static func salt(_ field: UInt8) -> UInt64 { (UInt64(field) &+ 1) &* 0x9E37_79B9_7F4A_7C15 }
}
