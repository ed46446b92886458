/// What a number's format makes of it (Workbooks: Numbers, Dates).
enum CellFormat: Equatable {
  /// The number in decimal digits.
  case number
  /// A day; what it shows beside a year, month, day or weekday does not matter.
  case date
  /// A time that goes on past 24 hours, or minutes and seconds alone: in hours it is its hours.
  case duration
  /// Zeros alone: a whole number has at least so many digits.
  case zeros(Int)

  /// The format that a number alone names; a text that the file gives for it goes before.
  init(builtIn number: Int) {
    switch number {
    // 27–31, 36, 50–54, 57 and 58 are the dates of Chinese programs, which write no text for them.
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 45...47: self = .duration
    default: self = .number
    }
  }

  /// The format that a text describes, as `yyyy"年"m"月"d"日"`.
  init(text: String) {
    if text.count >= 2, text.count <= 255, text.allSatisfy({ $0 == "0" }) {
      self = .zeros(text.count)
      return
    }
    var parts = Parts(text)
    parts.read()
    self = parts.showsDay ? .date : parts.isDuration ? .duration : .number
  }

  /// The letters of a format that mean something.
  private struct Parts {
    /// A run of one letter.
    private enum Run: Equatable {
      case hour
      case minuteOrMonth(Int)
      case second
      case elapsed(Character)
    }

    private let characters: [Character]
    private var place = 0
    private var runs: [Run] = []
    private var sectionStart = 0
    private(set) var showsDay = false
    private(set) var isDuration = false

    init(_ text: String) { characters = Array(text) }

    mutating func read() {
      while place < characters.count {
        let character = characters[place]
        switch character {
        case "\"": skipPast("\"")
        case "[": readBrackets()
        // The next character stands for itself, or for its width, or fills the cell; ! is the escape of eastern Asia.
        case "\\", "_", "*", "!": place += 2
        case ";":
          endSection()
          place += 1
        default:
          if startsWith("general") {
            place += 7
          } else if startsWith("g/") {
            // G/通用格式
            place += 2
          } else if startsWith("am/pm") {
            place += 5
          } else if startsWith("a/p") {
            place += 3
          } else {
            readRun(of: character)
          }
        }
      }
      endSection()
    }

    private mutating func readRun(of character: Character) {
      let letter = Character(character.lowercased())
      var count = 0
      while place < characters.count, characters[place].lowercased() == character.lowercased() {
        (place, count) = (place + 1, count + 1)
      }
      switch letter {
      case "y", "d", "g": showsDay = true
      case "e":
        // 0.00E+00 is a number.
        if place < characters.count, "+-".contains(characters[place]) { return }
        showsDay = true
      case "b" where count > 1: showsDay = true
      case "a" where count > 2: showsDay = true
      case "h": runs.append(.hour)
      case "s": runs.append(.second)
      case "m": runs.append(.minuteOrMonth(count))
      default: break
      }
    }

    /// Colours, conditions and locales say nothing; hours, minutes and seconds in brackets go on.
    private mutating func readBrackets() {
      let start = place + 1
      skipPast("]")
      let content = characters[min(start, characters.count)..<max(start, min(place - 1, characters.count))]
      guard let first = content.first, let letter = first.lowercased().first, "hms".contains(letter),
        content.allSatisfy({ $0.lowercased() == first.lowercased() })
      else { return }
      runs.append(.elapsed(letter))
    }

    /// m are minutes behind hours or before seconds, else a month.
    private mutating func endSection() {
      var showsMinutes = false
      for (index, run) in runs.enumerated() {
        guard case .minuteOrMonth(let count) = run else { continue }
        let before = index > 0 ? runs[index - 1] : nil
        let after = index + 1 < runs.count ? runs[index + 1] : nil
        let isMinute =
          count <= 2
          && (before == .hour || before == .elapsed("h") || after == .second || after == .elapsed("s"))
        if isMinute { showsMinutes = true } else { showsDay = true }
      }
      let isElapsed = runs.contains { if case .elapsed = $0 { true } else { false } }
      if isElapsed || (showsMinutes && !runs.contains(.hour)) { isDuration = true }
      runs = []
    }

    private mutating func skipPast(_ end: Character) {
      place += 1
      while place < characters.count, characters[place] != end { place += 1 }
      place += 1
    }

    private func startsWith(_ word: String) -> Bool {
      place + word.count <= characters.count
        && String(characters[place..<(place + word.count)]).lowercased() == word
    }
  }
}
