import ContinuingEdCore
import Foundation

/// Finds people by what a user types: an ID, or a name that only one of them has.
struct PersonChoice {
  private let records: Records

  init(_ records: Records) { self.records = records }

  /// The indexes of these people in ``Records/people``, each once and in the order of the records.
  func indexes(of wanted: [String]) throws(CommandError) -> [Int] {
    var found: Set<Int> = []
    for text in wanted { found.insert(try index(of: text)) }
    return found.sorted()
  }

  /// The index of a person.
  func index(of text: String) throws(CommandError) -> Int {
    let id = PersonChoice.normalised(text).replacing("x", with: "X")
    if let person = people(whose: \.id, is: id).first { return person }
    if id.contains("*"), let person = try person(masked: id) { return person }
    let name = PersonChoice.normalised(text)
    let named = people(whose: \.name, is: name) + (name == text ? [] : people(whose: \.name, is: text))
    if named.count == 1 { return named[0] }
    if named.isEmpty { throw unknown(text) }
    let list = named.prefix(8).map(description).joined(separator: ", ") + (named.count > 8 ? ", …" : "")
    throw .failure(
      Words(
        "有 \(named.count) 个人叫“\(text)”，请改用证件号：\(list)",
        "\(named.count) people are called \"\(text)\", use the ID: \(list)"))
  }

  /// The one person whose ID fits one that is masked with `*`; nil if nobody's does.
  private func person(masked id: String) throws(CommandError) -> Int? {
    let wanted = Array(id.utf8)
    let fitting = records.people.indices.filter { index in
      records.texts.withBytes(of: records.people[index].id) { known in
        known.count == wanted.count
          && zip(known, wanted).allSatisfy { $0 == $1 || $1 == UInt8(ascii: "*") }
      }
    }
    if fitting.count < 2 { return fitting.first }
    throw LedgerPeople.several(fitting.count, id)
  }

  private func people(whose part: KeyPath<ListedPerson, TextID>, is text: String) -> [Int] {
    var text = text
    return text.withUTF8 { wanted in
      records.people.indices.filter { index in
        records.texts.withBytes(of: records.people[index][keyPath: part]) { $0.elementsEqual(wanted) }
      }
    }
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
