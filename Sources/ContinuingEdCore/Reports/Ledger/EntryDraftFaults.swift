extension EntryDraft {
  /// What is wrong with a cell.
  package struct Fault: Sendable {
    /// The column whose cell is missing or wrong.
    package let field: Field
    /// The problem that a file with this cell would have.
    package let code: ProblemCode
    /// Whether the cell is blank and must not be.
    package let isMissing: Bool
    /// What was found, what would be right, and perhaps what was meant.
    package let message: String
  }

  /// Everything that keeps the row from being used, in the order in which one asks for it: person, category, then the
  /// columns. Empty where the row can be used.
  package func faults(in language: Language) throws(ImportError) -> [Fault] {
    let records = try Importer().read([
      file(
        named: "-", headings: Field.kept.map { language.pick($0.chinese, $0.english) })
    ])
    var faults = records.problems.compactMap { problem in
      problem.code.severity == .error ? EntryDraft.fault(problem, records, language) : nil
    }
    // A row without anything is no row, and one that begins like a total is skipped.
    if faults.isEmpty, records.people.isEmpty { faults = [EntryDraft.nobody(in: language)] }
    return faults.sorted {
      (EntryDraft.rank($0.field), $0.field.rawValue) < (EntryDraft.rank($1.field), $1.field.rawValue)
    }
  }

  private static func rank(_ field: Field) -> Int {
    switch field {
    case .personID: 0
    case .category: 1
    default: 2
    }
  }

  private static func fault(_ problem: FoundProblem, _ records: Records, _ language: Language) -> Fault {
    var field = Field.personID
    if case .heading(let index) = problem.column { field = Field.kept[safe: index] ?? field }
    if case .absent(let absent) = problem.column { field = absent }
    var message = ProblemWording.message(problem, in: language, records: records, mask: IDMask.masked)
    if let question = ProblemWording.question(problem, in: language) {
      message += language.pick("", " ") + question
    }
    return Fault(
      field: field, code: problem.code, isMissing: problem.value?.isEmpty ?? true, message: message)
  }

  private static func nobody(in language: Language) -> Fault {
    Fault(
      field: .personID, code: .missingPerson, isMissing: true,
      message: language.pick("缺少身份证号或工号", "an identity or staff number is missing"))
  }
}
