/// A person's rows by the years of an application: which are there at all, and what those of years without a rule set
/// add up to. Its lists keep their room from one person to the next.
struct TitleTally {
  private var years: [Year] = []
  /// How many usable rows belong to a year that is shown, each once; how many do not.
  private(set) var rows = 0
  private(set) var otherRows = 0
  /// Whether a row with a problem may belong to any year.
  private var hasProblemOfAnyYear = false

  private struct Year {
    var isEmpty = true
    var hasProblem = false
    var hasAnnual = false
    var isDeclared = false
    var declared = DeclaredYear()
  }

  /// Counts the rows of a person.
  mutating func count(
    _ rows: UnsafeBufferPointer<PackedEntry>, _ frame: TitleFrame, _ rules: TitleRules, _ city: Int,
    _ terms: DeclaredTerms
  ) {
    (self.rows, otherRows, hasProblemOfAnyYear) = (0, 0, false)
    years.removeAll(keepingCapacity: true)
    for year in frame.years {
      var one = Year()
      one.isDeclared = rules.place(city: city, year: year) == nil
      years.append(one)
    }
    for row in rows {
      if row.marks.contains(.unusable) {
        noteProblem(row, frame)
      } else if let year = row.singleYear {
        if let place = frame.place(of: year) {
          add(row, at: place, year, terms)
          self.rows += 1
        } else {
          otherRows += 1
        }
      } else {
        addSpanning(row, frame, terms)
      }
    }
  }

  /// Notes that rows of any year may be missing.
  mutating func mayLackRows() { hasProblemOfAnyYear = true }

  /// Whether the person has no usable row in a year.
  func isEmpty(_ place: Int) -> Bool { years[place].isEmpty }
  /// Whether a row with a problem may belong to a year.
  func hasProblem(_ place: Int) -> Bool { hasProblemOfAnyYear || years[place].hasProblem }
  /// Whether a year has an audited sum.
  func hasAnnual(_ place: Int) -> Bool { years[place].hasAnnual }
  /// The sums of a year without a rule set.
  func declared(_ place: Int) -> DeclaredYear { years[place].declared }

  private mutating func noteProblem(_ row: PackedEntry, _ frame: TitleFrame) {
    if row.marks.contains(.yearUnknown) {
      hasProblemOfAnyYear = true
    } else if let year = row.singleYear {
      if let place = frame.place(of: year) { years[place].hasProblem = true }
    } else {
      for place in frame.years.indices where row.belongs(to: CreditYear(frame.years[place])) {
        years[place].hasProblem = true
      }
    }
  }

  @inline(__always)
  private mutating func add(_ row: PackedEntry, at place: Int, _ year: Int, _ terms: DeclaredTerms) {
    years[place].isEmpty = false
    if row.category == .annual { years[place].hasAnnual = true }
    if years[place].isDeclared { years[place].declared.add(row, in: year, terms) }
  }

  /// Adds an assignment or leave without a year of its own, to every year that it touches.
  @inline(never)
  private mutating func addSpanning(_ row: PackedEntry, _ frame: TitleFrame, _ terms: DeclaredTerms) {
    var isShown = false
    for (place, year) in frame.years.enumerated() where row.belongs(to: CreditYear(year)) {
      add(row, at: place, year, terms)
      isShown = true
    }
    if isShown { rows += 1 } else { otherRows += 1 }
  }
}

extension PackedEntry {
  /// The one credit year of the row: by its year column; blank, by the year of its end. Nil where it has none, or may
  /// have several: an assignment or leave with a blank year.
  @inline(__always)
  var singleYear: Int? {
    if let year { return year }
    if category?.spansYears == true { return nil }
    return effectiveEnd?.year
  }
}
