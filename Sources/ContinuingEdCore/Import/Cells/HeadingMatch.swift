/// Which field a heading names (CONTRACT §2, §8): compared after NFKC, without white space, case or byte order mark.
enum HeadingMatch {
  /// The field of a heading; nil if it names none. Names of one's own (`extra`) go before the built-in ones.
  static func field(of heading: String, roster: Bool, extra: [(String, Field)]) -> Field? {
    let name = normalised(heading)
    if name.isEmpty { return nil }
    for (own, field) in extra where fields(roster: roster).contains(field) && normalised(own) == name {
      return field
    }
    // By bytes: none of these names can be written in two ways, and to find that out anew for each takes long.
    let bytes = Array(name.utf8)
    for (field, names) in aliases(roster: roster)
    where names.contains(where: { $0.utf8.count == bytes.count && $0.utf8.elementsEqual(bytes) }) {
      return field
    }
    return nil
  }

  /// The known heading that an unknown one is a near miss of; nil if none is near.
  static func suggestion(for heading: String, roster: Bool) -> String? {
    guard heading.utf8.count <= 200 else { return nil }
    let name = normalised(heading)
    let bare = undecorated(name)
    let known = roster ? rosterWords : recordWords
    if bare != name, known.contains(where: { $0.name == bare }) { return bare }
    let typed = Nearness.Word(bare)
    if typed.scalars.count > Nearness.longest { return nil }
    var best: (distance: Int, name: String)?
    for (name, word) in known {
      guard typed.isASCII == word.isASCII, typed.signature & word.signature != 0 else { continue }
      let longer = max(typed.scalars.count, word.scalars.count)
      // One character of two makes another word: 性别, 类别.
      let limit = longer <= 2 ? 0 : longer <= 5 ? 1 : 2
      guard let distance = Nearness.distance(typed, word, limit: limit) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, name) }
    }
    return best?.name
  }

  /// A heading without what forms put around it: `*姓名`, `姓名（必填）`, `学时：`.
  private static func undecorated(_ name: String) -> String {
    var bare = ""
    var depth = 0
    for character in name {
      switch character {
      case "(", "[", "【", "「": depth += 1
      case ")", "]", "】", "」": depth = max(0, depth - 1)
      case "*", ":", "#", "\"", "'", "★", "※": break
      default: if depth == 0 { bare.append(character) }
      }
    }
    return bare
  }

  /// A heading as it is compared.
  static func normalised(_ heading: String) -> String {
    // One by one: all at once goes through the library's general way, which is slow at first.
    var name = ""
    for scalar in scalars(heading) { name.unicodeScalars.append(scalar) }
    return name
  }

  /// The same as characters.
  static func scalars(_ heading: String) -> [Unicode.Scalar] {
    let bare = CellFolding.bare(heading)
    // Only ASCII letters are in lower case so far; ideographs have none.
    if bare.allSatisfy({ $0.value < 0x80 || ($0.value >= 0x4E00 && $0.value <= 0x9FFF) }) { return bare }
    return Array(String(String.UnicodeScalarView(bare)).lowercased().unicodeScalars)
  }

  /// Every name of every field that a file of this kind has.
  static func aliases(roster: Bool) -> [(Field, [String])] {
    roster ? rosterAliases : WordLists.recordHeadings
  }

  private static let rosterAliases =
    WordLists.recordHeadings.filter { [.personID, .name, .unit].contains($0.0) } + WordLists.rosterHeadings

  private static let recordWords = words(roster: false)
  private static let rosterWords = words(roster: true)

  private static func words(roster: Bool) -> [(name: String, word: Nearness.Word)] {
    aliases(roster: roster).flatMap(\.1).map { ($0, Nearness.Word($0)) }
  }

  private static func fields(roster: Bool) -> [Field] { roster ? Field.roster : Field.records }
}
