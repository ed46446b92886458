import ContinuingEdCore
import Foundation

/// Finds people by what a user types: an ID, or a name that only one of them has.
struct PersonChoice {
  private let records: Records

  init(_ records: Records) { self.records = records }

  /// The indexes of these people in ``Records/people``, each once and in the order of the records.
  func indexes(of wanted: [String]) throws(CommandError) -> [Int] {
    let directory = Directory(records, wanted.flatMap(PersonChoice.forms))
    var found: Set<Int> = []
    for text in wanted { found.insert(try index(of: text, in: directory)) }
    return found.sorted()
  }

  /// The index of a person.
  func index(of text: String) throws(CommandError) -> Int {
    try index(of: text, in: Directory(records, PersonChoice.forms(text)))
  }

  private func index(of text: String, in directory: Directory) throws(CommandError) -> Int {
    let forms = PersonChoice.forms(text)
    if let person = directory.ids[Array(forms[0].utf8)] { return person }
    var named: [Int] = []
    for form in Set(forms.dropFirst().map { Array($0.utf8) }) { named += directory.names[form] ?? [] }
    if named.count == 1 { return named[0] }
    if named.isEmpty { throw unknown(text) }
    let list =
      named.sorted().prefix(8).map(description).joined(separator: ", ") + (named.count > 8 ? ", …" : "")
    throw .failure(
      Words(
        "有 \(named.count) 个人叫“\(text)”，请改用证件号：\(list)",
        "\(named.count) people are called \"\(text)\", use the ID: \(list)"))
  }

  /// The people who have one of some texts as their ID or name, found in one pass. Texts are compared byte for byte.
  private struct Directory {
    private(set) var ids: [[UInt8]: Int] = [:]
    private(set) var names: [[UInt8]: [Int]] = [:]

    init(_ records: Records, _ wanted: [String]) {
      let wanted = Set(wanted.map { Array($0.utf8) })
      for (index, person) in records.people.enumerated() {
        let id = records.texts.withBytes(of: person.id) { Array($0) }
        if wanted.contains(id), ids[id] == nil { ids[id] = index }
        let name = records.texts.withBytes(of: person.name) { Array($0) }
        if wanted.contains(name) { names[name, default: []].append(index) }
      }
    }
  }

  /// What a text may stand for: an ID, a name as the reader has it, a name as it is typed.
  private static func forms(_ text: String) -> [String] {
    let name = normalised(text)
    return [name.replacing("x", with: "X"), name, text]
  }

  private func description(_ index: Int) -> String {
    let person = records.people[index]
    let unit = records.texts.string(person.unit)
    return IDMask.masked(records.texts.string(person.id)) + (unit.isEmpty ? "" : " (\(unit))")
  }

  private func unknown(_ text: String) -> CommandError {
    let names = records.people.lazy.map { records.texts.string($0.name) }
    let ids = records.people.lazy.map { records.texts.string($0.id) }
    let near =
      NearMatch.nearest(to: text, in: names) ?? NearMatch.nearest(to: text, in: ids).map(IDMask.masked)
    return .failure(
      Words("没有“\(text)”这个人", "there is nobody \"\(text)\"") + .didYouMean(near))
  }

  /// As the reader does it: NFKC, without white space at the ends.
  private static func normalised(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
