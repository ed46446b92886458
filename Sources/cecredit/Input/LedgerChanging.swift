import ContinuingEdCore

/// What a command is about to change.
struct PlannedChange {
  /// The lines to be added; none is no change.
  var additions: [LedgerAddition]
  var status = ExitStatus.ok
  /// What the command says of it.
  var report: (Output) throws(CommandError) -> Void
}

/// How a command changes a ledger: it has the lock while it looks and while it writes, and nothing but SIGKILL ends it
/// in the midst of writing. With `--dry-run` it says the same and writes nothing.
enum LedgerChanging {
  /// Plans a change on the present state, makes it, and reports.
  static func run(
    _ folder: LedgerFolder, _ arguments: Arguments, _ console: Console,
    plan: (LedgerReading) throws(CommandError) -> PlannedChange
  ) throws(CommandError) -> ExitStatus {
    let seconds = try arguments.number(.wait) ?? 10
    if arguments.has(.dryRun) {
      let change = try plan(try LedgerViews.read(folder))
      try report(change, folder, arguments, console)
      console.say(Words("只是试运行，台账没有改动", "a dry run: nothing was changed"))
      return change.status
    }
    let lock = try lock(folder, seconds)
    let state = lock.snapshot
    let reading = try LedgerCalls.attempt(folder.path) { () throws(LedgerError) in try LedgerReading(state) }
    let change = try plan(reading)
    let output = try LedgerViews.openOutput(folder, arguments, console)
    Interruption.hold()
    do throws(LedgerError) {
      try lock.commit(change.additions)
    } catch {
      throw LedgerCalls.failure(error, folder.path)
    }
    do throws(CommandError) {
      try change.report(output)
      try output.finish()
    } catch {
      throw .failure(
        error.words + Words("；台账已经改动", "; the ledger has been changed all the same"))
    }
    return change.status
  }

  private static func report(
    _ change: PlannedChange, _ folder: LedgerFolder, _ arguments: Arguments, _ console: Console
  ) throws(CommandError) {
    let output = try LedgerViews.openOutput(folder, arguments, console)
    try change.report(output)
    try output.finish()
  }

  private static func lock(_ folder: LedgerFolder, _ seconds: Int) throws(CommandError) -> LedgerLock {
    do throws(LedgerError) {
      return try folder.lock(seconds: seconds)
    } catch {
      throw LedgerCalls.failure(error, folder.path)
    }
  }
}

extension PlannedChange {
  /// A change that is told of by its lines of the journal.
  init(
    _ additions: [LedgerAddition], lines: [JournalLine], added: [LedgerEntryID] = [], _ style: LedgerStyle,
    namedCSV path: String?
  ) {
    let text = LedgerChangeReport(lines, added: added, style).text()
    self.init(additions: additions) { (output) throws(CommandError) in
      if style.format == .csv { try output.writeByteOrderMark(ifNamed: path) }
      try output.write(text)
    }
  }
}

extension LedgerReading {
  /// Entries that a change may refer to: they are there, and they count.
  func currentEntries(_ ids: [LedgerEntryID]) throws(CommandError) -> [ShownEntry] {
    try LedgerCalls.attempt(snapshot.path) { () throws(LedgerError) in
      let found = try entries(ids)
      for entry in found where entry.fate != .current { throw .gone(entry.id, entry.fate) }
      return found
    }
  }
}
