/// What a roster says of a person beside who it is (Rosters: Columns). Everything may be left out.
///
///     let facts = RosterFacts(series: "卫生技术", reviewDate: Day("2023-10-09"))
public struct RosterFacts: Sendable, Hashable, Codable {
  /// 单位性质
  public var employer: Employer?
  /// 职称系列, as some notices single them out.
  public var series: String
  /// 区县
  public var county: String
  /// 培训对象, which may close platforms.
  public var group: String
  /// 申报日期: the day on which the application for a title is handed in or accepted.
  public var reviewDate: Day?
  /// 入职日期: the first day of somebody who came; nil for who was there before.
  public var from: Day?
  /// 离职日期: the last day of somebody who left; nil for who is there still.
  public var to: Day?
  /// 起算年份: the first year that an application for a title asks of this person, 1900 to 2100; nil is the notice's own.
  public var titleFrom: Int?
  /// The city whose rule set judges this person, by its name in either language; empty is the judge's own.
  public var city: String
  /// Whether a roster that was read had a problem in the row of this person: nobody is compliant by such a row.
  public package(set) var isFaulty = false

  /// Facts, of which those left out are not known.
  public init(
    employer: Employer? = nil, series: String = "", county: String = "", group: String = "",
    reviewDate: Day? = nil, from: Day? = nil, to: Day? = nil, titleFrom: Int? = nil, city: String = ""
  ) {
    (self.employer, self.series, self.county, self.group) = (employer, series, county, group)
    (self.reviewDate, self.from, self.to) = (reviewDate, from, to)
    (self.titleFrom, self.city) = (titleFrom, city)
  }
}
