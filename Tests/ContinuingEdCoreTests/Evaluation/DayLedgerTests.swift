import Testing

@testable import ContinuingEdCore

/// The day limit against a plain search: hours fit if a flow from entries to their days, at most 8 a day, carries
/// them all.
@Suite struct DayLedgerTests {
  private static let year = DayRange(year: 2023)

  private static func days(_ from: Int, _ to: Int) -> DayRange {
    let first = year.start
    return DayRange(first.adding(days: from - 1), first.adding(days: to - 1)) ?? year
  }

  struct Spending: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// First day, last day, hours asked, hours got.
    var entries: [(Int, Int, Int, Int)]
  }

  @Test(arguments: [
    Spending(testDescription: "two courses of 8 on one day bring 8", entries: [(1, 1, 8, 8), (1, 1, 8, 0)]),
    Spending(testDescription: "a course of 16 on one day brings 8", entries: [(1, 1, 16, 8)]),
    Spending(
      testDescription: "16 over days 1–2, then 8 on day 2, bring 16", entries: [(1, 2, 16, 16), (2, 2, 8, 0)]),
    Spending(
      testDescription: "8 over days 1–2 make way for 8 on day 2", entries: [(1, 2, 8, 8), (2, 2, 8, 8)]),
    Spending(
      testDescription: "days 1–2 full, days 2–3 get the third", entries: [(1, 2, 16, 16), (2, 3, 16, 8)]),
    Spending(testDescription: "what was not given takes no room", entries: [(1, 1, 16, 8), (1, 2, 16, 8)]),
    Spending(
      testDescription: "a chain: 1–2, 2–3, 3–4 hold 32 in four days",
      entries: [(1, 2, 10, 10), (2, 3, 10, 10), (3, 4, 16, 12)]),
  ])
  func gives(_ spending: Spending) {
    var ledger = DayLedger(cap: Hours(8))
    for (from, to, asked, got) in spending.entries {
      let days = Self.days(from, to)
      let given = min(Hours(asked), ledger.room(for: days))
      #expect(given == Hours(got))
      ledger.give(given, to: days)
    }
  }

  @Test(arguments: 0..<40)
  func agreesWithAPlainSearch(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var ledger = DayLedger(cap: Hours(inHundredths: 8))
    var laidOut: [(days: ClosedRange<Int>, hours: Int)] = []
    // Long runs of seeds reach the table of runs that is kept of many entries.
    let all = (1...9).flatMap { from in (from...9).map { Self.days(from, $0) } }
    for _ in 0..<(seed % 4 == 0 ? 70 : 12) {
      let from = random.next(in: 1...9)
      let to = min(9, from + random.next(in: 0...3))
      let asked = random.next(in: 1...20)
      var expected = 0
      while expected < asked, Self.fits(laidOut + [(from...to, expected + 1)]) { expected += 1 }
      let given = min(Hours(inHundredths: asked), ledger.room(for: Self.days(from, to)))
      #expect(given.hundredths == expected)
      ledger.give(given, to: Self.days(from, to))
      if ledger.wantsTable { ledger.keepTable(of: all) }
      laidOut.append((from...to, expected))
    }
  }

  /// Earliest deadline first: day by day, eight units to whoever must be done soonest.
  private static func fits(_ entries: [(days: ClosedRange<Int>, hours: Int)]) -> Bool {
    var left = entries.map(\.hours)
    for day in 1...9 {
      var room = 8
      let open = entries.indices.filter { entries[$0].days.contains(day) }
      for index in open.sorted(by: { entries[$0].days.upperBound < entries[$1].days.upperBound }) {
        let used = min(room, left[index])
        room -= used
        left[index] -= used
      }
    }
    return left.allSatisfy { $0 == 0 }
  }
}

/// A small generator with a seed (SplitMix64's constants), so that a failure can be run again.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func next(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func pick<T>(_ list: [T]) -> T { list[next(in: 0...(list.count - 1))] }
}
