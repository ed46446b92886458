/// What `cecredit inspect --format json` writes: one object, keys in a fixed order.
package struct InspectionJSON {
  private let mask: (String) -> String

  /// A JSON report with IDs in a style.
  package init(ids: IDStyle) { mask = ids.show }

  /// All files.
  package func text(_ inspections: [Inspection]) -> ByteBuffer {
    var buffer = ByteBuffer(capacity: 4096)
    buffer.append("{\n  \"schema\": \"cecredit.inspect/1\",\n  \"files\": [")
    for (place, inspection) in inspections.enumerated() {
      buffer.append(place == 0 ? "\n" : ",\n")
      append(inspection, to: &buffer)
    }
    buffer.append(inspections.isEmpty ? "]\n}\n" : "\n  ]\n}\n")
    return buffer
  }

  private func append(_ inspection: Inspection, to buffer: inout ByteBuffer) {
    let file = inspection.file
    buffer.append("    {\n      \"file\": ")
    buffer.appendJSON(file.path)
    buffer.append(",\n      \"encoding\": \"\(file.encoding.rawValue)\"")
    buffer.append(",\n      \"byteOrderMark\": \(file.hasByteOrderMark)")
    buffer.append(",\n      \"delimiter\": ")
    buffer.appendJSON(String(UnicodeScalar(file.delimiter)))
    let ends = file.lineEnds
    buffer.append(",\n      \"lineEnds\": {\"lf\": \(ends.lf), \"crlf\": \(ends.crlf), \"cr\": \(ends.cr)}")
    buffer.append(",\n      \"headerLine\": \(file.headerLine)")
    buffer.append(",\n      \"records\": \(file.records),\n      \"usable\": \(inspection.usable)")
    list("columns", file.headings.indices, &buffer) { index, buffer in
      buffer.append("{\"excelColumn\": \"\(ExcelColumn.letters(index))\", \"heading\": ")
      buffer.appendJSON(file.headings[index])
      buffer.append(", \"field\": ")
      buffer.appendJSON(orNull: (file.columns[safe: index] ?? nil)?.english)
      buffer.append("}")
    }
    list("first", inspection.first.indices, &buffer) { append(inspection.first[$0], to: &$1) }
    counts("categories", inspection.categories.map { ($0.category.code, $0.count) }, &buffer)
    counts("subjects", inspection.subjects.map { ($0.subject?.code ?? "", $0.count) }, &buffer)
    counts("years", inspection.years.map { ($0.year.map(String.init) ?? "", $0.count) }, &buffer)
    counts("statuses", inspection.statuses.map { ($0.status?.code ?? "", $0.count) }, &buffer)
    counts("problems", inspection.problems.map { ($0.code.code, $0.count) }, &buffer)
    buffer.append("\n    }")
  }

  private func append(_ first: Inspection.FirstEntry, to buffer: inout ByteBuffer) {
    let entry = first.entry
    buffer.append("{\"line\": \(entry.line), \"id\": ")
    buffer.appendJSON(mask(first.id))
    buffer.append(", \"name\": ")
    buffer.appendJSON(first.name)
    buffer.append(", \"category\": ")
    buffer.appendJSON(orNull: entry.category?.code)
    buffer.append(", \"subject\": ")
    buffer.appendJSON(orNull: entry.subject?.code)
    buffer.append(", \"title\": ")
    buffer.appendJSON(first.title)
    buffer.append(", \"year\": \(entry.year.map(String.init) ?? "null"), \"start\": ")
    buffer.appendJSON(orNull: entry.start?.description)
    buffer.append(", \"end\": ")
    buffer.appendJSON(orNull: entry.end?.description)
    buffer.append(", \"hours\": \(entry.hours?.description ?? "null")")
    buffer.append(", \"count\": \(entry.count.map(String.init) ?? "null"), \"status\": ")
    buffer.appendJSON(orNull: entry.status?.code)
    buffer.append("}")
  }

  private func list(
    _ key: String, _ items: Range<Int>, _ buffer: inout ByteBuffer, _ item: (Int, inout ByteBuffer) -> Void
  ) {
    buffer.append(",\n      \"\(key)\": [")
    for place in items {
      buffer.append(place == items.lowerBound ? "\n        " : ",\n        ")
      item(place, &buffer)
    }
    buffer.append(items.isEmpty ? "]" : "\n      ]")
  }

  /// Numbers by word; the word of blank cells is "".
  private func counts(_ key: String, _ counts: [(String, Int)], _ buffer: inout ByteBuffer) {
    buffer.append(",\n      \"\(key)\": {")
    for (place, count) in counts.enumerated() {
      if place > 0 { buffer.append(", ") }
      buffer.appendJSON(count.0)
      buffer.append(": \(count.1)")
    }
    buffer.append("}")
  }
}
