/// A word of a closed list as rows store it: a number in one byte, in the order of declaration. Nobody outside sees these
/// numbers.
package protocol StoredWord: CaseIterable, Hashable, Sendable {
  /// The number of the first word.
  static var firstRaw: UInt8 { get }
  /// The last word.
  static var last: Self { get }
}

extension StoredWord {
  /// The number.
  ///
  /// A case without values lies in memory as its place in the order of declaration, so that this is an addition where a
  /// switch would be a table.
  @inline(__always)
  package var rawValue: UInt8 { unsafeBitCast(self, to: UInt8.self) &+ Self.firstRaw }

  /// The word with a number; nil where the list has none.
  @inline(__always)
  package init?(rawValue: UInt8) {
    guard rawValue >= Self.firstRaw, rawValue <= Self.last.rawValue else { return nil }
    self = unsafeBitCast(rawValue &- Self.firstRaw, to: Self.self)
  }
}

/// Words that a cell may hold: 0 is a blank one.
extension StoredWord where Self: CodedWord {
  package static var firstRaw: UInt8 { 1 }
}

extension Subject: StoredWord {
  package static var last: Subject { .professional }
}
extension Category: StoredWord {
  package static var last: Category { .annual }
}
extension LeaveKind: StoredWord {
  package static var last: LeaveKind { .other }
}
extension Level: StoredWord {
  package static var last: Level { .county }
}
extension Module: StoredWord {
  package static var last: Module { .elective }
}
extension ExamResult: StoredWord {
  package static var last: ExamResult { .failed }
}
extension ReviewStatus: StoredWord {
  package static var last: ReviewStatus { .rejected }
}
extension Employer: StoredWord {
  package static var last: Employer { .freelance }
}
extension ProblemCode: StoredWord {
  package static var last: ProblemCode { .idBirth }
}
extension Verdict: StoredWord {
  package static var firstRaw: UInt8 { 0 }
  package static var last: Verdict { .notApplicable }
}
extension EntryState: StoredWord {
  package static var firstRaw: UInt8 { 0 }
  package static var last: EntryState { .rejected }
}
extension LossReason: StoredWord {
  package static var firstRaw: UInt8 { 0 }
  package static var last: LossReason { .overlap }
}
extension PendingReason: StoredWord {
  package static var firstRaw: UInt8 { 0 }
  package static var last: PendingReason { .possibleDuplicate }
}
extension FindingCode: StoredWord {
  package static var firstRaw: UInt8 { 0 }
  package static var last: FindingCode { .calendarUnknown }
}
