import Foundation
import Testing

/// A ledger in a folder of its own, on which a test runs the program.
struct LedgerBook {
  /// The folder in which files can be put.
  let work: URL
  /// The ledger's folder.
  var path: String { work.appendingPathComponent("台账").path }

  /// Gives `body` an empty ledger.
  static func withEmpty<R>(_ body: (LedgerBook) throws -> R) throws -> R {
    try BuiltProgram.withFolder { folder in
      let book = LedgerBook(work: folder)
      let made = try BuiltProgram.run(["ledger", "init", book.path])
      #expect(made.status == 0, "\(made.err)")
      return try body(book)
    }
  }

  /// Gives `body` a ledger with these rows, imported at a fixed time by 录入.
  static func with<R>(_ rows: String, _ body: (LedgerBook) throws -> R) throws -> R {
    try withEmpty { book in
      let imported = try book.run(["import", try book.file("a.csv", rows)] + LedgerBook.fixed)
      #expect(imported.status == 0, "\(imported.err)")
      return try body(book)
    }
  }

  /// The options that make a change the same each time.
  static let fixed = ["--at", "2023-09-01T08:00:00+08:00", "--by", "录入"]

  static let header = "身份证号,姓名,单位,科目,类别,名称,开始日期,学时,审核状态\n"
  /// Two entries of 2023 and one of 2022.
  static let rows =
    header + """
      A1,张三,一院,专业,培训进修,急诊,2023-07-01,8,
      A2,李四,二院,公需,网络平台学习,公需课,2023-07-02,30,待审
      A1,张三,一院,专业,培训进修,护理,2022-05-06,6,已审验

      """

  /// Runs the program; the ledger is named behind the arguments.
  func run(
    _ arguments: [String], language: String = "en"
  ) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(arguments + ["--ledger", path], environment: ["LC_ALL": language])
  }

  /// Writes a file beside the ledger and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let url = work.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  /// A file of the ledger as text.
  func text(_ name: String) throws -> String { try BuiltProgram.text(path + "/" + name) }

  /// Writes a file of the ledger by hand.
  func edit(_ name: String, _ change: (String) -> String) throws {
    let changed = change(try text(name))
    try Data(changed.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  /// All files and their bytes, but for the lock, which says who had it last.
  func content() throws -> [String: Data] {
    var content: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) where name != ".lock" {
      var isFolder: ObjCBool = false
      let full = path + "/" + name
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      content[name] = try Data(contentsOf: URL(fileURLWithPath: full))
    }
    return content
  }

  /// The rows of `ledger list --format csv`, without the header.
  func list(_ arguments: [String] = []) throws -> [String] {
    let outcome = try run(["ledger", "list", "--format", "csv"] + arguments)
    #expect(outcome.status == 0, "\(outcome.err)")
    return outcome.text.split(separator: "\n").dropFirst().map(String.init)
  }

  /// Expects that every line of the ledger is right.
  func expectClean() throws {
    let outcome = try run(["ledger", "verify"])
    #expect(outcome.status == 0, "\(outcome.text)\(outcome.err)")
  }

  /// Expects that a command says this, exits with 2, prints nothing and changes no byte.
  func expectRefusal(_ arguments: [String], _ words: [String]) throws {
    let before = try content()
    let outcome = try run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.out.isEmpty)
    for word in words { #expect(outcome.err.contains(word), "\(outcome.err)") }
    #expect(try content() == before)
  }
}
