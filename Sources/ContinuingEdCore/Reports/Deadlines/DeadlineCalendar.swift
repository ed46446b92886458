/// Deadlines as events of a calendar (RFC 5545), for Thunderbird, Outlook and phones: all-day events with their end given,
/// identifiers that stay the same from one run to the next, and an alarm a week before.
struct DeadlineCalendar {
  private let run: DeadlineRun
  private let items: [DeadlineRun.Item]
  /// When the calendar was made: the as-of day, else that of the notice, so that the same input gives the same bytes.
  private let stamp: Day

  init(_ run: DeadlineRun, _ items: [DeadlineRun.Item]) {
    (self.run, self.items) = (run, items)
    stamp = run.asOf ?? run.ruleSets.first?.notice.date ?? .first(of: run.ruleSets.first?.year ?? 1970)
  }

  /// Adds the calendar; what hangs on an unknown day is no event.
  func append(to buffer: inout ByteBuffer) {
    let rules = run.ruleSets.first
    var text = CalendarText()
    text.line("BEGIN", "VCALENDAR")
    text.line("VERSION", "2.0")
    text.line("PRODID", "-//cecredit//deadlines//ZH")
    text.line("CALSCALE", "GREGORIAN")
    text.line("METHOD", "PUBLISH")
    if let rules {
      let city = rules.city.chinese.first ?? rules.city.english
      text.text("X-WR-CALNAME", "\(city) \(rules.year) 年度继续教育期限")
    }
    var met: [String: Int] = [:]
    for item in items {
      guard let by = item.by else { continue }
      if let from = item.from { event(item, on: from, isOpening: true, &met, &text) }
      event(item, on: by, isOpening: false, &met, &text)
    }
    text.line("END", "VCALENDAR")
    buffer.append(text.bytes)
  }

  private func event(
    _ item: DeadlineRun.Item, on day: Day, isOpening: Bool, _ met: inout [String: Int],
    _ text: inout CalendarText
  ) {
    text.line("BEGIN", "VEVENT")
    text.line("UID", identifier(item, isOpening: isOpening, &met))
    text.line("DTSTAMP", CalendarText.date(stamp) + "T000000Z")
    text.line("DTSTART;VALUE=DATE", CalendarText.date(day))
    text.line("DTEND;VALUE=DATE", CalendarText.date(day.adding(days: 1)))
    let hint = item.from == nil ? "" : isOpening ? "（开始）" : "（截止）"
    let time = isOpening ? "" : item.time.map { " \($0)前" } ?? ""
    let summary = "\(item.who)：\(item.what)\(hint)\(time)"
    text.text("SUMMARY", summary)
    text.text("DESCRIPTION", description(item))
    text.line("TRANSP", "TRANSPARENT")
    text.line("BEGIN", "VALARM")
    text.line("ACTION", "DISPLAY")
    text.text("DESCRIPTION", summary)
    text.line("TRIGGER", "-P7D")
    text.line("END", "VALARM")
    text.line("END", "VEVENT")
  }

  private func description(_ item: DeadlineRun.Item) -> String {
    let rules = run.ruleSets[item.ruleSet]
    var lines = [rules.notice.title + (rules.notice.number.map { "（\($0)）" } ?? "")]
    let rule = item.rule.words(in: .chinese)
    if !rule.isEmpty { lines.append(rule) }
    if let clause = item.clause {
      let clause = rules.clauses[Int(clause)]
      lines.append("\(clause.locator)：\(clause.says)")
    }
    if item.leftCalendar { lines.append("超出工作日历的年份，只按周末推算，请人工核对") }
    return lines.joined(separator: "\n")
  }

  /// The same for the same duty from run to run, whatever its day; of a person it does not give away the ID.
  private func identifier(
    _ item: DeadlineRun.Item, isOpening: Bool, _ met: inout [String: Int]
  ) -> String {
    let rules = run.ruleSets[item.ruleSet]
    var parts = [rules.id, run.locator(item) ?? "", item.what, isOpening ? "from" : "by"]
    if let person = item.person, let records = run.records {
      parts.append(records.texts.string(records.people[person].id))
    }
    switch item.rule {
    case .days(_, let start?), .workingDays(_, let start?): parts.append("\(start)")
    default: break
    }
    let name = parts.joined(separator: "\n")
    met[name, default: 0] += 1
    let number = met[name] == 1 ? "" : "-\(met[name] ?? 0)"
    let digits = String(CalendarText.hash(name), radix: 16)
    return "\(rules.id)-\(String(repeating: "0", count: 16 - digits.count))\(digits)\(number)@cecredit"
  }
}

/// Lines of RFC 5545: folded at 75 octets without cutting a character, ended by CR LF.
struct CalendarText {
  private(set) var bytes: [UInt8] = []
  private static let longestLine = 75

  /// A property whose value is no text.
  mutating func line(_ name: String, _ value: String) { fold("\(name):\(value)") }

  /// A property whose value is text, which is escaped.
  mutating func text(_ name: String, _ value: String) {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "\n": escaped += "\\n"
      // Controls are no text in a calendar.
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    fold("\(name):\(escaped)")
  }

  private mutating func fold(_ line: String) {
    var room = CalendarText.longestLine
    for scalar in line.unicodeScalars {
      let octets = Array(String(scalar).utf8)
      if octets.count > room {
        bytes += Array("\r\n ".utf8)
        room = CalendarText.longestLine - 1
      }
      bytes += octets
      room -= octets.count
    }
    bytes += Array("\r\n".utf8)
  }

  /// `20230609`
  static func date(_ day: Day) -> String { "\(day)".filter { $0 != "-" } }

  /// FNV-1a of the UTF-8 bytes: the same on every machine.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
