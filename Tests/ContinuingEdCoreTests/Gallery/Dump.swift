@testable import ContinuingEdCore

extension Records {
  /// The rows of all people, person after person.
  var allEntries: [EntryRow] { people.indices.flatMap { entries(of: $0) } }

  /// Everything that was read as text, so that two readings can be compared.
  var dump: String {
    var lines = files.map {
      "\($0.path) \($0.encoding) \($0.delimiter) \($0.records) \($0.headings) \($0.columns)"
    }
    for (i, person) in people.enumerated() {
      lines.append("\(texts.string(person.id))|\(texts.string(person.name))|\(texts.string(person.unit))")
      for entry in entries(of: i) {
        var known = entry
        known.title = .empty
        known.platform = .empty
        lines.append("\(known) \(texts.string(entry.title)) \(texts.string(entry.platform))")
      }
    }
    for problem in problems { lines.append("\(problem)") }
    return lines.joined(separator: "\n")
  }
}
