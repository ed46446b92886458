/// Fills a form from the rows of a table of projects, and holds their hours to the limits of the rule set.
package struct FormProjects {
  private let form: Form
  private let projects: Form.Projects
  private let rules: RuleSet
  private let options: FormOptions

  /// A form that is filled from projects; nil where it is filled from people.
  package init?(_ form: Form, _ rules: RuleSet, _ options: FormOptions) {
    guard case .projects(let projects) = form.documents else { return nil }
    (self.form, self.projects, self.rules, self.options) = (form, projects, rules, options)
  }

  /// The columns of the table.
  package var columns: [String] { projects.columns }
  /// Those that have to be there.
  package var needed: [String] { projects.needed }

  /// The form of a row.
  package func document(of row: NamedTable.Row) -> FormDocument {
    let year = rules.year
    func known(_ word: Form.PersonWord) -> String {
      switch word {
      case .year: "\(year)"
      case .ruleset: rules.id
      case .date: FormDay.text(options.date)
      default: ""
      }
    }
    let parts = form.parts.compactMap { part -> FormDocument.Part? in
      switch part {
      case .text(let text, _): Placeholder.filled(text, known).map { .text($0) }
      case .table, .sum: nil
      case .grid(let grid):
        .grid(
          isRuled: grid.isRuled,
          rows: grid.rows.map { cells in
            cells.map { cell in
              var value = ""
              if case .column(let name) = cell.value { value = self.cell(name, row) }
              return FormDocument.Cell(
                label: cell.label, value: value, spans: cell.spans,
                seal: cell.seal.map { $0.lines(on: options.date) })
            }
          })
      }
    }
    return FormDocument(
      title: Placeholder.filled(form.title, known) ?? form.title, name: cell(projects.name, row), parts: parts
    )
  }

  private func cell(_ column: String, _ row: NamedTable.Row) -> String {
    projects.columns.firstIndex(of: column).map { row.cells[$0] } ?? ""
  }

  // MARK: Hours

  /// What is wrong with the hours of a project, in both languages.
  package struct Remark: Sendable, Equatable {
    /// In Chinese.
    package var chinese: String
    /// In English.
    package var english: String
    /// Whether a cell can't be read, so that nothing could be checked.
    package var isProblem: Bool
  }

  /// What the hours of a project pass, and what can't be read.
  package func remarks(on row: NamedTable.Row) -> [Remark] {
    guard let check = projects.check else { return [] }
    var remarks: [Remark] = []
    func number(_ column: String) -> Hours? {
      let text = cell(column, row)
      if text.isEmpty { return nil }
      if let number = FormProjects.number(text) { return number }
      remarks.append(
        Remark(
          chinese: "“\(column)”应是数字，而不是“\(text)”，没有核对学时",
          english: "\(column) is a number, and not \"\(text)\"; the hours were not checked", isProblem: true))
      return nil
    }
    guard let hours = number(check.hours), let activity = activity(of: row, check) else { return remarks }
    let days = number(check.days)
    if let days, let limit = activity.dayLimit.map({ rules.dayLimits[$0] }) {
      let most = Hours(inHundredths: limit.hours.hundredths * days.hundredths / 100)
      if hours > most {
        remarks.append(
          passed(
            hours, most, "\(days) 天每天不超过 \(limit.hours) 学时", "\(days) days of at most \(limit.hours)",
            limit.clause))
      }
    }
    if let limit = activity.yearLimit.map({ rules.yearLimits[$0] }), let most = limit.professional,
      hours > most
    {
      remarks.append(passed(hours, most, "累计不超过 \(most) 学时", "at most \(most) in all", limit.clause))
    }
    return remarks
  }

  private func passed(
    _ hours: Hours, _ most: Hours, _ chinese: String, _ english: String, _ clause: ClauseID
  ) -> Remark {
    let place = rules.locator(clause)
    return Remark(
      chinese: "拟计算学时 \(hours) 超过 \(most)：\(chinese)（\(place)）",
      english: "\(hours) hours are more than \(most): \(english) (\(place))", isProblem: false)
  }

  /// The activity of the rule set whose limits bear on a project.
  private func activity(of row: NamedTable.Row, _ check: Form.HoursCheck) -> RuleSet.Activity? {
    let kind = check.kinds.first { kind in
      guard let column = kind.column else { return true }
      let said = PlainText.normalized(cell(column, row))
      return kind.says.contains { PlainText.normalized($0) == said }
    }
    guard let kind else { return nil }
    return rules.activities.filter { activity in
      activity.category == kind.category
        && (activity.levels.isEmpty || kind.level.map(activity.levels.contains) ?? false)
    }.max { $0.conditionCount < $1.conditionCount }
  }

  /// A number of at most two decimals, perhaps with 学时, 课时, 小时 or 天 behind it.
  private static func number(_ text: String) -> Hours? {
    var plain = String(decoding: PlainText.normalized(text), as: UTF8.self)
    for unit in ["学时", "课时", "小时", "天", "日"] where plain.hasSuffix(unit) {
      plain.removeLast(unit.count)
      break
    }
    return Hours(exactly: plain)
  }
}
