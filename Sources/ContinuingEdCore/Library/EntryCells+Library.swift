// An entry as the cells of a row, and back.

extension Entry {
  /// What the columns of a records file hold; blank ones are not there.
  var cells: [Field: String] {
    var cells: [Field: String] = [.category: category.code]
    func set(_ field: Field, _ text: String?) {
      if let text, !text.isEmpty { cells[field] = StoredRow.guarded(text) }
    }
    set(.year, year.map(String.init))
    set(.subject, subject?.code)
    set(.kind, kind?.text)
    set(.title, title)
    set(.organizer, organizer)
    set(.mode, mode?.text)
    set(.platform, platform)
    set(.start, days?.start.description)
    set(.end, days?.end.description)
    set(.hours, hours?.description)
    set(.count, count.map(String.init))
    set(.level, level?.code)
    set(.module, module?.code)
    set(.filing, filing)
    set(.filedOn, filedOn?.description)
    set(.result, result?.code)
    set(.evidence, evidence)
    set(.status, status?.code)
    set(.note, note)
    return cells
  }

  /// The columns that an entry has a property for.
  static let fields = Field.records.filter { ![.personID, .name, .unit, .period].contains($0) }

  /// The entry of a row as a ledger keeps it: codes, ISO days and plain numbers; nil without a category.
  init?(stored cell: (Field) -> String) {
    guard let category = Category(code: cell(.category)) else { return nil }
    func text(_ field: Field) -> String? { cell(field).isEmpty ? nil : cell(field) }
    self.init(category, subject: Subject(code: cell(.subject)), title: cell(.title))
    let (start, end) = (Day(cell(.start)), Day(cell(.end)))
    if let first = start ?? end, let last = end ?? start { days = DayRange(first, last) }
    year = Int(cell(.year))
    hours = Hours(cell(.hours))
    count = Int(cell(.count))
    level = Level(code: cell(.level))
    module = Module(code: cell(.module))
    (platform, filing, evidence) = (cell(.platform), cell(.filing), cell(.evidence))
    filedOn = Day(cell(.filedOn))
    result = ExamResult(code: cell(.result))
    kind = text(.kind).map { EntryKind($0) }
    mode = text(.mode).map { StudyMode($0) }
    (organizer, note) = (cell(.organizer), cell(.note))
    status = ReviewStatus(code: cell(.status))
  }

  /// The entry of a row that was read; nil without a category, which a usable row has.
  init?(_ row: EntryRow, _ records: Records) {
    guard let category = row.category else { return nil }
    let texts = records.texts
    let kept = records.formTexts[ActivityTwins.Row(file: row.file, line: row.line)] ?? FormTexts()
    self.init(
      category, subject: row.subject, title: texts.string(row.title), year: row.year, hours: row.hours,
      count: row.count, level: row.level, module: row.module, platform: texts.string(row.platform),
      filing: texts.string(kept.filing), filedOn: row.filedOn, evidence: texts.string(kept.evidence),
      result: row.result, status: row.status, organizer: texts.string(kept.organizer),
      note: texts.string(kept.note))
    if let first = row.effectiveStart, let last = row.effectiveEnd { days = DayRange(first, last) }
    if let leave = row.kind { kind = EntryKind(leave) }
    if kept.kind != .empty { kind = EntryKind(texts.string(kept.kind)) }
    if kept.mode != .empty { mode = StudyMode(texts.string(kept.mode)) }
  }
}

extension Person {
  /// What the columns of a roster hold; blank ones are not there.
  var cells: [Field: String] {
    var cells: [Field: String] = [:]
    func set(_ field: Field, _ text: String?) {
      if let text, !text.isEmpty { cells[field] = StoredRow.guarded(text) }
    }
    set(.personID, id)
    set(.name, name)
    set(.unit, unit)
    set(.employer, roster?.employer?.code)
    set(.series, roster?.series)
    set(.county, roster?.county)
    set(.group, roster?.group)
    set(.reviewDate, roster?.reviewDate?.description)
    set(.from, roster?.from?.description)
    set(.to, roster?.to?.description)
    set(.titleFrom, roster?.titleFrom.map(String.init))
    set(.city, roster?.city)
    return cells
  }

  /// The person at a place of what was read, with the name of the city that the roster gave.
  init(_ index: Int, of records: Records, cities: [String]) {
    let listed = records.people[index]
    let texts = records.texts
    self.init(
      id: texts.string(listed.id), name: texts.string(listed.name), unit: texts.string(listed.unit))
    guard let row = records.roster(of: index) else { return }
    var facts = RosterFacts(
      employer: row.employer, series: texts.string(row.series), county: texts.string(row.county),
      group: texts.string(row.group), reviewDate: row.reviewDate, from: row.from, to: row.to,
      titleFrom: row.titleFrom, city: row.ruleSet == 0 ? "" : cities[safe: row.ruleSet - 1] ?? "")
    facts.isFaulty = row.hasProblem
    roster = facts
  }
}
