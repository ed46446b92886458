/// Which field a heading names (CONTRACT §2, §8): compared after NFKC, without white space, case or byte order mark.
enum HeadingMatch {
  /// The field of a heading; nil if it names none. Names of one's own (`extra`) go before the built-in ones.
  static func field(of heading: String, roster: Bool, extra: [(String, Field)]) -> Field? {
    let name = normalised(heading)
    if name.isEmpty { return nil }
    for (own, field) in extra where fields(roster: roster).contains(field) && normalised(own) == name {
      return field
    }
    for (field, names) in aliases(roster: roster) where names.contains(name) { return field }
    return nil
  }

  /// The known heading that an unknown one is a near miss of; nil if none is near.
  static func suggestion(for heading: String, roster: Bool) -> String? { nil }

  /// A heading as it is compared.
  static func normalised(_ heading: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in CellFolding.normalised(heading).unicodeScalars
    where !scalar.properties.isWhitespace && scalar.value != 0xFEFF && scalar.value != 0x200B {
      scalars.append(scalar)
    }
    return String(scalars).lowercased()
  }

  /// Every name of every field that a file of this kind has.
  static func aliases(roster: Bool) -> [(Field, [String])] {
    roster ? rosterAliases : WordLists.recordHeadings
  }

  private static let rosterAliases =
    WordLists.recordHeadings.filter { [.personID, .name, .unit].contains($0.0) } + WordLists.rosterHeadings

  private static func fields(roster: Bool) -> [Field] { roster ? Field.roster : Field.records }
}
