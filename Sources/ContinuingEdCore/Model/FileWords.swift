// Words of closed lists that stand in records files as well as in rules and JSON: constants, so that whoever writes
// millions of rows copies their bytes and makes no string.

extension Category {
  /// The English word of files, rules and JSON.
  public var code: String { word.description }

  var word: StaticString {
    switch self {
    case .online: "online"
    case .training: "training"
    case .workshop: "workshop"
    case .education: "education"
    case .qualification: "qualification"
    case .achievement: "achievement"
    case .grassroots: "grassroots"
    case .expert: "expert"
    case .assignment: "assignment"
    case .competition: "competition"
    case .selfStudy: "self-study"
    case .registered: "registered"
    case .transfer: "transfer"
    case .other: "other"
    case .leave: "leave"
    case .annual: "annual"
    }
  }
}

extension LeaveKind {
  /// The English word of files, rules and JSON.
  public var code: String { word.description }

  var word: StaticString {
    switch self {
    case .abroad: "abroad"
    case .sick: "sick"
    case .maternity: "maternity"
    case .other: "other"
    }
  }
}

extension Level {
  /// The English word of files, rules and JSON.
  public var code: String { word.description }

  var word: StaticString {
    switch self {
    case .national: "national"
    case .provincial: "provincial"
    case .municipal: "municipal"
    case .county: "county"
    }
  }
}

extension Module {
  /// The English word of files, rules and JSON.
  public var code: String { word.description }

  var word: StaticString {
    switch self {
    case .compulsory: "compulsory"
    case .elective: "elective"
    }
  }
}

extension ExamResult {
  /// The English word of files, rules and JSON.
  public var code: String { word.description }

  var word: StaticString {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    }
  }
}

extension ReviewStatus {
  /// The English word of files, rules and JSON.
  public var code: String { word.description }

  var word: StaticString {
    switch self {
    case .declared: "declared"
    case .unit: "unit"
    case .department: "department"
    case .verified: "verified"
    case .rejected: "rejected"
    }
  }
}
