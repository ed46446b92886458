// The stable words of machine output (Vocabulary: Words; Outputs: Fields of JSON), all in one place. Written out, not
// made from the names of the cases: looking those up costs more than judging somebody. A test holds them to the names.

extension Verdict {
  /// The word of machine output.
  public var code: String {
    switch self {
    case .compliant: "compliant"
    case .pending: "pending"
    case .short: "short"
    case .undetermined: "undetermined"
    case .notApplicable: "not-applicable"
    }
  }
}

extension EntryState {
  /// The word of machine output.
  public var code: String {
    switch self {
    case .confirmed: "confirmed"
    case .pending: "pending"
    case .rejected: "rejected"
    }
  }
}

extension LossReason {
  /// The stable code of machine output.
  public var code: String {
    switch self {
    case .duplicate: "duplicate"
    case .reviewRejected: "review-rejected"
    case .categoryNotRecognized: "category-not-recognized"
    case .subjectNotAllowed: "subject-not-allowed"
    case .notPassed: "not-passed"
    case .outsideYear: "outside-year"
    case .makeupClosed: "makeup-closed"
    case .outsideWindow: "outside-window"
    case .afterReviewCutoff: "after-review-cutoff"
    case .platformNotRecognized: "platform-not-recognized"
    case .platformNotForGroup: "platform-not-for-group"
    case .notFiled: "not-filed"
    case .filedLate: "filed-late"
    case .levelMissing: "level-missing"
    case .otherPlatform: "other-platform"
    case .dailyCap: "daily-cap"
    case .annualCap: "annual-cap"
    case .overlap: "overlap"
    }
  }
}

extension PendingReason {
  /// The stable code of machine output.
  public var code: String {
    switch self {
    case .inReview: "in-review"
    case .platformMissing: "platform-missing"
    case .platformOutsideNotice: "platform-outside-notice"
    case .filingMissing: "filing-missing"
    case .evidenceMissing: "evidence-missing"
    case .resultMissing: "result-missing"
    case .amountOutsideNotice: "amount-outside-notice"
    case .seriesByFiling: "series-by-filing"
    case .possibleDuplicate: "possible-duplicate"
    }
  }
}

extension FindingCode {
  /// The stable code of machine output.
  public var code: String {
    switch self {
    case .partOfYear: "part-of-year"
    case .otherScheme: "other-scheme"
    case .exempt: "exempt"
    case .ownRequirement: "own-requirement"
    case .multiplePlatforms: "multiple-platforms"
    case .moduleUnknown: "module-unknown"
    case .leaveTooShort: "leave-too-short"
    case .leavePending: "leave-pending"
    case .filedEarly: "filed-early"
    case .filingShortNotice: "filing-short-notice"
    case .calendarUnknown: "calendar-unknown"
    }
  }
}

extension Employer {
  /// The English word of files, rules and JSON.
  public var code: String {
    switch self {
    case .publicInstitution: "public-institution"
    case .enterprise: "enterprise"
    case .freelance: "freelance"
    }
  }
}

extension ProblemCode {
  /// The stable code of machine output.
  public var code: String {
    switch self {
    case .missingColumn: "missing-column"
    case .duplicateColumn: "duplicate-column"
    case .missingPerson: "missing-person"
    case .mangledID: "mangled-id"
    case .unknownCategory: "unknown-category"
    case .unknownSubject: "unknown-subject"
    case .missingSubject: "missing-subject"
    case .badHours: "bad-hours"
    case .missingHours: "missing-hours"
    case .badDate: "bad-date"
    case .missingDate: "missing-date"
    case .endBeforeStart: "end-before-start"
    case .badYear: "bad-year"
    case .missingYear: "missing-year"
    case .badCount: "bad-count"
    case .unknownLevel: "unknown-level"
    case .unknownModule: "unknown-module"
    case .unknownResult: "unknown-result"
    case .unknownStatus: "unknown-status"
    case .unknownKind: "unknown-kind"
    case .unknownEmployer: "unknown-employer"
    case .unknownCity: "unknown-city"
    case .duplicatePerson: "duplicate-person"
    case .raggedRow: "ragged-row"
    case .unclosedQuote: "unclosed-quote"
    case .badQuote: "bad-quote"
    case .badEncoding: "bad-encoding"
    case .fieldTooLong: "field-too-long"
    case .errorCell: "error-cell"
    case .idChecksum: "id-checksum"
    case .nearID: "near-id"
    case .nameMismatch: "name-mismatch"
    case .duplicate: "duplicate"
    case .possibleDuplicate: "possible-duplicate"
    case .notInRoster: "not-in-roster"
    case .unknownColumn: "unknown-column"
    case .columnUnused: "column-unused"
    case .suspectColumn: "suspect-column"
    case .privateCharacter: "private-character"
    case .zeroHours: "zero-hours"
    case .away: "away"
    case .skippedRow: "skipped-row"
    case .skippedSheet: "skipped-sheet"
    case .shortRow: "short-row"
    case .placeholder: "placeholder"
    case .yearMismatch: "year-mismatch"
    case .over24ADay: "over-24-a-day"
    case .overlappingDays: "overlapping-days"
    case .sameEvidence: "same-evidence"
    case .futureDate: "future-date"
    case .idBirth: "id-birth"
    }
  }
}
