/// A column of a records file or a roster (RecordsFiles: Columns; Rosters: Columns), whatever its heading was.
package enum Field: UInt8, CaseIterable, Hashable, Sendable {
  /// 身份证号: the key of a person, in records files and rosters; never blank.
  case personID = 0
  /// 姓名: text, in both.
  case name
  /// 单位: text, in both.
  case unit
  /// 年度: the credit year; blank is that of the dates.
  case year
  /// 科目: a ``Subject``; blank is professional where the category does not ask for it.
  case subject
  /// 类别: a ``Category``; never blank.
  case category
  /// 种类: a ``LeaveKind`` for a leave, elsewhere free text.
  case kind
  /// 名称: text, part of what makes a possible duplicate.
  case title
  /// 主办单位: text, looked at only to tell duplicates.
  case organizer
  /// 形式: free text, looked at only to tell duplicates.
  case mode
  /// 平台: text that names a platform of the rule set, or none of them.
  case platform
  /// 开始日期: a date.
  case start
  /// 结束日期: a date; blank is the start.
  case end
  /// 培训时间: one date or two in one cell, used where the start is blank.
  case period
  /// 学时: the declared hours, above 0 and at most 9999.99.
  case hours
  /// 数量: whole items from 1 to 1000; blank is 1.
  case count
  /// 级别: a ``Level``.
  case level
  /// 修读: a ``Module``.
  case module
  /// 备案号: text; blank is not filed.
  case filing
  /// 备案日期: a date.
  case filedOn
  /// 考核结果: an ``ExamResult``.
  case result
  /// 证明材料: text; blank is no evidence named.
  case evidence
  /// 审核状态: a ``ReviewStatus``.
  case status
  /// 备注: text, looked at only to tell duplicates.
  case note
  /// 单位性质: an ``Employer``; from here on columns of a roster.
  case employer
  /// 职称系列: text, which a rule set's groups of series look into.
  case series
  /// 区县: text that no rule set asks for yet.
  case county
  /// 培训对象: text, which may close platforms.
  case group
  /// 申报日期: the date of a title application.
  case reviewDate
  /// 城市: the name of a city whose rule set is this person's.
  case city
  /// 入职日期: the first day of somebody who came within the year; blank is there before.
  case from
  /// 离职日期: the last day of somebody who left within the year; blank is there still.
  case to
  /// 起算年份: the first year that a title application asks of this person.
  case titleFrom
  /// 考核方式: text; from here on columns of a records file that only forms show.
  case exam
  /// 地点: text.
  case place
  /// 获奖等级: text, as 一等奖.
  case grade
  /// 登记时间: a date.
  case registeredOn

  /// The contract's English name.
  package var english: String { Field.names[Int(rawValue)].0 }
  /// The contract's Chinese name.
  package var chinese: String { Field.names[Int(rawValue)].1 }

  /// The fields of a records file, in the contract's order.
  package static let records: [Field] = allCases.filter { $0.rawValue <= Field.note.rawValue }
  /// Further fields of a records file, which count for no verdict: forms show them.
  package static let forms: [Field] = [.exam, .place, .grade, .registeredOn]
  /// The fields of a roster, in the contract's order.
  package static let roster: [Field] = [
    .personID, .name, .unit, .employer, .series, .county, .group, .reviewDate, .from, .to, .titleFrom, .city,
  ]

  private static let names: [(String, String)] = [
    ("person_id", "身份证号"), ("name", "姓名"), ("unit", "单位"), ("year", "年度"), ("subject", "科目"),
    ("category", "类别"), ("kind", "种类"), ("title", "名称"), ("organizer", "主办单位"), ("mode", "形式"),
    ("platform", "平台"), ("start", "开始日期"), ("end", "结束日期"), ("period", "培训时间"), ("hours", "学时"),
    ("count", "数量"), ("level", "级别"), ("module", "修读"), ("filing", "备案号"), ("filed_on", "备案日期"),
    ("result", "考核结果"), ("evidence", "证明材料"), ("status", "审核状态"), ("note", "备注"),
    ("employer", "单位性质"), ("series", "职称系列"), ("county", "区县"), ("group", "培训对象"),
    ("review_date", "申报日期"), ("city", "城市"), ("from", "入职日期"), ("to", "离职日期"),
    ("title_from", "起算年份"),
    ("exam", "考核方式"), ("place", "地点"), ("grade", "获奖等级"), ("registered_on", "登记时间"),
  ]
}
