extension Category {
  /// What the category is called.
  package func label(in language: Language) -> String {
    switch self {
    case .online: language.pick("网络平台学习", "online study")
    case .training: language.pick("培训进修", "training")
    case .workshop: language.pick("高级研修班", "workshop")
    case .education: language.pick("学历教育", "education")
    case .qualification: language.pick("资格考试", "qualification")
    case .achievement: language.pick("成果论著", "achievement")
    case .grassroots: language.pick("服务基层", "grassroots service")
    case .expert: language.pick("专家活动", "expert activity")
    case .assignment: language.pick("援派支教", "assignment")
    case .competition: language.pick("技能竞赛", "competition")
    case .selfStudy: language.pick("自学", "self-study")
    case .registered: language.pick("注册类职业资格", "registered qualification")
    case .transfer: language.pick("外地转入", "transfer")
    case .other: language.pick("其他", "other")
    case .leave: language.pick("特殊情形", "leave")
    case .annual: language.pick("年度学时", "annual hours")
    }
  }
}

extension Subject {
  /// What the subject is called.
  package func label(in language: Language) -> String {
    switch self {
    case .public: language.pick("公需", "public")
    case .professional: language.pick("专业", "professional")
    }
  }
}

extension EntryState {
  /// Where an entry stands, in a word.
  package func label(in language: Language) -> String {
    switch self {
    case .confirmed: language.pick("认定", "confirmed")
    case .pending: language.pick("待审", "pending")
    case .rejected: language.pick("不计", "rejected")
    }
  }
}
