/// What a clerk is told of a problem, in English.
enum ProblemWordsEnglish {
  static func message(_ facts: ProblemWording.Facts) -> String {
    let column = facts.column
    let cell = "\(column) “\(facts.value)”"
    switch facts.code {
    case .missingColumn:
      if facts.variant == .oneRowAPerson {
        return
          "This is a table with one row a person and the hours of each subject side by side, not one of activities, so "
          + "it can't be used; bring a table with a row for each activity and a column “\(column)”."
      }
      let hidden = facts.details.map { "“\($0)”" }.joined(separator: ", ")
      return
        "No column “\(column)”, so no row of the file can be used; any of these headings will do: \(names(facts)); or say "
        + "--map HEADING=\(facts.field?.english ?? "FIELD")."
        + (hidden.isEmpty ? "" : " Hidden sheets have a records header: \(hidden); --sheet reads them.")
    case .duplicateColumn:
      return
        "“\(facts.detail(0))” and “\(column)” are one name, and nobody knows which to believe, so no row of the file can be "
        + "used; keep one, remove or rename the other, or say --map \(column)=ignore."
    case .missingPerson: return nobody(facts)
    case .mangledID: return mangled(facts)
    case .unknownCategory, .unknownSubject, .unknownKind, .unknownLevel, .unknownModule, .unknownResult,
      .unknownStatus, .unknownEmployer:
      let found =
        facts.value.isEmpty ? "\(column) is blank" : "\(cell) is \(damage(facts) ?? "not a known word")"
      return "\(found); it should be \(list(facts))."
    case .missingSubject:
      return "\(column) is blank; for online, transfer and annual it must be public or professional."
    case .badHours:
      return
        "\(cell) is \(damage(facts) ?? "not a number of hours"); it should be above 0 and at most 9999.99 with at most "
        + "two decimals, as 8 or 2.5."
    case .missingHours where facts.variant == .mergedCells:
      return
        "\(column) is part of a merged cell, whose hours count in its first row; unmerge it and give hours row by row."
    case .missingHours: return "\(column) is blank; this category needs hours, as 8 or 2.5."
    case .badDate:
      let right = facts.field == .period ? "2023-07-01 or 2023-07-01至2023-07-03" : "2023-07-01"
      return
        "\(cell) is \(damage(facts) ?? "not a date"); it should be a day that exists from 1900 to 2100, as \(right)."
    case .missingDate:
      return "\(column) is blank; this category needs a start date or a period, as 2023-07-01."
    case .endBeforeStart:
      return facts.field == .period
        ? "\(cell) has its second date before its first; write the first day, then the last."
        : "\(cell) is before the start date; it should be the same day or later."
    case .badYear where facts.damage == .schoolYear:
      return
        "\(cell) spans two years; notices count calendar years: give one, as 2023, or none and the dates."
    case .badYear:
      return
        "\(cell) is \(damage(facts) ?? "not a year"); it should be four digits from 1900 to 2100, as 2023."
    case .missingYear:
      return
        "\(column) is blank and there is no date, so the credit year is not known; give a year or a start date."
    case .badCount:
      return "\(cell) is \(damage(facts) ?? "not a count"); it should be a whole number from 1 to 1000, as 2."
    default: return ofRow(facts)
    }
  }

  /// Those that concern a whole row, a person or the roster, and the warnings.
  private static func ofRow(_ facts: ProblemWording.Facts) -> String {
    let column = facts.column
    let cell = "\(column) “\(facts.value)”"
    switch facts.code {
    case .unknownCity:
      return "\(cell) has no rule set for the year; it should be a city that has one, or blank."
    case .duplicatePerson:
      return
        "\(cell) is already in the roster\(earlier(facts)); the first row stands, and each person should have one."
    case .raggedRow:
      let columns = English.count(facts.columns, "column")
      let found =
        facts.cells.map { "The row has \(English.count($0, "cell")) and the header \(columns)" }
        ?? "The number of cells does not fit the \(columns) of the header"
      return
        "\(found), so nobody can tell which cell belongs where; probably a cell holds a delimiter without quotes, or "
        + "one is missing."
    case .unclosedQuote:
      return "A cell begins with a quote that is never closed; add the closing quote or remove the first one."
    case .badQuote:
      return "A cell has text behind its closing quote; a quote inside a cell should be doubled."
    case .badEncoding:
      return "The row has bytes that are no text in this encoding; save the original again as UTF-8."
    case .fieldTooLong:
      let what = column.isEmpty ? "A cell of this row" : column
      return "\(what) holds more than 64 KiB; shorten it; probably a quote before it was never closed."
    case .idChecksum:
      return
        "The check digit of \(cell) is wrong, so a digit may be mistyped; compare it with the document. The row is used."
    case .nameMismatch:
      let other = facts.details.isEmpty ? "" : "“\(facts.detail(0))”, "
      return
        "\(cell) differs from \(other)the name of this ID in the roster or an earlier row\(earlier(facts)); check both. The "
        + "row is used."
    case .duplicate:
      return
        "The row equals an earlier one\(earlier(facts)) and brings no hours; remove it if it was entered twice."
    case .possibleDuplicate:
      return
        "The row is probably the same activity as an earlier one\(earlier(facts)), but differs elsewhere; check them: remove "
        + "one if it was entered twice, have both verified if they are two."
    case .notInRoster:
      return "\(cell) is not in the roster and is not judged; add the person there if that is wrong."
    case .unknownColumn:
      if facts.variant == .otherUnit {
        return
          "“\(column)” is no column of hours (minutes, days and credits are none) and is ignored; convert it into hours."
      }
      if column.isEmpty {
        return "A column without a heading holds text and is ignored; give it one if it should be used."
      }
      if facts.details.isEmpty {
        return
          "“\(column)” is not a known column and is ignored; rename it or say --map \(column)=FIELD if it should be used."
      }
      return
        "“\(column)” is not a known column and is ignored; say --map \(column)=\(facts.detail(0)) or rename it if it "
        + "should be used."
    default: return ofDoor(facts)
    }
  }

  /// What was passed over, taken as blank or looks like something else.
  private static func ofDoor(_ facts: ProblemWording.Facts) -> String {
    let column = facts.column
    let cell = "\(column) “\(facts.value)”"
    switch facts.code {
    case .skippedRow:
      if facts.isAboveHeader {
        return "A row above the header; skipped. Move it below the header if it is an entry."
      }
      let remedy = "If it is an entry, give person and category."
      switch facts.variant {
      case .foot: return "A note or signature at the foot; skipped. \(remedy)"
      case .headerAgain: return "The header once more; skipped."
      case .sample: return "A sample row of a template; skipped. If it is an entry, give the person's own ID."
      default: return "A total row; skipped. \(remedy)"
      }
    case .errorCell where facts.variant == .noValue:
      return
        "\(column) is a formula that nobody computed: the file has no value of it; open it in a spreadsheet program and save "
        + "it once."
    case .errorCell:
      return
        "\(cell) is \(damage(facts) ?? "an error value of a spreadsheet") and no content; mend the formula or widen "
        + "the column there, then export again."
    case .nearID where facts.variant == .fifteenDigits:
      return
        "\(cell) is the old form of 15 digits of \(facts.detail(0)), which is there too; they are taken for two people, "
        + "so write the 18 characters."
    case .nearID where facts.variant == .leadingZeros:
      return
        "\(cell) differs from \(facts.detail(0)) in leading zeros alone; they are taken for two people, so write both "
        + "alike if they are one."
    case .nearID where facts.variant == .takenForRoster:
      return
        "\(cell) is not in the roster and is taken for \(facts.detail(0)) there, from which it differs in leading zeros "
        + "alone; write it as the roster does."
    case .nearID:
      return near(facts)
    case .columnUnused:
      return "“\(column)” is not used, since “\(facts.detail(0))” is read for the same thing; say --map "
        + "\(column)=\(facts.detail(1)) if this one should be read."
    case .suspectColumn:
      return
        "“\(column)” is not used, but line \(facts.earlierLine ?? "") says “\(facts.detail(0))” there; say --map "
        + "\(column)=result if it tells of results."
    case .privateCharacter:
      return
        "“\(column)” has private-use characters, first in line \(facts.earlierLine ?? ""); a rare character was "
        + "probably lost on the way; check it and type the standard one."
    case .zeroHours:
      return "\(cell) is 0 hours, so the row is not used; correct it if there were hours, else remove it."
    case .away:
      return
        "\(cell) says that the person was not here in this year, so there is no verdict; correct a wrong date."
    case .skippedSheet:
      return
        "The sheet has no records header and is skipped; add columns for person and category if it should be read."
    case .shortRow:
      return
        "From this row on there are rows with fewer cells than the \(English.count(facts.columns, "column")) of the "
        + "header; what is missing is blank. Add empty cells if something stands in the wrong column."
    case .placeholder:
      return
        "\(cell) says that there is nothing and is taken as blank; give what there is, or leave it blank."
    default: return ofAudit(facts)
    }
  }

  private static func nobody(_ facts: ProblemWording.Facts) -> String {
    let column = facts.column
    if !facts.value.isEmpty {
      return
        "\(column) “\(facts.value)” is nobody's, so nobody knows whose row this is; give an identity or staff number."
    }
    switch facts.variant {
    case .mergedCells:
      return
        "\(column) is blank, so nobody knows whose row this is; a row above has one: if the cells were merged, say "
        + "--fill-down, else give an identity or staff number."
    case .nameOfNobody:
      return
        "\(column) is blank and the roster does not have the name; give an identity or staff number, or check the name."
    case .nameOfSeveral:
      return
        "\(column) is blank and the roster has the name several times; give an identity or staff number, or the unit."
    default:
      return "\(column) is blank, so nobody knows whose row this is; give an identity or staff number."
    }
  }

  private static func mangled(_ facts: ProblemWording.Facts) -> String {
    let cell = "\(facts.column) “\(facts.value)”"
    let remedy = "format the column as text and type the whole number again."
    switch facts.damage {
    case .scientific:
      return
        "\(cell) was turned into scientific notation by a spreadsheet and its last digits are lost; \(remedy)"
    case .formulaError, .tooNarrow:
      return "\(cell) is \(damage(facts) ?? ""), so nobody knows whose row this is; mend the original."
    case .masked:
      return
        "\(cell) has hidden characters, so nobody knows whose row this is; give the whole number, or a roster to compare."
    case .severalIDs: return "\(cell) is the IDs of two people; each should have a row."
    default:
      return "\(cell) ends in 000 and its check digit is wrong: a spreadsheet kept only 15 digits; \(remedy)"
    }
  }

  private static func near(_ facts: ProblemWording.Facts) -> String {
    let found =
      switch facts.variant {
      case .lookAlike where facts.detail(1) == "X":
        "ends in “\(facts.detail(0))”, which is no X but is read as one"
      case .lookAlike: "has “\(facts.detail(0))”, which is probably \(facts.detail(1))"
      case .asterisk: "has an asterisk in the place of a digit"
      case .oneTooMany: "is an identity number with one character too many"
      case .oneTooFew: "is an identity number with one character too few"
      case .around: "has something around an identity number"
      case .masked: "has hidden characters and is read as \(facts.detail(0)) of the roster"
      default: "is nearly \(facts.detail(0))"
      }
    return
      "\(facts.column) “\(facts.value)” \(found); compare it with the document and correct it. The row is used."
  }

  /// What an auditor would ask.
  private static func ofAudit(_ facts: ProblemWording.Facts) -> String {
    let cell = "\(facts.column) “\(facts.value)”"
    let (first, second, third) = (facts.detail(0), facts.detail(1), facts.detail(2))
    switch facts.code {
    case .yearMismatch:
      let rules =
        facts.variant == .noRuleSet
        ? "there is no rule set of \(first)" : "use \(third) if that year is to be judged"
      return
        "More usable entries of the file lie in \(first) (\(second)) than in the year of the rule set; \(rules), "
        + "or check the file."
    case .over24ADay:
      return
        "The person's activities of \(first) (days: \(second)) add up to \(third) hours, more than 24 a day; check dates "
        + "and hours. They count."
    case .overlappingDays:
      return
        "The person's activities of \(first) (days: \(second)), some of them on the same days, add up to \(third) hours, "
        + "more than 12 a day; check whether all were attended. They count."
    case .sameEvidence:
      return
        "\(facts.column) is the same as for another activity of somebody else\(earlier(facts)); check whose it is and of "
        + "what. The hours count."
    case .futureDate:
      return
        "\(cell) is after \(first), the day of judgement, but the row is approved; check date and status."
    case .idBirth:
      return first.isEmpty
        ? "There is no such birth date as in \(cell); compare it with the document. The row is used."
        : "Birth in \(first), as \(cell) says, and an entry of \(second) make an age that is not from 16 to 75; compare "
          + "the ID with the document. The row is used."
    default: return "The row has a problem: \(facts.code.code)."
    }
  }

  private static func damage(_ facts: ProblemWording.Facts) -> String? {
    switch facts.damage {
    case .formulaError: "an error value of a spreadsheet formula"
    case .tooNarrow: "what a spreadsheet shows in a narrow column, not the content"
    case .serialNumber: "probably a spreadsheet's serial number of a day"
    default: nil
    }
  }

  private static func earlier(_ facts: ProblemWording.Facts) -> String {
    guard let line = facts.earlierLine else { return "" }
    return facts.earlierFile.map { " (\($0), line \(line))" } ?? " (line \(line))"
  }

  private static func names(_ facts: ProblemWording.Facts) -> String {
    facts.field.map(WordLists.headings)?.joined(separator: ", ") ?? facts.column
  }

  private static func list(_ facts: ProblemWording.Facts) -> String {
    let words = WordLists.words(of: facts.code.listField, in: .english)
    let mayBeBlank = ![.unknownCategory, .unknownSubject, .unknownKind].contains(facts.code)
    let last = mayBeBlank ? "blank" : words.last ?? ""
    return (mayBeBlank ? words : words.dropLast()).joined(separator: ", ") + " or " + last
  }
}
