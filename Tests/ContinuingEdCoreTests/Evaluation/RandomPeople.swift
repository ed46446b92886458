@testable import ContinuingEdCore

/// Random people of a rule set's year, as the reader would hand them over: dense where limits, windows and terms are.
struct RandomPeople {
  private var random: SeededRandom
  private let rules: RuleSet
  private(set) var records = Records()
  private var rows: [[EntryRow]] = []
  private var platforms: [TextID] = [.empty]

  /// `count` people with 0 to 12 entries each.
  static func make(_ count: Int, under rules: RuleSet, seed: Int) -> Records {
    var people = RandomPeople(random: SeededRandom(seed: UInt64(seed)), rules: rules)
    people.addPlatforms()
    for _ in 0..<count { people.addPerson() }
    people.records.entries = EntryStore(people.rows)
    return people.records
  }

  private init(random: SeededRandom, rules: RuleSet) {
    self.random = random
    self.rules = rules
    records.files = [SourceFile(path: "random.csv")]
  }

  private mutating func addPlatforms() {
    for platform in rules.platforms {
      for name in [platform.name] + platform.hosts + platform.shortNames {
        platforms.append(records.texts.append(name))
      }
    }
    platforms.append(records.texts.append("别处的平台"))
  }

  private mutating func addPerson() {
    var person = ListedPerson()
    person.id = records.texts.append("P\(records.people.count + 1)")
    var roster: RosterRow?
    if random.next(in: 0...3) == 0 {
      var facts = RosterRow()
      if let group = rules.seriesGroups.first, random.next(in: 0...1) == 0 {
        facts.series = records.texts.append(random.pick(group.containing) + "系列")
      }
      if random.next(in: 0...1) == 0 { facts.reviewDate = day(nearYear: true) }
      roster = facts
    }
    records.rosterFacts.append(roster)
    records.people.append(person)
    rows.append([])
    for _ in 0..<random.next(in: 0...12) { rows[rows.count - 1].append(entry()) }
  }

  mutating func entry() -> EntryRow {
    var entry = EntryRow()
    entry.line = UInt32(rows.reduce(0) { $0 + $1.count } + 2)
    entry.person = UInt32(records.people.count - 1)
    entry.category =
      random.next(in: 0...4) == 0
      ? random.pick(Category.allCases) : random.pick(rules.activities.map(\.category))
    entry.subject = random.pick([.public, .professional, nil])
    if entry.category?.needsSubject == true, entry.subject == nil { entry.subject = .public }
    entry.hours = Hours(
      hundredths: random.pick([100, 250, 800, 801, 1600, 3000, 6000, random.next(in: 1...5000)]))
    let start = day(nearYear: false)
    entry.start = start
    entry.end = start.adding(days: random.pick([0, 0, 0, 1, 2, 5, 30, 200]))
    if random.next(in: 0...2) == 0 { entry.year = rules.year }
    entry.kind = entry.category == .leave ? random.pick(LeaveKind.allCases) : nil
    entry.level = random.pick([nil] + Level.allCases.map(Optional.some))
    entry.module = random.pick([nil, .compulsory, .elective])
    entry.result = random.pick([nil, nil, .passed, .failed])
    entry.status = random.pick([
      nil, nil, nil, .verified, .verified, .declared, .unit, .department, .rejected,
    ])
    entry.count = random.pick([nil, 1, 2, 5])
    entry.platform = random.pick(platforms)
    if random.next(in: 0...3) > 0 { entry.marks.insert(.filed) }
    if random.next(in: 0...3) > 0 { entry.marks.insert(.evidence) }
    if random.next(in: 0...20) == 0 { entry.marks.insert(.duplicate) }
    if random.next(in: 0...20) == 0 { entry.marks.insert(.unusable) }
    if random.next(in: 0...2) == 0 { entry.filedOn = start.adding(days: -random.next(in: -1...20)) }
    return entry
  }

  /// Mostly one of a few days of a month or two, so that entries meet.
  private mutating func day(nearYear: Bool) -> Day {
    if random.next(in: 0...9) == 0 || nearYear {
      return Day.first(of: rules.year).adding(days: random.next(in: -40...400))
    }
    let month = random.pick([7, 8, 9, 12])
    return Day(year: rules.year, month: month, day: random.next(in: 1...12)) ?? Day.first(of: rules.year)
  }
}
