/// A header of two records, as merged headings leave it: 培训时间 above 开始 and 结束 (RecordsFiles: Header).
struct HeaderPair {
  /// The headings that both records make together.
  private(set) var headings: [String] = []
  /// What some of them stand for, which their text alone does not say.
  private(set) var found: [Int: HeadingMatch.Name] = [:]

  /// A start or an end below a name of the period ranks after all names of its own.
  private static let partRank = 1000
  private static let starts: Set<String> = ["开始", "起", "始"]
  private static let ends: Set<String> = ["结束", "止", "终", "截止"]

  /// Puts two records together; nil if the lower one is no second part of a header.
  init?(upper: [String], lower: [String], roster: Bool, own: HeadingMatch.OwnNames) {
    let count = max(upper.count, lower.count)
    let above = (0..<count).map { HeadingMatch.normalised(upper[safe: $0] ?? "") }
    let below = (0..<count).map { HeadingMatch.normalised(lower[safe: $0] ?? "") }
    // Where the upper record says nothing new.
    let isOpen = (0..<count).map { above[$0].isEmpty || ($0 > 0 && above[$0] == above[$0 - 1]) }
    let isHeading = below.map(HeaderPair.isHeading)
    guard (0..<count).contains(where: { isOpen[$0] && isHeading[$0] }) else { return nil }
    var covering = ""
    for column in 0..<count {
      if !above[column].isEmpty { covering = above[column] }
      let text = below[column]
      if text.isEmpty || (text == above[column] && !isOpen[column]) {
        headings.append(upper[safe: column] ?? "")
        continue
      }
      let startsRun = column + 1 < count && isOpen[column + 1] && isHeading[column + 1]
      guard isHeading[column], isOpen[column] || startsRun else { return nil }
      add(column, lower[safe: column] ?? "", under: covering, roster: roster, own: own)
    }
  }

  private mutating func add(
    _ column: Int, _ lower: String, under upper: String, roster: Bool, own: HeadingMatch.OwnNames
  ) {
    let below = HeadingMatch.undecorated(HeadingMatch.normalised(lower))
    let above = HeadingMatch.undecorated(upper)
    let together = above + below
    if HeadingMatch.find(together, roster: roster, own: own) != .unknown { return headings.append(together) }
    headings.append(lower)
    guard HeadingMatch.find(above, roster: roster, own: own).name?.field == .period else { return }
    if HeaderPair.starts.contains(below) {
      found[column] = HeadingMatch.Name(field: .start, rank: HeaderPair.partRank)
    } else if HeaderPair.ends.contains(below) {
      found[column] = HeadingMatch.Name(field: .end, rank: HeaderPair.partRank)
    }
  }

  /// Whether a cell can be a heading at all: figures and dates can't.
  private static func isHeading(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }
}
