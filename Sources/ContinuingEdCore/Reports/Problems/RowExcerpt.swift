/// A row as it came, cut to a line of a terminal, with the cell at fault marked and every ID masked.
struct RowExcerpt {
  /// The columns of a terminal that a row may take.
  static let width = 96

  /// `…,王芳,»8小时«,…`; where no one cell is at fault, the row from its start, quotes and all.
  static func text(
    of record: String, delimiter: UInt8, marking cell: Int?, ids: Int?, mask: (String) -> String
  ) -> String {
    var cells = split(record, delimiter: delimiter)
    guard let cell, cells.indices.contains(cell) else {
      return DisplayWidth.cut(whole(record, id: ids.flatMap { cells[safe: $0] }, delimiter, mask), to: width)
    }
    for i in cells.indices {
      cells[i] = ProblemWording.printable(i == ids ? mask(cells[i]) : maskedNumbers(in: cells[i], mask))
    }
    let separator = delimiter == UInt8(ascii: "\t") ? " ⇥ " : String(UnicodeScalar(delimiter))
    // The marked cell first, then its neighbours as long as there is room.
    cells[cell] = "»" + DisplayWidth.cut(cells[cell], to: width / 2) + "«"
    var (first, last) = (cell, cell)
    var room = width - DisplayWidth.of(cells[cell]) - 4
    while true {
      let before = first > 0 ? DisplayWidth.of(cells[first - 1]) + 1 : Int.max
      let after = last + 1 < cells.count ? DisplayWidth.of(cells[last + 1]) + 1 : Int.max
      if cell - first <= last - cell ? before <= room : before <= room && after > room {
        first -= 1
        room -= before
      } else if after <= room {
        last += 1
        room -= after
      } else if before <= room {
        first -= 1
        room -= before
      } else {
        break
      }
    }
    return (first > 0 ? "…" + separator : "") + cells[first...last].joined(separator: separator)
      + (last + 1 < cells.count ? separator + "…" : "")
  }

  /// A record as it is, with the ID and every long number masked.
  private static func whole(_ record: String, id: String?, _ delimiter: UInt8, _ mask: (String) -> String)
    -> String
  {
    var shown = String(record.prefix(4 * width))
    // A cell that swallowed others is not an ID alone.
    if let id, !id.isEmpty, !id.utf8.contains(delimiter), mask(id) != id {
      shown = shown.replacing(id, with: mask(id))
    }
    return ProblemWording.printable(maskedNumbers(in: shown, mask))
  }

  /// The cells of a record, quotes undone. What is wrong with it does not matter here.
  static func split(_ record: String, delimiter: UInt8) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var isAtStart = true
    var previousWasQuote = false
    for scalar in record.unicodeScalars {
      if isQuoted {
        if scalar == "\"" {
          if previousWasQuote { cell.append(scalar) }
          previousWasQuote.toggle()
          continue
        }
        if !previousWasQuote {
          cell.append(scalar)
          continue
        }
        (isQuoted, previousWasQuote) = (false, false)
      }
      if scalar.value == UInt32(delimiter) {
        cells.append(String(cell))
        cell = String.UnicodeScalarView()
        isAtStart = true
      } else if isAtStart, scalar == "\"" {
        isQuoted = true
        isAtStart = false
      } else {
        cell.append(scalar)
        isAtStart = false
      }
    }
    cells.append(String(cell))
    return cells
  }

  /// A text with every number of 15 digits or more masked: an ID may stand in the wrong cell.
  private static func maskedNumbers(in text: String, _ mask: (String) -> String) -> String {
    guard text.utf8.count >= 15 else { return text }
    var shown = ""
    var run = ""
    func close() {
      shown += run.count >= 15 ? mask(run) : run
      run = ""
    }
    for character in text {
      if character.isNumber || (!run.isEmpty && (character == "X" || character == "x")) {
        run.append(character)
      } else {
        close()
        shown.append(character)
      }
    }
    close()
    return shown
  }
}
