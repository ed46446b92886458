import ContinuingEdCore

/// What a command is about to change.
struct PlannedChange {
  /// What is to be committed; nothing is no change.
  var work: LedgerWork
  var status = ExitStatus.ok
  /// What the command says of it.
  var report: (Output) throws(CommandError) -> Void
}

/// How a command changes a ledger: it has the lock while it looks and while it writes, and nothing but SIGKILL ends it
/// in the midst of writing. With `--dry-run` it says the same and writes nothing.
enum LedgerChanging {
  /// Plans a change on the present state, makes it, and reports. A change that was made counts: if only what is said of
  /// it can't be written, that is said, and the status is what the change deserves.
  static func run(
    _ folder: LedgerFolder, _ arguments: Arguments, _ console: Console,
    plan: (LedgerReading) throws(CommandError) -> PlannedChange
  ) throws(CommandError) -> ExitStatus {
    let seconds = try arguments.number(.wait) ?? 10
    if arguments.has(.dryRun) {
      let change = try plan(try LedgerViews.read(folder))
      try report(change, folder, arguments, console)
      console.note(Words("只是试运行，台账没有改动", "a dry run: nothing was changed"))
      return change.status
    }
    let lock = try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in
      try folder.lock(seconds: seconds)
    }
    let state = lock.snapshot
    let reading = try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in try LedgerReading(state)
    }
    let change = try plan(reading)
    let output = try LedgerViews.openOutput(folder, try LedgerStyle(arguments, console), arguments, console)
    Interruption.hold()
    do throws(LedgerFailure) {
      try lock.commit(change.work, after: reading.journal)
    } catch {
      throw LedgerCalls.failure(error, folder.path)
    }
    do throws(CommandError) {
      try change.report(output)
      try output.finish()
    } catch {
      if change.work.isEmpty { throw error }
      console.say(error.words + Words("；台账已经改动", "; the ledger has been changed all the same"))
    }
    return change.status
  }

  private static func report(
    _ change: PlannedChange, _ folder: LedgerFolder, _ arguments: Arguments, _ console: Console
  ) throws(CommandError) {
    let output = try LedgerViews.openOutput(folder, try LedgerStyle(arguments, console), arguments, console)
    try change.report(output)
    try output.finish()
  }
}

extension PlannedChange {
  /// A change by hand, told of by its lines of the journal.
  init(_ edit: LedgerEdit, _ style: LedgerStyle, namedCSV path: String?) {
    let text = LedgerChangeReport(edit, style).text()
    self.init(work: edit.work) { (output) throws(CommandError) in
      if style.format == .csv { try output.writeByteOrderMark(ifNamed: path) }
      try output.write(text)
    }
  }
}
