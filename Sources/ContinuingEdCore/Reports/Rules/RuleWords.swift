/// Words of the vocabulary in the language of a report: the contract's Chinese word, or the English code.
struct RuleWords {
  let language: Language

  func category(_ category: Category) -> String {
    language == .chinese ? category.label(in: .chinese) : category.code
  }

  func level(_ level: Level) -> String { word(level, WordLists.levelWords, level.code) }
  func module(_ module: Module) -> String { word(module, WordLists.moduleWords, module.code) }
  func leave(_ kind: LeaveKind) -> String { word(kind, WordLists.kindWords, kind.code) }
  func status(_ status: ReviewStatus) -> String { word(status, WordLists.statusWords, status.code) }
  func employer(_ employer: Employer) -> String { word(employer, WordLists.employerWords, employer.code) }

  func subject(_ subject: Subject) -> String { subject.label(in: language) }

  func subjects(_ subjects: [Subject]) -> String {
    subjects.map { subject($0) }.joined(separator: language.pick("、", " and "))
  }

  func hours(_ hours: Hours) -> String { language.pick("\(hours) 学时", "\(hours) hours") }

  func need(_ need: RuleSet.Need.What) -> String {
    switch need {
    case .filing: language.pick("须备案", "must be filed")
    case .filingAwaited:
      language.pick("由举办单位报备案，未写备案号的待定", "filed by the organizer; waits without a filing number")
    case .seriesFiling:
      language.pick("由主管部门按系列备案，未写备案号的待定", "filed by the department; waits without a filing number")
    case .evidence: language.pick("须有证明材料", "evidence must be named")
    case .passed: language.pick("须考核合格", "must be passed")
    case .level: language.pick("须写明级别", "the level must be named")
    }
  }

  private func word<T: Equatable>(_ value: T, _ words: [(T, [String])], _ code: String) -> String {
    guard language == .chinese, let entry = words.first(where: { $0.0 == value }) else { return code }
    return entry.1.first ?? code
  }
}
