/// A set of further entries.
struct PlanCandidate {
  var entries: [PlannedEntry]

  var hours: Hours { entries.reduce(.zero) { $0 + $1.hours } }

  /// Fewest hours first, then fewest entries.
  func isSmaller(than other: PlanCandidate) -> Bool {
    (hours, entries.count) < (other.hours, other.entries.count)
  }
}

/// Looks for the smallest set of further entries on top of a person's rows.
///
/// No plan has fewer hours than are missing, so one entry of exactly those is the smallest for a subject wherever a way
/// takes any amount. Where none does, sets of up to ``mostEntries`` ways are tried, the smallest first, and all whole
/// numbers of units in each; a number of trials bounds the search.
struct PlanSearch {
  let evaluator: Evaluator
  let person: Int
  let rows: [EntryRow]
  let open: OpenWays
  let ways: [PlanWay]
  let texts: PlanTexts

  /// Ways that are combined for one subject.
  static let mostEntries = 5
  /// Judgements that are asked for in one search, of a person with few rows; with more rows, as many fewer.
  private static let mostTrials = 20_000
  private static let fewRows = 100
  private var mostTrials: Int {
    max(50, PlanSearch.mostTrials * PlanSearch.fewRows / max(PlanSearch.fewRows, rows.count))
  }

  /// What is asked for: an amount of a subject, or of a module of it.
  private struct Need {
    var subject: Subject
    var module: Module?
    var hours: Hours
  }

  /// The smallest plan; nil where none reaches what is missing.
  func smallest() -> PlanCandidate? {
    let missing = judge([]).shortfall
    var entries: [PlannedEntry] = []
    for need in needs(missing) {
      guard let covered = cover(need, on: entries) else { return nil }
      entries += covered
    }
    let apart = PlanCandidate(entries: entries)
    if let together = inOneAssignment(missing), together.isSmaller(than: apart) { return together }
    return apart
  }

  /// How much each way would still bring by itself.
  func rooms() -> [WayRoom] {
    ways.map { way in
      let base = judge([]).credited.hours(of: way.subject)
      guard let most = largest(way, module: anyModule(way.subject)) else {
        return WayRoom(way: way, room: .zero)
      }
      let gain = judge([most]).credited.hours(of: way.subject) - base
      let isUnlimited = way.unit == nil && gain == most.hours
      return WayRoom(way: way, room: isUnlimited ? nil : gain)
    }
  }

  private func judge(_ further: [PlannedEntry]) -> PersonJudgement {
    evaluator.judge(person, rows: rows + further.map(\.entry), detail: false)
  }

  private func anyModule(_ subject: Subject) -> Module? {
    subject == .public && open.rules.requirements.modules != nil ? .elective : nil
  }

  /// What is missing, part by part; what the total lacks beyond the subjects is made professional.
  private func needs(_ missing: RequiredHours) -> [Need] {
    var needs: [Need] = []
    let modules = missing.publicCompulsory + missing.publicElective
    let isModular = open.rules.requirements.modules != nil
    let beyond = isModular ? missing.public.missing(from: modules) : .zero
    if isModular {
      needs.append(Need(subject: .public, module: .compulsory, hours: missing.publicCompulsory + beyond))
      needs.append(Need(subject: .public, module: .elective, hours: missing.publicElective))
    } else {
      needs.append(Need(subject: .public, module: nil, hours: missing.public))
    }
    let soFar = needs.reduce(Hours.zero) { $0 + $1.hours } + missing.professional
    needs.append(
      Need(
        subject: .professional, module: nil,
        hours: missing.professional + missing.total.missing(from: soFar)))
    return needs.filter { $0.hours > .zero }
  }

  private func cover(_ need: Need, on earlier: [PlannedEntry]) -> [PlannedEntry]? {
    let base = judge(earlier).credited.hours(of: need.subject)
    func gain(_ more: [PlannedEntry]) -> Hours {
      judge(earlier + more).credited.hours(of: need.subject) - base
    }
    let usable = ways.filter {
      $0.subject == need.subject && isForPlans($0)
    }
    for way in usable {
      for wide in [false, true] {
        guard let row = row(way, need.hours, need.module, wide: wide), row.hours == need.hours else {
          continue
        }
        if gain([row]) >= need.hours { return [row] }
      }
    }
    return combination(need, usable, gain: gain)
  }

  /// Hours brought along from elsewhere can't be earned, and an assignment brings both subjects at once.
  private func isForPlans(_ way: PlanWay) -> Bool {
    let category = open.rules.activities[way.activity].category
    return category != .transfer && category != .assignment
  }

  private func row(_ way: PlanWay, _ hours: Hours, _ module: Module?, wide: Bool) -> PlannedEntry? {
    open.row(way, hours, module: module, texts: texts, wide: wide)
  }

  /// As much of a way as an entry can declare.
  private func largest(_ way: PlanWay, module: Module?) -> PlannedEntry? {
    guard let unit = way.unit else { return row(way, Hours(inHundredths: 999_999), module, wide: true) }
    var units = 1000
    if case .perDay = open.rules.activities[way.activity].basis { units = way.days.count }
    if case .perMonth = open.rules.activities[way.activity].basis { units = way.days.wholeMonths }
    return units == 0 ? nil : row(way, unit * units, module, wide: true)
  }

  private func combination(
    _ need: Need, _ usable: [PlanWay], gain: ([PlannedEntry]) -> Hours
  ) -> [PlannedEntry]? {
    let rooms = usable.map { way in largest(way, module: need.module).map { gain([$0]) } ?? .zero }
    let open = usable.indices.filter { rooms[$0] > .zero }
      // Units first: what takes any amount then fills the rest exactly.
      .sorted { (usable[$0].unit == nil ? 1 : 0, $0) < (usable[$1].unit == nil ? 1 : 0, $1) }
    if open.reduce(Hours.zero, { $0 + rooms[$1] }) < need.hours { return nil }
    var best: PlanCandidate?
    var trials = 0
    func tryOut(_ chosen: [PlannedEntry], _ got: Hours, from next: Int, left: Int) {
      if got >= need.hours {
        let candidate = PlanCandidate(entries: chosen)
        if best.map({ candidate.isSmaller(than: $0) }) ?? true { best = candidate }
        return
      }
      if left == 0 || next >= open.count || trials > mostTrials { return }
      let reach = open[next...].reduce(got) { $0 + rooms[$1] }
      if reach < need.hours { return }
      let (way, room) = (usable[open[next]], rooms[open[next]])
      let lacking = need.hours - got
      for hours in amounts(way, min(lacking, room)) {
        guard let added = row(way, hours, need.module, wide: way.unit == nil) else { continue }
        let entries = chosen + [added]
        if let best, PlanCandidate(entries: entries).hours > best.hours { continue }
        trials += 1
        var gained = gain(entries)
        // Where a limit that others share lets less through, an entry asks for no more than it gets.
        if way.unit == nil, gained < got + added.hours, gained > got,
          let less = row(way, gained - got, need.module, wide: true)
        {
          gained = gain(chosen + [less])
          tryOut(chosen + [less], gained, from: next + 1, left: left - 1)
        } else if gained > got {
          tryOut(entries, gained, from: next + 1, left: left - 1)
        }
      }
      tryOut(chosen, got, from: next + 1, left: left)
    }
    for size in 1...PlanSearch.mostEntries {
      tryOut([], .zero, from: 0, left: size)
      if let best, best.hours == need.hours { break }
    }
    return best?.entries
  }

  /// The amounts of a way that are worth trying: all it can give, or every whole number of units, the most first.
  private func amounts(_ way: PlanWay, _ most: Hours) -> [Hours] {
    guard let unit = way.unit, unit > .zero else { return [most] }
    let units = (most.hundredths + unit.hundredths - 1) / unit.hundredths
    return (1...max(1, units)).reversed().map { unit * $0 }
  }

  /// One assignment of as many months as bring exactly what both subjects lack; nil where there are none.
  private func inOneAssignment(_ missing: RequiredHours) -> PlanCandidate? {
    guard missing.public > .zero, missing.professional > .zero else { return nil }
    for way in ways where open.rules.activities[way.activity].category == .assignment {
      guard way.subject == .professional, let row = row(way, missing.professional, nil, wide: false),
        case .perMonth(let publicHours, let professional) = open.rules.activities[way.activity].basis,
        professional > .zero
      else { continue }
      var whole = row
      let months = row.hours.hundredths / professional.hundredths
      whole.hours = row.hours + publicHours * months
      if judge([whole]).shortfall.isZero { return PlanCandidate(entries: [whole]) }
    }
    return nil
  }
}

extension SubjectHours {
  /// The hours of a subject.
  func hours(of subject: Subject) -> Hours { subject == .public ? `public` : professional }
}
