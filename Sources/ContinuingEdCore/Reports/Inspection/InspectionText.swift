/// What `cecredit inspect` shows a clerk.
package struct InspectionText {
  private let language: Language
  private let mask: (String) -> String
  private let labels = 10

  /// A text in a language, with IDs in a style.
  package init(in language: Language, ids: IDStyle) {
    self.language = language
    mask = ids.show
  }

  /// One file.
  package func text(_ inspection: Inspection) -> String {
    let file = inspection.file
    var text = ProblemWording.printable(file.path) + "\n"
    text += line(language.pick("编码", "encoding"), encoding(file))
    text += line(language.pick("分隔符", "delimiter"), delimiter(file.delimiter))
    text += line(language.pick("换行", "line ends"), lineEnds(file.lineEnds))
    text += line(
      language.pick("标题行", "header"), language.pick("第 \(file.headerLine) 行", "line \(file.headerLine)"))
    text += line(language.pick("记录", "records"), counts(inspection))
    text += columns(file)
    text += entries(inspection)
    text += tallies(inspection)
    return text
  }

  private func line(_ label: String, _ value: String) -> String {
    "  \(DisplayWidth.padded(label, to: labels))  \(value)\n"
  }

  private func encoding(_ file: SourceFile) -> String {
    let name =
      switch file.encoding {
      case .utf8: "UTF-8"
      case .gb18030: "GB18030"
      case .utf16le: "UTF-16LE"
      case .utf16be: "UTF-16BE"
      }
    return name + (file.hasByteOrderMark ? language.pick("，有字节序标记", " with a byte order mark") : "")
  }

  private func delimiter(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: ","): language.pick("逗号", "comma")
    case UInt8(ascii: "\t"): language.pick("制表符", "tab")
    case UInt8(ascii: ";"): language.pick("分号", "semicolon")
    default: ProblemWording.printable(String(UnicodeScalar(byte)))
    }
  }

  private func lineEnds(_ ends: SourceFile.LineEnds) -> String {
    let kinds = [("LF", ends.lf), ("CRLF", ends.crlf), ("CR", ends.cr)].filter { $0.1 > 0 }
    if kinds.isEmpty { return language.pick("无", "none") }
    if kinds.count == 1 { return kinds[0].0 }
    return kinds.map { "\($0.0) \($0.1)" }.joined(separator: language.pick("、", ", "))
  }

  private func counts(_ inspection: Inspection) -> String {
    let errors = inspection.problems.filter { $0.code.severity == .error }.reduce(0) { $0 + $1.count }
    let warnings = inspection.problems.filter { $0.code.severity == .warning }.reduce(0) { $0 + $1.count }
    return language.pick(
      "\(inspection.file.records) 条，可用 \(inspection.usable) 条；问题 \(errors) 个，提醒 \(warnings) 个",
      "\(inspection.file.records), \(inspection.usable) usable; problems: \(errors), warnings: \(warnings)")
  }

  private func columns(_ file: SourceFile) -> String {
    if file.headings.isEmpty { return "" }
    let letters = file.headings.indices.map(ExcelColumn.letters)
    let names = file.headings.map(ProblemWording.quotable)
    let width = min(24, names.map(DisplayWidth.of).max() ?? 0)
    let letterWidth = letters.map(\.count).max() ?? 1
    var text = "  " + language.pick("列", "columns") + "\n"
    for (i, name) in names.enumerated() {
      let field = file.columns[safe: i] ?? nil
      let meaning =
        field.map { language.pick("\($0.chinese)（\($0.english)）", $0.english) }
        ?? (name.isEmpty
          ? language.pick("没有名称，忽略", "no heading, ignored") : language.pick("不认识，忽略", "unknown, ignored"))
      let letter = DisplayWidth.padded(letters[i], to: letterWidth)
      text += "    \(letter)  \(DisplayWidth.padded(name, to: width))  → \(meaning)\n"
    }
    return text
  }

  private func entries(_ inspection: Inspection) -> String {
    if inspection.first.isEmpty { return "" }
    var text = "  " + language.pick("前 \(inspection.first.count) 条", "first entries") + "\n"
    for first in inspection.first {
      let entry = first.entry
      let who = [mask(first.id), first.name].filter { !$0.isEmpty }.map(ProblemWording.quotable)
      var what = [
        entry.category.map { WordLists.word($0, in: language) },
        entry.subject.map { WordLists.word($0, in: language) },
      ]
      what.append(days(of: entry))
      what.append(entry.hours.map { "\($0) " + language.pick("学时", "hours") })
      what.append(entry.count.map { language.pick("\($0) 项", English.count($0, "item")) })
      what.append(entry.status.map { WordLists.word($0, in: language) })
      what.append(first.title.isEmpty ? nil : "“\(ProblemWording.quotable(first.title))”")
      let place = language.pick("第 \(entry.line) 行", "line \(entry.line)")
      text += "    \(place)  \((who + what.compactMap { $0 }).joined(separator: " "))\n"
    }
    return text
  }

  private func days(of entry: EntryRow) -> String? {
    guard let start = entry.effectiveStart else { return entry.year.map(String.init) }
    guard let end = entry.end, end != start else { return start.description }
    return "\(start)" + language.pick("至", " to ") + "\(end)"
  }

  private func tallies(_ inspection: Inspection) -> String {
    let blank = language.pick("空白", "blank")
    var text = tally(
      language.pick("类别", "category"),
      inspection.categories.map { (WordLists.word($0.category, in: language), $0.count) })
    text += tally(
      language.pick("科目", "subject"),
      inspection.subjects.map { ($0.subject.map { WordLists.word($0, in: language) } ?? blank, $0.count) })
    text += tally(
      language.pick("年度", "year"),
      inspection.years.map { ($0.year.map(String.init) ?? blank, $0.count) })
    text += tally(
      language.pick("审核状态", "status"),
      inspection.statuses.map { ($0.status.map { WordLists.word($0, in: language) } ?? blank, $0.count) })
    text += tally(language.pick("问题代码", "problems"), inspection.problems.map { ($0.code.code, $0.count) })
    return text
  }

  private func tally(_ label: String, _ counts: [(String, Int)]) -> String {
    if counts.isEmpty { return "" }
    return line(label, counts.map { "\($0.0) \($0.1)" }.joined(separator: language.pick("，", ", ")))
  }
}
