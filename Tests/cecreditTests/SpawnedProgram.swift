import Foundation
import Glibc

/// The built program, started and not waited for, so that a test can meet it at work.
struct SpawnedProgram {
  let process: pid_t

  /// How a process ended.
  enum Ending: Equatable {
    case exited(Int32)
    case killed(Int32)
  }

  /// It could not be started.
  struct NotStarted: Error { let number: Int32 }

  /// Starts the program. Output and messages go to files; input is a descriptor or nothing.
  init(
    _ arguments: [String], input: Int32? = nil, output: String = "/dev/null", messages: String = "/dev/null"
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    posix_spawn_file_actions_addopen(&actions, 2, messages, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    let words = SpawnedProgram.texts([BuiltProgram.path] + arguments)
    let variables = SpawnedProgram.texts(["PATH=/usr/bin:/bin", "LC_ALL=en"])
    defer { for text in words + variables { free(text) } }
    var process = pid_t()
    let number = posix_spawn(&process, BuiltProgram.path, &actions, nil, words, variables)
    guard number == 0 else { throw NotStarted(number: number) }
    self.process = process
  }

  /// Texts as C has them, to be freed.
  private static func texts(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var copies = texts.map { (text: String) -> UnsafeMutablePointer<CChar>? in strdup(text) }
    copies.append(nil)
    return copies
  }

  /// Sends a signal, whether it is still there or not.
  func send(_ signal: Int32) { kill(process, signal) }

  /// Waits for the end.
  func wait() -> Ending {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
  }

  /// Microseconds of a clock that only goes forward.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }
}

/// Numbers that look random and are the same each time.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
