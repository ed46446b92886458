@testable import ContinuingEdCore

/// Fills forms from records that a test writes as CSV.
struct FormDesk {
  var form: Form
  var rules: RuleSet
  var records: Records
  var asOf: Day?

  static let header =
    "person_id,name,unit,subject,category,title,organizer,platform,start,end,hours,filing,result,kind,exam,place,grade,"
    + "registered_on,status,evidence\n"

  init(
    _ form: String, _ rules: String, _ rows: String, header: String = FormDesk.header, roster: String? = nil,
    asOf: Day? = nil
  ) throws {
    self.form = try FormLibrary.form(id: form)
    self.rules = try RuleLibrary.embedded().ruleSet(id: rules)
    self.asOf = asOf
    var options = ImportOptions()
    options.fixedAmounts = [self.rules.fixedAmounts]
    options.keepsFormTexts = true
    options.year = self.rules.year
    records = try Importer(options).read(
      [.bytes(name: "staff.csv", Array((header + rows).utf8))],
      roster: roster.map { .bytes(name: "roster.csv", Array($0.utf8)) })
  }

  var run: CheckRun { CheckRun(records: records, ruleSets: [rules], calendar: .embedded, asOf: asOf) }

  func document(_ person: Int = 0, _ change: (inout FormOptions) -> Void = { _ in }) -> FormDocument? {
    var options = FormOptions()
    options.date = asOf
    change(&options)
    return FormPeople(form, run, options).document(of: person)
  }
}

extension FormDocument {
  /// The rows of a block as they read on paper.
  func rows(_ name: String) -> [[String]]? { table(name)?.rows.map { $0.map(\.text) } }

  func table(_ name: String) -> Table? {
    for case .table(let table) in parts where table.name == name { return table }
    return nil
  }

  /// What stands behind a label.
  func value(_ label: String) -> String? {
    for case .grid(_, let rows) in parts {
      for cell in rows.flatMap({ $0 }) where cell.label == label { return cell.value }
    }
    return nil
  }

  /// What stands below the rooms for seals.
  var seals: [[String]] {
    var seals: [[String]] = []
    for case .grid(_, let rows) in parts { seals += rows.flatMap { $0 }.compactMap(\.seal) }
    return seals
  }

  var texts: [String] { parts.compactMap { if case .text(let text) = $0 { text } else { nil } } }

  var sum: Hours? {
    for case .sum(_, let hours, _) in parts { return hours }
    return nil
  }
}
