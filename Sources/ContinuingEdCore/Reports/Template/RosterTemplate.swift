/// An empty roster (Rosters: Columns) to fill in: the columns that a rule set looks at and one sample row.
package struct RosterTemplate: Sendable {
  /// The columns, in the contract's order.
  package let fields: [Field]
  /// The headings, then the sample row.
  package let rows: [[String]]

  /// The template of a rule set, or of all columns without one.
  package init(for rules: RuleSet?, in language: Language) {
    let fields = Field.roster.filter { field in
      guard let rules else { return true }
      return switch field {
      case .employer: rules.titleApplications?.cases.contains { $0.employer != nil } ?? false
      case .series: !rules.seriesGroups.isEmpty
      case .group: rules.platforms.contains { !$0.closedToGroups.isEmpty }
      case .reviewDate: rules.reviewCutoff != .none
      case .titleFrom: !(rules.titleApplications?.cases.isEmpty ?? true)
      case .city: false
      default: true
      }
    }
    let employers = WordLists.words(of: .employer, in: language)
    let sample: [Field: String] = [
      .personID: "11010519491231002X",
      .name: language.pick("示例", "Example"),
      .unit: language.pick("示例单位", "Example unit"),
      .employer: employers.first ?? "",
      .series: language.pick("工程技术", "Engineering"),
      .reviewDate: rules.map { $0.days.end.description } ?? "",
    ]
    self.fields = fields
    rows = [fields.map { language.pick($0.chinese, $0.english) }, fields.map { sample[$0] ?? "" }]
  }
}
