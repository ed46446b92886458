extension PendingReason {
  /// What the entry waits for, in a phrase.
  package func label(in language: Language) -> String {
    switch self {
    case .inReview: language.pick("正在审核", "in review")
    case .platformMissing: language.pick("没有写平台", "no platform is named")
    case .platformOutsideNotice:
      language.pick(
        "通知没有列出这个平台，由审核部门认定", "the notice does not list this platform and leaves it to the reviewer")
    case .filingMissing: language.pick("举办单位尚未备案", "the organizer has yet to file it")
    case .evidenceMissing: language.pick("没有写证明材料", "no evidence is named")
    case .resultMissing: language.pick("没有写考核结果", "no result is given")
    case .amountOutsideNotice: language.pick("学时数由通知以外的办法确定", "the amount stands outside the notice")
    case .seriesByFiling: language.pick("本系列由主管部门备案认定", "the series is credited by the department's filing")
    case .possibleDuplicate: language.pick("与另一条很可能是同一活动", "another entry is probably the same activity")
    }
  }

  /// Who has to do what.
  package func remedy(in language: Language) -> String {
    switch self {
    case .inReview: language.pick("等审核部门审验", "the reviewer has to verify it")
    case .platformMissing: language.pick("本人补填平台", "the person has to name the platform")
    case .evidenceMissing: language.pick("本人补交证明材料", "the person has to hand in evidence")
    case .resultMissing: language.pick("举办单位出具考核结果", "the organizer has to give the result")
    case .filingMissing:
      language.pick("举办单位报备案后补填备案号", "the organizer has to file it; then fill in the number")
    case .platformOutsideNotice, .amountOutsideNotice, .seriesByFiling:
      language.pick("等主管部门认定", "the department has to confirm it")
    case .possibleDuplicate:
      language.pick("由审核部门确认是两项，或删去一条", "the reviewer has to say that they are two, or one is to be removed")
    }
  }
}
