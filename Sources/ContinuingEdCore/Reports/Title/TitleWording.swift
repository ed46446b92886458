extension TitleFindingCode {
  /// What was found, in a sentence without a full stop.
  package func label(in language: Language) -> String {
    switch self {
    case .yearsNotStated:
      language.pick(
        "通知没有写明申报职称要提供哪些年度，只核算本年度",
        "the notice does not say which years to show; its own year alone is judged")
    case .employerUnknown:
      language.pick(
        "单位性质决定要提供哪些年度，而这里没有写明或通知没有提到，两种情形的结论不同",
        "the employer decides which years to show; it is not known, or none that the notice names, and the cases differ"
      )
    case .noReviewDate:
      language.pick("没有申报日期，不知道学习截止到哪一天", "there is no review date, so the last day of study is not known")
    case .noYears: language.pick("没有要核算的年度", "no year is left to be judged")
    case .askedByUser:
      language.pick("通知不要求这一年度，是使用者要求的", "the notice does not ask for this year; the user did")
    case .yearEmpty: language.pick("这一年度没有登记项", "there is no entry of this year")
    case .annualNeedsEntries:
      language.pick(
        "这一年度有规则集，年度学时不能代替登记项",
        "this year has a rule set, under which a year's sum does not stand for entries")
    case .annualAndEntries:
      language.pick(
        "登记项包含在已审验的年度学时之内，不重复计算", "entries lie within the hours as audited and are not counted again")
    case .assignmentNotJudged:
      language.pick(
        "这一年度没有规则集，援派折算多少学时无从知道", "this year has no rule set, so what an assignment brings is not known")
    case .leaveNotJudged:
      language.pick("这一年度没有规则集，特殊情形不减少应修学时", "this year has no rule set, so leave lowers nothing")
    case .hoursNotDeclared:
      language.pick("有登记项没有申报学时，按 0 计算", "an entry declares no hours and brings none")
    }
  }

  /// What to do about it, if anything.
  package func remedy(in language: Language) -> String? {
    switch self {
    case .yearsNotStated:
      language.pick("向评审办事机构问清，再用 --from 写出起始年度", "ask the review office, then name the first year by --from")
    case .employerUnknown: language.pick("在花名册中填写单位性质", "fill in the employer on the roster")
    case .noReviewDate:
      language.pick(
        "在花名册中填写申报日期，或用 --review-date", "fill in the review date on the roster, or use --review-date")
    case .noYears: language.pick("核对 --from、--to 和起算年份", "check --from, --to and title_from")
    case .askedByUser, .leaveNotJudged, .annualAndEntries: nil
    case .yearEmpty: language.pick("补上这一年度的记录", "add the records of this year")
    case .annualNeedsEntries: language.pick("逐项填写登记项", "list the entries one by one")
    case .assignmentNotJudged:
      language.pick("把审验过的学时填为年度学时", "enter the audited hours as those of the year")
    case .hoursNotDeclared: language.pick("补填学时", "fill in the hours")
    }
  }
}

extension TitleFinding.Code {
  /// What was found, in a sentence without a full stop.
  package func label(in language: Language) -> String {
    switch self {
    case .judging(let code): code.label(in: language)
    case .title(let code): code.label(in: language)
    }
  }

  /// What to do about it, if anything.
  package func remedy(in language: Language) -> String? {
    switch self {
    case .judging(let code): code.remedy(in: language)
    case .title(let code): code.remedy(in: language)
    }
  }
}
