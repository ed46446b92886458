import Foundation
import Testing

/// Both ends of a terminal that nobody sits at.
struct PseudoTerminal {
  /// What the program writes to, and reads from.
  let inside: FileHandle
  private let outside: FileHandle

  /// A terminal of this size; one of no rows has none.
  init(rows: UInt16 = 0, columns: UInt16 = 0) throws {
    var (near, far): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&near, &far, nil, nil, &size) == 0)
    outside = FileHandle(fileDescriptor: near, closeOnDealloc: true)
    inside = FileHandle(fileDescriptor: far, closeOnDealloc: true)
  }

  /// What has been written so far.
  func text() -> String { String(decoding: bytes(), as: UTF8.self) }

  private func bytes() -> [UInt8] {
    _ = fcntl(outside.fileDescriptor, F_SETFL, O_NONBLOCK)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(outside.fileDescriptor, &piece, piece.count)
      if count <= 0 { return bytes }
      bytes += piece[..<count]
    }
  }

  /// Types.
  func type(_ text: String) { outside.write(Data(text.utf8)) }

  /// What a run showed and how it ended.
  struct Outcome {
    var text: String
    var status: Int32
  }

  /// Runs the program with its three streams on a terminal, or only those of its results and messages; line ends are
  /// those that the program wrote.
  static func run(
    _ arguments: [String], rows: UInt16 = 24, columns: UInt16 = 80, environment: [String: String] = [:],
    typing typed: String? = nil, folder: URL? = nil
  ) throws -> Outcome {
    let terminal = try PseudoTerminal(rows: rows, columns: columns)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? BuiltProgram.package
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "en_US.UTF-8", "TERM": "xterm"]
      .merging(environment) { $1 }
    process.standardInput = typed == nil ? FileHandle.nullDevice : terminal.inside
    process.standardOutput = terminal.inside
    process.standardError = terminal.inside
    if let typed { terminal.type(typed) }
    try process.run()
    var bytes: [UInt8] = []
    while process.isRunning {
      bytes += terminal.bytes()
      usleep(2000)
    }
    process.waitUntilExit()
    bytes += terminal.bytes()
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    return Outcome(text: text, status: process.terminationStatus)
  }
}
