/// A page a unit in a folder, and one that leads to them: for reports of thousands, and for units that are to see their
/// own people only.
package struct CheckFolder {
  private let page: CheckPage
  /// The names of the files, the page of all first.
  package let files: [String]
  /// What everyone adds up to.
  package var summary: CheckSummary { page.people.summary }

  /// The name of the page of all.
  static let index = "index.html"

  /// Judges everyone.
  package init(_ run: CheckRun, _ style: CheckStyle) {
    var style = style
    style.cards = false
    let page = CheckPage(run, style, isFolder: true)
    self.page = page
    let digits = "\(page.people.units.count)".count
    files =
      [CheckFolder.index]
      + page.people.units.enumerated().map { place, unit in
        let number = "\(place + 1)"
        return String(repeating: "0", count: digits - number.count) + number + CheckFolder.suffix(unit.name)
          + ".html"
      }
  }

  /// Writes a file. `take` gets bytes in order and says whether it wants more.
  package func write<Failure: Error>(
    _ index: Int, to take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) {
    if index == 0 {
      try page.writeIndex(Array(files.dropFirst()), to: take)
    } else {
      try CheckPage(page, unit: index - 1).write(to: take)
    }
  }

  /// `-市立医院`: a unit's name as a part of a file's name, without what no file may be called.
  private static func suffix(_ unit: String) -> String {
    let kept = unit.filter { $0.isLetter || $0.isNumber }.prefix(30)
    return kept.isEmpty ? "" : "-" + kept
  }
}
