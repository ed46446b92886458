// The closed lists (Vocabulary: Words; RecordsFiles: Columns).

/// A word of a closed list, with its English code: what files, rule sets, JSON and `Codable` write.
///
///     let kind = LeaveKind(code: "sick")  // .sick
///     let word = Verdict.notApplicable.code
public protocol CodedWord: CaseIterable, Hashable, Codable, Sendable {
  /// The English word that files, rule sets and JSON use.
  var code: String { get }
}

extension CodedWord {
  /// The word with this English code; nil where the list has none.
  public init?(code: String) {
    guard let word = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = word
  }

  /// Decodes the code.
  ///
  /// - Throws: `DecodingError` for a text that the list does not have.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let code = try container.decode(String.self)
    guard let word = Self(code: code) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no such word: \(code)")
    }
    self = word
  }

  /// Encodes the code.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}

/// A subject (科目).
public enum Subject: CodedWord {
  /// 公需科目
  case `public`
  /// 专业科目
  case professional

  /// The English word of files, rules and JSON.
  public var code: String { self == .public ? "public" : "professional" }
}

/// A category of activity (类别).
public enum Category: CodedWord {
  /// 网络平台学习: courses on a platform.
  case online
  /// 培训进修: classes, lectures, further study.
  case training
  /// 高级研修班
  case workshop
  /// 学历教育: study for a degree beside work.
  case education
  /// 资格考试: an examination for a qualification.
  case qualification
  /// 成果论著: papers, books, patents.
  case achievement
  /// 服务基层
  case grassroots
  /// 专家活动: reviewing as an expert.
  case expert
  /// 援派支教: months spent elsewhere; brings hours in both subjects.
  case assignment
  /// 技能竞赛
  case competition
  /// 自学
  case selfStudy
  /// 注册类职业资格: the study that a registered profession asks for.
  case registered
  /// 外地转入: hours earned in another place.
  case transfer
  /// 其他: what else a notice may recognize.
  case other
  /// 特殊情形: brings no hours, but may lower what is required.
  case leave
  /// 年度学时: the hours of a whole year as audited before (TitleApplications: Years without a rule set).
  case annual

  /// Whether an entry of this category needs a start date or a period (RecordsFiles: What a category needs); the others
  /// need that or a year.
  public var needsStart: Bool {
    switch self {
    case .online, .training, .workshop, .grassroots, .expert, .assignment, .leave: true
    default: false
    }
  }

  /// Whether the subject must be named (RecordsFiles: What a category needs); elsewhere blank means professional.
  public var needsSubject: Bool { self == .online || self == .transfer || self == .annual }

  /// Whether the category never declares hours (RecordsFiles: What a category needs).
  package var neverNeedsHours: Bool { self == .assignment || self == .leave }

  /// Whether an entry is cut to the year rather than placed in one (Judging: Rejection): assignment and leave.
  @inline(__always)
  package var spansYears: Bool { self == .assignment || self == .leave }
}

/// The kind of a leave (种类).
public enum LeaveKind: CodedWord {
  /// 因公出境
  case abroad
  /// 病假
  case sick
  /// 产假
  case maternity
  /// 其他
  case other
}

/// The level of a competition or workshop (级别).
public enum Level: CodedWord {
  /// 国家级
  case national
  /// 省级
  case provincial
  /// 市级
  case municipal
  /// 县级
  case county
}

/// The module of a public course (修读).
public enum Module: CodedWord {
  /// 必修
  case compulsory
  /// 选修
  case elective
}

/// The result of an examination (考核结果).
public enum ExamResult: CodedWord {
  /// 合格
  case passed
  /// 不合格
  case failed
}

/// Where an entry stands in the review of its hours (审核状态): the steps in their order, and rejection. Each rule set says
/// which step is final (Judging: Review).
public enum ReviewStatus: CodedWord {
  /// 待审: the hours are declared.
  case declared
  /// 单位已审核: the unit has reviewed them.
  case unit
  /// 主管部门已审查: the department has reviewed them.
  case department
  /// 已审验: the hours are approved.
  case verified
  /// 驳回: the hours are turned down.
  case rejected

  /// The steps of review in their order.
  public static let steps: [ReviewStatus] = [.declared, .unit, .department, .verified]

  /// Whether it is at a step of review or beyond it; a rejection has reached none.
  @inline(__always)
  package func hasReached(_ step: ReviewStatus) -> Bool {
    self != .rejected && rawValue >= step.rawValue
  }
}

/// What kind of employer a person has (单位性质).
public enum Employer: CodedWord {
  /// 事业单位
  case publicInstitution
  /// 企业
  case enterprise
  /// 自由职业
  case freelance
}

/// `outsideYear` → `outside-year`: machine codes are the names of the cases, so that they cannot drift apart.
func kebab(_ name: String) -> String {
  var code = ""
  for scalar in name.unicodeScalars {
    if scalar.properties.isUppercase {
      code += "-" + scalar.properties.lowercaseMapping
    } else {
      code.unicodeScalars.append(scalar)
    }
  }
  return code
}
