import ContinuingEdCore
import Foundation
import Glibc

/// Makes a whole entry out of what a command line says, asking on the terminal for what is missing or can't be read.
struct AddQuestions {
  private(set) var draft: EntryDraft
  private let people: LedgerPeople
  private let console: Console
  /// Whether somebody is there to be asked.
  private let canAsk: Bool

  init(_ draft: EntryDraft, _ people: LedgerPeople, _ console: Console, noInput: Bool) {
    self.draft = draft
    self.people = people
    self.console = console
    canAsk = !noInput && Terminal.isTerminal(STDIN_FILENO)
  }

  /// Asks until the row can be used. Where nobody can be asked, the first look says all that is wrong.
  mutating func complete() throws(CommandError) {
    try findPerson()
    while true {
      let faults = try faults(in: console.language)
      guard let first = faults.first else { return }
      if !canAsk { throw try refusal() }
      // What was typed and can't be read is told, what is only missing is asked for.
      if !first.isMissing { tell(first) }
      try ask(first.field)
    }
  }

  private func faults(in language: Language) throws(CommandError) -> [EntryDraft.Fault] {
    do {
      return try draft.faults(in: language)
    } catch {
      throw RecordsInput.failure(error)
    }
  }

  // MARK: The person

  /// Takes somebody whom the ledger knows by ID or name, with the name and the unit, else a new person by ID.
  private mutating func findPerson() throws(CommandError) {
    guard let typed = draft.cells[.personID] else {
      if !canAsk { return }
      return try askPerson()
    }
    if let known = try people.findIfKnown(typed) { return take(known) }
    if AddQuestions.looksLikeName(typed) {
      if !canAsk { throw nobody(typed) }
      console.say(nobody(typed).words)
      return try askPerson()
    }
    console.say(
      Words("台账里还没有“\(IDMask.masked(typed))”这个人，作为新人登记", "\"\(IDMask.masked(typed))\" is new to the ledger")
        + .didYouMean(people.near(typed)))
  }

  private mutating func askPerson() throws(CommandError) {
    var refused: String?
    while true {
      let typed = try answer(.personID)
      if let known = try known(typed) { return take(known) }
      if AddQuestions.looksLikeName(typed) {
        console.say(nobody(typed).words)
      } else if let near = people.near(typed), refused != typed {
        refused = typed
        console.say(
          Words("台账里没有“\(typed)”这个人", "the ledger knows nobody \"\(typed)\"") + .didYouMean(near)
            + Words("如果是新人，请再输入一次", " For a new person, type it again"))
      } else {
        draft.cells[.personID] = typed
        return
      }
    }
  }

  /// The person of a name or an ID; one that several have is told, and asked for again.
  private func known(_ typed: String) throws(CommandError) -> LedgerReading.KnownPerson? {
    do {
      return try people.findIfKnown(typed)
    } catch {
      console.say(error.words)
      return nil
    }
  }

  private mutating func take(_ person: LedgerReading.KnownPerson) {
    draft.cells[.personID] = person.id
    if draft.cells[.name] == nil { draft.cells[.name] = person.name }
    if draft.cells[.unit] == nil { draft.cells[.unit] = person.unit }
  }

  /// An ID has a letter or a digit; 张三 has none.
  private static func looksLikeName(_ text: String) -> Bool {
    let plain = text.precomposedStringWithCompatibilityMapping
    return !plain.utf8.contains { 48...57 ~= $0 || 65...90 ~= $0 & 0xDF }
  }

  private func nobody(_ typed: String) -> CommandError {
    .usage(
      Words(
        "台账里没有“\(typed)”这个人；新人要写证件号或工号，姓名用 --name",
        "the ledger knows nobody \"\(typed)\"; a new person needs an ID, and --name")
        + .didYouMean(people.near(typed)))
  }

  // MARK: The other columns

  private mutating func ask(_ field: Field) throws(CommandError) {
    if field == .personID { return try askPerson() }
    let typed = try answer(field)
    if field == .year, typed.utf8.count > 5 {
      draft.cells[.start] = typed
    } else {
      draft.cells[field] = typed
    }
  }

  /// What is typed; asked again while it is blank.
  private func answer(_ field: Field) throws(CommandError) -> String {
    while true {
      console.warn(EntryQuestion.text(field, in: console.language) + console.language.pick("：", ": "))
      guard let line = readLine() else {
        console.warn("\n")
        throw .failure(Words("输入已结束，没有新增", "the input ended; nothing was added"))
      }
      let text = line.trimmingCharacters(in: .whitespacesAndNewlines)
      if !text.isEmpty { return text }
    }
  }

  private func tell(_ fault: EntryDraft.Fault) {
    console.warn("  " + fault.message + "\n")
  }

  /// Everything that is missing or can't be read, by option.
  private func refusal() throws(CommandError) -> CommandError {
    func list(_ language: Language) throws(CommandError) -> String {
      var text = ""
      for fault in try faults(in: language) {
        let option = Option.name(of: fault.field)
        text +=
          fault.isMissing
          ? language.pick("\n缺少 \(option)：", "\n\(option) is missing: ")
          : "\n\(option)" + language.pick("：", ": ")
        text += fault.message
      }
      return text
    }
    return .usage(Words("没有新增：" + (try list(.chinese)), "nothing was added:" + (try list(.english))))
  }
}
