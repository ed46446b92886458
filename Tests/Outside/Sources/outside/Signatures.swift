import ContinuingEdCore
import Foundation

// What the library has promised to be called by. Whoever changes one of these breaks somebody's program.

func ruleSetSignatures() {
  let _: (String, Int, RuleLibrary) throws(RuleError) -> RuleSet = RuleSet.init(city:year:in:)
  let _: ([UInt8], String) throws(RuleError) -> RuleSet = RuleSet.init(json:named:)
  let _: ([UInt8], String) -> [RuleFault] = RuleSet.faults(inJSON:named:)
  let _: (RuleSet, RuleSet.Clause.ID) -> RuleSet.Clause? = { $0[$1] }
  let _: (RuleSet.Clause) -> (String, String) = { ($0.locator, $0.text) }
}

func staffSignatures() {
  let _: ([(Person, [Entry])]) -> Staff = Staff.init
  let _: ([UInt8], String, RosterFile?, [RuleSet], ReadingOptions) throws(ReadingError) -> Staff =
    Staff.init(csv:named:roster:for:options:)
  let _: ([URL], URL?, [RuleSet], ReadingOptions) async throws -> Staff =
    Staff.init(contentsOf:roster:for:options:)
  let _: (Staff) -> ([Problem], [Person]) = { ($0.problems, $0.people) }
  let _: (Entry) -> [ProblemCode] = \.problems
  let _: (URL) -> (RecordsFile, RosterFile) = { (RecordsFile(contentsOf: $0), RosterFile(contentsOf: $0)) }
}

func judgeSignatures(_ judge: Judge, _ staff: Staff) -> some Sequence<Judgement> & Sendable {
  let _: (RuleSet, [RuleSet], WorkdayCalendar, Day?) -> Judge = Judge.init
  let _: (Person, [Entry]) -> Judgement = judge.judgement(of:with:)
  let _: (Person, [Entry], Day) -> Plan = judge.plan(for:with:after:)
  let _: (Judgement) -> Explanation = judge.explanation(of:)
  let _: (Judgement) -> (Verdict, RequiredHours, SubjectHours, [EntryResult]) = {
    ($0.verdict, $0.required, $0.credited, $0.results)
  }
  let _: (Loss) -> (LossReason, Hours, RuleSet.Clause.ID?) = { ($0.reason, $0.hours, $0.clause) }
  return judge.judgements(of: staff)
}

func ledgerSignatures(
  _ ledger: Ledger, _ file: RecordsFile, _ entry: Entry, _ wang: Person, _ author: Author
) async throws(LedgerError) {
  let _: (URL) throws(LedgerError) -> Ledger = Ledger.create(at:)
  let _: (String, Timestamp) -> Author? = Author.init
  _ = try await ledger.staff(for: [])
  let _: ImportReceipt = try await ledger.importing(file, by: author, dryRun: true)
  let id: EntryID = try await ledger.add(entry, of: wang, by: author)
  let new: EntryID = try await ledger.correct(id, to: entry, because: "x", by: author)
  try await ledger.approve([new], as: .verified, by: author)
  try await ledger.void([new], because: "x", by: author)
}

func valueSignatures() {
  func isValue<Value: Sendable & Hashable & Codable>(_: Value.Type) {}
  isValue(Person.self)
  isValue(RosterFacts.self)
  isValue(Entry.self)
  isValue(Judgement.self)
  isValue(EntryResult.self)
  isValue(Plan.self)
  isValue(Explanation.self)
  isValue(TitleApplication.self)
  isValue(Problem.self)
  isValue(Day.self)
  isValue(DayRange.self)
  isValue(Hours.self)
  isValue(SubjectHours.self)
  isValue(RequiredHours.self)
  isValue(EntryID.self)
  isValue(ImportReceipt.self)
  func hasWords<Words: Localized>(_: Words.Type) {}
  hasWords(Problem.self)
  hasWords(Explanation.self)
  hasWords(Plan.self)
  hasWords(RuleFault.self)
  hasWords(RuleError.self)
  hasWords(ReadingError.self)
  hasWords(LedgerError.self)
}
