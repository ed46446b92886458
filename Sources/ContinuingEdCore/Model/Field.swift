/// A column of a records file or a roster (CONTRACT §2–3), whatever its heading was.
public enum Field: UInt8, CaseIterable, Hashable, Sendable {
  case personID = 0
  case name, unit
  case year, subject, category, kind, title, organizer, mode, platform, start, end, period
  case hours, count, level, module, filing, filedOn, result, evidence, status, note
  case employer, series, county, group, reviewDate, city

  /// The contract's English name.
  public var english: String { Field.names[Int(rawValue)].0 }
  /// The contract's Chinese name.
  public var chinese: String { Field.names[Int(rawValue)].1 }

  /// The fields of a records file, in the contract's order.
  public static let records: [Field] = allCases.filter { $0.rawValue <= Field.note.rawValue }
  /// The fields of a roster, in the contract's order.
  public static let roster: [Field] = [
    .personID, .name, .unit, .employer, .series, .county, .group, .reviewDate, .city,
  ]

  private static let names: [(String, String)] = [
    ("person_id", "身份证号"), ("name", "姓名"), ("unit", "单位"), ("year", "年度"), ("subject", "科目"),
    ("category", "类别"), ("kind", "种类"), ("title", "名称"), ("organizer", "主办单位"), ("mode", "形式"),
    ("platform", "平台"), ("start", "开始日期"), ("end", "结束日期"), ("period", "培训时间"), ("hours", "学时"),
    ("count", "数量"), ("level", "级别"), ("module", "修读"), ("filing", "备案号"), ("filed_on", "备案日期"),
    ("result", "考核结果"), ("evidence", "证明材料"), ("status", "审核状态"), ("note", "备注"),
    ("employer", "单位性质"), ("series", "职称系列"), ("county", "区县"), ("group", "培训对象"),
    ("review_date", "申报日期"), ("city", "城市"),
  ]
}
