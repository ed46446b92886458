/// Which field a heading names (RecordsFiles: Header): compared after NFKC, without white space, case or byte order mark,
/// and, if that names nothing, without notes in brackets and the marks that forms put at either end.
enum HeadingMatch {
  /// What the columns of a file may be called besides the names that are built in.
  struct OwnNames {
    /// Headings and the fields that they stand for; the first of several for one field is read.
    var fields: [(String, Field)] = []
    /// Headings of columns that are to be taken as not there.
    var ignored: [String] = []
  }

  /// A field, and how far behind the field's other names in the table the one stands that a heading has.
  struct Name: Equatable {
    var field: Field
    var rank: Int
  }

  /// What a heading stands for.
  enum Found: Equatable {
    case name(Name)
    /// A column that is to be taken as not there.
    case ignored
    case unknown

    /// The name, where it has one.
    var name: Name? { if case .name(let name) = self { name } else { nil } }
  }

  /// Names of one's own go before all others.
  private static let ownRank = -1000

  /// What a heading stands for. Names of one's own go before the built-in ones.
  static func find(_ heading: String, roster: Bool, own: OwnNames) -> Found {
    let typed = normalised(heading)
    if typed.isEmpty { return .unknown }
    let found = find(normalised: typed, roster: roster, own: own)
    if found != .unknown { return found }
    let bare = undecorated(typed)
    return bare == typed || bare.isEmpty ? .unknown : find(normalised: bare, roster: roster, own: own)
  }

  private static func find(normalised name: String, roster: Bool, own: OwnNames) -> Found {
    if own.ignored.contains(where: { normalised($0) == name }) { return .ignored }
    let known = fields(roster: roster)
    for (place, (other, field)) in own.fields.enumerated()
    where known.contains(field) && normalised(other) == name {
      return .name(Name(field: field, rank: ownRank + place))
    }
    // By bytes: none of these names can be written in two ways, and to find that out anew for each takes long.
    let bytes = Array(name.utf8)
    for (field, names) in aliases(roster: roster) {
      let rank = names.firstIndex { $0.utf8.count == bytes.count && $0.utf8.elementsEqual(bytes) }
      if let rank { return .name(Name(field: field, rank: rank)) }
    }
    return .unknown
  }

  /// The field of a heading; nil if it names none.
  static func field(of heading: String, roster: Bool, extra: [(String, Field)]) -> Field? {
    find(heading, roster: roster, own: OwnNames(fields: extra)).name?.field
  }

  // MARK: Marks and notes

  /// A normalised heading without notes in brackets and without `*` and `:` at either end: `*姓名`, `学时(小时)`, `科目:`.
  /// A note that is a unit other than hours stays.
  static func undecorated(_ name: String) -> String {
    let (bare, _) = withoutNotes(name)
    var marked = bare.unicodeScalars[...]
    while let first = marked.first, marks.contains(first) { marked.removeFirst() }
    while let last = marked.last, marks.contains(last) { marked.removeLast() }
    return String(String.UnicodeScalarView(marked))
  }

  /// Whether a heading says in so many words that its numbers are no hours: `学时(分钟)`, `学分`, `培训天数`.
  static func isOtherUnit(_ heading: String) -> Bool {
    let name = normalised(heading)
    if withoutNotes(name).hasOtherUnit { return true }
    return ["学分", "分钟", "天数", "credit", "minute"].contains { name.contains($0) }
  }

  private static let marks: Set<Unicode.Scalar> = ["*", ":"]
  private static let openings: Set<Unicode.Scalar> = ["(", "[", "【", "〔"]
  private static let closings: Set<Unicode.Scalar> = [")", "]", "】", "〕"]
  private static let otherUnits: Set<String> = [
    "分", "分钟", "min", "天", "日", "学分", "万", "%", "mins", "minutes", "day", "days", "credit", "credits",
  ]

  private static func withoutNotes(_ name: String) -> (bare: String, hasOtherUnit: Bool) {
    var bare = String.UnicodeScalarView()
    var note = String.UnicodeScalarView()
    var (depth, hasOtherUnit) = (0, false)
    for scalar in name.unicodeScalars {
      if openings.contains(scalar) {
        depth += 1
        note.append(scalar)
      } else if closings.contains(scalar), depth > 0 {
        depth -= 1
        note.append(scalar)
        guard depth == 0 else { continue }
        if isOtherUnit(note: String(note)) {
          hasOtherUnit = true
          bare.append(contentsOf: note)
        }
        note = String.UnicodeScalarView()
      } else if depth > 0 {
        note.append(scalar)
      } else {
        bare.append(scalar)
      }
    }
    // A bracket that never closes is no note.
    bare.append(contentsOf: note)
    return (String(bare), hasOtherUnit)
  }

  private static func isOtherUnit(note: String) -> Bool {
    var unit = note.dropFirst().dropLast()
    if unit.hasPrefix("单位") { unit = unit.dropFirst(2) }
    if unit.hasPrefix(":") || unit.hasPrefix("为") { unit = unit.dropFirst() }
    return otherUnits.contains(String(unit))
  }

  // MARK: Near misses

  /// The known heading that an unknown one is a near miss of, and its field; nil if none is near, or two fields are as
  /// near.
  static func suggestion(for heading: String, roster: Bool) -> (name: String, field: Field)? {
    guard heading.utf8.count <= 200, !isOtherUnit(heading) else { return nil }
    let typed = Nearness.Word(withoutQuotes(undecorated(normalised(heading))))
    if typed.scalars.isEmpty || typed.scalars.count > Nearness.longest { return nil }
    var best: (distance: Int, name: String, field: Field)?
    var isTied = false
    for (name, word, field) in roster ? rosterWords : recordWords {
      guard typed.isASCII == word.isASCII, typed.signature & word.signature != 0, typed.mayMean(word) else {
        continue
      }
      guard let distance = nearDistance(typed, word) else { continue }
      if let current = best, current.distance <= distance {
        isTied = isTied || (current.distance == distance && current.field != field)
      } else {
        best = (distance, name, field)
        isTied = false
      }
    }
    return isTied ? nil : best.map { ($0.name, $0.field) }
  }

  private static func nearDistance(_ typed: Nearness.Word, _ word: Nearness.Word) -> Int? {
    let longer = max(typed.scalars.count, word.scalars.count)
    // One character of two makes another word: 性别, 类别.
    let limit = longer <= 2 ? 0 : longer <= 5 ? 1 : 2
    return Nearness.distance(typed, word, limit: limit)
  }

  private static func withoutQuotes(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.filter { !["#", "\"", "'", "★", "※"].contains($0) }))
  }

  // MARK: Names

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

  private static func words(roster: Bool) -> [(name: String, word: Nearness.Word, field: Field)] {
    aliases(roster: roster).flatMap { field, names in
      names.map { ($0, Nearness.Word($0, meaning: names.first ?? $0), field) }
    }
  }

  private static func fields(roster: Bool) -> [Field] { roster ? Field.roster : Field.records + Field.forms }
}
