/// The page of `check` (Report): who it is about and where it comes from, everyone in a table, everyone's entries, the
/// problems, and the clauses as notes.
///
/// Everyone is judged once (``PeopleGathering``). With more people than can be opened at once the page begins with the
/// units, and people stand folded under theirs.
struct CheckPage {
  /// From so many people on they are folded, and have no parts of their own: their rows say all.
  static let foldedFrom = 5_001

  let run: CheckRun
  let style: CheckStyle
  let people: PeopleGathering
  /// Whether people stand folded under their units.
  private let isFolded: Bool
  /// Whether it is a page of one unit among others, whose problems stand on the page of all.
  private var isPartOfFolder = false
  private let table: PeopleTable
  private var language: Language { style.language }

  /// Judges everyone. `isFolder` says that units have pages of their own, so that nobody need be folded.
  init(_ run: CheckRun, _ style: CheckStyle, isFolder: Bool = false) {
    self.run = run
    self.style = style
    isFolded = !style.cards && !isFolder && run.count >= CheckPage.foldedFrom
    let isFull = !isFolded
    let table = PeopleTable(run: run, style: style, isFull: isFull)
    let part = PersonPart(run: run, style: style, isOpen: style.cards)
    people = PeopleGathering(
      run, row: { if !style.cards { table.write($0, $1, to: &$2) } },
      part: { if isFull { part.write($0, $1, to: &$2) } })
    self.table = table
  }

  /// The page of one unit of another page.
  init(_ page: CheckPage, unit: Int) {
    run = page.run
    style = page.style
    people = page.people.only(unit: unit)
    isFolded = false
    isPartOfFolder = true
    table = page.table
  }

  /// Writes the page. `take` gets bytes in order and says whether it wants more.
  func write<Failure: Error>(to take: (ByteBuffer) throws(Failure) -> Bool) throws(Failure) {
    let order = people.order(style.sorting)
    var buffer = ByteBuffer()
    let frame = frame
    buffer.append(frame.open)
    var head = CheckPageHead(run: run, style: style, people: people)
    head.problemsPage = isPartOfFolder ? CheckFolder.index : ""
    head.write(to: &buffer)
    if !style.cards, run.count > 0 {
      buffer.append(CheckPageTools(people: people, language: language).text)
      if isFolded {
        try writeFolded(order, &buffer, take)
      } else {
        try writeRows(order, &buffer, take)
      }
    }
    if !isFolded { try writeParts(order, &buffer, take) }
    writeEnd(to: &buffer)
    buffer.append(frame.close)
    _ = try take(buffer)
  }

  /// Writes the page that leads to those of the units, `files` being their names.
  func writeIndex<Failure: Error>(
    _ files: [String], to take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) {
    var buffer = ByteBuffer()
    let frame = HTMLFrame(title, language, style: CheckPageStyle.text(language))
    buffer.append(frame.open)
    var head = CheckPageHead(run: run, style: style, people: people)
    head.unitPages = files
    head.write(to: &buffer)
    writeEnd(to: &buffer)
    buffer.append(frame.close)
    _ = try take(buffer)
  }

  private var title: String { CheckFrame(run: run, language: language).title }

  private var frame: HTMLFrame {
    HTMLFrame(
      title, language, style: CheckPageStyle.text(language),
      script: style.cards ? nil : CheckPageScript.text(language))
  }

  private func writeEnd(to buffer: inout ByteBuffer) {
    CheckPageReasons(people.reasons, language).write(to: &buffer)
    if !isPartOfFolder {
      CheckPageProblems(run.records.adding(people.summary.asked), style).write(to: &buffer)
    }
    CheckPageClauses(run, people.cited, language).write(to: &buffer)
  }

  private func writeRows<Failure: Error>(
    _ order: [Int], _ buffer: inout ByteBuffer, _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) {
    let heading = language.pick("人员", "People")
    buffer.append("<section aria-labelledby=\"people\"><h2 id=\"people\">\(heading)</h2>\n")
    let caption = language.pick(
      "每人一行，最需要注意的在前；“待认定”是已登记、还等人认定的学时",
      "A row a person, who needs attention first; awaiting: hours that are entered and not yet confirmed")
    buffer.append(table.open(caption: caption))
    if style.byUnit {
      for group in grouped(order) {
        buffer.append("<tbody>" + groupRow(group.unit))
        try write(group.places, &buffer, take)
        buffer.append("</tbody>\n")
      }
    } else {
      buffer.append("<tbody>\n")
      try write(order, &buffer, take)
      buffer.append("</tbody>")
    }
    buffer.append("</table></section>\n")
  }

  /// People under their units, each folded.
  private func writeFolded<Failure: Error>(
    _ order: [Int], _ buffer: inout ByteBuffer, _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) {
    let heading = language.pick("人员（按单位折叠）", "People, folded by unit")
    buffer.append("<section aria-labelledby=\"people\"><h2 id=\"people\">\(heading)</h2>\n")
    for group in grouped(order) {
      let unit = people.units[group.unit]
      let name = unit.name.isEmpty ? PeopleTable.noUnit(language) : unit.name
      buffer.append(
        "<details class=\"group\"><summary><span\(HTMLFrame.chinese(in: language))>\(ShownText.html(name))</span>"
          + language.pick("：", ": ") + counts(unit.verdicts) + "</summary>")
      buffer.append(table.open(caption: name, isHidden: true) + "<tbody>\n")
      try write(group.places, &buffer, take)
      buffer.append("</tbody></table></details>\n")
    }
    buffer.append("</section>\n")
  }

  private func write<Failure: Error>(
    _ places: [Int], _ buffer: inout ByteBuffer, _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) {
    for place in places {
      people.appendRow(of: place, to: &buffer)
      if buffer.count >= 1 << 18 {
        if try !take(buffer) { return }
        buffer.removeAll()
      }
    }
  }

  private func writeParts<Failure: Error>(
    _ order: [Int], _ buffer: inout ByteBuffer, _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) {
    if !style.cards {
      let heading = language.pick("各人明细", "Person by person")
      buffer.append("<section class=\"parts\" aria-labelledby=\"parts\"><h2 id=\"parts\">\(heading)</h2>\n")
    }
    for place in order {
      people.appendPart(of: place, to: &buffer)
      if buffer.count >= 1 << 18 {
        if try !take(buffer) { return }
        buffer.removeAll()
      }
    }
    if !style.cards { buffer.append("</section>\n") }
  }

  /// The people of each unit in order; units in the order of their first person.
  private func grouped(_ order: [Int]) -> [(unit: Int, places: [Int])] {
    var groups: [(unit: Int, places: [Int])] = []
    var found: [Int: Int] = [:]
    for place in order {
      let unit = people.people[place].unit
      if let group = found[unit] {
        groups[group].places.append(place)
      } else {
        found[unit] = groups.count
        groups.append((unit, [place]))
      }
    }
    return groups
  }

  private func groupRow(_ unit: Int) -> String {
    let (name, verdicts) = (people.units[unit].name, people.units[unit].verdicts)
    let shown = name.isEmpty ? PeopleTable.noUnit(language) : name
    return "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"9\"><span\(HTMLFrame.chinese(in: language))>"
      + "\(ShownText.html(shown))</span>\(language.pick("：", ": "))\(counts(verdicts))</th></tr>\n"
  }

  /// `25 人：不足 3、达标 22`
  private func counts(_ verdicts: VerdictCounts) -> String {
    let parts = Verdict.allCases.filter { verdicts[$0] > 0 }.sorted { $0.urgency < $1.urgency }
      .map { "\($0.label(in: language)) \(verdicts[$0])" }
    return language.pick("\(verdicts.people) 人", English.count(verdicts.people, "person", "people"))
      + language.pick("，", ", ") + parts.joined(separator: language.pick("、", ", "))
  }
}
