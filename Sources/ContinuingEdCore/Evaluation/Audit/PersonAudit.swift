/// Asks of a person's rows what an auditor would ask (Problems: Codes of warnings), without changing an hour: hours
/// that the days can't hold, approval of what is yet to come, a birth that can't be.
///
/// Duplicates and rejected rows don't count; of rows that are not judged, those that were refused in review. It keeps
/// scratch space and belongs to one thread.
final class PersonAudit {
  private let records: Records
  private let asOf: Day?
  private(set) var warnings = ProblemList()
  @exclusivity(unchecked) private var day = DayLoad(most: Hours(24), needsCompany: false)
  @exclusivity(unchecked) private var workday = DayLoad(most: Hours(12), needsCompany: true)
  @exclusivity(unchecked) private var standings = Scratch<Standing>()

  /// What became of a row.
  private enum Standing: UInt8 {
    case notJudged, rejected, counts
  }

  /// The categories whose hours lie on the days that they name.
  private static var onDays: UInt32 {
    bit(.online) | bit(.training) | bit(.workshop) | bit(.grassroots) | bit(.expert)
  }
  /// Those whose people have to be there.
  private static var inPerson: UInt32 {
    bit(.training) | bit(.workshop) | bit(.grassroots) | bit(.expert) | bit(.competition) | bit(.other)
  }

  init(_ records: Records, asOf: Day?) {
    (self.records, self.asOf) = (records, asOf)
  }

  /// Hands over what was found.
  func takeWarnings() -> ProblemList {
    if warnings.isEmpty { return warnings }
    defer { warnings = ProblemList() }
    return warnings
  }

  /// Looks at the rows of somebody who has just been judged.
  @inline(__always)
  func look(
    at person: ListedPerson, _ rows: UnsafeBufferPointer<PackedEntry>, _ work: borrowing Worksheet,
    _ plan: RulePlan
  ) {
    guard let first = rows.baseAddress else { return }
    let declared = ~plan.fixedCategories
    let hasOthers = work.judgedRows < rows.count
    if hasOthers || asOf != nil { findStandings(rows, work) }
    if hasOthers {
      for row in rows.indices where standings[row] != .rejected { note(row, first + row, declared) }
    } else {
      for index in work.elements.indices where work.elements[index].rejection == nil {
        note(work.elements[index].entry, first + work.elements[index].entry, declared)
      }
    }
    if let excess = day.takeExcess() { warn(.over24ADay, first + excess.last, excess) }
    if let excess = workday.takeExcess() { warn(.overlappingDays, first + excess.last, excess) }
    if let birth = records.texts.withBytes(of: person.id, { BirthDate($0) }),
      hasOthers || !birth.isLikely(in: plan.creditYear.number)
    {
      findStandings(rows, work)
      lookAtBirth(birth, of: person, rows)
    }
    if let asOf { lookAhead(rows, asOf, plan) }
  }

  /// Finds what became of each row; one that is not judged is rejected if it was refused, or is a duplicate.
  @inline(never)
  private func findStandings(_ rows: UnsafeBufferPointer<PackedEntry>, _ work: borrowing Worksheet) {
    standings.removeAll()
    for _ in rows { standings.append(.notJudged) }
    for index in work.elements.indices {
      let row = work.elements[index].entry
      if work.elements[index].rejection == nil {
        standings[row] = .counts
      } else if standings[row] == .notJudged {
        standings[row] = .rejected
      }
    }
    for row in rows.indices where standings[row] == .notJudged && !rows[row].mayCount {
      standings[row] = .rejected
    }
  }

  /// Notes the days that a row takes up.
  @inline(__always)
  private func note(_ row: Int, _ entry: UnsafePointer<PackedEntry>, _ declared: UInt32) {
    guard let category = entry.pointee.category else { return }
    let bit = 1 &<< UInt32(category.rawValue) & declared
    if bit & (PersonAudit.onDays | PersonAudit.inPerson) == 0 { return }
    guard let hours = entry.pointee.hours, let start = entry.pointee.effectiveStart,
      let end = entry.pointee.effectiveEnd
    else { return }
    if bit & PersonAudit.onDays != 0, entry.pointee.start != nil, entry.pointee.end != nil {
      day.add(row, from: start, to: end, hours)
    }
    if bit & PersonAudit.inPerson != 0, !entry.pointee.marks.contains(.online) {
      workday.add(row, from: start, to: end, hours)
    }
  }

  /// Whether the birth that the ID tells of fits the years of the rows.
  @inline(never)
  private func lookAtBirth(
    _ birth: BirthDate, of person: ListedPerson, _ rows: UnsafeBufferPointer<PackedEntry>
  ) {
    let last = rows.indices.last { row in
      standings[row] != .rejected
        && !(birth.exists && rows[row].creditYear.map(birth.isLikely) ?? birth.exists)
    }
    guard let last else { return }
    warn(
      .idBirth, rows[last], .personID, value: records.texts.string(person.id),
      details: birth.exists ? ["\(birth.year)", rows[last].creditYear.map { "\($0)" } ?? ""] : [])
  }

  /// Whether a row that has been approved ends after the day as of which is judged.
  private func lookAhead(_ rows: UnsafeBufferPointer<PackedEntry>, _ asOf: Day, _ plan: RulePlan) {
    let last = rows.indices.last { row in
      standings[row] != .rejected && plan.isApproved(rows[row])
        && rows[row].effectiveEnd.map { $0 > asOf } ?? false
    }
    guard let last, let end = rows[last].effectiveEnd else { return }
    warn(.futureDate, rows[last], .end, value: "\(end)", details: ["\(asOf)"])
  }

  // MARK: Warnings

  @inline(never)
  private func warn(_ code: ProblemCode, _ row: UnsafePointer<PackedEntry>, _ excess: DayLoad.Excess) {
    let days = excess.days
    var problem = problem(code, row.pointee)
    problem.details = [
      days.start == days.end ? "\(days.start)" : "\(days.start)~\(days.end)", "\(days.count)",
      "\(excess.hours)",
    ]
    warnings.append(problem)
  }

  private func warn(
    _ code: ProblemCode, _ row: PackedEntry, _ field: Field, value: String, details: [String]
  ) {
    var problem = problem(code, row)
    let columns = records.files[safe: Int(row.file)]?.columns ?? []
    // Dates may stand in other columns than the one that is asked for first.
    let fields: [Field] = field == .end ? [.end, .start, .period] : [field]
    let column = fields.lazy.compactMap { columns.firstIndex(of: $0) }.first
    problem.column = column.map(ProblemColumn.heading) ?? .absent(field)
    problem.value = value
    problem.details = details
    warnings.append(problem)
  }

  private func problem(_ code: ProblemCode, _ row: PackedEntry) -> FoundProblem {
    FoundProblem(
      code, file: Int(row.file), line: Int(row.line), record: records.recordNumbers.number(of: row))
  }

  @inline(__always)
  private static func bit(_ category: Category) -> UInt32 { 1 &<< UInt32(category.rawValue) }
}

extension PackedEntry {
  /// Whether a row that is not judged counts for what an auditor asks.
  @inline(__always)
  var mayCount: Bool {
    marks.isDisjoint(with: [.unusable, .duplicate]) && status != .rejected
  }
}
