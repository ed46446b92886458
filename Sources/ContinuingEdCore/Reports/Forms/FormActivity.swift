/// What becomes of one entry, on paper one row: an assignment has the hours of both subjects.
struct FormActivity {
  let entry: EntryRow
  /// Nil for an assignment and a leave.
  let subject: Subject?
  let state: EntryState
  let worth: Hours
  let credited: Hours
  /// The clause that recognizes it.
  let clause: String
  /// What it lost, and why, in the order of the judgement.
  let lost: [Lost]
  /// Why it waits.
  let reasons: [Waiting]
  let isOnListedPlatform: Bool
  private let records: Records
  private let texts: FormTexts

  /// Hours that it does not bring.
  struct Lost {
    var hours: Hours
    var reason: String
    var brief: String
    var remedy: String
    var clause: String
  }

  /// What it waits for.
  struct Waiting {
    var reason: String
    var remedy: String
    var clause: String
  }

  /// One for each entry of a judgement, in its order.
  static func all(
    _ results: [RowResult], _ rows: [EntryRow], _ records: Records, _ rules: RuleSet
  ) -> [FormActivity] {
    var all: [FormActivity] = []
    var place = 0
    while place < results.count {
      var end = place + 1
      while end < results.count, results[end].entry == results[place].entry { end += 1 }
      if rows.indices.contains(results[place].entry) {
        all.append(
          FormActivity(Array(results[place..<end]), rows[results[place].entry], records, rules))
      }
      place = end
    }
    return all
  }

  private init(_ results: [RowResult], _ entry: EntryRow, _ records: Records, _ rules: RuleSet) {
    self.entry = entry
    self.records = records
    texts = records.formTexts[ActivityTwins.Row(file: entry.file, line: entry.line)] ?? FormTexts()
    subject = results.count == 1 ? results[0].subject : nil
    worth = results.reduce(.zero) { $0 + $1.worth }
    credited = results.reduce(.zero) { $0 + $1.credited }
    // One subject of an assignment may not be recognized, which leaves the other as it is.
    let counting = results.filter { $0.state != .rejected }
    state = (counting.first { $0.credited > .zero } ?? counting.first)?.state ?? .rejected
    clause = rules.locator((counting.first ?? results[0]).clause)
    isOnListedPlatform = results.contains { $0.platform != nil }
    lost = FormActivity.lost(results, credited, entry, rules)
    var reasons: [Waiting] = []
    for result in counting {
      for reason in result.reasons.words {
        let clause = rules.locator(rules.clause(of: reason, activity: result.activity ?? -1))
        let waiting = Waiting(
          reason: reason.label(in: .chinese), remedy: reason.remedy(in: .chinese), clause: clause)
        if !reasons.contains(where: { $0.reason == waiting.reason }) { reasons.append(waiting) }
      }
    }
    self.reasons = reasons
  }

  private static func lost(
    _ results: [RowResult], _ credited: Hours, _ entry: EntryRow, _ rules: RuleSet
  ) -> [Lost] {
    var lost: [Lost] = []
    for result in results {
      for loss in result.losses {
        let reason = loss.reason.label(in: .chinese)
        // Both subjects of an assignment are rejected for the same reason: said once, with all its hours.
        if let place = lost.firstIndex(where: { $0.reason == reason }) {
          lost[place].hours += loss.hours
          continue
        }
        lost.append(
          Lost(
            hours: loss.hours, reason: reason, brief: loss.reason.brief(in: .chinese),
            remedy: loss.reason.remedy(in: .chinese) ?? "", clause: rules.locator(loss.clause)))
      }
    }
    let isConfirmed = results.contains { $0.state == .confirmed }
    if lost.isEmpty, credited == .zero, isConfirmed, entry.category != .leave {
      lost.append(
        Lost(
          hours: .zero, reason: "折算为 0 学时", brief: "折算为 0", remedy: "",
          clause: rules.locator(results[0].clause)))
    }
    return lost
  }

  /// Whether it stands in a block: it brings hours, or waits, unless limits leave nothing of it.
  var isInBlock: Bool {
    if entry.category == .leave || state == .rejected { return false }
    return credited > .zero || (state == .pending && lost.isEmpty)
  }

  /// Whether a block of a subject (nil: any) and of categories (empty: any) is for it.
  func isOf(_ wanted: Subject?, _ categories: [Category]) -> Bool {
    guard let category = entry.category else { return false }
    return (wanted == nil || wanted == subject) && (categories.isEmpty || categories.contains(category))
  }

  /// What a column shows of it.
  func value(_ word: Form.ColumnWord) -> FormDocument.Value {
    func text(_ id: TextID) -> FormDocument.Value { id == .empty ? .blank : .text(records.texts.string(id)) }
    switch word {
    case .title:
      return entry.title == .empty ? .text(entry.category?.label(in: .chinese) ?? "") : text(entry.title)
    case .category: return .text(entry.category?.label(in: .chinese) ?? "")
    case .subject:
      if entry.category == .leave { return .blank }
      return .text(subject?.label(in: .chinese) ?? "公需、专业")
    case .organizer: return text(texts.organizer)
    case .place: return text(texts.place)
    case .exam: return text(texts.exam)
    case .grade: return text(texts.grade)
    case .kind: return text(texts.kind)
    case .registeredOn: return texts.registeredOn.map { .day($0) } ?? .blank
    case .period:
      let period = FormDay.period(entry)
      return period.isEmpty ? text(texts.month) : .text(period)
    case .end: return entry.effectiveEnd.map { .day($0) } ?? text(texts.month)
    case .hours: return state == .pending ? .text("待审（\(credited)）") : .hours(credited)
    case .worth: return .hours(worth)
    case .clause: return .text(clause)
    case .losses:
      return .text(lost.map { "\($0.brief) \($0.hours)（\($0.clause)）" }.joined(separator: "；"))
    default: return .blank
    }
  }
}
