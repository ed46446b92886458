import ContinuingEdCore
import Glibc
import Synchronization

/// How far long work is, on one line of standard error: a bar, the rate and the time left. Nothing is shown for work
/// that takes less than half a second.
final class ProgressBar: Sendable {
  private let language: Language
  private let label: Words
  /// All there is to do; 0 where nobody knows.
  private let total: Int
  private let unit: Unit
  private let started = ProgressBar.now()
  private let state = Mutex(State())

  /// What is counted.
  enum Unit: Sendable {
    case bytes, people
  }

  private struct State {
    /// What was done before the current file.
    var before = 0
    var current = 0
    /// Milliseconds after the start.
    var lastDrawn = 0
    var isShown = false
  }

  /// A bar, unless the command line (`--progress`) or the surroundings want none.
  init?(_ console: Console, _ label: Words, choice: String?, total: Int, unit: Unit) {
    if console.isQuiet { return nil }
    switch choice ?? "auto" {
    case "always": break
    case "never": return nil
    default:
      guard Terminal.isTerminal(STDERR_FILENO), Terminal.variable("TERM") != "dumb" else { return nil }
    }
    language = console.language
    self.label = label
    self.total = total
    self.unit = unit
  }

  /// How the line is taken away.
  static let clearing: StaticString = "\r\u{1B}[K"

  /// Told from any thread how far the current file is; a smaller number than before begins the next file.
  func advance(to amount: Int) {
    guard let line = lineDue(amount, milliseconds: ProgressBar.now() - started) else { return }
    Interruption.clearsLine = true
    write(line)
  }

  /// The line to draw at this amount, so many milliseconds after the start: at most ten a second, and none at first.
  func lineDue(_ amount: Int, milliseconds: Int) -> String? {
    state.withLock { state in
      if amount < state.current { state.before += state.current }
      state.current = amount
      if milliseconds < 500 || milliseconds - state.lastDrawn < 100 { return nil }
      state.lastDrawn = milliseconds
      state.isShown = true
      return line(done: state.before + amount, milliseconds: milliseconds)
    }
  }

  /// Takes the line away.
  func finish() {
    let isShown = state.withLock { state in
      defer { state.isShown = false }
      return state.isShown
    }
    if isShown { write("\(ProgressBar.clearing)") }
    Interruption.clearsLine = false
  }

  /// The line at a moment, from the start of the line to its end.
  func line(done: Int, milliseconds: Int) -> String {
    let rate = done * 1000 / max(1, milliseconds)
    var line = "\r" + label.text(in: language) + " "
    if total > 0 {
      let part = min(done, total)
      let cells = 24 * part / total
      line += String(repeating: "█", count: cells) + String(repeating: "░", count: 24 - cells)
      line += " \(100 * part / total)%  \(amount(part, of: total))  "
    } else {
      line += amount(done, of: nil) + "  "
    }
    line += language.pick("每秒 \(shown(rate))", "\(shown(rate))/s")
    if total > 0, rate > 0 {
      let seconds = (max(0, total - done) + rate - 1) / rate
      let clock = "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
      line += language.pick("  还要 \(clock)", "  \(clock) left")
    }
    return line + "\u{1B}[K"
  }

  private func amount(_ done: Int, of total: Int?) -> String {
    total.map { "\(shown(done))/\(shown($0))" } ?? shown(done)
  }

  private func shown(_ amount: Int) -> String {
    switch unit {
    case .people: return language.pick("\(amount) 人", "\(amount) people")
    case .bytes:
      let mebibytes = amount >> 20
      return mebibytes < 10 ? "\(amount >> 10) KiB" : "\(mebibytes) MiB"
    }
  }

  private func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = Descriptor.write(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
  }

  /// Milliseconds of a clock that only goes forward.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
