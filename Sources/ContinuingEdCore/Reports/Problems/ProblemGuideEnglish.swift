/// The explanations of `cecredit problems CODE` in English: meaning, example, remedy.
enum ProblemGuideEnglish {
  static func words(_ code: ProblemCode) -> (String, String, String) {
    switch code {
    case .missingColumn:
      (
        "The file has no column for the person or for the category; no row can be used.",
        "The header is name,hours: there is no person_id and no category.",
        "Add the column; rename one that has another name, or say --map NAME=person_id."
      )
    case .duplicateColumn:
      (
        "Two columns come to one name, and nobody knows which to believe; no row can be used.",
        "The header has 学时 twice, or 学时 and 学时（小时）.",
        "Keep one; remove or rename the other, or say --map NAME=ignore."
      )
    case .missingPerson:
      (
        "The ID is blank, so nobody knows whose row this is.", "The person_id cell is empty.",
        "Give an identity number or a staff number, the same in every row of a person."
      )
    case .mangledID:
      (
        "A spreadsheet has spoilt the ID: scientific notation, or 000 at its end.",
        "3.70402E+17, or 370402199003071000 (the check digit is wrong).",
        "The digits are lost. Format the column as text, then type the numbers again from the original."
      )
    case .unknownCategory:
      (
        "The category is blank or not one of the list.", "The category is “seminar”.",
        "Use one of: \(WordLists.words(of: .category, in: .english).joined(separator: ", "))."
      )
    case .unknownSubject:
      (
        "The subject is neither public nor professional.", "The subject is “general”.",
        "Use public or professional; blank is professional, except for online, transfer and annual."
      )
    case .missingSubject:
      (
        "Online study, a transfer and annual hours must name their subject.",
        "The category is online, the subject is blank.",
        "Use public or professional."
      )
    case .badHours:
      (
        "The hours are not a number above 0, at most 9999.99, with at most two decimals.",
        "8天, -8, 1,000",
        "Type the number alone, as 8 or 2.5; 学时, 课时 or 小时 may follow it."
      )
    case .missingHours:
      (
        "The category is credited by the hours declared, and they are blank.",
        "A training with an empty hours cell.",
        "Give the hours; add the column if there is none."
      )
    case .badDate:
      (
        "The date can't be read, does not exist, or is not from 1900 to 2100.",
        "2023-02-29, 2023-7/1, 23-7-1, 45108 (a spreadsheet's serial number)",
        "Use 2023-07-01, 2023/7/1, 2023.7.1, 2023年7月1日 or 20230701; format a column of numbers as dates, then save."
      )
    case .missingDate:
      (
        "The category needs a start date or a period, and both are blank.",
        "A training with an empty start cell.",
        "Give the start date, or the first and the last day in the period column."
      )
    case .endBeforeStart:
      (
        "The end is before the start.", "start 2023-07-03, end 2023-07-01",
        "Compare both; one is probably mistyped."
      )
    case .badYear:
      (
        "The year is not four digits from 1900 to 2100.", "23, 2022-2023",
        "Use 2023, 2023年 or 2023年度; blank is the year of the end date."
      )
    case .missingYear:
      (
        "There is neither a year nor a date, so the credit year is not known.",
        "An achievement with no year and no dates.", "Give the year or the start date."
      )
    case .badCount:
      (
        "The count is not a whole number from 1 to 1000.", "1.5, 0, several",
        "Use a whole number, as 2; 项 篇 本 个 次 or 件 may follow it; blank is 1."
      )
    default: rowWords(code)
    }
  }

  private static func rowWords(_ code: ProblemCode) -> (String, String, String) {
    switch code {
    case .unknownLevel: listWords("level", .level, example: "district")
    case .unknownModule: listWords("module", .module, example: "optional")
    case .unknownResult: listWords("result", .result, example: "open")
    case .unknownStatus: listWords("status", .status, example: "open")
    case .unknownKind:
      (
        "A leave must name its kind, and this one is blank or not of the list.",
        "A leave of the kind “holiday”.",
        "Use abroad, sick, maternity or other."
      )
    case .unknownEmployer: listWords("employer", .employer, example: "ministry")
    case .unknownCity:
      (
        "The roster names a city that has no rule set for the year.",
        "The city is Qingdao, for which there is none.",
        "Check the name; leave it blank where no other city's rules apply."
      )
    case .duplicatePerson:
      (
        "The roster has the person twice; the first row stands, and the verdict is undetermined.",
        "Lines 3 and 9 have the same ID.", "Keep one row for each person."
      )
    case .raggedRow:
      (
        "The row has more or fewer cells than the header, so nobody can tell which cell belongs where.",
        "Six headings and seven cells.",
        "Quote a cell that holds the delimiter; add the cells that are missing."
      )
    case .unclosedQuote:
      (
        "A cell begins with a quote that is never closed.", "\"First aid,8",
        "Add the closing quote or remove the first. Reading goes on at the next line."
      )
    case .badQuote:
      (
        "A cell has text behind its closing quote.", "\"First\"aid,8",
        "Double a quote inside a cell: \"First\"\"aid\". Reading goes on at the next line."
      )
    case .badEncoding:
      (
        "The row has bytes that are no text in the file's encoding.",
        "A line of UTF-8 in a GB18030 file, or half a character.",
        "Save the original as CSV UTF-8; if the whole file is misread, use --encoding."
      )
    case .fieldTooLong:
      (
        "A cell holds more than 64 KiB.", "A quote is not closed, and the rows behind it became one cell.",
        "Look at the quote that opens the cell, or shorten it."
      )
    case .idChecksum:
      (
        "The last character of an identity number does not fit the 17 before it; a digit may be mistyped.",
        "110105194912310021 (it should end in X)", "Compare it with the document; leave it if it is right."
      )
    case .nameMismatch:
      (
        "One ID comes with different names.", "Line 2 says 王芳, line 5 says 王方 for the same ID.",
        "Check both: a slip in the name, or somebody else's ID."
      )
    case .duplicate:
      (
        "Every column equals an earlier row of the same person; the row brings no hours.",
        "One training entered twice.", "Remove one; if there were two, tell them apart by title or date."
      )
    case .possibleDuplicate:
      (
        "The row is probably the same activity as an earlier one: person, category, subject and year are equal, and so are "
          + "the title and a date, or the evidence; other columns differ. The later one waits unless it is verified.",
        "One training with 8 hours in one row and 16 in another.",
        "Check, and remove one if it was entered twice; if they are two, have them verified."
      )
    case .notInRoster:
      (
        "The person has entries but is not in the roster, and is not judged.",
        "The roster does not have the ID.",
        "Add the person to the roster, or correct the ID."
      )
    case .unknownColumn:
      (
        "The column is not known and is ignored.", "The header has a column 序号.",
        "Leave it, or rename it, or say --map NAME=field if it should be used."
      )
    default: doorWords(code)
    }
  }

  private static func doorWords(_ code: ProblemCode) -> (String, String, String) {
    switch code {
    case .skippedRow:
      (
        "A row above the header, a total, a note at the foot, the header again or a sample row; skipped.",
        "A title above the header; 合计,,64; 填表人：张三",
        "Nothing to do; if one is an entry, put it below the header with its person and category."
      )
    case .errorCell:
      (
        "The cell holds an error value of a spreadsheet; the content is not in the file.",
        "#REF!, #N/A, ######## (the column was too narrow)",
        "Mend the formula or widen the column in the original, then export again."
      )
    case .nearID:
      (
        "The ID is nearly an identity number of 18 characters, or nearly somebody else's.",
        "37040219900307123× (a multiplication sign for X); a digit too few; leading zeros lost.",
        "Compare it with the document and correct it; a look-alike of X at the end is read as X."
      )
    case .columnUnused:
      (
        "Several columns are for the same thing; the one whose name ranks first is read, this one is not.",
        "The header has 学时 and 学时数; 学时 is read.", "Say --map NAME=field to read this one."
      )
    case .suspectColumn:
      (
        "A column that is not read says 未完成, 不合格 or the like, so that hours may not count.",
        "An unknown column 进度 with 未完成 in a cell.", "If it tells of results, say --map NAME=result."
      )
    case .privateCharacter:
      (
        "The column has characters of a private use area, which other machines can't show.",
        "A rare name that passed through another program.", "Check it and type the standard character."
      )
    case .zeroHours:
      (
        "A row that counts by its hours says 0; it is not used, and nobody misses it.",
        "A training with 0 hours.", "Correct it if there were hours, else remove it."
      )
    case .away:
      (
        "The roster says that the person left before the year or came after it; there is no verdict.",
        "Left on 2022-06-30, and the rule set is of 2023.", "Correct a wrong date; else nothing to do."
      )
    case .skippedSheet:
      (
        "A sheet of the workbook has no records header and is skipped.", "A sheet named 说明.",
        "Add columns for person and category if it should be read, or name sheets with --sheet."
      )
    case .shortRow:
      (
        "Some rows have fewer cells than the header; what is missing is blank. Said once a file.",
        "Eight headings and six cells.", "Nothing to do if nothing stands in the wrong column."
      )
    case .placeholder:
      (
        "The words in the cell say that there is nothing; it is taken as blank.", "The filing is 未备案.",
        "Give what there is, or leave it blank."
      )
    default: auditWords(code)
    }
  }

  private static func auditWords(_ code: ProblemCode) -> (String, String, String) {
    switch code {
    case .yearMismatch:
      (
        "More usable rows of the file lie in another year.", "Rules of 2023, and most rows are of 2022.",
        "Check the file, or take the rule set of that year."
      )
    case .over24ADay:
      ("A person's hours need more than 24 on a day.", "40 hours on one day.", "Check dates and hours.")
    case .overlappingDays:
      (
        "A person's activities on the same days need more than 12 hours a day.",
        "Two trainings of 8 hours on one day.", "Check whether all were attended."
      )
    case .sameEvidence:
      (
        "One evidence stands in two people's rows with different titles.",
        "Two people with one certificate number.", "Check whose it is."
      )
    case .futureDate:
      (
        "An approved activity ends after the day of judgement.",
        "--as-of 2023-10-01, end 2023-11-05, verified.",
        "Check date and status."
      )
    case .idBirth:
      (
        "The birth date in the ID is none, or makes the person under 16 or over 75.", "370402202203071234",
        "Compare it with the document."
      )
    default: (code.code, "", "")
    }
  }

  private static func listWords(_ name: String, _ field: Field, example: String) -> (String, String, String) {
    let words = WordLists.words(of: field, in: .english).joined(separator: ", ")
    return (
      "The \(name) is not one of the list.", "The \(name) is “\(example)”.",
      "Use \(words), or leave it blank."
    )
  }
}
