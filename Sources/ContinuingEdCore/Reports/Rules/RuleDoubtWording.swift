/// What a doubt about a rule file is called.
extension RuleDoubt {
  /// What can't be meant, and why.
  package func message(in language: Language) -> String {
    switch self {
    case .clauseUnused(let clause):
      language.pick(
        "条款 \(clause) 标为已判断，却没有规则引用它", "clause \(clause) is said to be judged, but no rule cites it")
    case .clauseUsedButNotJudged(let clause):
      language.pick(
        "条款 \(clause) 标为不判断，却有规则引用它", "clause \(clause) is said not to be judged, but rules cite it")
    case .figureNotInClause(let figure, let clause):
      language.pick(
        "条款 \(clause) 的转述里没有 \(figure)", "the paraphrase of clause \(clause) does not say \(figure)")
    case .hoursNotUsed(let hours, let clause):
      language.pick(
        "条款 \(clause) 写了 \(hours) 学时，却没有规则用到", "clause \(clause) names \(hours) hours, and no rule has them")
    case .placeholderLeft(let text):
      language.pick("“\(text)”还没有填写", "\"\(text)\" is still to be filled in")
    case .unused(let list, let name):
      language.pick("\(list) 里的“\(name)”没有规则使用", "nothing uses \"\(name)\" of \(list)")
    case .windowOutsideYear(let name):
      language.pick("时段“\(name)”超出本年度", "window \"\(name)\" is not within the year")
    case .limitNeverBites(let name, let slack): limitMessage(name, slack, language)
    case .limitAllowsNothing(let name):
      language.pick("上限“\(name)”为 0，什么也得不到", "limit \"\(name)\" is 0; nothing can be earned under it")
    case .activityNeverReached(let category):
      language.pick(
        "前面已有同样人员、同样科目的 \(category)，这一条轮不到",
        "an earlier \(category) is for the same people and subject; this one is never reached")
    case .activityBringsNothing(let category):
      language.pick("\(category) 得不到任何学时", "\(category) can bring no hours")
    case .leaveHalfStated(let hasRule):
      hasRule
        ? language.pick(
          "有特殊情形规则，activities 里却没有 leave", "there is a leave rule, but no leave among the activities")
        : language.pick(
          "activities 里有 leave，却没有特殊情形规则", "leave is among the activities, but there is no leave rule")
    case .basisMakesNoSense(let category, let basis):
      language.pick("\(category) 不能按 \(basis) 计算", "\(category) can't be reckoned by \(basis)")
    case .levelNeedMakesNoSense(let category, let isNeeded):
      isNeeded
        ? language.pick(
          "\(category) 要求级别，却没有学时与级别有关", "\(category) needs a level, but no amount depends on it")
        : language.pick("\(category) 按级别计算，却不要求级别", "\(category) is reckoned by level, but needs none")
    case .levelsNotDescending(let category):
      language.pick("\(category) 较低级别的学时比较高级别多", "a lower level of \(category) brings more than a higher one")
    case .levelStatedTwice(let category, let level):
      language.pick(
        "\(category) 的 \(level) 写了学时，却由另一条判断",
        "\(category): hours of level \(level) are stated, but another activity judges it")
    case .levelNotStated(let category, let level):
      language.pick(
        "\(category) 的 \(level) 没有写学时，也没有另一条判断",
        "\(category): hours of level \(level) are not stated, and no other activity judges it")
    case .monthsMakeNoSense(let months):
      language.pick("超过 \(months) 个月不合理", "longer than \(months) months makes no sense")
    case .fileNameDiffers(let id):
      language.pick(
        "文件名应为 \(id).json，按编号才找得到", "the file is to be called \(id).json, so that it is found by that name")
    case .requirementUnreachable(let part, let most):
      language.pick(
        "\(part) 的要求达不到，最多能得 \(most) 学时",
        "the \(part) requirement can't be reached: at most \(most) hours can be had")
    case .totalNeverBites:
      language.pick("总学时比两科之和少，这一条不起作用", "the total is less than both subjects together and never bites")
    case .modulesExceedPublic:
      language.pick("必修和选修之和超过公需要求", "the modules together exceed the public requirement")
    case .platformsOverlap(let a, let b, let text):
      language.pick(
        "“\(text)”既指“\(a)”又指“\(b)”，会算作“\(a)”",
        "\"\(text)\" names both \"\(a)\" and \"\(b)\"; it is taken for \"\(a)\"")
    case .noPlatformToStudyOn(let category):
      language.pick(
        "\(category) 限于所列平台，却没有列出平台", "\(category) is limited to listed platforms, and none is listed")
    case .tooFewToChooseFrom:
      language.pick("一年一个平台，但可选的平台不到两个", "one platform a year, but fewer than two to choose from")
    case .termMakesNoSense(let days):
      language.pick("\(days) 天的期限不合理", "a term of \(days) days makes no sense")
    case .hoursPerDayMakeNoSense(let hours):
      language.pick("一天 \(hours) 学时不合理", "\(hours) hours a day make no sense")
    case .yearsMakeNoSense(let year):
      language.pick("\(year) 年不在合理范围内", "the year \(year) makes no sense here")
    case .applicationNeverReached:
      language.pick("前面已包括这类单位，这一条轮不到", "an earlier case covers this employer; this one is never reached")
    case .averageOfOneSubject:
      language.pick(
        "平均数按全部学时计算，科目应写明两科", "an average is one of all hours; name both subjects")
    case .deadlineFarAway(let what):
      language.pick(
        "“\(what)”的日期离规则的年度太远", "the day of \"\(what)\" is far from the rule set's year")
    }
  }

  private func limitMessage(_ name: String, _ slack: LimitSlack, _ language: Language) -> String {
    switch slack {
    case .moreThanADay:
      language.pick("上限“\(name)”比一天还长，不起作用", "limit \"\(name)\" is longer than a day and never bites")
    case .moreThanUseful(let hours):
      language.pick(
        "上限“\(name)”不低于要求的 \(hours) 学时，不起作用",
        "limit \"\(name)\" is not below the \(hours) hours required; it makes no difference")
    case .noSuchSubject(let subject):
      language.pick(
        "上限“\(name)”下没有 \(subject) 学时", "no activity under limit \"\(name)\" brings \(subject) hours")
    }
  }
}
