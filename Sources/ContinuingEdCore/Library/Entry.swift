/// An entry (登记项): one activity of one person, as a row of a records file says it (RecordsFiles: Columns).
///
///     let course = Entry(
///       .online, subject: .public, title: "公需课", days: Day("2022-07-01").map(DayRange.init), hours: Hours(30),
///       platform: "菏泽学院")
///     print(course.problems)              // []
///
/// Nothing is checked while it is made. ``problems`` says what the reader of files would, and whoever judges it has the
/// same checks: an entry with a problem is not used, and its person is not compliant by mistake.
public struct Entry: Sendable, Hashable, Codable {
  /// What was done (类别).
  public var category: Category
  /// What it counts for (科目); nil is professional where the category does not ask for it.
  public var subject: Subject?
  /// What it was called (名称).
  public var title: String
  /// The days, both ends included; nil where the year alone says when.
  public var days: DayRange?
  /// The credit year (年度), 1900 to 2100; nil is that of the days.
  public var year: Int?
  /// The declared hours (学时); nil where the rule set fixes the amount.
  public var hours: Hours?
  /// How many items (数量), 1 to 1000; nil is 1.
  public var count: Int?
  /// The level (级别), where the amount goes by it.
  public var level: Level?
  /// The module of a public course (修读).
  public var module: Module?
  /// Where it was studied (平台): a name or host of a platform.
  public var platform: String
  /// The filing number (备案号); empty is not filed.
  public var filing: String
  /// The day of filing (备案日期).
  public var filedOn: Day?
  /// What shows it (证明材料); empty is none named.
  public var evidence: String
  /// The result of the examination (考核结果).
  public var result: ExamResult?
  /// Where its review stands (审核状态).
  public var status: ReviewStatus?
  /// The kind (种类): which leave it is, or what tells it from others, as 知识更新.
  public var kind: EntryKind?
  /// The mode (形式).
  public var mode: StudyMode?
  /// Who held it (主办单位); looked at only to tell duplicates.
  public var organizer: String
  /// A note (备注); looked at only to tell duplicates.
  public var note: String

  /// An entry of a category. What the category needs besides, ``problems`` tells.
  public init(
    _ category: Category, subject: Subject? = nil, title: String = "", days: DayRange? = nil,
    year: Int? = nil, hours: Hours? = nil, count: Int? = nil, level: Level? = nil, module: Module? = nil,
    platform: String = "", filing: String = "", filedOn: Day? = nil, evidence: String = "",
    result: ExamResult? = nil, status: ReviewStatus? = nil, kind: EntryKind? = nil, mode: StudyMode? = nil,
    organizer: String = "", note: String = ""
  ) {
    (self.category, self.subject, self.title, self.days) = (category, subject, title, days)
    (self.year, self.hours, self.count, self.level, self.module) = (year, hours, count, level, module)
    (self.platform, self.filing, self.filedOn, self.evidence) = (platform, filing, filedOn, evidence)
    (self.result, self.status, self.kind, self.mode) = (result, status, kind, mode)
    (self.organizer, self.note) = (organizer, note)
  }

  /// What the reader of files says of it (Problems: Codes): problems, with which it is not used, and warnings. Whether
  /// hours must be declared depends on the rule set: here they may be missing where some rule set fixes the amount.
  public var problems: [ProblemCode] {
    TypedRecords.read([(Person(id: "entry"), [self])], for: RulesOfReading()).problems.map(\.code)
  }
}
