/// The parts of a written workbook that are not sheets (ECMA-376 part 1, 12.3 and part 2, 9).
enum WorkbookParts {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// Where a reader begins; it comes first, by which programs that look at first bytes know a workbook.
  static let relationships =
    SheetFrame.declaration + #"<Relationships xmlns="\#(package)/relationships">"#
    + #"<Relationship Id="rId1" Type="\#(relation)/officeDocument" Target="xl/workbook.xml"/>"#
    + #"<Relationship Id="rId2" Type="\#(relation)/extended-properties" Target="docProps/app.xml"/>"#
    + "</Relationships>"

  /// What made the workbook.
  static let properties =
    SheetFrame.declaration
    + #"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">"#
    + "<Application>cecredit</Application></Properties>"

  /// Fonts, fills, borders and, in the order of ``SheetStyle``, what cells look like.
  static let styles =
    SheetFrame.declaration + #"<styleSheet xmlns="\#(main)">"#
    + #"<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>"#
    + #"<fonts count="2"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>"#
    + #"<font><b/><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>"#
    + #"<fills count="3"><fill><patternFill patternType="none"/></fill>"#
    + #"<fill><patternFill patternType="gray125"/></fill>"#
    + #"<fill><patternFill patternType="solid"><fgColor rgb="FFE7ECF2"/><bgColor indexed="64"/></patternFill></fill>"#
    + "</fills>"
    + #"<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>"#
    + #"<border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders>"#
    + #"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"#
    + #"<cellXfs count="\#(SheetStyle.allCases.count)">"#
    + SheetStyle.allCases.map(format).joined() + "</cellXfs>"
    + #"<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#

  private static func format(_ style: SheetStyle) -> String {
    switch style {
    case .plain: #"<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"#
    case .heading:
      #"<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1""#
        + #" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>"#
    case .text: #"<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"#
    case .day: #"<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"#
    case .whole: #"<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"#
    case .wrapped:
      #"<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">"#
        + #"<alignment vertical="top" wrapText="1"/></xf>"#
    }
  }

  /// The sheets by name; the first row of each is repeated on paper.
  static func workbook(_ sheets: [String]) -> String {
    var text = SheetFrame.declaration + #"<workbook xmlns="\#(main)" xmlns:r="\#(relation)">"#
    text += "<bookViews><workbookView/></bookViews><sheets>"
    for (place, name) in sheets.enumerated() {
      text += #"<sheet name="\#(SheetFrame.escaped(name))" sheetId="\#(place + 1)" r:id="rId\#(place + 1)"/>"#
    }
    text += "</sheets><definedNames>"
    for (place, name) in sheets.enumerated() {
      let quoted = SheetFrame.escaped(name.replacing("'", with: "''"))
      text +=
        #"<definedName name="_xlnm.Print_Titles" localSheetId="\#(place)">'\#(quoted)'!$1:$1</definedName>"#
    }
    return text + "</definedNames></workbook>"
  }

  /// Which part each sheet is.
  static func workbookRelationships(sheets: Int) -> String {
    var text = SheetFrame.declaration + #"<Relationships xmlns="\#(package)/relationships">"#
    for number in 1...max(1, sheets) {
      text +=
        #"<Relationship Id="rId\#(number)" Type="\#(relation)/worksheet" Target="worksheets/sheet\#(number).xml"/>"#
    }
    text += #"<Relationship Id="rId\#(sheets + 1)" Type="\#(relation)/styles" Target="styles.xml"/>"#
    return text + "</Relationships>"
  }

  /// What kind of thing each part is.
  static func contentTypes(sheets: Int) -> String {
    var text = SheetFrame.declaration + #"<Types xmlns="\#(package)/content-types">"#
    text +=
      #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
    text += #"<Default Extension="xml" ContentType="application/xml"/>"#
    text += #"<Override PartName="/xl/workbook.xml" ContentType="\#(type).sheet.main+xml"/>"#
    for number in 1...max(1, sheets) {
      text +=
        #"<Override PartName="/xl/worksheets/sheet\#(number).xml" ContentType="\#(type).worksheet+xml"/>"#
    }
    text += #"<Override PartName="/xl/styles.xml" ContentType="\#(type).styles+xml"/>"#
    text += #"<Override PartName="/docProps/app.xml" ContentType="#
    text += #""application/vnd.openxmlformats-officedocument.extended-properties+xml"/>"#
    return text + "</Types>"
  }
}
