/// An ID of one of the tables that is to be looked at once all are known, and where it is among the merged people.
struct SuspectID {
  let ref: PersonRef
  let bucket: Int
  let place: Int
}

/// What can be said of IDs only once all of them are known, each once (Problems: Codes of warnings): check digits that
/// fail in the records, and IDs that are nearly another one, in its form of 15 digits or but for leading zeros.
///
/// It costs nothing where no ID is of such a kind.
struct IDWarnings {
  private let merge: PeopleMerge
  private let roster: PlacedRoster?
  private let parts: [Part]
  private let files: [SourceFile]
  private(set) var list = ProblemList()

  /// An ID and everything that knows it.
  private struct Known {
    var id: [UInt8]
    var refs: [PersonRef]
  }

  /// Where an ID stands first.
  private struct Standing {
    var file: Int
    var line: Int
    var record: Int
    /// The ID as it was typed there.
    var typed: String
    /// The roster comes before everything else.
    var order: (Int, Int)
  }

  init(_ merge: PeopleMerge, roster: PlacedRoster?, _ parts: [Part], _ files: [SourceFile]) {
    (self.merge, self.roster, self.parts, self.files) = (merge, roster, parts, files)
    let known = suspects()
    for id in known { warnOfCheckDigit(id) }
    warnOfZeros(known)
    warnOfFifteenDigits(known)
    warnOfTakenForOthers()
  }

  /// The IDs that are to be looked at, each once.
  private func suspects() -> [Known] {
    var known: [Known] = []
    for suspects in merge.suspects where !suspects.isEmpty {
      var places: [Int: Int] = [:]
      for suspect in suspects {
        if let place = places[suspect.place] {
          known[place].refs.append(suspect.ref)
        } else {
          places[suspect.place] = known.count
          known.append(Known(id: merge.withID(suspect.ref) { Array($0) }, refs: [suspect.ref]))
        }
      }
    }
    return known
  }

  /// The roster's readers have said it of theirs.
  private mutating func warnOfCheckDigit(_ known: Known) {
    guard known.id.withUnsafeBytes(PersonIDCell.fails) else { return }
    guard let first = standing(known.refs.filter { $0.table > 0 }) else { return }
    warn(.idChecksum, at: first)
  }

  /// Of IDs that are equal but for leading zeros all but the first are named.
  private mutating func warnOfZeros(_ known: [Known]) {
    var groups: [ZerolessID: [Known]] = [:]
    for id in known where id.id.first == UInt8(ascii: "0") {
      if let bare = id.id.withUnsafeBytes({ ZerolessID($0) }) { groups[bare, default: []].append(id) }
    }
    for (bare, members) in groups {
      let plain = bare.withKey { key in Known(id: Array(key.bytes), refs: merge.find(key)) }
      let all = (plain.refs.isEmpty ? members : members + [plain])
        .compactMap { member in standing(member.refs).map { (member.id, $0) } }
        .sorted { $0.1.order < $1.1.order }
      for (_, later) in all.dropFirst() { warn(.nearID, at: later, .leadingZeros, other: all[0].0) }
    }
  }

  /// An ID of 15 digits is named where that of 18 which it became is there too.
  private mutating func warnOfFifteenDigits(_ known: [Known]) {
    var short: [[UInt8]: Known] = [:]
    for id in known where id.id.count == 15 && id.id.allSatisfy({ $0 &- 48 <= 9 }) { short[id.id] = id }
    if short.isEmpty { return }
    merge.forEachID { id in
      guard id.count == 18, let form = FifteenDigits.form(of: id), let known = short[form] else { return }
      short[form] = nil
      if let first = standing(known.refs) { warn(.nearID, at: first, .fifteenDigits, other: Array(id)) }
    }
  }

  /// IDs that are not on the roster and were taken for those of people on it.
  private mutating func warnOfTakenForOthers() {
    guard let roster else { return }
    var first: [[UInt8]: (person: Int, standing: Standing)] = [:]
    for part in parts {
      for (id, taken) in part.readings.reader.takenForOthers {
        let standing = standing(of: taken.place, in: part, typed: String(decoding: id, as: UTF8.self))
        if let known = first[id], known.standing.order < standing.order { continue }
        first[id] = (taken.person, standing)
      }
    }
    for (person, standing) in first.values {
      let other = roster.index.withID(of: person) { Array($0) }
      warn(.nearID, at: standing, .takenForRoster, other: other)
    }
  }

  private mutating func warn(
    _ code: ProblemCode, at standing: Standing, _ variant: ProblemVariant = .plain, other: [UInt8]? = nil
  ) {
    let columns = files[standing.file].columns
    var problem = FoundProblem(
      code, file: standing.file, line: standing.line, record: standing.record,
      column: columns.firstIndex(of: .personID).map(ProblemColumn.heading) ?? .absent(.personID),
      value: standing.typed)
    problem.variant = variant
    problem.details = other.map { [String(decoding: $0, as: UTF8.self), standing.typed] } ?? []
    list.append(problem)
  }

  // MARK: Where an ID stands first

  private func standing(_ refs: [PersonRef]) -> Standing? {
    if let ref = refs.first(where: { $0.table == 0 }), let roster {
      let place = roster.place(Int(ref.index))
      let typed = roster.index.withID(of: Int(ref.index)) { String(decoding: $0, as: UTF8.self) }
      return Standing(
        file: roster.file, line: place.line, record: place.record, typed: typed, order: (-1, place.line))
    }
    return refs.filter { $0.table > 0 }.map(standing).min { $0.order < $1.order }
  }

  private func standing(_ ref: PersonRef) -> Standing {
    let (part, index) = (merge.part(of: ref), Int(ref.index))
    let typed =
      part.readings.reader.details.typedID(index)
      ?? merge.withID(ref) { String(decoding: $0, as: UTF8.self) }
    return standing(of: part.readings.reader.people.people[index].first.place, in: part, typed: typed)
  }

  private func standing(of place: ReadPerson.Place, in part: Part, typed: String) -> Standing {
    let line = part.places.line(place)
    return Standing(
      file: part.file, line: line, record: part.places.record(place), typed: typed, order: (part.file, line))
  }
}

/// Identity numbers as they were before 1999: without the century of the birth and without the check digit.
enum FifteenDigits {
  /// That form of an identity number of 18 characters; nil of anything else.
  static func form(of id: UnsafeRawBufferPointer) -> [UInt8]? {
    guard IdentityNumber.checkDigitMatches(id) != nil else { return nil }
    return Array(id[0..<6]) + Array(id[8..<17])
  }
}
