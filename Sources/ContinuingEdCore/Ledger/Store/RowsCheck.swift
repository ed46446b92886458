/// Checks that the rows of a file can be used, as those of any other file, and belong to its year.
struct RowsCheck {
  let file: LedgerFile
  let snapshot: LedgerSnapshot

  /// What was found, in the order in which it was.
  func faults() throws(LedgerFailure) -> [LedgerFault] {
    guard let input = snapshot.input(file) else { return [] }
    var options = ImportOptions()
    options.encoding = .utf8
    options.delimiter = .comma
    options.keepsTitles = false
    do throws(ImportError) {
      let importer = Importer(options)
      guard case .entries(let year) = file else {
        return rowFaults(try importer.read([], roster: input))
      }
      let records = try importer.read([input])
      return rowFaults(records) + yearFaults(records, year)
    } catch {
      // What makes it no text has been found at its line already.
      if case .notText = error { return [] }
      throw .unreadable(error)
    }
  }

  private func rowFaults(_ records: Records) -> [LedgerFault] {
    var faults: [LedgerFault] = []
    for problem in records.problems where problem.code.severity == .error {
      switch problem.code {
      // What is no whole row has been found already; of several lines of one person the last one counts.
      case .raggedRow, .unclosedQuote, .badQuote, .badEncoding, .duplicatePerson: continue
      default: break
      }
      let column: String? =
        switch problem.column {
        case .none: nil
        case .heading(let index): heading(index, of: problem.file, records)
        case .absent(let field): field.english
        }
      let kind = LedgerFault.Kind.row(problem.code, column: column, value: problem.value)
      faults.append(LedgerFault(snapshot.path(of: file), line: problem.line, kind))
    }
    return faults
  }

  private func heading(_ index: Int, of file: Int, _ records: Records) -> String? {
    guard records.files.indices.contains(file), records.files[file].headings.indices.contains(index) else {
      return nil
    }
    return records.files[file].headings[index]
  }

  /// An entry stands in the file of its credit year; one that spans years, in that of its end.
  private func yearFaults(_ records: Records, _ year: Int) -> [LedgerFault] {
    var faults: [LedgerFault] = []
    for person in records.people.indices {
      for entry in records.entries(of: person) where !entry.marks.contains(.unusable) {
        let found = entry.year ?? entry.effectiveEnd?.year
        if found == year { continue }
        faults.append(LedgerFault(snapshot.path(of: file), line: Int(entry.line), .wrongYear(found: found)))
      }
    }
    return faults.sorted { $0.line < $1.line }
  }
}
