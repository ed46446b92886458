/// One change to a rule file, small enough that only a case about this very rule can notice it.
package struct RuleMutation: Sendable {
  /// The value that is changed, or the item that is left out.
  package var path: JSONPath
  /// The line of that value.
  package var line: Int
  /// What is done to it.
  package var change: Change
  /// The locators of the clauses of the rule that is changed.
  package var clauses: [String]

  /// What is done.
  package enum Change: Sendable, Equatable {
    /// A number or a date becomes another.
    case figure(from: String, to: String)
    /// A rule becomes the word for having none.
    case dropped(to: String)
    /// An item leaves its list.
    case leftOut(String)
    /// A yes becomes a no, or the other way round.
    case flag(from: String, to: String)
    /// A name becomes one that nobody types.
    case renamed(String)
  }

  /// Every mutation of a rule file that makes another rule set. Wording, names of things in the file, the notice's
  /// particulars and the city's names are left alone: no judgement depends on them.
  package static func all(of json: JSONValue) -> [RuleMutation] {
    var finder = MutationFinder(of: json)
    for member in json.members ?? [] where !MutationFinder.leftAlone.contains(member.name) {
      finder.visit(member.value, JSONPath.top.appending(member.name), clauses: [])
    }
    return finder.found
  }

  /// The file with this change.
  package func applied(to json: JSONValue) -> JSONValue {
    var mutated = json
    mutated.edit(path.steps[...]) { value in
      switch change {
      case .figure(_, let to): value.replaced(with: to)
      case .dropped(let to), .flag(_, let to): JSONValue(.string(to), line: value.line)
      case .renamed(let to): JSONValue(.string(to), line: value.line)
      case .leftOut: nil
      }
    }
    return mutated
  }
}

/// Walks a rule file and finds what can be changed.
private struct MutationFinder {
  static let leftAlone = ["$schema", "format", "id", "city", "year", "notice", "clauses", "grounds"]
  /// Rules that can be absent, and the word that says so.
  private static let absence: [String: String] = [
    "modules": "none", "onePlatformAYear": "none", "series": "any", "levels": "any", "words": "any",
    "platform": "any", "amount": "in-notice", "study": "anywhere", "others": "refused", "filedStudy": "none",
    "window": "none", "dayLimit": "none", "yearLimit": "none", "finalReview": "verified",
    "filingTerm": "none",
    "reviewCutoff": "none", "makeUpStudy": "not-stated", "leave": "none", "titleApplications": "none",
    "basis": "declared", "held": "each-year", "partOfPeriod": "full", "beyond": "nothing",
  ]
  /// Lists that only other rules refer to: leaving an item out leaves a name without a thing.
  private static let referredTo = ["seriesGroups", "windows", "dayLimits", "yearLimits"]

  var found: [RuleMutation] = []
  /// Days outside it are all alike: an entry there is outside the year before any window is asked.
  private let year: Int?
  /// The days of the year where it is no calendar year.
  private let period: DayRange?
  /// Nothing asks whether a platform is one of the choice where none is to be chosen.
  private let hasChoice: Bool

  init(of json: JSONValue) {
    if case .number(let text)? = json["year"]?.content { year = Int(text) } else { year = nil }
    let ends = ["from", "to"].map { json["period"]?[$0]?.text.flatMap { Day(iso: $0) } }
    period = ends[0].flatMap { from in ends[1].flatMap { DayRange(from, $0) } }
    hasChoice = json["onePlatformAYear"]?.text != "none"
  }

  mutating func visit(_ value: JSONValue, _ path: JSONPath, clauses outer: [String]) {
    guard case .key(let parent, let key) = path else { return }
    let clauses = clausesCited(by: value) ?? outer
    if let word = MutationFinder.absence[key], value.text != word, !isScheme(parent) {
      add(path, value, .dropped(to: word), clauses)
    }
    switch value.content {
    case .number(let text): figures(text, value, path, clauses)
    case .string(let text): visitText(text, key, listOf(parent), value, path, clauses)
    case .array(let items): visitList(items, key, path, clauses)
    case .object: visitMembers(of: value, path, clauses)
    default: break
    }
  }

  private mutating func visitMembers(of value: JSONValue, _ path: JSONPath, _ clauses: [String]) {
    for member in value.members ?? [] where member.name != "clause" {
      visit(member.value, path.appending(member.name), clauses: clauses)
    }
  }

  /// `otherSchemes` names its group by the same key as an activity, but there it can't be "any".
  private func isScheme(_ parent: JSONPath) -> Bool { listOf(parent) == "otherSchemes" }

  /// The list that an item stands in.
  private func listOf(_ item: JSONPath) -> String? {
    guard case .index(.key(_, let list), _) = item else { return nil }
    return list
  }

  private mutating func visitText(
    _ text: String, _ key: String, _ list: String?, _ value: JSONValue, _ path: JSONPath, _ clauses: [String]
  ) {
    if key != "openUntil", let day = Day(iso: text) {
      for other in [day.adding(days: -1), day.adding(days: 1)] where isOfUse(other, path) {
        add(path, value, .figure(from: text, to: "\(other)"), clauses)
      }
    } else if key == "openUntil", let day = Day(iso: text) {
      // The first other day lies within the year, where the file would be wrong.
      let other = day.adding(days: day.adding(days: -1).year == year ? 1 : -1)
      add(path, value, .figure(from: text, to: "\(other)"), clauses)
    } else if key == "step", let step = ReviewStatus(code: text) {
      let other: ReviewStatus = step == .department ? .unit : .department
      add(path, value, .flag(from: text, to: other.code), clauses)
    } else if key == "choice" {
      if hasChoice { add(path, value, .flag(from: text, to: text == "yes" ? "no" : "yes"), clauses) }
    } else if (key == "name" && list == "platforms") || (key == "containing" && list == "closedToGroups") {
      add(path, value, .renamed(text + "〇"), clauses)
    }
  }

  /// Whether an entry of the year can tell a day from the one beside it.
  private func isOfUse(_ day: Day, _ path: JSONPath) -> Bool {
    guard let period else { return day.year == year }
    if case .key(.key(.top, "period"), _) = path { return true }
    return period.contains(day)
  }

  private mutating func visitList(_ items: [JSONValue], _ key: String, _ path: JSONPath, _ clauses: [String])
  {
    for (index, item) in items.enumerated() {
      let itemPath = path.appending(index)
      let itemClauses = clausesCited(by: item) ?? clauses
      // The last text of a group can't be left out, so each is made one that no series contains.
      if ["containing", "words", "says", "not"].contains(key), let text = item.text {
        add(itemPath, item, .renamed(text + "〇"), itemClauses)
      } else if !MutationFinder.referredTo.contains(key) {
        add(itemPath, item, .leftOut(item.title), itemClauses)
      }
      visitMembers(of: item, itemPath, itemClauses)
    }
  }

  /// A figure is changed by the least step of its kind in both directions.
  private mutating func figures(_ text: String, _ value: JSONValue, _ path: JSONPath, _ clauses: [String]) {
    guard let hours = Hours(exactly: text) else { return }
    for step in [Hours.zero - Hours(1), Hours(1)] where (hours + step).hundredths >= 0 {
      add(path, value, .figure(from: text, to: "\(hours + step)"), clauses)
    }
  }

  private func clausesCited(by value: JSONValue) -> [String]? {
    value["clause"]?.text.map { [$0] }
  }

  private mutating func add(
    _ path: JSONPath, _ value: JSONValue, _ change: RuleMutation.Change, _ clauses: [String]
  ) {
    found.append(RuleMutation(path: path, line: value.line, change: change, clauses: clauses))
  }
}

extension JSONValue {
  /// What an item of a list is called.
  var title: String {
    if let text { return text }
    if case .number(let text) = content { return text }
    for key in ["name", "category", "what", "series", "containing", "employer", "subjects"] {
      if let text = self[key]?.text { return text }
      if let items = self[key]?.items { return items.compactMap(\.text).joined(separator: "+") }
    }
    return "…"
  }

  fileprivate func replaced(with text: String) -> JSONValue {
    if case .number = content { return JSONValue(.number(text), line: line) }
    return JSONValue(.string(text), line: line)
  }

  /// Replaces the value at a path, or leaves the item out where `change` returns nil.
  fileprivate mutating func edit(_ steps: ArraySlice<JSONPath.Step>, _ change: (JSONValue) -> JSONValue?) {
    guard let step = steps.first else { return }
    let rest = steps.dropFirst()
    switch (step, content) {
    case (.key(let name), .object(var members)):
      guard let index = members.firstIndex(where: { $0.name == name }) else { return }
      if !rest.isEmpty {
        members[index].value.edit(rest, change)
      } else if let changed = change(members[index].value) {
        members[index].value = changed
      } else {
        members.remove(at: index)
      }
      content = .object(members)
    case (.index(let index), .array(var items)):
      guard items.indices.contains(index) else { return }
      if !rest.isEmpty {
        items[index].edit(rest, change)
      } else if let changed = change(items[index]) {
        items[index] = changed
      } else {
        items.remove(at: index)
      }
      content = .array(items)
    default: return
    }
  }
}
