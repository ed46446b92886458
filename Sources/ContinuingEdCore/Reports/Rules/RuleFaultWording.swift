/// What a fault of a rule file is called.
extension RuleFault {
  /// `FILE:LINE: SEVERITY: KEY PATH: what is wrong and what would be right`; the severity only where it is given.
  package func description(in language: Language, severity: String? = nil) -> String {
    let colon = language.pick("：", ": ")
    let place = [severity, keyPath.isEmpty ? nil : keyPath].compactMap(\.self).map { $0 + colon }.joined()
    return "\(file):\(line): \(place)\(message(in: language))"
  }

  /// What is wrong and what would be right, without the place.
  package func message(in language: Language) -> String {
    switch kind {
    case .emptyFile: return language.pick("文件是空的", "the file is empty")
    case .notUTF8:
      return language.pick("不是 UTF-8 编码，请另存为 UTF-8", "this is not UTF-8; save the file as UTF-8")
    case .tooLarge(let limit):
      let size = "\(limit >> 20) MiB"
      return language.pick("文件超过 \(size)，这不会是规则文件", "the file is larger than \(size); no rule file is")
    case .tooDeep(let limit):
      return language.pick("嵌套超过 \(limit) 层", "values are nested more than \(limit) deep")
    case .syntax(let found, let wanted):
      let (zh, en) = RuleFault.wording(wanted)
      guard let found else {
        return language.pick("不是 JSON：文件到此结束，这里应为\(zh)", "not JSON: the file ends here, \(en) is expected")
      }
      return language.pick("不是 JSON：这里是“\(found)”，应为\(zh)", "not JSON: found \"\(found)\", \(en) is expected")
    case .badSurrogate:
      return language.pick("\\u 转义只有半个字符", "a \\u escape gives half a character")
    case .newerFormat(let found, let known):
      return language.pick(
        "规则格式第 \(found) 版，本程序只认第 \(known) 版，请升级程序",
        "rule format \(found); this program knows format \(known), use a newer program")
    case .duplicateKey, .unknownKey, .missingKey, .twoChoices, .noChoice: return keyMessage(in: language)
    case .unknownName(let name, let list, let suggestion):
      return language.pick("\(list) 里没有“\(name)”", "\(list) has no \"\(name)\"")
        + RuleFault.didYouMean(suggestion, language)
    case .idMismatch(let found, let wanted):
      return language.pick(
        "编号“\(found)”与城市和年度不符，应为“\(wanted)”", "\"\(found)\" is not the city and year, \"\(wanted)\" is")
    case .doubt(let doubt): return doubt.message(in: language)
    case .wrongSubjects(.leave):
      return language.pick("特殊情形不带学时，科目应为 []", "a leave brings no hours; its subjects are []")
    case .wrongSubjects(.assignment):
      return language.pick("援派两科都有学时，应写明两科", "an assignment brings hours in both subjects; name both")
    case .noBlock(let category, let subject):
      let what = [category.label(in: language), subject?.label(in: language)].compactMap { $0 }
        .joined(separator: language.pick("，", ", "))
      return language.pick(
        "有合计，却没有给“\(what)”的区块，合计会不全", "there is a sum and no block for \(what), so that the sum would lack it"
      )
    case .wrongSubjects: return language.pick("应有一到两个科目", "one or two subjects are needed")
    default: return valueMessage(in: language)
    }
  }

  private func keyMessage(in language: Language) -> String {
    switch kind {
    case .duplicateKey(let name):
      return language.pick("键“\(name)”出现两次", "key \"\(name)\" is there twice")
    case .unknownKey(let name, let suggestion):
      return language.pick("没有“\(name)”这个键", "there is no key \"\(name)\"")
        + RuleFault.didYouMean(suggestion, language)
    case .missingKey(let name): return language.pick("缺少键“\(name)”", "key \"\(name)\" is missing")
    case .twoChoices(let a, let b):
      return language.pick("“\(a)”和“\(b)”只能有一个", "\"\(a)\" and \"\(b)\" exclude each other")
    case .noChoice(let keys):
      let list = RuleFault.list(keys)
      return language.pick("应有其中一个键：\(list)", "one of these keys is needed: \(list)")
    default: return ""
    }
  }

  private func valueMessage(in language: Language) -> String {
    switch kind {
    case .wrongType(let found, let wanted):
      let (zh, en) = (RuleFault.wording(found), RuleFault.wording(wanted))
      return language.pick("这里是\(zh.0)，应为\(en.0)", "found \(zh.1), \(en.1) is expected")
    case .unknownWord(let word, let known, let suggestion):
      let list = RuleFault.list(known)
      return language.pick("不认识“\(word)”，应为其中之一：\(list)", "unknown word \"\(word)\", expected one of \(list)")
        + RuleFault.didYouMean(suggestion, language)
    case .badHours(let text):
      return language.pick(
        "学时 \(text) 不对：应为 0 到 9999.99，最多两位小数，不用指数",
        "\(text) are no hours: 0 to 9999.99 with at most 2 decimals and no exponent are")
    case .badWholeNumber(let text, let range):
      let (low, high) = (range.lowerBound, range.upperBound)
      if low == high { return language.pick("\(text) 不对，应为 \(low)", "found \(text), \(low) is expected") }
      return language.pick(
        "\(text) 不对：应为 \(low) 到 \(high) 的整数", "\(text) is no whole number from \(low) to \(high)")
    case .badDate(let text):
      return language.pick(
        "“\(text)”不是日期，应如 2022-06-13", "\"\(text)\" is no date; write it as in 2022-06-13")
    case .emptyText: return language.pick("文字是空的", "the text is empty")
    case .badName(let name):
      return language.pick(
        "名字“\(name)”不能用：城市只用小写字母、数字和连字符，none 和 any 另有含义",
        "\"\(name)\" can't be a name: cities have small letters, digits and hyphens, none and any mean something else"
      )
    case .emptyList: return language.pick("列表是空的", "the list is empty")
    case .endBeforeStart: return language.pick("结束在开始之前", "the end is before the start")
    case .periodMakesNoSense(let year):
      return language.pick("周期应含 \(year) 年的日子，且不超过十年", "a period has days in \(year) and at most ten years")
    case .misplaced(let key):
      return language.pick("“\(key)”应在列表最后", "\"\(key)\" belongs at the end of its list")
    case .repeated(let text): return language.pick("“\(text)”重复", "\"\(text)\" is there twice")
    case .tooMany(let limit): return language.pick("超过 \(limit) 项", "more than \(limit) items")
    default: return ""
    }
  }

  static func didYouMean(_ suggestion: String?, _ language: Language) -> String {
    guard let suggestion else { return "" }
    return language.pick("；是不是“\(suggestion)”？", "; did you mean \"\(suggestion)\"?")
  }

  private static func list(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: ", ") }

  private static func wording(_ wanted: Syntax) -> (String, String) {
    switch wanted {
    case .value: ("值", "a value")
    case .key: ("带引号的键", "a key in quotes")
    case .colon: ("冒号", "a colon")
    case .commaOrBrace: ("逗号或 }", "a comma or }")
    case .commaOrBracket: ("逗号或 ]", "a comma or ]")
    case .endOfText: ("文字或引号", "text or its closing quote")
    case .escape: ("转义符（\\n、\\\"、\\u0041 等）", "an escape such as \\n, \\\" or \\u0041")
    case .digit: ("数字", "a digit")
    case .endOfFile: ("文件结尾", "the end of the file")
    }
  }

  private static func wording(_ kind: JSONValue.Kind) -> (String, String) {
    switch kind {
    case .null: ("null", "null")
    case .bool: ("true 或 false", "true or false")
    case .number: ("数字", "a number")
    case .string: ("文字", "a text")
    case .array: ("列表", "a list")
    case .object: ("对象 {…}", "an object {…}")
    }
  }

  private static func wording(_ shape: Shape) -> (String, String) {
    switch shape {
    case .object: return ("对象 {…}", "an object {…}")
    case .list: return ("列表 […]", "a list […]")
    case .text: return ("带引号的文字", "a text in quotes")
    case .hours: return ("学时数", "a number of hours")
    case .wholeNumber: return ("整数", "a whole number")
    case .date: return ("日期，如 \"2022-06-13\"", "a date as in \"2022-06-13\"")
    case .yesNo: return ("\"yes\" 或 \"no\"", "\"yes\" or \"no\"")
    case .hoursOrNone: return ("学时数或 \"none\"", "a number of hours or \"none\"")
    case .textOrNull: return ("带引号的文字或 null", "a text in quotes or null")
    case .choice(let words, let keys):
      let (words, keys) = (list(words), list(keys))
      if keys.isEmpty { return ("其中之一：\(words)", "one of \(words)") }
      if words.isEmpty { return ("含 \(keys) 的对象", "an object with \(keys)") }
      return ("\(words) 或含 \(keys) 的对象", "\(words) or an object with \(keys)")
    }
  }
}
