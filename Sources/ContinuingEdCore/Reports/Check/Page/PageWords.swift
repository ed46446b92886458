/// Words of the page: the verdict 待审 and the hours that wait have one name each.
enum PageWords {
  /// What a verdict means; hours that wait are called 待认定 all over the page.
  static func meaning(_ verdict: Verdict, _ language: Language) -> String {
    switch verdict {
    case .pending:
      language.pick("待认定的学时认定后即够", "the hours suffice once those that wait are confirmed")
    case .short:
      language.pick("即使待认定的学时都认定，仍不够", "the hours fall short even if all that wait are confirmed")
    default: verdict.meaning(in: language)
    }
  }
}
