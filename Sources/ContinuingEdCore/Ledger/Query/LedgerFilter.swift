/// Which entries of a ledger are meant: of several values of one kind any will do, of several kinds all must.
package struct LedgerFilter: Sendable {
  /// IDs of people, normalised as the reader does it; nil is everyone.
  package var people: Set<String>? {
    didSet { ids = people.map { $0.map { Array($0.utf8) } } }
  }
  /// Their bytes; there are few.
  private var ids: [[UInt8]]?
  /// Units, in plain form.
  private var units: Set<[UInt8]> = []
  /// Credit years.
  package var years: Set<Int> = []
  private var categories: Set<Category> = []
  private var statuses: Set<ReviewStatus?> = []

  /// Everything.
  package init() {}

  /// What can be filtered by.
  package enum Kind: String, CaseIterable, Sendable {
    /// By ``LedgerFilter/people``: a normalised ID.
    case person
    /// By the unit; white space, case and width make no difference.
    case unit
    /// By the credit year, four digits from 1900 to 2100.
    case year
    /// By the category, under any name that a records file may use (RecordsFiles: Columns).
    case category
    /// By the review status as it is now, under any such name; a word for blank means entries without one.
    case status

    /// The kind of this name, which may be the contract's name of the column too.
    package init?(named name: String) {
      if let kind = Kind(rawValue: name) {
        self = kind
        return
      }
      let fields: [(Field, Kind)] = [
        (.personID, .person), (.name, .person), (.unit, .unit), (.year, .year), (.category, .category),
        (.status, .status),
      ]
      guard let found = fields.first(where: { $0.0.english == name || $0.0.chinese == name }) else {
        return nil
      }
      self = found.1
    }
  }

  /// Why a value can't be filtered by.
  package enum Refusal: Error, Sendable {
    /// It is no year; perhaps the one that was meant.
    case notAYear(String, suggestion: String?)
    /// It is no word of the column's list, which the problem of such a cell tells of; perhaps the one that was meant.
    case unknownWord(Field, String, suggestion: String?)
  }

  /// Whether nothing is left out.
  package var takesEverything: Bool {
    people == nil && units.isEmpty && years.isEmpty && categories.isEmpty && statuses.isEmpty
  }

  /// Adds a value of a kind other than person.
  package mutating func add(_ kind: Kind, _ value: String) throws(Refusal) {
    switch kind {
    case .person: people = (people ?? []).union([value])
    case .unit: units.insert(PlainText.normalized(value))
    case .year:
      guard value.utf8.count == 4, let year = Int(value), (1900...2100).contains(year) else {
        throw .notAYear(value, suggestion: LikelyNumber.year(value))
      }
      years.insert(year)
    case .category:
      guard case .value(let category) = LedgerFilter.read(value, CellParser.category) else {
        throw LedgerFilter.refusal(.unknownCategory, .category, value)
      }
      categories.insert(category)
    case .status:
      switch LedgerFilter.read(value, CellParser.status) {
      case .value(let status): statuses.insert(status)
      case .blank: statuses.insert(Optional<ReviewStatus>.none)
      case .invalid:
        guard let status = ReviewStatus(code: value) else {
          throw LedgerFilter.refusal(.unknownStatus, .status, value)
        }
        statuses.insert(status)
      }
    }
  }

  /// The review status that a text names; an error if it names none.
  package static func status(_ text: String) throws(Refusal) -> ReviewStatus {
    if let status = ReviewStatus(code: text) { return status }
    guard case .value(let status) = read(text, CellParser.status) else {
      throw refusal(.unknownStatus, .status, text)
    }
    return status
  }

  /// Whether an entry is meant; its status is asked for only where it is compared.
  func takes(year: Int, status: @autoclosure () -> ReviewStatus?, _ cells: EntryCells) -> Bool {
    if !years.isEmpty, !years.contains(year) { return false }
    if !statuses.isEmpty, !statuses.contains(status()) { return false }
    if let ids, !cells.withBytes(.personID, { bytes in ids.contains { bytes.elementsEqual($0) } }) {
      return false
    }
    if !categories.isEmpty {
      guard case .value(let category) = cells.withBytes(.category, { CellParser.category($0) }),
        categories.contains(category)
      else { return false }
    }
    return units.isEmpty || cells.withBytes(.unit) { units.contains(PlainText.normalized($0)) }
  }

  /// Whether somebody on the roster is meant: only where nothing is asked that entries alone can say.
  package func takes(_ person: LedgerReading.KnownPerson) -> Bool {
    if !years.isEmpty || !categories.isEmpty || !statuses.isEmpty { return false }
    if let people, !people.contains(person.id) { return false }
    return units.isEmpty || units.contains(PlainText.normalized(person.unit))
  }

  /// What a cell says.
  static func read<Value>(
    _ text: String, _ parse: (UnsafeRawBufferPointer) -> CellValue<Value>
  ) -> CellValue<Value> {
    var text = text
    return text.withUTF8 { parse(CellText.trimmed(UnsafeRawBufferPointer($0))) }
  }

  private static func refusal(_ code: ProblemCode, _ field: Field, _ value: String) -> Refusal {
    .unknownWord(field, value, suggestion: Suggestion.forCell(code, field: field, value: value))
  }
}
