import ContinuingEdCore
import Glibc

/// What the surroundings say of the terminal.
enum Terminal {
  /// An environment variable; nil if it is not set.
  static func variable(_ name: String) -> String? { getenv(name).map { PathName.text($0) } }

  /// Whether a file descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal, at least 40; 80 where there is none to ask and COLUMNS does not say.
  static func width(_ descriptor: Int32) -> Int {
    if let columns = variable("COLUMNS").flatMap({ Int($0) }), columns > 0 { return max(40, columns) }
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return max(40, Int(size.ws_col)) }
    return 80
  }

  /// The rows of the terminal on standard output, as LINES says or the terminal; nil where neither does.
  static var height: Int? {
    if let lines = variable("LINES").flatMap({ Int($0) }), lines > 0 { return lines }
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : nil
  }
}

/// Whether texts are coloured: `--color` goes before NO_COLOR, and that before FORCE_COLOR (CommandLine: At a desk).
enum ColourChoice: String, CaseIterable {
  case auto, always, never

  /// Whether colour may be written to a file descriptor.
  func allows(_ descriptor: Int32) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if let value = Terminal.variable("NO_COLOR"), !value.isEmpty { return false }
      if let value = Terminal.variable("FORCE_COLOR"), !value.isEmpty { return value != "0" }
      return Terminal.isTerminal(descriptor) && Terminal.variable("TERM") != "dumb"
    }
  }
}

/// The three descriptors that every process should have.
enum StandardStreams {
  /// Sees to it that no file that is opened later gets the number of a standard stream that was closed, and that a
  /// pipe without reader is an error to be handled and not the end of the process.
  static func prepare() {
    for (descriptor, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_WRONLY)]
    where fcntl(descriptor, F_GETFD) == -1 {
      // The wrong mode on purpose for input and output: to use them stays an error.
      _ = open("/dev/null", mode)
    }
    signal(SIGPIPE, SIG_IGN)
  }
}
