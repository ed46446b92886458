/// What a row says, as it is being read: figures and days are already as a ``PackedEntry`` keeps them.
struct RowDraft {
  /// The line on which it starts, counted within the block.
  var line: UInt32 = 0
  /// The number that the reader gave to the person; nil if it can't be told who it is.
  var person: Int?
  var figures = PackedFigures()
  /// The first and last day and that of filing, as ``PackedDay``; 0 is blank.
  var (start, end, filedOn): (UInt64, UInt64, UInt64) = (0, 0, 0)
  var title = TextID.empty
  var platform = TextID.empty
  var marks: EntryRow.Marks = []
  /// Whether the hours are 0 where they make the amount, so that nothing of the row is kept.
  var isOfNoHours = false

  init() {}

  /// The three days in one word.
  @inline(__always) var days: UInt64 { start | end &<< 17 | filedOn &<< 34 }

  /// The entry.
  var entry: EntryRow {
    PackedEntry(
      figures, days: days, line: line, title: title, platform: platform, file: 0, marks: marks, spare: 0
    ).entry(of: UInt32(truncatingIfNeeded: person ?? 0))
  }

  /// Stands for what the row is about: category, title, start and end.
  @inline(__always)
  func gist(titleHash: UInt64) -> UInt64 {
    let days = start | (end == 0 ? start : end) &<< 17
    // The hash is mixed already: what is added to it per category makes it another one. No category may lead to the word
    // that is taken away below where the title is blank: a product with 0 tells nothing apart.
    let subject = titleHash &+ UInt64(figures.categoryRaw) &* 0x9E37_79B9_7F4A_7C15
    return Mixing.fold(days ^ Mixing.first, subject ^ Mixing.second)
  }
}
