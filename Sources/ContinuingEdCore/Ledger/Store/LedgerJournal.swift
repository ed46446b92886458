/// All changes of a ledger.
package struct LedgerJournal: Sendable {
  /// The lines, in order.
  package let lines: JournalLines
  /// The id that the next change gets.
  package let nextID: Int
  /// How many records each file of entries, and that of people, must have.
  package let counts: [LedgerFile: Int]

  /// The bytes that each change brought to each file.
  let stretches: [LedgerFile: [FileStretch]]
  /// How far it goes.
  let seals: LedgerSeals

  init(_ reading: JournalReader) {
    lines = reading.lines
    nextID = (lines.indices.last.map { [lines] in lines.change(at: $0).id } ?? 0) + 1
    counts = lines.counts
    stretches = reading.stretches
    seals = reading.seals
  }

  /// What the changes have made of the entries.
  package func effects() -> LedgerEffects { LedgerEffects(lines) }

  /// Whether there is, or ever was, such an entry.
  package func has(_ entry: LedgerEntryID) -> Bool { entry.number <= counts[.entries(year: entry.year)] ?? 0 }

  /// The id of the next entry of a year; nil if its file is full.
  package func nextEntry(year: Int) -> LedgerEntryID? {
    LedgerEntryID(year: year, number: (counts[.entries(year: year)] ?? 0) + 1)
  }
}

/// The lines of a journal in compact form: what repeats from line to line is kept once.
package struct JournalLines: Sendable {
  /// What a line says of entries.
  struct Change: Sendable {
    var id: Int
    var action: JournalAction
    var entry: LedgerEntryID?
    var replacedBy: LedgerEntryID?
    var status: ReviewStatus?
  }

  private struct Packed: Sendable {
    var change: Change
    var line: UInt32
    var when: TextID
    var who: TextID
    var reason: TextID
    var file: TextID
    /// The place in `amounts`; −1 if it has none.
    var amounts: Int32
  }

  private struct Amounts: Sendable {
    var content: UInt64?
    var balance: ImportBalance?
    var added: [LedgerFile: Int]
    var stretches: [LedgerFile: LedgerStretch]
    var person = ""
    var sameAs = ""
    var rosterYear: Int?
  }

  private var items: [Packed] = []
  private var amounts: [Amounts] = []
  private var texts = TextTable()
  /// The sum of what was added to each file.
  private(set) var counts: [LedgerFile: Int] = [:]

  init() {}

  /// Adds a line at the end.
  mutating func append(_ line: JournalLine) {
    let last = items.last
    var packed = Packed(
      change: Change(
        id: line.id, action: line.action, entry: line.entry, replacedBy: line.replacedBy, status: line.status),
      line: UInt32(clamping: line.line), when: keep(line.when, like: last?.when),
      who: keep(line.who, like: last?.who), reason: keep(line.reason, like: last?.reason),
      file: keep(line.file, like: last?.file), amounts: -1)
    if line.content != nil || line.balance != nil || !line.added.isEmpty || !line.person.isEmpty {
      packed.amounts = Int32(truncatingIfNeeded: amounts.count)
      var more = Amounts(
        content: line.content, balance: line.balance, added: line.added, stretches: line.stretches)
      (more.person, more.sameAs, more.rosterYear) = (line.person, line.sameAs, line.rosterYear)
      amounts.append(more)
      for (file, count) in line.added { counts[file, default: 0] += count }
    }
    items.append(packed)
  }

  private mutating func keep(_ text: String, like last: TextID?) -> TextID {
    if let last, texts.string(last) == text { return last }
    return texts.append(text)
  }

  /// What a line says of entries, without its texts.
  func change(at index: Int) -> Change { items[index].change }
}

extension JournalLines: RandomAccessCollection {
  /// 0, also where there is no line.
  package var startIndex: Int { 0 }
  /// How many lines there are.
  package var endIndex: Int { items.count }

  /// A line with all its texts, put together when it is asked for.
  package subscript(index: Int) -> JournalLine {
    let item = items[index]
    var line = JournalLine(
      id: item.change.id, when: texts.string(item.when), who: texts.string(item.who),
      action: item.change.action)
    line.entry = item.change.entry
    line.replacedBy = item.change.replacedBy
    line.status = item.change.status
    line.reason = texts.string(item.reason)
    line.file = texts.string(item.file)
    if item.amounts >= 0 {
      let found = amounts[Int(item.amounts)]
      line.content = found.content
      line.balance = found.balance
      (line.added, line.stretches) = (found.added, found.stretches)
      (line.person, line.sameAs, line.rosterYear) = (found.person, found.sameAs, found.rosterYear)
    }
    line.line = Int(item.line)
    return line
  }
}
