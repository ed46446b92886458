/// What English asks for and Chinese does not.
enum English {
  /// `1 entry`, `2 entries`: so many of a thing. Its plural has an `s` unless it is given.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) " + (number == 1 ? one : many ?? one + "s")
  }
}
