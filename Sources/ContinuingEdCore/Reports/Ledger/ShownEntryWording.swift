extension ShownEntry {
  /// What a cell is called for people: words of closed lists in their language, IDs as the style wants them.
  func shown(_ field: Field, in language: Language, ids: IDStyle) -> String {
    let value = effective(field)
    if value.isEmpty { return "" }
    switch field {
    case .personID: return ids.show(value)
    case .category: return Category(code: value)?.label(in: language) ?? value
    case .subject: return Subject(code: value)?.label(in: language) ?? value
    case .status: return status?.label(in: language) ?? value
    default: return ProblemWording.quotable(value)
    }
  }
}

extension ReviewStatus {
  /// What a review status is called.
  func label(in language: Language) -> String {
    switch self {
    case .declared: language.pick("待审", "declared")
    case .unit: language.pick("单位已审核", "unit")
    case .department: language.pick("主管部门已审查", "department")
    case .verified: language.pick("已审验", "verified")
    case .rejected: language.pick("驳回", "rejected")
    }
  }
}
