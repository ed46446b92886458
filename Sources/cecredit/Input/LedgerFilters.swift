import ContinuingEdCore
import Foundation

// Which entries a command of the ledger is about.
extension Option {
  static let filterPerson = Option(
    "--person", value: Words("证件号或姓名", "ID|NAME"), isRepeatable: true,
    Words("只看这个人；可写多次", "this person only; repeatable"))
  static let filterUnit = Option(
    "--unit", value: Words("单位", "UNIT"), isRepeatable: true,
    Words("只看这个单位；可写多次", "this unit only; repeatable"))
  static let filterYear = Option(
    "--year", value: Words("年度", "YEAR"), isRepeatable: true,
    Words("只看这个年度；可写多次", "this credit year only; repeatable"))
  static let filterCategory = Option(
    "--category", value: Words("类别", "CATEGORY"), isRepeatable: true,
    Words("只看这个类别；可写多次", "this category only; repeatable"))
  static let filterStatus = Option(
    "--status", value: Words("审核状态", "STATUS"), isRepeatable: true,
    Words(
      "只看这个审核状态：verified、declared、rejected，或 none（未填）；可写多次",
      "this review status only: verified, declared, rejected, or none; repeatable"))
  static let filter = Option(
    "--filter", value: Words("名称=值", "NAME=VALUE"), isRepeatable: true,
    Words(
      "同上，名称是 person、unit、year、category 或 status；可写多次",
      "the same, where NAME is person, unit, year, category or status; repeatable"))

  static let people = Option(
    "--people", value: Words("文件", "FILE"),
    Words("这些人：每行一个证件号或姓名的文本文件", "these people: a text file with an ID or a name on each line"))

  /// What a command that lists entries accepts.
  static let filters = [filterPerson, filterUnit, filterYear, filterCategory, filterStatus, filter]
}

/// The filters of a command line, before anybody has been looked up in a ledger.
struct LedgerFilters {
  private var filter = LedgerFilter()
  private var people: [String] = []
  /// Whether any filter was given.
  private(set) var isGiven = false

  /// Takes the filters; `--status` only where it is one, and of a command whose options are columns `--filter` alone.
  init(_ arguments: Arguments, status: Bool = true, columns: Bool = true) throws(CommandError) {
    if columns { try takeColumns(arguments, status: status) }
    try takeFilters(arguments)
  }

  private mutating func takeColumns(_ arguments: Arguments, status: Bool) throws(CommandError) {
    for text in try arguments.all(.filterPerson) + LedgerPeople.listed(arguments) { try add(.person, text) }
    for text in arguments.all(.filterUnit) { try add(.unit, text) }
    for text in arguments.all(.filterYear) { try add(.year, text) }
    for text in arguments.all(.filterCategory) { try add(.category, text) }
    if status {
      for text in arguments.all(.filterStatus) { try add(.status, text) }
    }
  }

  private mutating func takeFilters(_ arguments: Arguments) throws(CommandError) {
    for text in arguments.all(.filter) {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[1].isEmpty else {
        throw .usage(
          Words(
            "--filter 应写成 名称=值，如 unit=一中，而不是“\(text)”",
            "--filter is NAME=VALUE, as unit=一中, and not \"\(text)\""))
      }
      guard let kind = LedgerFilter.Kind(named: parts[0]) else {
        let names = LedgerFilter.Kind.allCases.map(\.rawValue)
        let list = names.joined(separator: ", ")
        throw .usage(
          Words("--filter 没有“\(parts[0])”，可用：\(list)", "--filter has no \"\(parts[0])\"; there are: \(list)")
            + .didYouMean(NearMatch.nearest(to: parts[0], in: names)))
      }
      try add(kind, parts[1])
    }
  }

  private mutating func add(_ kind: LedgerFilter.Kind, _ value: String) throws(CommandError) {
    isGiven = true
    if kind == .person {
      people.append(value)
      return
    }
    do {
      try filter.add(kind, value)
    } catch {
      throw LedgerFilters.failure(error)
    }
  }

  /// What a value that can't be filtered by is called.
  static func failure(_ refusal: LedgerFilter.Refusal) -> CommandError {
    .usage(
      Words(refusal.message(in: .chinese), refusal.message(in: .english)) + .didYouMean(refusal.suggestion))
  }

  /// The filter, with people found in a ledger.
  func resolved(_ reading: LedgerReading) throws(CommandError) -> LedgerFilter {
    if people.isEmpty { return filter }
    var filter = filter
    let known = LedgerPeople(
      try LedgerCalls.attempt(reading.snapshot.path) { () throws(LedgerFailure) in try reading.people() })
    filter.people = []
    for text in people { filter.people?.insert(try known.find(text).id) }
    return filter
  }
}

extension LedgerFilters {
  /// The entries that count and fit.
  func chosen(_ reading: LedgerReading) throws(CommandError) -> [ShownEntry] {
    let filter = try resolved(reading)
    var entries: [ShownEntry] = []
    try LedgerCalls.attempt(reading.snapshot.path) { () throws(LedgerFailure) in
      try reading.each(filter) {
        entries.append($0)
        return true
      }
    }
    return entries
  }
}

/// Finds people of a ledger by what a user types: an ID, or a name that only one of them has.
struct LedgerPeople {
  private let people: [LedgerReading.KnownPerson]

  init(_ people: [LedgerReading.KnownPerson]) { self.people = people }

  /// The person; an error that says who is near if there is none, and who they are if there are several.
  func find(_ text: String) throws(CommandError) -> LedgerReading.KnownPerson {
    if let person = try findIfKnown(text) { return person }
    throw .failure(
      Words("台账里没有“\(text)”这个人", "the ledger knows nobody \"\(text)\"") + .didYouMean(near(text)))
  }

  /// The person; nil if there is none.
  func findIfKnown(_ text: String) throws(CommandError) -> LedgerReading.KnownPerson? {
    let name = LedgerPeople.normalised(text)
    let id = name.replacing("x", with: "X")
    if let person = people.first(where: { $0.id == id }) { return person }
    if id.contains("*") {
      let fitting = people.filter { LedgerPeople.fits($0.id, id) }
      if fitting.count > 1 { throw LedgerPeople.several(fitting.count, id) }
      if let person = fitting.first { return person }
    }
    let named = people.filter { $0.name == name || $0.name == text }
    if named.count < 2 { return named.first }
    let list =
      named.prefix(8).map { IDMask.masked($0.id) + ($0.unit.isEmpty ? "" : " (\($0.unit))") }
      .joined(separator: ", ") + (named.count > 8 ? ", …" : "")
    throw .failure(
      Words(
        "有 \(named.count) 个人叫“\(text)”，请改用证件号：\(list)",
        "\(named.count) people are called \"\(text)\", use the ID: \(list)"))
  }

  /// Whether an ID is one that is masked with `*`.
  private static func fits(_ id: String, _ masked: String) -> Bool {
    id.utf8.count == masked.utf8.count
      && zip(id.utf8, masked.utf8).allSatisfy { $0 == $1 || $1 == UInt8(ascii: "*") }
  }

  /// What is said of a masked ID that several people's fit.
  static func several(_ count: Int, _ id: String) -> CommandError {
    .failure(
      Words(
        "有 \(count) 个人的证件号符合“\(id)”，请写完整的号码或姓名",
        "\(count) people have IDs that fit \"\(id)\"; write a whole one, or a name"))
  }

  /// The people who fit filters, by an entry that counts or by the roster.
  func chosen(_ filters: LedgerFilters, _ reading: LedgerReading) throws(CommandError) -> [String] {
    let filter = try filters.resolved(reading)
    var ids = Set(try filters.chosen(reading).map { $0[.personID] })
    for person in people where person.isListed && filter.takes(person) { ids.insert(person.id) }
    return people.map(\.id).filter(ids.contains)
  }

  /// The people of the file of `--people`; none without it.
  static func listed(_ arguments: Arguments) throws(CommandError) -> [String] {
    guard let path = arguments[.people] else { return [] }
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(in: .whitespaces.union(["\u{FEFF}"]))
    }.filter { !$0.isEmpty }
    if lines.isEmpty { throw .usage(Words("\(path) 里没有人", "\(path) names nobody")) }
    return lines
  }

  /// Who was probably meant: a name, or a masked ID.
  func near(_ text: String) -> String? {
    NearMatch.nearest(to: text, in: people.lazy.map(\.name))
      ?? NearMatch.nearest(to: text, in: people.lazy.map(\.id)).map(IDMask.masked)
  }

  /// A number as the ledger keeps it.
  static func id(_ text: String) -> String {
    normalised(text).replacing("x", with: "X").filter { !$0.isWhitespace }
  }

  /// As the reader does it: NFKC, without white space at the ends.
  private static func normalised(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
