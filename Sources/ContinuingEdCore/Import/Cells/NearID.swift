/// What is wrong with a text that is nearly an identity number of 18 characters (Problems: Codes of warnings; near-id).
struct NearID: Equatable {
  /// What it is about the text.
  enum Kind: Equatable {
    /// A character that looks like another one.
    case lookAlike(found: Unicode.Scalar, meant: Unicode.Scalar)
    /// One character stands behind an asterisk.
    case asterisk
    case oneTooMany
    case oneTooFew
    /// Something without digits before or behind the number.
    case around
    /// `.0` behind it.
    case decimals
  }

  var kind: Kind
  /// The number that was meant; nil where that can't be told.
  var meant: String?

  /// What looks like the X at the end: × Χ Х ✕ х χ.
  private static let lookAlikesOfX: Set<Unicode.Scalar> = [
    "\u{D7}", "\u{3A7}", "\u{425}", "\u{2715}", "\u{445}", "\u{3C7}",
  ]

  /// The digit that a character looks like.
  private static func digit(likeA scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "Z", "z": "2"
    case "O", "o", "\u{41E}", "\u{43E}", "\u{39F}", "\u{3BF}": "0"
    case "l", "I", "|": "1"
    case "S", "s": "5"
    case "B": "8"
    default: nil
    }
  }

  /// Looks at a normalised ID that is no identity number; a look-alike of the X at its end becomes X.
  static func look(at id: inout [Unicode.Scalar]) -> NearID? {
    if id.count == 18 {
      if let near = lookAlike(&id) ?? asterisk(id) { return near }
    }
    if id.count == 17 || id.count == 19, id.dropLast().allSatisfy(isDigit), isCheckDigit(id[id.count - 1]),
      hasBirthDate(id)
    {
      return NearID(kind: id.count == 19 ? .oneTooMany : .oneTooFew, meant: nil)
    }
    return surrounded(id)
  }

  private static func lookAlike(_ id: inout [Unicode.Scalar]) -> NearID? {
    let last = id[17]
    if lookAlikesOfX.contains(last), id.dropLast().allSatisfy(isDigit) {
      id[17] = "X"
      return NearID(kind: .lookAlike(found: last, meant: "X"), meant: text(id))
    }
    var meant = id
    var first: (found: Unicode.Scalar, meant: Unicode.Scalar)?
    for place in meant.indices {
      let scalar = meant[place]
      if isDigit(scalar) || (place == 17 && scalar == "X") { continue }
      let digit = place == 17 && lookAlikesOfX.contains(scalar) ? "X" : digit(likeA: scalar)
      guard let digit else { return nil }
      meant[place] = digit
      first = first ?? (scalar, digit)
    }
    return first.map { NearID(kind: .lookAlike(found: $0.found, meant: $0.meant), meant: text(meant)) }
  }

  private static func asterisk(_ id: [Unicode.Scalar]) -> NearID? {
    let others = id.filter { $0 != "*" }
    guard others.count < 18, others.dropLast().allSatisfy(isDigit), others.last.map(isCheckDigit) ?? false
    else {
      return nil
    }
    return NearID(kind: .asterisk, meant: nil)
  }

  /// An identity number with something before or behind it.
  private static func surrounded(_ id: [Unicode.Scalar]) -> NearID? {
    guard let start = id.firstIndex(where: isDigit), start + 18 <= id.count, isNumber(id[start..<start + 18])
    else {
      return nil
    }
    let meant = text(Array(id[start..<start + 18]))
    let behind = id[(start + 18)...]
    if start == 0, behind.first == ".", behind.count > 1, behind.dropFirst().allSatisfy({ $0 == "0" }) {
      return NearID(kind: .decimals, meant: meant)
    }
    return behind.contains(where: isDigit) || (start == 0 && behind.isEmpty)
      ? nil : NearID(kind: .around, meant: meant)
  }

  // MARK: What is no ID at all

  /// The places of hidden characters: two and more in a row of `*`, `X`, `·` or `●`.
  static func maskedPlaces(_ id: [Unicode.Scalar]) -> [Bool] {
    var places = [Bool](repeating: false, count: id.count)
    var start = 0
    while start < id.count {
      var end = start
      while end < id.count, isMask(id[end]) { end += 1 }
      if end - start >= 2 { for place in start..<end { places[place] = true } }
      start = max(end, start + 1)
    }
    return places
  }

  /// Whether some characters are hidden, with digits before or behind them.
  static func isMasked(_ id: [Unicode.Scalar]) -> Bool {
    let places = maskedPlaces(id)
    return places.indices.contains { place in
      places[place]
        && ((place > 0 && isDigit(id[place - 1])) || (place + 1 < id.count && isDigit(id[place + 1])))
    }
  }

  private static func isMask(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "*" || scalar == "X" || scalar == "x" || scalar == "\u{B7}" || scalar == "\u{25CF}"
  }

  /// Whether a text is two or more numbers of 15 or 18 characters, with nothing or other signs between them.
  static func isSeveral(_ id: [Unicode.Scalar]) -> Bool {
    guard id.count >= 30 else { return false }
    var counts: [Int] = []
    var run: [Unicode.Scalar] = []
    func close() -> Bool {
      if run.isEmpty { return true }
      guard let count = numbers(in: run[...]) else { return false }
      counts.append(count)
      run = []
      return true
    }
    for scalar in id {
      if isDigit(scalar) || (scalar == "X" && !run.isEmpty) {
        run.append(scalar)
      } else if scalar.isASCII, scalar.properties.isAlphabetic {
        return false
      } else if !close() {
        return false
      }
    }
    return close() && counts.reduce(0, +) >= 2
  }

  /// How many numbers of 15 or 18 characters a run of digits is; nil if it is no such thing.
  private static func numbers(in run: ArraySlice<Unicode.Scalar>) -> Int? {
    if run.isEmpty { return 0 }
    for length in [18, 15] where run.count >= length {
      let front = run.prefix(length)
      let isOne = length == 18 ? isNumber(front) : front.allSatisfy(isDigit)
      if isOne, let rest = numbers(in: run.dropFirst(length)) { return rest + 1 }
    }
    return nil
  }

  // MARK: Parts

  /// Whether 18 characters are 17 digits and a digit or X.
  private static func isNumber(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
    id.dropLast().allSatisfy(isDigit) && id.last.map(isCheckDigit) ?? false
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 48 <= 9 }
  private static func isCheckDigit(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || scalar == "X" }

  /// Whether a day of the years that can be read is written from the seventh digit on.
  private static func hasBirthDate(_ id: [Unicode.Scalar]) -> Bool {
    func number(_ range: Range<Int>) -> Int { id[range].reduce(0) { $0 * 10 + Int($1.value &- 48) } }
    let year = number(6..<10)
    return CellParser.isYear(year) && Day(year: year, month: number(10..<12), day: number(12..<14)) != nil
  }

  private static func text(_ id: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(id)) }
}

extension NearID {
  /// The number that a cell with nearly one probably means.
  static func suggestion(for value: String) -> String? {
    var id = Array(CellFolding.squeezed(CellFolding.normalised(value)).unicodeScalars)
    for place in id.indices where id[place] == "x" { id[place] = "X" }
    return id.count > 200 ? nil : look(at: &id)?.meant
  }

  /// How the message tells it.
  var variant: ProblemVariant {
    switch kind {
    case .lookAlike: .lookAlike
    case .asterisk: .asterisk
    case .oneTooMany: .oneTooMany
    case .oneTooFew: .oneTooFew
    case .around, .decimals: .around
    }
  }

  /// What the message is made with: the character found and the one meant.
  var details: [String] {
    guard case .lookAlike(let found, let meant) = kind else { return ["", ""] }
    return [String(Character(found)), String(Character(meant))]
  }
}
