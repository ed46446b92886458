/// What a clerk is told of a problem, in Chinese.
enum ProblemWordsChinese {
  static func message(_ facts: ProblemWording.Facts) -> String {
    let column = facts.column
    let cell = "\(column)“\(facts.value)”"
    switch facts.code {
    case .missingColumn:
      if facts.variant == .oneRowAPerson {
        return "这是每人一行、公需和专业学时并列的汇总表，不是每行一项活动的登记表，整个文件无法使用；请提供每项活动一行的登记表，有“\(column)”等列"
      }
      let hidden = facts.details.map { "“\($0)”" }.joined(separator: "、")
      return
        "没有“\(column)”列，整个文件无法使用；标题行中写下列任一名称即可：\(names(facts))；列名不同的用 --map 列名=\(facts.field?.english ?? "字段") 指定"
        + (hidden.isEmpty ? "" : "；隐藏的工作表\(hidden)有登记表的标题行，可用 --sheet 读取")
    case .duplicateColumn:
      return "“\(facts.detail(0))”列和“\(column)”列是同一个名称，不知道以哪列为准，整个文件无法使用；只留一列，另一列删去、改名，"
        + "或用 --map \(column)=ignore 不读"
    case .missingPerson: return nobody(facts)
    case .mangledID: return mangled(facts)
    case .unknownCategory, .unknownSubject, .unknownKind, .unknownLevel, .unknownModule, .unknownResult,
      .unknownStatus, .unknownEmployer:
      let found = facts.value.isEmpty ? "\(column)为空" : "\(cell)\(damage(facts) ?? "不是可用的词")"
      return "\(found)；应填\(list(facts))"
    case .missingSubject: return "\(column)为空；网络平台学习、外地转入和年度学时应填公需科目或专业科目"
    case .badHours:
      return "\(cell)\(damage(facts) ?? "不是可用的学时")；应填大于 0、不超过 9999.99 的数字，小数最多两位，如 8 或 2.5"
    case .missingHours where facts.variant == .mergedCells:
      return "\(column)是合并单元格的一部分，学时只记在第一行；请取消合并，逐行填写学时"
    case .missingHours: return "\(column)为空；这一类别应填写学时，如 8 或 2.5"
    case .badDate:
      let right = facts.field == .period ? "2023-07-01 或 2023-07-01至2023-07-03" : "2023-07-01"
      return "\(cell)\(damage(facts) ?? "不是可用的日期")；应填 1900 年至 2100 年间确有的日期，如 \(right)"
    case .missingDate: return "\(column)为空；这一类别应填写开始日期或培训时间，如 2023-07-01"
    case .endBeforeStart:
      return facts.field == .period
        ? "\(cell)的后一个日期早于前一个；应先写开始日期，再写结束日期" : "\(cell)早于开始日期；应与开始日期同一天或在其后"
    case .badYear where facts.damage == .schoolYear:
      return "\(cell)跨了两年；通知按自然年计算，应填其中一年，如 2023，或留空而写明起止日期"
    case .badYear: return "\(cell)\(damage(facts) ?? "不是可用的年度")；应填 1900 至 2100 的四位数字，如 2023"
    case .missingYear: return "\(column)为空，也没有日期，不知道计入哪一年；应填写年度或开始日期"
    case .badCount: return "\(cell)\(damage(facts) ?? "不是可用的数量")；应填 1 至 1000 的整数，如 2"
    default: return ofRow(facts)
    }
  }

  /// Those that concern a whole row, a person or the roster, and the warnings.
  private static func ofRow(_ facts: ProblemWording.Facts) -> String {
    let column = facts.column
    let cell = "\(column)“\(facts.value)”"
    switch facts.code {
    case .unknownCity:
      return "\(cell)没有本年度的规则集；应填已有规则集的城市，或留空"
    case .duplicatePerson: return "\(cell)在花名册中已经出现过\(earlier(facts))，以先出现的一行为准；每人只应有一行"
    case .raggedRow:
      let found =
        facts.cells.map { "这一行有 \($0) 个单元格，标题行有 \(facts.columns) 列" } ?? "这一行的单元格数与标题行的 \(facts.columns) 列对不上"
      return "\(found)，无法判断哪个单元格属于哪一列；多半是内容里有分隔符却没有加引号，或缺了单元格"
    case .unclosedQuote: return "这一行有单元格以引号开头，却始终没有结束的引号；应补上引号或删去开头的引号"
    case .badQuote: return "这一行有单元格在结束的引号后面还有文字；单元格中的引号应写成两个"
    case .badEncoding: return "这一行有无法识别的字节，文字编码已损坏；应从原文件另存为 UTF-8 后再用"
    case .fieldTooLong: return "\(column.isEmpty ? "这一行有单元格" : column + "的内容")超过 64 KiB；应缩短，多半是前面的引号没有结束"
    case .idChecksum: return "\(cell)的校验码不符，可能有一位填错；请与证件核对，本行仍然使用"
    case .nameMismatch:
      let other = facts.details.isEmpty ? "姓名" : "姓名“\(facts.detail(0))”"
      return "\(cell)与同一号码在花名册或前面一行的\(other)不同\(earlier(facts))；请核对号码和姓名，本行仍然使用"
    case .duplicate: return "这一行与先出现的一行完全相同\(earlier(facts))，不再计学时；如系重复登记请删去"
    case .possibleDuplicate:
      return "这一行与先出现的一行很可能是同一活动\(earlier(facts))，其他内容不同；请核对：重复的删去一行，确是两项的由审核部门审验"
    case .notInRoster: return "\(cell)不在花名册上，不作结论；如应列入，请加进花名册"
    case .unknownColumn:
      if facts.variant == .otherUnit {
        return "“\(column)”不是学时（分钟、天数、学分等不能当作学时），已忽略其内容；请折算成学时，写在“学时”列"
      }
      if column.isEmpty { return "这一列没有列名，下面却有内容，已忽略；如应使用，请在标题行写上列名" }
      if facts.details.isEmpty {
        return "“\(column)”不是已知的列，已忽略其内容；如应使用，请改为已知的列名，或用 --map \(column)=字段 指定"
      }
      return "“\(column)”不是已知的列，已忽略其内容；如应使用，用 --map \(column)=\(facts.detail(0)) 读取，或改为已知的列名"
    default: return ofDoor(facts)
    }
  }

  /// What was passed over, taken as blank or looks like something else.
  private static func ofDoor(_ facts: ProblemWording.Facts) -> String {
    let column = facts.column
    let cell = "\(column)“\(facts.value)”"
    switch facts.code {
    case .skippedRow:
      if facts.isAboveHeader { return "标题行上方的一行，已跳过；如是登记项，请移到标题行下面" }
      switch facts.variant {
      case .foot: return "表尾的说明或签字，已跳过；如是登记项，请填写身份证号和类别"
      case .headerAgain: return "重复的标题行，已跳过"
      case .sample: return "模板的示例行，已跳过；如是登记项，请填写本人的身份证号"
      default: return "合计行，已跳过；如是登记项，请填写身份证号和类别"
      }
    case .errorCell where facts.variant == .noValue:
      return "\(column)是没有算过的公式，文件里没有它的值；请用表格软件打开这个文件，保存一次再用"
    case .errorCell: return "\(cell)\(damage(facts) ?? "是表格软件的错误值")，不是内容；请回到原表改好公式或加宽该列，再重新导出"
    case .nearID where facts.variant == .fifteenDigits:
      return "\(cell)是 15 位的旧号码，同一人的 18 位号码 \(facts.detail(0)) 也在；两个号码按两个人核算，请改为 18 位"
    case .nearID where facts.variant == .leadingZeros:
      return "\(cell)与 \(facts.detail(0)) 只差开头的 0；两个号码按两个人核算，如是同一人请改成一样"
    case .nearID where facts.variant == .takenForRoster:
      return "\(cell)不在花名册上，与花名册的 \(facts.detail(0)) 只差开头的 0，按此人核算；请改成花名册上的号码"
    case .nearID:
      return near(facts)
    case .columnUnused:
      return "“\(column)”列没有使用：同一项内容读的是“\(facts.detail(0))”列；如应读这一列，用 --map \(column)=\(facts.detail(1)) 指定"
    case .suspectColumn:
      return
        "“\(column)”列没有使用，第 \(facts.earlierLine ?? "") 行却写着“\(facts.detail(0))”；如这是考核结果，用 --map \(column)=result 指定"
    case .privateCharacter:
      return "“\(column)”列第 \(facts.earlierLine ?? "") 行有自造字（私用区字符），多半是生僻字在别的软件中转丢的；请核对并改用标准汉字"
    case .zeroHours: return "\(cell)是 0 学时，这一行不使用；有学时的请改正，没有的可以删去"
    case .away: return "\(cell)表明此人不在本年度内任职，不作结论；日期有误请改正"
    case .skippedSheet: return "这张工作表没有登记表的标题行，已跳过；如应读取，请补上身份证号列和类别列"
    case .shortRow: return "从这一行起有单元格比标题行的 \(facts.columns) 列少的行，缺的按空白读；如内容错位，请补上空格位"
    case .placeholder: return "\(cell)说的是没有内容，按空白读；有的请填写，没有的请留空"
    default: return ofAudit(facts)
    }
  }

  private static func nobody(_ facts: ProblemWording.Facts) -> String {
    let column = facts.column
    if !facts.value.isEmpty { return "\(column)“\(facts.value)”不是谁的号码，不知道这一行是谁的；应填写身份证号或工号" }
    switch facts.variant {
    case .mergedCells:
      return "\(column)为空，不知道这一行是谁的；上面的行有号码，如是合并单元格，用 --fill-down 取上一行的，否则应填写身份证号或工号"
    case .nameOfNobody: return "\(column)为空，花名册上也没有这个姓名；应填写身份证号或工号，或核对姓名"
    case .nameOfSeveral: return "\(column)为空，花名册上有几个人是这个姓名；应填写身份证号或工号，或写明单位"
    default: return "\(column)为空，不知道这一行是谁的；应填写身份证号或工号"
    }
  }

  private static func mangled(_ facts: ProblemWording.Facts) -> String {
    let cell = "\(facts.column)“\(facts.value)”"
    switch facts.damage {
    case .scientific: return "\(cell)被表格软件变成了科学计数法，后面的数字已经丢失；应把该列设为文本格式，再填完整的号码"
    case .formulaError, .tooNarrow:
      return "\(cell)\(damage(facts) ?? "")，不知道这一行是谁的；请回到原表改好，再填完整的号码"
    case .masked: return "\(cell)有几位被遮住，不知道是谁；应填写完整的号码，或提供花名册以便对照"
    case .severalIDs: return "\(cell)是两个人的号码；每人应各有一行"
    default: return "\(cell)末三位是 000 且校验码不符，是表格软件只保留 15 位数字造成的；应把该列设为文本格式，再填完整的号码"
    }
  }

  private static func near(_ facts: ProblemWording.Facts) -> String {
    let cell = "\(facts.column)“\(facts.value)”"
    let found =
      switch facts.variant {
      case .lookAlike where facts.detail(1) == "X": "末位的“\(facts.detail(0))”不是字母 X，已读作 X"
      case .lookAlike: "中的“\(facts.detail(0))”像是数字 \(facts.detail(1))"
      case .asterisk: "中有一个 *，少了一位"
      case .oneTooMany: "比身份证号多一位"
      case .oneTooFew: "比身份证号少一位"
      case .around: "在身份证号前后还有别的字"
      case .masked: "有几位被遮住，按花名册读作 \(facts.detail(0))"
      default: "近似 \(facts.detail(0))"
      }
    return "\(cell)\(found)；请与证件核对并改正，本行仍然使用"
  }

  /// What an auditor would ask.
  private static func ofAudit(_ facts: ProblemWording.Facts) -> String {
    let cell = "\(facts.column)“\(facts.value)”"
    let (first, second, third) = (facts.detail(0), facts.detail(1), facts.detail(2))
    switch facts.code {
    case .yearMismatch:
      let rules = facts.variant == .noRuleSet ? "没有 \(first) 年度的规则集" : "如要核算那一年，请改用规则集 \(third)"
      return "本文件可用的登记项以 \(first) 年度的最多，有 \(second) 行，多于所查的年度；\(rules)，否则请核对文件"
    case .over24ADay:
      return "此人 \(first) 这 \(second) 天内的活动共 \(third) 学时，平均每天超过 24；请核对日期和学时，学时照计"
    case .overlappingDays:
      return "此人 \(first) 这 \(second) 天内的活动共 \(third) 学时，平均每天超过 12，有的日子重在一起；请核对是否都到场，学时照计"
    case .sameEvidence:
      return "\(facts.column)与另一个人另一项活动的相同\(earlier(facts))；请核对是谁的、是哪一项的，学时照计"
    case .futureDate: return "\(cell)在核算的日期 \(first) 之后，却已审核完毕；请核对日期和审核状态"
    case .idBirth:
      return first.isEmpty
        ? "\(cell)中的出生日期并不存在；请与证件核对，本行仍然使用"
        : "\(cell)中的出生年份是 \(first)，与登记项的年度 \(second) 相差不在 16 至 75 岁之间；请与证件核对，本行仍然使用"
    default: return "这一行有问题：\(facts.code.code)"
    }
  }

  private static func damage(_ facts: ProblemWording.Facts) -> String? {
    switch facts.damage {
    case .formulaError: "是表格软件的公式错误"
    case .tooNarrow: "是列宽不足时显示的符号，不是内容"
    case .serialNumber: "像是表格软件的日期序号"
    default: nil
    }
  }

  private static func earlier(_ facts: ProblemWording.Facts) -> String {
    guard let line = facts.earlierLine else { return "" }
    return facts.earlierFile.map { "（\($0) 第 \(line) 行）" } ?? "（第 \(line) 行）"
  }

  private static func names(_ facts: ProblemWording.Facts) -> String {
    facts.field.map(WordLists.headings)?.joined(separator: "、") ?? facts.column
  }

  private static func list(_ facts: ProblemWording.Facts) -> String {
    let words = WordLists.words(of: facts.code.listField, in: .chinese)
    let mayBeBlank = ![.unknownCategory, .unknownSubject, .unknownKind].contains(facts.code)
    return words.dropLast().joined(separator: "、") + "或" + (words.last ?? "") + (mayBeBlank ? "，也可以不填" : "")
  }
}

extension ProblemCode {
  /// The field whose closed list a word is missing from.
  var listField: Field {
    switch self {
    case .unknownSubject: .subject
    case .unknownKind: .kind
    case .unknownLevel: .level
    case .unknownModule: .module
    case .unknownResult: .result
    case .unknownStatus: .status
    case .unknownEmployer: .employer
    default: .category
    }
  }
}
