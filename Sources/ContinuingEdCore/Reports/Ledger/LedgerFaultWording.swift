/// What a fault of a ledger's files is called. Identity and place are in ``LedgerFault``.
package enum LedgerFaultWording {
  /// `FILE:LINE: what is wrong`.
  package static func line(_ fault: LedgerFault, in language: Language, ids: IDStyle) -> String {
    let place = "\(ShownText.safe(fault.file)):\(fault.line)"
    return place + language.pick("：", ": ") + message(fault, in: language, ids: ids)
  }

  /// What is wrong, without the place.
  package static func message(_ fault: LedgerFault, in language: Language, ids: IDStyle) -> String {
    switch fault.kind {
    case .wrongHeader(let expected):
      return language.pick("第一行应为：\(expected)", "the first line should be: \(expected)")
    case .badText: return language.pick("不是 UTF-8", "this is not UTF-8")
    case .carriageReturn:
      return language.pick(
        "行尾被别的程序改成了 CRLF，应只有 LF；用 cecredit ledger repair 修复",
        "another program has made the line ends CR LF; they should be LF alone, cecredit ledger repair mends it"
      )
    case .byteOrderMark:
      return language.pick(
        "别的程序在开头加了字节顺序标记（BOM）；用 cecredit ledger repair 修复",
        "another program has put a byte order mark at its beginning; cecredit ledger repair mends it")
    case .tooLong(let limit):
      return language.pick("文件超过 \(limit) 字节", "the file has more than \(limit) bytes")
    case .noLineEnd: return language.pick("最后一行没有换行", "the last line has no line break")
    case .blankLine: return language.pick("空行", "a blank line")
    case .raggedRow(let cells, let expected):
      return language.pick(
        "有 \(cells) 个单元格，应有 \(expected) 个", "\(English.count(cells, "cell")) where \(expected) should be")
    case .badQuote: return language.pick("引号没有闭合，或后面还有文字", "a quote never closes, or text follows it")
    case .badCell(let column, let value): return cell(column, value, language, ids)
    case .needlessCell(let column, let value):
      return language.pick(
        "\(column) 应为空，而不是“\(shown(value, column, ids))”",
        "\(column) should be blank, and not \"\(shown(value, column, ids))\"")
    case .badFormat:
      return language.pick(
        "没有写明台账格式，应为 {\"format\": \(LedgerFolder.format)}",
        "it does not say the format; it should be {\"format\": \(LedgerFolder.format)}")
    default: return ofWhole(fault, language, ids)
    }
  }

  /// What is told by sums, and where a whole ledger may come from.
  private static func ofSums(_ fault: LedgerFault, _ language: Language) -> String {
    let mend = language.pick("；请从版本库或备份中找回", "; get it back from version control or a backup")
    switch fault.kind {
    case .badSum(let change):
      let which = change.map { language.pick("（改动 \($0)）", " (change \($0))") } ?? ""
      return language.pick(
        "这一行\(which)或它前面的行被改过、丢失或移动过", "this line\(which), or one before it, was changed, lost or moved")
        + mend
    case .badSeal:
      return language.pick(
        "与流水不符，被改过或缺行", "it does not say what the journal does: changed, or lines are missing") + mend
    case .changedBytes(let change, let lastLine):
      let which =
        lastLine > fault.line
        ? language.pick("第 \(fault.line) 至 \(lastLine) 行", "lines \(fault.line) to \(lastLine)")
        : language.pick("这一行", "this line")
      return language.pick(
        "\(which)不再是改动 \(change) 写下的样子",
        "\(which) \(lastLine > fault.line ? "are" : "is") not as change \(change) wrote it") + mend
    case .addedBytes(let count):
      return count < 0
        ? language.pick("少了 \(-count) 字节", "\(-count) bytes are missing") + mend
        : language.pick(
          "从这一行起多了 \(count) 字节，流水中没有",
          "from here on \(count) bytes too many, of which the journal knows nothing")
          + mend
    case .strangeFile:
      return language.pick("流水中没有这个年度的登记项", "the journal knows of no entry of this year")
    case .longerThanKnown(let found, let expected):
      return language.pick(
        "有 \(found) 字节，比中断的改动写下的 \(expected) 字节长，没有撤销；请核对后删除 .pending",
        "\(found) bytes, more than the \(expected) that the interrupted change could make it: nothing was undone; "
          + "look at it and remove .pending")
    case .stalePending(let id):
      return language.pick(
        "是另一个状态下改动 \(id) 留下的，不理会，下次写台账时清除",
        "it belongs to change \(id) of another state; it is left aside, and cleared away by whoever writes next"
      )
    default: return ""
    }
  }

  /// Those that a line alone does not show.
  private static func ofWhole(_ fault: LedgerFault, _ language: Language, _ ids: IDStyle) -> String {
    switch fault.kind {
    case .badSum, .badSeal, .changedBytes, .addedBytes, .strangeFile, .longerThanKnown, .stalePending:
      return ofSums(fault, language)
    case .changeOutOfSequence(let found, let expected):
      return language.pick("改动编号是 \(found)，应为 \(expected)", "change \(found) where \(expected) should be")
    case .unbalanced(let balance):
      return language.pick(
        "行数不平：\(ImportWording.balance(balance, in: language))",
        "rows don't add up: \(ImportWording.balance(balance, in: language))")
    case .entryOutOfSequence(let found, let expected):
      let found = ProblemWording.quotable(found)
      return language.pick(
        "登记项编号是“\(found)”，应为 \(expected)；有行缺失、多出或移动过",
        "entry \"\(found)\" where \(expected) should be: a line is missing, came in or was moved")
    case .unknownChange(let id):
      let id = ProblemWording.quotable(id)
      return language.pick("流水中没有改动“\(id)”", "the journal has no change \"\(id)\"")
    case .otherChange(let found, let expected):
      return language.pick(
        "写着改动 \(found)，按流水应属改动 \(expected)",
        "it names change \(found); by the journal it came with change \(expected)")
    case .lineCount(let found, let expected):
      return language.pick(
        "有 \(found) 行，按流水应有 \(expected) 行",
        "\(English.count(found, "row")); by the journal there should be \(expected)")
    case .noSuchEntry(let id):
      return language.pick("所指的登记项 \(id) 当时不存在", "it refers to entry \(id), which was not there")
    case .notVoid(let id):
      return language.pick(
        "恢复的登记项 \(id) 当时没有作废", "entry \(id), which is to count again, was not void then")
    case .goneEntry(let id, let change):
      return language.pick(
        "所指的登记项 \(id) 已在改动 \(change) 中作废或更正",
        "it refers to entry \(id), which change \(change) had voided or corrected")
    case .badReplacement(let id):
      return language.pick("登记项 \(id) 与它更正的登记项对不上", "entry \(id) does not fit the one that it is to replace")
    case .wrongYear(let found):
      guard let found else { return language.pick("这一行没有年度", "the row has no credit year") }
      return language.pick(
        "这一行的年度是 \(found)，不属于这个文件", "the row is of credit year \(found), which is not that of the file")
    case .row(let code, let column, let value): return row(code, column, value, language, ids)
    case .shortFile(let found, let expected):
      return language.pick(
        "只有 \(found) 字节，至少应有 \(expected) 字节：后面的内容丢失了",
        "\(found) bytes, where at least \(expected) must be: its end is lost")
    case .missingFile:
      return language.pick("缺少这个文件，而流水中有它的内容", "the file is missing, and the journal tells of its lines")
    case .unknownFile: return language.pick("台账里没有这样的文件，不去动它", "no file of a ledger; it is left alone")
    case .interruptedChange(let id):
      return language.pick(
        "改动 \(id) 中断，没有生效，下次写台账时清除",
        "change \(id) was interrupted and does not count; the next command that writes clears it away")
    default: return code(of: fault)
    }
  }

  private static func cell(_ column: String, _ value: String, _ language: Language, _ ids: IDStyle) -> String
  {
    if value.isEmpty { return language.pick("\(column) 不能为空", "\(column) must not be blank") }
    let value = shown(value, column, ids)
    return language.pick("\(column) 不能是“\(value)”", "\(column) can't be \"\(value)\"")
  }

  private static func row(
    _ code: ProblemCode, _ column: String?, _ value: String?, _ language: Language, _ ids: IDStyle
  ) -> String {
    var text = language.pick("这一行不可用", "the row can't be used") + " [\(code.code)]"
    if let column { text += " \(column)" }
    if let value, !value.isEmpty {
      text += language.pick("“\(shown(value, column, ids))”", " \"\(shown(value, column, ids))\"")
    }
    return text
  }

  private static func shown(_ value: String, _ column: String?, _ ids: IDStyle) -> String {
    ProblemWording.quotable(column == Field.personID.english ? ids.show(value) : value)
  }

  /// The stable word of machine output.
  package static func code(of fault: LedgerFault) -> String {
    switch fault.kind {
    case .wrongHeader: "wrong-header"
    case .badText: "bad-text"
    case .carriageReturn: "carriage-return"
    case .noLineEnd: "no-line-end"
    case .blankLine: "blank-line"
    case .raggedRow: "ragged-row"
    case .badQuote: "bad-quote"
    case .badCell: "bad-cell"
    case .needlessCell: "needless-cell"
    case .badFormat: "bad-format"
    case .changeOutOfSequence: "change-out-of-sequence"
    case .unbalanced: "unbalanced"
    case .entryOutOfSequence: "entry-out-of-sequence"
    case .unknownChange: "unknown-change"
    case .otherChange: "other-change"
    case .lineCount: "line-count"
    case .noSuchEntry: "no-such-entry"
    case .goneEntry: "gone-entry"
    case .notVoid: "not-void"
    case .byteOrderMark: "byte-order-mark"
    case .badSum: "bad-sum"
    case .badSeal: "bad-seal"
    case .changedBytes: "changed-bytes"
    case .addedBytes: "added-bytes"
    case .strangeFile: "strange-file"
    case .longerThanKnown: "longer-than-known"
    case .stalePending: "stale-pending"
    case .tooLong: "too-long"
    case .badReplacement: "bad-replacement"
    case .wrongYear: "wrong-year"
    case .row(let code, _, _): code.code
    case .shortFile: "short-file"
    case .missingFile: "missing-file"
    case .unknownFile: "unknown-file"
    case .interruptedChange: "interrupted-change"
    }
  }
}
