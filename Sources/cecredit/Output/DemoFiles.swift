import ContinuingEdCore

/// The samples of `demo`, made from a rule set: what its own planner says is enough, and less than that.
struct DemoFiles {
  /// A file of the folder.
  struct File {
    let name: String
    let text: String
  }

  /// All files, ready to be written.
  private(set) var files: [File] = []
  private let rules: RuleSet
  private let names: (records: String, roster: String, ledger: String)
  private static let ids = ["D1001", "D1002", "D1003", "D1004"]
  private let people: [String]

  /// The samples of a rule set.
  init(_ rules: RuleSet, _ language: Language) throws(CommandError) {
    self.rules = rules
    names = language.pick(("登记表.csv", "花名册.csv", "台账"), ("staff.csv", "people.csv", "books"))
    people = language.pick(
      ["示例甲", "示例乙", "示例丙", "示例丁"], ["Sample Ann", "Sample Ben", "Sample Cai", "Sample Dan"])
    let unit = language.pick("示例单位", "Sample unit")
    let headings = [Field.personID, .name, .unit].map { language.pick($0.chinese, $0.english) }
    var roster = headings.joined(separator: ",") + "\n"
    for (id, name) in zip(DemoFiles.ids, people) { roster += "\(id),\(name),\(unit)\n" }
    let records = try varied(enough(roster, language), language)
    let mark = "\u{FEFF}"
    files = [
      File(name: names.records, text: mark + records), File(name: names.roster, text: mark + roster),
      File(name: ConfigurationFile.name, text: "{\"rules\": \"\(rules.id)\"}\n"),
    ]
  }

  /// What would be enough for everyone on a roster, as a records file.
  private func enough(_ roster: String, _ language: Language) throws(CommandError) -> String {
    var options = ImportOptions()
    options.fixedAmounts = [rules.fixedAmounts]
    let nothing = [Field.personID, .category].map(\.english).joined(separator: ",") + "\n"
    let records: Records
    do {
      records = try Importer(options).read(
        [.bytes(name: names.records, Array(nothing.utf8))],
        roster: .bytes(name: names.roster, Array(roster.utf8)))
    } catch {
      throw RecordsInput.failure(error)
    }
    var style = PlanStyle()
    (style.format, style.ids, style.language) = (.entries, .full, language)
    let run = CheckRun(records: records, ruleSets: [rules], calendar: .embedded)
    let before = Day.first(of: rules.year).adding(days: -1)
    var text = ""
    _ = PlanReport(run, asOf: before, style).write { (piece: ByteBuffer) in
      piece.withBytes { text += String(decoding: $0, as: UTF8.self) }
      return true
    }
    return text
  }

  /// The first person has enough, the second lacks the last row, the third waits for approval, and the fourth has a day
  /// that there is not.
  private func varied(_ enough: String, _ language: Language) -> String {
    let lines = enough.split(separator: "\n")
    guard let header = lines.first else { return enough }
    let columns = header.split(separator: ",", omittingEmptySubsequences: false)
    func place(_ field: Field) -> Int? { columns.firstIndex { $0 == field.chinese || $0 == field.english } }
    var text = header + "\n"
    for (number, id) in DemoFiles.ids.enumerated() {
      var own = lines.dropFirst().filter { $0.hasPrefix(id + ",") }.map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      switch number {
      case 1: if own.count > 1 { own.removeLast() } else { own.removeAll() }
      case 2:
        let declared = WordLists.words(of: .status, in: language).first { !$0.isEmpty }
        if let status = place(.status), let declared = DemoFiles.declared(language) ?? declared {
          for row in own.indices where own[row].indices.contains(status) { own[row][status] = declared }
        }
      case 3:
        if let start = place(.start), !own.isEmpty, own[0].indices.contains(start) {
          own[0][start] = "\(rules.year)-02-30"
        }
      default: break
      }
      for row in own { text += row.joined(separator: ",") + "\n" }
    }
    return String(text)
  }

  private static func declared(_ language: Language) -> String? {
    language.pick("待审", ReviewStatus.declared.code)
  }

  /// What to type next.
  func whatToTry(in folder: String) -> Words {
    let place = RuleSuggestion.quoted(folder)
    let (records, roster) = (names.records, names.roster)
    let commands = [
      (Words("每个人达标没有", "has everybody complied"), "cecredit check \(records) --roster \(roster)"),
      (Words("有错的行错在哪里", "what is wrong with a row"), "cecredit validate \(records)"),
      (
        Words("结论是怎样来的", "how a verdict came about"),
        "cecredit explain \(records) --roster \(roster) --person \(DemoFiles.ids[1])"
      ),
      (
        Words("怎样补足", "how to make up for it"),
        "cecredit plan \(records) --roster \(roster)"
          + " --as-of \(Day.first(of: rules.year).adding(days: 243)) --person \(DemoFiles.ids[1])"
      ), (Words("打印的报告", "a report to print"), "cecredit check \(records) --roster \(roster) -o report.html"),
      (Words("逐年留底", "keep it for years"), "cecredit ledger init \(names.ledger)"),
      (Words("", ""), "cecredit import \(records) --roster \(roster) --ledger \(names.ledger)"),
    ]
    func list(_ language: Language) -> String {
      commands.map { says, command in
        let text = says.text(in: language)
        return (text.isEmpty ? "" : "# \(text)\n") + command + "\n"
      }.joined()
    }
    return Words(
      "已建立 \(folder)（\(rules.id)）。可以试：\n\ncd \(place)\n" + list(.chinese),
      "made \(folder) (\(rules.id)). Try:\n\ncd \(place)\n" + list(.english))
  }
}
