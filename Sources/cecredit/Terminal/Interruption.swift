import ContinuingEdCore
import Glibc

/// What is done when the user presses Ctrl-C or the process is told to end: the file that is being written goes, and
/// the exit status is 130 (CommandLine: Exit status), or 128 + the signal.
enum Interruption {
  /// The paths of unfinished files, in memory that a signal handler may read; a free place is nil.
  private nonisolated(unsafe) static let paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
    capacity: capacity)
  private static let capacity = 8
  /// Whether a progress bar stands on the terminal and is to go with the process. A signal handler may read it.
  static var clearsLine: Bool {
    get { line.pointee }
    set { line.pointee = newValue }
  }
  private nonisolated(unsafe) static let line = UnsafeMutablePointer<Bool>.allocate(capacity: 1)

  /// Takes over the signals; once, before anything else.
  static func prepare() {
    paths.initialize(repeating: nil, count: capacity)
    line.initialize(to: false)
    // Also where it is ignored or blocked, as a shell has it for what runs in the background: who sends it means it.
    signal(SIGINT, leave)
    var blocked = sigset_t()
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGINT)
    sigprocmask(SIG_UNBLOCK, &blocked, nil)
    for number in [SIGTERM, SIGHUP] {
      let former = signal(number, leave)
      if unsafeBitCast(former, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }

  /// Lets nothing but SIGKILL end the process from here on: what has begun is brought to its end.
  static func hold() {
    var held = sigset_t()
    sigemptyset(&held)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, number) }
    sigprocmask(SIG_BLOCK, &held, nil)
  }

  /// Has a file removed if the process is interrupted; call on the main thread.
  static func guardFile(_ path: String) {
    for place in 0..<capacity where paths[place] == nil {
      paths[place] = strdup(PathName.bytes(path))
      return
    }
  }

  /// Forgets a file that is complete or gone.
  static func release(_ path: String) {
    for place in 0..<capacity {
      // The few bytes are not given back: a signal on another thread may be reading them.
      if let kept = paths[place], strcmp(kept, PathName.bytes(path)) == 0 { paths[place] = nil }
    }
  }

  /// Only what is safe in a signal handler: unlink, write and _exit.
  private static let leave: @convention(c) (Int32) -> Void = { number in
    Interruption.removeAll()
    if Interruption.clearsLine {
      let text = ProgressBar.clearing
      _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
    }
    _exit(128 + number)
  }

  private static func removeAll() {
    for place in 0..<capacity {
      if let path = paths[place] { unlink(path) }
    }
  }
}
