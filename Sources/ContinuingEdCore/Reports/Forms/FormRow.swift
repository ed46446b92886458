/// A row of a table of a form, of whatever kind.
enum FormRow {
  case entry(FormActivity)
  case lost(FormActivity, FormActivity.Lost)
  /// With all the reasons for which it waits: an entry stands once, with its hours.
  case waiting(FormActivity)
  case part(PersonCard.Bar)
  case planned(PlannedEntry, RuleSet)
  /// Why there is no plan.
  case noPlan(String)

  /// The hours that it adds to the sum of the form: those of confirmed entries.
  var printed: Hours {
    if case .entry(let activity) = self, activity.state == .confirmed { activity.credited } else { .zero }
  }

  /// What a column shows.
  func value(_ word: Form.ColumnWord, number: Int) -> FormDocument.Value {
    if word == .byHand { return .blank }
    switch self {
    case .noPlan(let text): return word == .way ? .text(text) : .blank
    case _ where word == .number: return .whole(number)
    case .entry(let activity): return activity.value(word)
    case .lost(let activity, let lost):
      switch word {
      case .lostHours: return .hours(lost.hours)
      case .reason: return .text(lost.reason)
      case .remedy: return .text(lost.remedy)
      case .clause: return .text(lost.clause)
      default: return activity.value(word)
      }
    case .waiting(let activity):
      switch word {
      case .reason: return .text(FormRow.each(activity.reasons.map(\.reason), "；"))
      case .remedy: return .text(FormRow.each(activity.reasons.map(\.remedy), "；"))
      case .clause: return .text(FormRow.each(activity.reasons.map(\.clause), "、"))
      default: return activity.value(word)
      }
    case .part(let bar):
      switch word {
      case .part: return .text(bar.label)
      case .required: return .hours(bar.required)
      case .confirmed: return .hours(bar.credited)
      case .waiting: return .hours(bar.ifApproved - bar.credited)
      case .missing: return .hours(bar.missing)
      case .missingIfApproved: return .hours(bar.missingIfApproved)
      default: return .blank
      }
    case .planned(let planned, let rules): return FormRow.value(word, planned, rules)
    }
  }

  /// The texts, each once.
  private static func each(_ texts: [String], _ separator: String) -> String {
    var different: [String] = []
    for text in texts where !different.contains(text) { different.append(text) }
    return different.joined(separator: separator)
  }

  private static func value(
    _ word: Form.ColumnWord, _ planned: PlannedEntry, _ rules: RuleSet
  ) -> FormDocument.Value {
    let (entry, way) = (planned.entry, planned.way)
    switch word {
    case .subject:
      return .text(
        entry.category == .assignment ? "公需、专业" : PlanWords.subject(entry, way, .chinese))
    case .hours: return .hours(planned.hours)
    case .way:
      var text = PlanWords.way(way, rules, .chinese)
      if entry.marks.contains(.filed) { text += "，须事先备案" }
      if entry.status == .verified { text += "，须经主管部门认定" }
      return .text(text)
    case .by: return .day(way.days.end)
    case .clause:
      let places = [way.clause, way.lastDayClause].map(rules.locator)
      return .text(places[0] == places[1] ? places[0] : places.joined(separator: "、"))
    default: return .blank
    }
  }
}
