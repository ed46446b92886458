extension LossReason {
  /// Why the hours are not credited, in a phrase; figures are in the clause.
  package func label(in language: Language) -> String {
    switch self {
    case .duplicate: language.pick("与先登记的一项完全相同", "equal to an earlier entry")
    case .reviewRejected: language.pick("审核未通过", "refused in review")
    case .categoryNotRecognized: language.pick("通知不认定这一类别", "a category that the notice does not recognize")
    case .subjectNotAllowed: language.pick("这一类别不计入该科目", "a category that brings no hours in this subject")
    case .notPassed: language.pick("考核不合格", "not passed")
    case .outsideYear: language.pick("日期不在本年度内", "outside the year")
    case .makeupClosed: language.pick("年度结束后补学不计", "make-up study after the year")
    case .outsideWindow: language.pick("不在规定的学习时间内", "outside the study window")
    case .afterReviewCutoff: language.pick("晚于申报职称的截止日", "too late for the title application")
    case .platformNotRecognized: language.pick("平台不在通知所列之内", "a platform that the notice does not list")
    case .platformNotForGroup: language.pick("该平台不面向这类培训对象", "a platform that is closed to this group")
    case .notFiled: language.pick("没有备案号", "not filed")
    case .filedLate: language.pick("没有在开始之前备案", "filed too late")
    case .levelMissing: language.pick("没有填级别，无法折算", "no level is given")
    case .otherPlatform: language.pick("同一年度只认一个平台，这一项在别的平台", "not on the one platform of the year")
    case .dailyCap: language.pick("超过每天的学时上限", "above the limit of a day")
    case .annualCap: language.pick("超过全年的学时上限", "above the limit of the year")
    case .overlap: language.pick("与先计的时间重叠，整月只计一次", "months that are already counted")
    }
  }

  /// The same in as few characters as a cell of a table has room for, before the hours: `备案缺 16`.
  package func brief(in language: Language) -> String {
    switch self {
    case .duplicate: language.pick("重复", "duplicate")
    case .reviewRejected: language.pick("驳回", "refused")
    case .categoryNotRecognized: language.pick("类别不认", "category")
    case .subjectNotAllowed: language.pick("科目不计", "subject")
    case .notPassed: language.pick("不合格", "not passed")
    case .outsideYear: language.pick("非本年", "other year")
    case .makeupClosed: language.pick("补学已止", "make-up closed")
    case .outsideWindow: language.pick("超时段", "outside window")
    case .afterReviewCutoff: language.pick("过截止日", "after cutoff")
    case .platformNotRecognized: language.pick("平台不认", "platform")
    case .platformNotForGroup: language.pick("平台不对口", "platform closed")
    case .notFiled: language.pick("备案缺", "not filed")
    case .filedLate: language.pick("备案迟", "filed late")
    case .levelMissing: language.pick("级别缺", "no level")
    case .otherPlatform: language.pick("另一平台", "other platform")
    case .dailyCap: language.pick("超每日", "above daily")
    case .annualCap: language.pick("超全年", "above yearly")
    case .overlap: language.pick("重叠", "overlap")
    }
  }

  /// What the person or the unit can do about it, if anything.
  package func remedy(in language: Language) -> String? {
    switch self {
    case .duplicate:
      language.pick("确是两次活动的，写清楚名称或日期", "if these were two activities, tell them apart by title or date")
    case .reviewRejected: language.pick("向审核部门问明原因", "ask the reviewer why")
    case .platformNotRecognized:
      language.pick("核对平台名称；确是别的平台的，看能否按备案学习认定", "check the platform's name, or whether the study was filed")
    case .notFiled: language.pick("已备案的，补填备案号", "if it was filed, give the filing number")
    case .levelMissing: language.pick("补填级别", "give the level")
    default: nil
    }
  }
}
