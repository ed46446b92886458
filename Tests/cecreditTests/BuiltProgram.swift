import Foundation
import Testing

/// The built program, run as a user runs it.
enum BuiltProgram {
  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var out: Data
    var err: String
    /// Standard output as text.
    var text: String { String(decoding: out, as: UTF8.self) }
  }

  /// The binary beside the tests.
  static let path: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<5 {
      let candidate = folder.appendingPathComponent("cecredit").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return package.appendingPathComponent(".build/debug/cecredit").path
  }()

  /// The folder of the package, where `samples` is.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs the program in the package's folder. Its environment is `environment` alone, and a Chinese locale.
  static func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(path, arguments, input: input, environment: environment)
  }

  /// Runs a shell command in which `$CECREDIT` is the program.
  static func shell(_ command: String, environment: [String: String] = [:]) throws -> Outcome {
    var environment = environment
    environment["CECREDIT"] = path
    // The shell itself complains of a locale that the machine has not got.
    environment["LC_ALL"] = environment["LC_ALL"] ?? ""
    environment["LC_MESSAGES"] = ""
    environment["LANG"] = ""
    return try run("/bin/bash", ["-c", command], input: Data(), environment: environment)
  }

  private static func run(
    _ executable: String, _ arguments: [String], input: Data, environment: [String: String]
  ) throws -> Outcome {
    try withFolder { folder in
      let names = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
      try input.write(to: names[0])
      for name in names[1...] { try Data().write(to: name) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: executable)
      process.arguments = arguments
      process.currentDirectoryURL = package
      process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "zh_CN.UTF-8"]
        .merging(environment) { $1 }
      process.standardInput = try FileHandle(forReadingFrom: names[0])
      process.standardOutput = try FileHandle(forWritingTo: names[1])
      process.standardError = try FileHandle(forWritingTo: names[2])
      try process.run()
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus, out: try Data(contentsOf: names[1]),
        err: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
    }
  }

  /// A file as text, with its byte order mark.
  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  /// Gives `body` a folder that is removed afterwards.
  static func withFolder<R>(_ body: (URL) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cecredit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// A row of a records file for heze-2022 that a test can vary.
  static let header = "身份证号,姓名,单位,科目,类别,名称,平台,开始日期,结束日期,学时,备案号,审核状态\n"
  static let compliant = """
    A1,张三,一院,公需,网络平台学习,公需课,菏泽学院,2022-07-01,2022-07-31,30,,
    A1,张三,一院,专业,网络平台学习,专业课,菏泽学院,2022-07-01,2022-07-31,60,,

    """
  static let short = "A2,李四,二院,专业,培训进修,急诊培训,,2022-08-01,2022-08-01,12,备1,\n"
  static let pending = """
    A3,王五,二院,公需,网络平台学习,公需课,菏泽学院,2022-07-01,2022-07-31,30,,待审
    A3,王五,二院,专业,网络平台学习,专业课,菏泽学院,2022-07-01,2022-07-31,60,,

    """
  static let broken = "A4,赵六,二院,专业,培训进修,急诊培训,,2022-08-01,2022-08-01,八,备1,\n"

  /// Runs `check -` on a records file for heze-2022.
  static func check(
    _ rows: String, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(
      ["check", "-", "--rules", "heze-2022"] + arguments, input: Data((header + rows).utf8),
      environment: environment)
  }
}
