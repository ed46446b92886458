extension LedgerRefusal {
  /// Why nothing was changed, and what would help.
  func message(in language: Language) -> String {
    switch self {
    case .unusable(let draft, let entry):
      let faults = ((try? draft.faults(in: language)) ?? []).map { "\n" + $0.message }.joined()
      let which = entry.map { language.pick("登记项 \($0) ", "entry \($0): ") } ?? ""
      return which
        + (entry == nil
          ? language.pick("没有新增：", "nothing was added:") : language.pick("没有更正：", "nothing was corrected:"))
        + faults
    case .saysSoAlready(let entry):
      return language.pick(
        "登记项 \(entry) 已经是这样，没有改动", "entry \(entry) says so already; nothing was changed")
    case .yearIsFull(let year):
      return language.pick("\(year) 年度的文件已满", "the file of \(year) is full")
    case .unknownPerson(let person):
      let shown = IDMask.masked(person)
      return language.pick("台账里没有“\(shown)”这个人", "the ledger knows nobody \"\(shown)\"")
    case .samePerson: return language.pick("两个号码相同", "the two numbers are the same")
    case .unrelated(let path):
      return language.pick("\(path)：不是这本台账的副本", "\(path): no copy of this ledger")
    }
  }
}
