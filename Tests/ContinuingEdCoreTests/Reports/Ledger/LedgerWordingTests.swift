import Testing

@testable import ContinuingEdCore

/// What people are told of a ledger's faults and errors.
@Suite struct LedgerWordingTests {
  private static let entry = LedgerEntryID("2023-7")
  private static let line: JournalLine = {
    var line = JournalLine(id: 4, when: "2023-09-01", who: "李审", action: .correct)
    line.replacedBy = LedgerEntryID("2023-9")
    return line
  }()

  static let kinds: [(LedgerFault.Kind, code: String, english: String)] = {
    guard let entry else { return [] }
    return [
      (.wrongHeader(expected: "a,b"), "wrong-header", "the first line should be: a,b"),
      (.badText, "bad-text", "this is not UTF-8"),
      (
        .carriageReturn, "carriage-return",
        "another program has made the line ends CR LF; they should be LF alone, cecredit ledger repair mends it"
      ),
      (.noLineEnd, "no-line-end", "the last line has no line break"),
      (.blankLine, "blank-line", "a blank line"),
      (.raggedRow(cells: 3, expected: 4), "ragged-row", "3 cells where 4 should be"),
      (.badQuote, "bad-quote", "a quote never closes, or text follows it"),
      (.badCell(column: "when", value: ""), "bad-cell", "when must not be blank"),
      (.badCell(column: "status", value: "ok"), "bad-cell", "status can't be \"ok\""),
      (.needlessCell(column: "entry", value: "x"), "needless-cell", "entry should be blank, and not \"x\""),
      (.changeOutOfSequence(found: 5, expected: 4), "change-out-of-sequence", "change 5 where 4 should be"),
      (
        .entryOutOfSequence(found: "2023-8", expected: entry), "entry-out-of-sequence",
        "entry \"2023-8\" where 2023-7 should be: a line is missing, came in or was moved"
      ),
      (.unknownChange(id: "9"), "unknown-change", "the journal has no change \"9\""),
      (
        .lineCount(found: 1, expected: 2), "line-count", "1 row; by the journal there should be 2"
      ),
      (
        .goneEntry(entry, change: 3), "gone-entry",
        "it refers to entry 2023-7, which change 3 had voided or corrected"
      ),
      (
        .wrongYear(found: 2022), "wrong-year", "the row is of credit year 2022, which is not that of the file"
      ),
      (
        .row(.badHours, column: "hours", value: "八"), "bad-hours",
        "the row can't be used [bad-hours] hours \"八\""
      ),
      (.missingFile, "missing-file", "the file is missing, and the journal tells of its lines"),
      (
        .interruptedChange(id: 3), "interrupted-change",
        "change 3 was interrupted and does not count; the next command that writes clears it away"
      ),
    ]
  }()

  @Test(arguments: kinds.map { ($0.0, $0.1, $0.2) })
  func `a fault has a place, a stable code, and words in both languages`(
    kind: LedgerFault.Kind, code: String, english: String
  ) {
    let fault = LedgerFault("books/entries/2023.csv", line: 8, kind)
    #expect(LedgerFaultWording.code(of: fault) == code)
    #expect(
      LedgerFaultWording.line(fault, in: .english, ids: .masked) == "books/entries/2023.csv:8: " + english)
    let chinese = LedgerFaultWording.line(fault, in: .chinese, ids: .masked)
    #expect(chinese.hasPrefix("books/entries/2023.csv:8：") && chinese != code)
  }

  @Test func `an ID in a fault is masked for people`() {
    let fault = LedgerFault(
      "p", line: 1, .row(.mangledID, column: "person_id", value: "370402199003071000"))
    #expect(LedgerFaultWording.line(fault, in: .english, ids: .masked).contains("\"3704**********1000\""))
    #expect(LedgerFaultWording.line(fault, in: .english, ids: .full).contains("\"370402199003071000\""))
  }

  static let errors: [(LedgerFailure, String)] = {
    guard let entry else { return [] }
    let failure = LedgerFailure.SystemFailure(path: "books/.lock", errno: 13)
    return [
      (.notALedger(path: "x"), "x: not a ledger, it has no ledger.json; cecredit ledger init DIR makes one"),
      (
        .newerFormat(path: "x", found: 2, known: 1),
        "x/ledger.json:1: ledger format 2; this program knows format 1, use a newer program"
      ),
      (
        .locked(path: "x", by: nil, seconds: 3),
        "x: another process has been writing for 3 s; --wait waits longer"
      ),
      (.noSuchEntry(entry), "x/entries/2023.csv: there is no entry 2023-7"),
      (
        .gone(entry, .replaced(line)),
        "x/entries/2023.csv: entry 2023-7 was corrected by change 4 (2023-09-01); 2023-9 stands in its place, use that"
      ),
      (.system(failure), "books/.lock: error 13; nothing was changed"),
      (
        .notDurable(failure),
        "books/.lock: error 13. The change has happened, but a power cut might undo it; look with ledger verify"
      ),
      (.unreadable(.cannotOpen(path: "a.csv", errno: 2)), "a.csv: can't be read: error 2"),
    ]
  }()

  @Test(arguments: errors)
  func `an error says what would help, with its place`(error: LedgerFailure, english: String) {
    #expect(error.message(in: .english, folder: "x") { "error \($0)" } == english)
    let chinese = error.message(in: .chinese, folder: "x") { "错误 \($0)" }
    #expect(chinese.contains("：") && chinese != english)
  }
}
