extension LedgerFailure {
  /// What stopped the work with a ledger and what would help, with the place. `reason` words an error number of the
  /// system; `folder` is the ledger's, for what has no place of its own.
  package func message(in language: Language, folder: String, reason: (Int32) -> String) -> String {
    switch self {
    case .notALedger(let path):
      return language.pick(
        "\(path)：不是台账（没有 ledger.json）；建立台账：cecredit ledger init 文件夹",
        "\(path): not a ledger, it has no ledger.json; cecredit ledger init DIR makes one")
    case .alreadyThere(let path):
      return language.pick("\(path)：已经是台账，没有改动", "\(path): a ledger already; nothing was changed")
    case .inTheWay(let path):
      return language.pick(
        "\(path)：已有这个文件，不会覆盖；请换一个文件夹",
        "\(path): there is such a file, which is not written over; choose another folder")
    case .newerFormat(let path, let found, let known):
      let file = LedgerFolder.join(path, LedgerFolder.formatName)
      return language.pick(
        "\(file):1：台账格式第 \(found) 版，本程序只认第 \(known) 版，请升级程序",
        "\(file):1: ledger format \(found); this program knows format \(known), use a newer program")
    case .olderFormat(let path, let found, let known):
      return language.pick(
        "\(path)：台账格式是第 \(found) 版，只能读；升级到第 \(known) 版后再写：cecredit ledger upgrade \(path)",
        "\(path): ledger format \(found), which can only be read; cecredit ledger upgrade \(path) brings it to format \(known)"
      )
    case .lockLost(let path):
      return language.pick(
        "\(path)：锁文件 .lock 在写之前被删除，可能有别人在写；没有改动，请再试一次",
        "\(path): the file .lock was taken away while it was held, and others may be writing; nothing was changed, try again"
      )
    case .notAFile(let path):
      return language.pick(
        "\(path)：是链接或别的东西，不是文件；台账里只能有普通文件",
        "\(path): a link or something else that is no file; a ledger holds plain files only")
    case .copyInTheWay(let path):
      return language.pick(
        "\(path)：已有这个文件夹，请先移开", "\(path): there is such a folder already; move it away first")
    case .impossible(let refusal): return refusal.message(in: language)
    case .damaged(let fault): return LedgerFaultWording.line(fault, in: language, ids: .masked)
    case .missingFile(let path):
      return language.pick(
        "\(path)：缺少这个文件，而流水中有它的内容；请从版本库或备份中找回",
        "\(path): the file is missing, and the journal tells of its lines; get it back from version control or a backup"
      )
    case .locked(let path, let process, let seconds): return locked(path, process, seconds, language)
    case .noSuchEntry(let id):
      return LedgerFailure.place(id, folder, language)
        + language.pick("没有登记项 \(id)", "there is no entry \(id)")
    case .gone(let id, let fate):
      return LedgerFailure.place(id, folder, language) + LedgerFailure.gone(id, fate, language)
    case .system(let failure):
      return language.pick(
        "\(failure.path)：\(reason(failure.errno))；台账没有改动",
        "\(failure.path): \(reason(failure.errno)); nothing was changed")
    case .notUndone(let failure, let undo):
      return language.pick(
        "\(failure.path)：\(reason(failure.errno))；撤销时 \(undo.path)：\(reason(undo.errno))。改动没有生效，下次写台账时先撤销",
        "\(failure.path): \(reason(failure.errno)); and undoing it, \(undo.path): \(reason(undo.errno)). The change does "
          + "not count; the next command that writes undoes it first")
    case .notDurable(let failure):
      return language.pick(
        "\(failure.path)：\(reason(failure.errno))。改动已生效，但断电时可能丢失；请用 ledger verify 核对",
        "\(failure.path): \(reason(failure.errno)). The change has happened, but a power cut might undo it; "
          + "look with ledger verify")
    case .unreadable(let error): return LedgerFailure.unreadable(error, language, reason)
    case .keepsChanging(let path):
      return language.pick(
        "\(path)：读取时一直在变，请稍后再试", "\(path): it kept changing while it was read; try again")
    }
  }

  /// Why a file can't be read; `reason` words an error number of the system.
  static func unreadable(
    _ error: ImportError, _ language: Language, _ reason: (Int32) -> String
  ) -> String {
    switch error {
    case .cannotOpen(let path, let number), .cannotRead(let path, let number):
      return language.pick("\(path)：读不出来：\(reason(number))", "\(path): can't be read: \(reason(number))")
    case .isDirectory(let path):
      return language.pick("\(path)：是文件夹，不是文件", "\(path): a folder and not a file")
    case .isDevice(let path):
      return language.pick("\(path)：是设备，不是文件", "\(path): a device and not a file")
    case .changedWhileReading(let path):
      return language.pick("\(path)：在读取时变短了", "\(path): became shorter while it was read")
    case .recordTooLong(let path, _):
      return language.pick("\(path)：有一条记录超过 2 GiB", "\(path): has a record of more than 2 GiB")
    case .workbook(let path, let fault):
      return "\(path)：\(WorkbookWording.afterName(fault, in: language))"
    case .noSuchSheet(let name, let sheets):
      return WorkbookWording.noSheet(name, of: sheets, in: language)
    case .notText(let path, let kind): return path + kind.refusal(in: language)
    case .noConversionTable:
      return language.pick("系统缺少 GB18030 编码表", "the system has no table of GB18030")
    }
  }

  private func locked(_ path: String, _ process: Int?, _ seconds: Int, _ language: Language) -> String {
    let who =
      process.map { language.pick("进程 \($0)", "process \($0)") } ?? language.pick("另一个进程", "another process")
    return language.pick(
      "\(path)：\(who)正在写台账，等了 \(seconds) 秒；--wait 可以多等",
      "\(path): \(who) has been writing for \(seconds) s; --wait waits longer")
  }

  /// The file that an entry would be in.
  private static func place(_ id: LedgerEntryID, _ folder: String, _ language: Language) -> String {
    LedgerFolder.join(folder, LedgerFile.entries(year: id.year).path) + language.pick("：", ": ")
  }

  private static func gone(_ id: LedgerEntryID, _ fate: LedgerFate, _ language: Language) -> String {
    switch fate {
    case .current: return language.pick("登记项 \(id) 有效", "entry \(id) counts")
    case .void(let line):
      return language.pick(
        "登记项 \(id) 已在改动 \(line.id)（\(line.when)）中作废",
        "entry \(id) is void since change \(line.id) (\(line.when))")
    case .replaced(let line):
      let other = line.replacedBy.map(\.text) ?? "?"
      return language.pick(
        "登记项 \(id) 已在改动 \(line.id)（\(line.when)）中更正为 \(other)，请改用 \(other)",
        "entry \(id) was corrected by change \(line.id) (\(line.when)); \(other) stands in its place, use that"
      )
    }
  }
}
