/// Different names in order, found again by their text.
///
/// A few are compared one by one: a dictionary takes a process longer to set up than a usual rule file is to read. Only
/// for many is there one.
struct NameList {
  private(set) var names: [String] = []
  private var positions: [String: Int] = [:]

  private static let few = 48

  init() {}

  /// The names of a list; those that occur again are left out.
  init(_ names: [String]) {
    for name in names { insert(name) }
  }

  /// The position of a name; nil if it is not there.
  func position(of name: String) -> Int? {
    if !positions.isEmpty { return positions[name] }
    // Most names that are equal are so byte by byte, which is soon found out.
    let length = name.utf8.count
    return names.firstIndex { $0.utf8.count == length && $0.utf8.elementsEqual(name.utf8) }
      ?? names.firstIndex { $0 == name }
  }

  /// Adds a name; false if it is there already.
  @discardableResult
  mutating func insert(_ name: String) -> Bool {
    if position(of: name) != nil { return false }
    names.append(name)
    if names.count == NameList.few {
      for (position, name) in names.enumerated() { positions[name] = position }
    } else if names.count > NameList.few {
      positions[name] = names.count - 1
    }
    return true
  }
}
