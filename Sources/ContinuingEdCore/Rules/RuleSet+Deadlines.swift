/// By when the notice wants something done that no entry shows (Deadlines).
extension RuleSet {
  /// A day, or days, by which somebody has to do something.
  package struct Deadline: Sendable, Equatable {
    /// Whom it binds: units, departments, bases, or people who study.
    package var who: String
    /// What is to be done.
    package var what: String
    /// When.
    package var by: Moment
    /// The time of day as `17:30`; nil where the notice gives none, so that the whole day counts.
    package var time: String?
    /// The clause that sets it.
    package var clause: ClauseID

    /// When something is to be done.
    package enum Moment: Sendable, Equatable {
      /// By the end of a day.
      case day(Day)
      /// Between two days, both included.
      case days(DayRange)
      /// Within so many days before a class starts.
      case daysBeforeStart(Int)
      /// By the nth working day before a class starts.
      case workingDaysBeforeStart(Int)
    }

    /// The minutes from midnight of a time as `17:30`; nil if it is none.
    static func minutes(of time: String) -> Int? {
      let parts = time.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2,
        parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
        let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
      else { return nil }
      return hour * 60 + minute
    }
  }
}
