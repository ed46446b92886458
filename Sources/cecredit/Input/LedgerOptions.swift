import ContinuingEdCore
import Foundation
import Glibc

// What the commands of the ledger share.
extension Option {
  static let ledger = Option(
    "--ledger", value: Words("文件夹", "DIR"), Words("台账所在的文件夹", "the folder of the ledger"))
  static let wait = Option(
    "--wait", value: Words("秒", "SECONDS"),
    Words("别人正在写台账时最多等多少秒（默认 10）", "how long to wait while somebody else writes (10)"))
  static let at = Option(
    "--at", value: Words("时间", "TIME"),
    Words(
      "记入流水的时间，如 2023-07-01 或 2023-07-01T09:30:00+08:00；默认是现在", "the time for the journal, by default now"))
  static let by = Option(
    "--by", value: Words("姓名", "NAME"),
    Words("记入流水的经手人；默认是系统用户名", "who does it, for the journal; by default the user"))
  static let reason = Option(
    "--reason", value: Words("理由", "TEXT"), Words("记入流水的理由", "why, for the journal"))
  static let dryRun = Option(
    "--dry-run", Words("只显示会发生什么，不改动台账", "show what would happen, and change nothing"))

  /// What every command that changes a ledger accepts.
  static let ledgerChange: [Option] = [.by, .at, .wait, .dryRun]
}

/// Which folder a command of the ledger means.
enum LedgerPlace {
  /// The folder of `--ledger`, or nil.
  static func named(_ arguments: Arguments) -> LedgerFolder? {
    arguments[.ledger].map { LedgerFolder($0) }
  }

  /// The folder of `--ledger`, which must be there.
  static func required(_ arguments: Arguments) throws(CommandError) -> LedgerFolder {
    if let folder = named(arguments) { return folder }
    guard let folder = try otherwise(arguments) else {
      throw .usage(
        Words(
          "缺少 --ledger 文件夹；还没有台账时：cecredit ledger init",
          "--ledger DIR is missing; to make a ledger: cecredit ledger init"))
    }
    return folder
  }

  /// The ledger of who names none: the present folder, else the one that is remembered, else the default one.
  private static func otherwise(_ arguments: Arguments) throws(CommandError) -> LedgerFolder? {
    if LedgerFolder.isLedger(".") { return LedgerFolder(".") }
    if let folder = try remembered(arguments) { return folder }
    return usual(arguments, isUsed: true)
  }

  /// The ledger that is remembered.
  static func remembered(_ arguments: Arguments) throws(CommandError) -> LedgerFolder? {
    guard let setting = arguments.remembered[.ledger] else { return nil }
    if !LedgerFolder.isLedger(setting.value) {
      throw setting.wrong("“\(setting.value)”不是台账", "\"\(setting.value)\" is no ledger")
    }
    return LedgerFolder(setting.value)
  }

  /// The default ledger in the user's folder of data, once it has been made; its use is mentioned.
  static func usual(_ arguments: Arguments, isUsed: Bool = false) -> LedgerFolder? {
    guard arguments.remembered.usesDefaultLedger, let path = UserFolder.ledger(Terminal.variable),
      LedgerFolder.isLedger(path)
    else { return nil }
    if isUsed { arguments.remembered.note(Words("用默认台账 \(path)", "this is the default ledger, \(path)")) }
    return LedgerFolder(path)
  }

  /// The folder of `--ledger`, else of an operand that is no entry, which is taken out, else the current one.
  static func find(_ arguments: Arguments) throws(CommandError) -> (folder: LedgerFolder, operands: [String])
  {
    var operands = arguments.operands
    if let folder = named(arguments) { return (folder, operands) }
    if let place = operands.firstIndex(where: { LedgerEntryID($0) == nil && isFolder($0) }) {
      return (LedgerFolder(operands.remove(at: place)), operands)
    }
    if let folder = try otherwise(arguments) { return (folder, operands) }
    throw .usage(
      Words(
        "要用 --ledger 文件夹 写明台账，或在命令后写出它的文件夹，或在台账的文件夹里运行",
        "name the ledger by --ledger DIR, or its folder behind the command, or run this inside the ledger")
        + Words(
          operands.first.map { "；没有文件夹“\($0)”" } ?? "",
          operands.first.map { "; there is no folder \"\($0)\"" } ?? ""))
  }

  /// Refuses outputs that would lie in the folder of a ledger, among its files.
  static func refuse(_ outputs: [String], in ledger: LedgerFolder) throws(CommandError) {
    let folders = [ledger.path, ledger.path + "/entries"].compactMap(identity)
    for path in outputs where path != "-" {
      let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
      guard let place = identity(parent), folders.contains(where: { $0 == place }) else { continue }
      throw .usage(
        Words(
          "输出文件 \(path) 在台账的文件夹里；请换一个地方",
          "output file \(path) would lie among the ledger's; choose another place"))
    }
  }

  /// What tells a folder from all others.
  private static func identity(_ path: String) -> (dev_t, ino_t)? {
    var status = stat()
    return stat(PathName.bytes(path), &status) == 0 ? (status.st_dev, status.st_ino) : nil
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(PathName.bytes(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// Calls into the ledger, with its errors in words.
enum LedgerCalls {
  /// Does something with the ledger in a folder.
  static func attempt<R: ~Copyable>(
    _ folder: String, _ body: () throws(LedgerFailure) -> R
  ) throws(CommandError) -> R {
    do {
      return try body()
    } catch {
      throw failure(error, folder)
    }
  }

  static func failure(_ error: LedgerFailure, _ folder: String) -> CommandError {
    .failure(
      Words(
        error.message(in: .chinese, folder: folder) { Descriptor.reason($0).chinese },
        error.message(in: .english, folder: folder) { Descriptor.reason($0).english }))
  }
}

extension Arguments {
  /// The text of an option for the journal: one line that is not blank, of no more characters than the option may have.
  func line(_ option: Option) throws(CommandError) -> String? {
    guard let text = self[option] else { return nil }
    return try Arguments.line(text, of: option)
  }

  /// The same of a text.
  static func line(_ text: String, of option: Option) throws(CommandError) -> String {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if trimmed.isEmpty {
      throw .usage(Words("\(option.name) 不能为空", "\(option.name) must not be blank"))
    }
    let most = option.name == Option.by.name ? 200 : 2000
    if trimmed.unicodeScalars.count > most || trimmed.unicodeScalars.contains(where: HiddenText.isHidden) {
      throw .usage(
        Words(
          "\(option.name) 应是一行文字，最多 \(most) 个字，没有控制字符和方向字符",
          "\(option.name) is one line of at most \(most) characters, without control, format and bidi characters"
        ))
    }
    return trimmed
  }

  /// The entries that operands name.
  static func entries(_ operands: [String]) throws(CommandError) -> [LedgerEntryID] {
    var entries: [LedgerEntryID] = []
    for text in operands {
      guard let id = LedgerEntryID(text) else {
        throw .usage(
          Words("登记项应写成 年度-序号，如 2023-17，而不是“\(text)”", "an entry is YEAR-N, as 2023-17, and not \"\(text)\""))
      }
      if entries.contains(id) {
        throw .usage(Words("登记项 \(id) 写了两次", "entry \(id) is there twice"))
      }
      entries.append(id)
    }
    return entries
  }
}
