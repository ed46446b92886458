import ContinuingEdCore
import Glibc

/// The clock, where a command needs to know which day it is.
enum Clock {
  /// Today in China, wherever the machine stands: its days are those of the notices.
  static var today: Day {
    let secondsOfDay = 86_400
    let eightHours = 28_800
    return Day(number: Int32(truncatingIfNeeded: (time(nil) + eightHours) / secondsOfDay))
  }
}
