extension FindingCode {
  /// What was found, in a sentence without a full stop.
  package func label(in language: Language) -> String {
    switch self {
    case .partOfYear:
      language.pick("本年度只有一部分时间在册，仍按全年要求", "here for a part of the year; judged by the whole year's figures")
    case .otherScheme: language.pick("按通知执行另外的办法", "the notice sends this person to another scheme")
    case .exempt: language.pick("按通知免予要求", "the notice asks nothing of this person")
    case .ownRequirement:
      language.pick("按通知对这类人员另定的要求", "held to what the notice asks of people of this kind")
    case .multiplePlatforms:
      language.pick("在不止一个平台学习，只计结果最好的一个", "studied on several platforms; the best one is kept")
    case .moduleUnknown:
      language.pick("有公需学时没有写必修或选修，先补足必修", "public hours without a module filled the compulsory part first")
    case .leaveTooShort:
      language.pick("因公出境或病假不够长，不减少应修学时", "the leave is too short to lower what is required")
    case .leavePending:
      language.pick("有特殊情形待认定，认定后应修学时会减少", "a leave that is not confirmed yet would lower what is required")
    case .filedEarly: language.pick("备案早于规定的期限", "filed earlier than the term allows")
    case .filingShortNotice: language.pick("备案晚于规定的期限", "filed later than the term asks for")
    case .calendarUnknown:
      language.pick("超出工作日历的年份，只按周末推算", "beyond the calendar of working days; weekends alone were counted")
    }
  }

  /// What to do about it, if anything.
  package func remedy(in language: Language) -> String? {
    switch self {
    case .partOfYear: language.pick("由主管部门决定是否折算", "the department decides what is required of a part")
    case .otherScheme, .exempt, .ownRequirement: nil
    case .multiplePlatforms: language.pick("核对平台填写是否正确", "check the platforms")
    case .moduleUnknown: language.pick("补填修读一列", "fill in the module column")
    case .leaveTooShort: nil
    case .leavePending: language.pick("补交证明材料并等待认定", "hand in evidence and have it confirmed")
    case .filedEarly, .filingShortNotice: language.pick("核对备案日期", "check the filing date")
    case .calendarUnknown: language.pick("人工核对截止日", "check the day by hand")
    }
  }
}
