import ContinuingEdCore
import Glibc

/// Shows a long result a screen at a time (CommandLine: At a desk). What fits on the screen is written as it is.
final class Pager {
  private let command: String
  private let rows: Int
  private var held: [UInt8] = []
  private var lines = 0
  private var process: pid_t?
  private var pipe: Int32 = -1

  /// The pager of `PAGER`, else less; nil where there is none, or no screen that it could fill.
  init?() {
    let named = Terminal.variable("PAGER")
    if Terminal.variable("TERM") == "dumb" { return nil }
    if let named, named.isEmpty || named == "cat" { return nil }
    // A terminal that has no size is nobody's screen; who names a pager wants one all the same.
    guard let rows = Terminal.height ?? (named == nil ? nil : 24) else { return nil }
    command = named ?? "less"
    self.rows = rows
  }

  /// Takes the next bytes; returns 0, or the error number.
  func take(_ bytes: [UInt8]) -> Int32 {
    if process != nil { return write(bytes, to: pipe) }
    held += bytes
    lines += bytes.count { $0 == UInt8(ascii: "\n") }
    if lines < rows { return 0 }
    defer { held = [] }
    return write(held, to: start() ? pipe : STDOUT_FILENO)
  }

  /// Writes what fits on the screen, or waits until the pager is left.
  func finish() -> Int32 {
    guard let process else {
      defer { held = [] }
      return write(held, to: STDOUT_FILENO)
    }
    close(pipe)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return 0
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { Descriptor.write($0, to: descriptor) }
  }

  /// Starts the pager; false where it can't be.
  private func start() -> Bool {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    // It handles signals as any program does, whatever this one has made of them.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    for number in [SIGINT, SIGPIPE] { sigaddset(&usual, number) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    // Colours are shown, and what fits on the screen after all is not held.
    if Terminal.variable("LESS") == nil { setenv("LESS", "FRX", 1) }
    var words: [UnsafeMutablePointer<CChar>?] = ["/bin/sh", "-c", command].map {
      (word: String) in strdup(word)
    }
    words.append(nil)
    defer { for word in words { free(word) } }
    var started = pid_t()
    let number = posix_spawn(&started, "/bin/sh", &actions, &attributes, words, environ)
    close(ends[0])
    if number != 0 {
      close(ends[1])
      return false
    }
    // Ctrl-C is for the pager now.
    signal(SIGINT, SIG_IGN)
    (process, pipe) = (started, ends[1])
    return true
  }
}
