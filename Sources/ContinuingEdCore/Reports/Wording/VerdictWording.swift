extension Verdict {
  /// The verdict in a word or two, as a label.
  package func label(in language: Language) -> String {
    switch self {
    case .compliant: language.pick("达标", "compliant")
    case .pending: language.pick("待审", "pending")
    case .short: language.pick("不足", "short")
    case .undetermined: language.pick("待定", "undetermined")
    case .notApplicable: language.pick("不适用", "not applicable")
    }
  }

  /// What the verdict means, in a sentence.
  package func meaning(in language: Language) -> String {
    switch self {
    case .compliant: language.pick("已认定的学时达到要求", "the confirmed hours reach what is required")
    case .pending:
      language.pick("待审的学时认定后即达到要求", "the hours reach what is required once the pending ones are approved")
    case .short:
      language.pick("即使待审的学时都认定，仍达不到要求", "the hours fall short even if all pending ones are approved")
    case .undetermined:
      language.pick("有登记项或花名册行读不出来，改正后才能下结论", "rows with problems must be mended before there is a verdict")
    case .notApplicable:
      language.pick("按通知执行另外的办法，本通知的学时要求不适用", "the notice sends this person to another scheme")
    }
  }
}
