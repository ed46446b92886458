@testable import ContinuingEdCore

// The rows below are self-study entries: person, title, category, year, hours. Hours differ so that no row is like
// another.
private let header = "身份证号,名称,类别,年度,学时\n"

extension SituationCase {
  /// Quotes, and what may stand inside them.
  static let quoting: [SituationCase] = [
    SituationCase("a comma in quotes is text", header + "T1,\"甲,乙\",自学,2023,8\n", titles: ["甲,乙"]),
    SituationCase("two quotes are one", header + "T1,\"甲\"\"乙\"\"\",自学,2023,8\n", titles: ["甲\"乙\""]),
    SituationCase(
      "a cell of nothing but two quotes in quotes", header + "T1,\"\"\"\"\"\",自学,2023,8\n", titles: ["\"\""]),
    SituationCase("empty quotes are a blank cell", header + "T1,\"\",自学,2023,8\n", titles: [""]),
    SituationCase("every cell in quotes", header + "\"T1\",\"甲\",\"自学\",\"2023\",\"8\"\n", titles: ["甲"]),
    SituationCase(
      "headings in quotes", "\"身份证号\",\"名称\",\"类别\",\"年度\",\"学时\"\nT1,甲,自学,2023,8\n", titles: ["甲"]),
    SituationCase(
      "a line break in quotes", header + "T1,\"甲\n乙\",自学,2023,8\nT1,丙,自学,2023,9\n", titles: ["甲\n乙", "丙"]),
    SituationCase(
      "a CRLF in quotes comes back as LF", header + "T1,\"甲\r\n乙\",自学,2023,8\n", titles: ["甲\n乙"]),
    SituationCase("a CR in quotes comes back as LF", header + "T1,\"甲\r乙\",自学,2023,8\n", titles: ["甲\n乙"]),
    SituationCase(
      "quotes, commas and line breaks together",
      header + "T1,\"甲 \"\"乙\"\",\n\"\"丙\"\"\n丁\",自学,2023,8\nT1,戊,自学,2023,9\n",
      titles: ["甲 \"乙\",\n\"丙\"\n丁", "戊"]),
    SituationCase(
      "JSON in a cell",
      header + "T1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\",自学,2023,8\n",
      titles: ["{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"]),
    SituationCase(
      "a quote inside an unquoted cell is text", header + "T1,甲\"乙\"丙,自学,2023,8\n", titles: ["甲\"乙\"丙"]),
    SituationCase("a quote behind a blank is text", header + "T1, \"甲\",自学,2023,8\n", titles: ["\"甲\""]),
    SituationCase(
      "a quote at the end of an unquoted cell is text", header + "T1,甲\",自学,2023,8\n", titles: ["甲\""]),
    SituationCase(
      "text behind a closing quote spoils its row alone", header + "T1,\"甲\"乙,自学,2023,8\nT1,丙,自学,2023,9\n",
      titles: ["丙"],
      problems: ["2 1 bad-quote"]),
    SituationCase(
      "a blank behind a closing quote is text too", header + "T1,\"甲\" ,自学,2023,8\nT1,丙,自学,2023,9\n",
      titles: ["丙"],
      problems: ["2 1 bad-quote"]),
    SituationCase(
      "a quote that never closes swallows no row",
      header + "T1,\"甲,自学,2023,8\nT1,乙,自学,2023,9\nT1,丙,自学,2023,10\n",
      titles: ["乙", "丙"], problems: ["2 1 unclosed-quote"]),
    SituationCase(
      "a quote that opens in the last cell of the file", header + "T1,甲,自学,2023,8\nT1,乙,自学,2023,\"9",
      titles: ["甲"],
      problems: ["3 2 unclosed-quote"]),
    SituationCase(
      "an unclosed quote on the second line of a quoted record",
      header + "T1,\"甲\n乙\",\"自学,2023,8\nT1,丙,自学,2023,9\n", titles: ["丙"], problems: ["3 1 unclosed-quote"]),
    SituationCase("quotes close right at the end of the file", header + "T1,甲,自学,2023,\"8\"", titles: ["甲"]),
  ]

  /// Line ends and blank lines.
  static let lines: [SituationCase] = [
    SituationCase(
      "CRLF", "身份证号,名称,类别,年度,学时\r\nT1,甲,自学,2023,8\r\nT1,乙,自学,2023,9\r\n", titles: ["甲", "乙"]),
    SituationCase("CR", "身份证号,名称,类别,年度,学时\rT1,甲,自学,2023,8\rT1,乙,自学,2023,9\r", titles: ["甲", "乙"]),
    SituationCase(
      "mixed line ends", "身份证号,名称,类别,年度,学时\r\nT1,甲,自学,2023,8\nT1,乙,自学,2023,9\rT1,丙,自学,2023,0\n",
      titles: ["甲", "乙"],
      problems: ["4 3 zero-hours"]),
    SituationCase("no line end behind the last row", header + "T1,甲,自学,2023,8", titles: ["甲"]),
    SituationCase(
      "blank lines are skipped and counted as lines",
      "\n" + header + "\n\nT1,甲,自学,2023,8\n\r\n\nT1,乙,自学,2023,0\n\n\n",
      titles: ["甲"], problems: ["8 2 zero-hours"]),
    SituationCase(
      "rows of blank cells are skipped", header + ",,,,\n , ,\u{3000},,\nT1,甲,自学,2023,0\n", titles: [],
      problems: ["4 1 zero-hours"]),
    SituationCase("a header and no rows", header, titles: []),
    SituationCase("a header without a line end", "身份证号,名称,类别,年度,学时", titles: []),
    SituationCase(
      "lines inside quotes count", header + "T1,\"甲\n\n\n乙\",自学,2023,8\nT1,丙,自学,2023,0\n",
      titles: ["甲\n\n\n乙"],
      problems: ["6 2 zero-hours"]),
  ]

  /// Numbers of cells, delimiters, what stands above and below.
  static let shapes: [SituationCase] = [
    SituationCase("semicolons", "身份证号;名称;类别;年度;学时\nT1;甲,乙;自学;2023;8\n", titles: ["甲,乙"]),
    SituationCase("tabs", "身份证号\t名称\t类别\t年度\t学时\nT1\t甲,乙;丙\t自学\t2023\t8\n", titles: ["甲,乙;丙"]),
    SituationCase(
      "a first line sets the delimiter", "sep=;\n身份证号;名称;类别;年度;学时\nT1;甲;自学;2023;0\n", titles: [],
      problems: ["3 1 zero-hours"]),
    SituationCase(
      "cells too few, of a row that can be told", header + "T1,甲,自学,2023\nT1,乙,自学,2023,8\n", titles: ["乙"],
      problems: ["2 1 short-row", "2 1 missing-hours"]),
    SituationCase(
      "cells too few, without a category", header + "T1,甲\nT1,乙,自学,2023,8\n", titles: ["乙"],
      problems: ["2 1 ragged-row"]),
    SituationCase(
      "one cell too many", header + "T1,甲,自学,2023,8,多\nT1,乙,自学,2023,8\n", titles: ["乙"],
      problems: ["2 1 ragged-row"]),
    SituationCase("blank cells too many", header + "T1,甲,自学,2023,8,,\u{3000},\n", titles: ["甲"]),
    SituationCase(
      "headings that are empty over blank cells", "身份证号,名称,类别,年度,学时,,\nT1,甲,自学,2023,8,,\n", titles: ["甲"]),
    SituationCase(
      "rows that end before empty headings", "身份证号,名称,类别,年度,学时,,\nT1,甲,自学,2023,8\n", titles: ["甲"]),
    SituationCase(
      "blanks around cells and headings", " 身份证号 , 名称,类别 ,年度,学时\n T1 , 甲 ,自学 , 2023, 8 \n", titles: ["甲"]),
    SituationCase("columns in another order", "学时,年度,类别,名称,身份证号\n8,2023,自学,甲,T1\n", titles: ["甲"]),
    SituationCase(
      "a title above the header", "2023年度继续教育学时登记表,,,,\n" + header + "T1,甲,自学,2023,8\n", titles: ["甲"],
      problems: ["1 0 skipped-row"]),
    SituationCase(
      "totals below", header + "T1,甲,自学,2023,8\n合计,,,,8\n", titles: ["甲"], problems: ["3 2 skipped-row"]),
    SituationCase(
      "totals with another number of cells", header + "T1,甲,自学,2023,8\n合计,8\n", titles: ["甲"],
      problems: ["3 2 skipped-row"]),
    SituationCase("a person called 合计 in another column", header + "T1,合计,自学,2023,8\n", titles: ["合计"]),
    SituationCase("an empty file", "", titles: [], problems: ["1 0 missing-column", "1 0 missing-column"]),
    SituationCase(
      "a file of line breaks", "\n\n\r\n", titles: [], problems: ["1 0 missing-column", "1 0 missing-column"]),
    SituationCase(
      "a heading with a line break", "身份证号,名称,\"类\n别\",年度,学时\nT1,甲,自学,2023,八\n", titles: [],
      problems: ["3 1 bad-hours"]),
  ]

  /// Text in its encodings.
  static let encodings: [SituationCase] = [
    SituationCase("UTF-8 with a byte order mark", "\u{FEFF}" + header + "T1,甲,自学,2023,8\n", titles: ["甲"]),
    SituationCase(
      "a mark before a quoted heading", "\u{FEFF}\"身份证号\",名称,类别,年度,学时\nT1,甲,自学,2023,8\n", titles: ["甲"]),
    SituationCase("characters outside the first plane", header + "T1,𠮷😀é,自学,2023,8\n", titles: ["𠮷😀é"]),
    SituationCase(
      "UTF-16, the low byte first",
      bytes: [0xFF, 0xFE] + utf16(header + "T1,甲𠮷,自学,2023,8\n") { [UInt8($0 & 255), UInt8($0 >> 8)] },
      titles: ["甲𠮷"]),
    SituationCase(
      "UTF-16, the high byte first",
      bytes: [0xFE, 0xFF] + utf16(header + "T1,甲𠮷,自学,2023,8\n") { [UInt8($0 >> 8), UInt8($0 & 255)] },
      titles: ["甲𠮷"]),
    SituationCase(
      // 身份证号 类别 年度 学时 自学 in GB2312, from the code chart.
      "GB18030",
      bytes: [
        0xC9, 0xED, 0xB7, 0xDD, 0xD6, 0xA4, 0xBA, 0xC5, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xC0, 0xE0, 0xB1,
        0xF0, 0x2C,
      ]
        + [0xC4, 0xEA, 0xB6, 0xC8, 0x2C, 0xD1, 0xA7, 0xCA, 0xB1, 0x0A] + Array("T1,".utf8)
        + [0xBC, 0xD7, 0x2C, 0xD7, 0xD4, 0xD1, 0xA7, 0x2C] + Array("2023,8\n".utf8), titles: ["甲"]),
    SituationCase(
      // Among the first 512 bytes it would make the file none of text; a row of blanks goes before it.
      "a NUL byte spoils its row alone",
      header + String(repeating: " ", count: 512) + ",,,,\nT1,甲\0,自学,2023,8\nT1,乙,自学,2023,9\n",
      titles: ["乙"], problems: ["3 1 bad-encoding"]),
    SituationCase(
      "half a character spoils its row alone",
      bytes: Array((header + "T1,").utf8) + [0xE7, 0x94]
        + Array(",自学,2023,8\nT1,乙,自学,2023,9\nT1,丙,自学,2023,10\n".utf8),
      titles: ["乙", "丙"], problems: ["2 1 bad-encoding"]),
  ]

  private static func utf16(_ text: String, _ bytes: (UInt16) -> [UInt8]) -> [UInt8] {
    text.utf16.flatMap(bytes)
  }
}
