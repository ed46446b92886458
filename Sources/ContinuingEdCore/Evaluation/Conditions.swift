// Judging: Which activity; RuleFiles: Conditions. What a rule asks of an entry besides category and subject.

/// The texts that conditions look into, and their words made ready. It remembers what was looked up, and belongs to one
/// thread, as its ``RulePlan`` does.
final class ConditionTexts {
  private let texts: TextTable
  private let kinds: [ActivityTwins.Row: TextID]
  private let formTexts: [ActivityTwins.Row: FormTexts]
  private var normalizedTexts: [TextID: [UInt8]] = [:]
  private var normalizedWords: [String: [UInt8]] = [:]

  init(_ texts: TextTable, kinds: [ActivityTwins.Row: TextID], formTexts: [ActivityTwins.Row: FormTexts]) {
    (self.texts, self.kinds, self.formTexts) = (texts, kinds, formTexts)
  }

  /// Whether one of the columns of an entry contains one of the words.
  func contains(_ words: [String], in columns: [Field], of entry: UnsafePointer<PackedEntry>) -> Bool {
    let row = ActivityTwins.Row(file: entry.pointee.file, line: entry.pointee.line)
    return columns.contains { column in
      let text = normalized(text(column, entry.pointee.title, row))
      return !text.isEmpty && words.contains { PlainText.contains(text, normalized($0)) }
    }
  }

  private func text(_ column: Field, _ title: TextID, _ row: ActivityTwins.Row) -> TextID {
    let kept = formTexts[row] ?? FormTexts()
    switch column {
    case .title: return title
    case .kind: return kinds[row] ?? kept.kind
    case .grade: return kept.grade
    case .organizer: return kept.organizer
    case .place: return kept.place
    case .exam: return kept.exam
    case .note: return kept.note
    case .mode: return kept.mode
    default: return .empty
    }
  }

  private func normalized(_ text: TextID) -> [UInt8] {
    if text == .empty { return [] }
    if let known = normalizedTexts[text] { return known }
    let plain = texts.withBytes(of: text) { PlainText.normalized($0) }
    normalizedTexts[text] = plain
    return plain
  }

  private func normalized(_ word: String) -> [UInt8] {
    if let known = normalizedWords[word] { return known }
    let plain = PlainText.normalized(word)
    normalizedWords[word] = plain
    return plain
  }
}

extension RulePlan {
  /// Whether all conditions hold of an entry, of which these days count.
  @inline(never)
  func hold(
    _ conditions: [RuleSet.Condition], _ entry: UnsafePointer<PackedEntry>, days: DayRange?
  ) -> Bool {
    conditions.allSatisfy { condition in
      switch condition {
      case .says(let columns, let words): conditionTexts.contains(words, in: columns, of: entry)
      case .saysNot(let columns, let words): !conditionTexts.contains(words, in: columns, of: entry)
      case .level(let levels): entry.pointee.level.map(levels.contains) ?? false
      case .module(let modules): entry.pointee.module.map(modules.contains) ?? false
      case .number(let measure, let from, let to):
        RulePlan.measured(measure, entry, days).map { number in
          (from.map { $0 <= number } ?? true) && (to.map { number <= $0 } ?? true)
        } ?? false
      }
    }
  }

  static func measured(
    _ measure: RuleSet.Measure, _ entry: UnsafePointer<PackedEntry>, _ days: DayRange?
  ) -> Hours? {
    switch measure {
    case .count: Hours(entry.pointee.count ?? 1)
    case .days: days.map { Hours($0.count) }
    case .hours: entry.pointee.hours
    }
  }
}
