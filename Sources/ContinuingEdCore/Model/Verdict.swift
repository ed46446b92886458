/// Whether a person has earned the year's hours (结论).
public enum Verdict: CodedWord {
  /// Credited hours reach everything required.
  case compliant
  /// They would, if all pending hours were approved.
  case pending
  /// They would not, even then.
  case short
  /// They would not, but a row of the person had a problem that may be to blame.
  case undetermined
  /// Another scheme holds for this person.
  case notApplicable
}

/// Where an entry stands after judgement.
public enum EntryState: CodedWord {
  /// What its limits leave of it counts.
  case confirmed
  /// It counts once someone has said so; until then only for `ifApproved`.
  case pending
  /// It brings nothing; its whole worth is one loss.
  case rejected
}

/// Why hours of an entry are not credited (Judging: Rejection, Limits): first the rejections, in their order, then the
/// limits.
public enum LossReason: CodedWord {
  /// It says the same as an earlier entry of the person.
  case duplicate
  /// Its status is rejected.
  case reviewRejected
  /// The rule set has no such category.
  case categoryNotRecognized
  /// The category does not bring this subject.
  case subjectNotAllowed
  /// Its result is failed.
  case notPassed
  /// Its days are not, or not all, of the rule set's year.
  case outsideYear
  /// It ends after a year whose make-up study is closed.
  case makeupClosed
  /// It starts or ends outside the window of its activity.
  case outsideWindow
  /// It ends too late for the person's review date.
  case afterReviewCutoff
  /// Its platform is not listed.
  case platformNotRecognized
  /// Its platform is closed to the person's group.
  case platformNotForGroup
  /// It has no filing number and needs one.
  case notFiled
  /// It was filed when it had begun.
  case filedLate
  /// It names no level and needs one.
  case levelMissing
  /// Another platform is the one kept for the year.
  case otherPlatform
  /// What the limit of a day refuses.
  case dailyCap
  /// What the pool of the year then refuses.
  case annualCap
  /// Months of an assignment that lie within those of an earlier one.
  case overlap
}

/// Why an entry that is not rejected waits for someone (Judging: Pending).
public enum PendingReason: CodedWord {
  /// Its status is a step before the final one; the others hold unless it is final.
  case inReview
  /// Online study that must be on a listed platform names none.
  case platformMissing
  /// It names a platform that the notice admits without listing it.
  case platformOutsideNotice
  /// The organiser has yet to file it.
  case filingMissing
  /// It names no evidence and needs some.
  case evidenceMissing
  /// It has no result and needs a passed one.
  case resultMissing
  /// How many hours it brings stands in another document.
  case amountOutsideNotice
  /// Study of this series counts once its department has filed it.
  case seriesByFiling
  /// Another entry is probably the same activity.
  case possibleDuplicate
}

/// What a reader of a verdict should know besides the hours (Judging: Findings), in the order of output.
public enum FindingCode: CodedWord {
  /// The person belongs to the unit for a part of the year.
  case partOfYear
  /// The notice sends the person elsewhere.
  case otherScheme
  /// The notice asks nothing of people of this kind.
  case exempt
  /// The notice asks other figures of people of this kind.
  case ownRequirement
  /// Study lies on several platforms, of which one is kept.
  case multiplePlatforms
  /// Public hours without a module; they fill compulsory first.
  case moduleUnknown
  /// Leave that is not long enough to lower what is required.
  case leaveTooShort
  /// Leave that would lower it once it is confirmed.
  case leavePending
  /// Filed before the term opened.
  case filedEarly
  /// Filed before the start, but fewer working days than the term wants.
  case filingShortNotice
  /// Working days were counted past the calendar, by weekends only.
  case calendarUnknown
}

/// A set of words of a closed list with fewer than 16 of them, in two bytes.
package struct WordSet<Word: StoredWord>: Sendable, Equatable {
  private var bits: UInt16 = 0

  /// The empty set.
  package init() {}

  /// Whether nothing is in it.
  package var isEmpty: Bool { bits == 0 }
  /// Adds a word.
  package mutating func insert(_ word: Word) { bits |= 1 << UInt16(word.rawValue) }
  /// Takes a word out.
  package mutating func remove(_ word: Word) { bits &= ~(1 << UInt16(word.rawValue)) }
  /// Whether it holds a word.
  package func contains(_ word: Word) -> Bool { bits & (1 << UInt16(word.rawValue)) != 0 }
  /// Adds all words of another set.
  package mutating func formUnion(_ other: Self) { bits |= other.bits }
  /// The words in the order of their list.
  package var words: [Word] { Word.allCases.filter(contains) }
}

/// Hours of the subjects, and of the modules where a rule set has them.
public struct SubjectHours: Hashable, Codable, Sendable {
  /// All public hours, with a module or without.
  public var `public` = Hours.zero
  /// All professional hours.
  public var professional = Hours.zero
  /// The public hours that fill the compulsory module; zero where the rule set has no modules.
  public var publicCompulsory = Hours.zero
  /// The public hours that fill the elective module; zero where the rule set has no modules.
  public var publicElective = Hours.zero

  /// No hours of anything.
  public init() {}

  /// Public and professional together.
  public var total: Hours { `public` + professional }
}

/// What is required of a person, or missing: subjects, modules and the total, each by itself.
public struct RequiredHours: Hashable, Codable, Sendable {
  /// Of the public subject.
  public var `public` = Hours.zero
  /// Of the professional subject.
  public var professional = Hours.zero
  /// Of both together; not always the sum of the two.
  public var total = Hours.zero
  /// Of the compulsory module; zero where the rule set has no modules.
  public var publicCompulsory = Hours.zero
  /// Of the elective module; zero where the rule set has no modules.
  public var publicElective = Hours.zero

  /// Nothing required, or nothing missing.
  public init() {}

  /// What `credited` still lacks of each.
  public func shortfall(of credited: SubjectHours) -> RequiredHours {
    var missing = RequiredHours()
    missing.public = `public`.missing(from: credited.public)
    missing.professional = professional.missing(from: credited.professional)
    missing.total = total.missing(from: credited.total)
    missing.publicCompulsory = publicCompulsory.missing(from: credited.publicCompulsory)
    missing.publicElective = publicElective.missing(from: credited.publicElective)
    return missing
  }

  /// Whether nothing is required, or nothing is missing.
  public var isZero: Bool { self == RequiredHours() }
}
