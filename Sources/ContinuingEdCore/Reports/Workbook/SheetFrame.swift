/// What a worksheet of a written workbook is, but for its rows.
package struct SheetFrame: Sendable {
  /// The name on its tab; what no sheet may be called is replaced.
  package var name: String
  /// Its columns from A on.
  package var columns: [Column]

  /// A sheet with these columns.
  package init(_ name: String, _ columns: [Column]) {
    self.name = name
    self.columns = columns
  }

  /// A column.
  package struct Column: Sendable {
    /// The cell of the first row.
    package var heading: String
    /// How its cells look, those that are still blank too, down to the last row.
    package var style: SheetStyle
    /// The least width, in characters.
    package var width = 8
    /// What can be chosen from a list; empty where anything may be typed.
    package var choices: [String] = []
    /// Whether something else than a choice is refused.
    package var isClosed = true

    /// A column under a heading.
    package init(_ heading: String, _ style: SheetStyle = .text, width: Int = 8) {
      self.heading = heading
      self.style = style
      self.width = width
    }
  }

  /// The widest that a column is made; longer text is seen when its cell is chosen.
  static let widest = 60

  /// What stands before the rows (ECMA-376 part 1, 18.3.1.99: sheetPr, sheetViews, sheetFormatPr, cols, sheetData).
  func head(isFirst: Bool, widths: [Int]) -> String {
    var text = SheetFrame.declaration
    text += #"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#
    text += #"<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>"#
    text += isFirst ? #"<sheetView tabSelected="1" workbookViewId="0">"# : #"<sheetView workbookViewId="0">"#
    text += #"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#
    text += #"<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>"#
    text += #"<sheetFormatPr defaultRowHeight="15"/>"#
    if !columns.isEmpty { text += "<cols>" }
    for (place, column) in columns.enumerated() {
      let content = max(column.width, widths.indices.contains(place) ? widths[place] : 0)
      let width = min(SheetFrame.widest, max(content, DisplayWidth.of(column.heading))) + 2
      text +=
        #"<col min="\#(place + 1)" max="\#(place + 1)" width="\#(width)" style="\#(column.style.rawValue)""#
      text += #" customWidth="1"/>"#
    }
    if !columns.isEmpty { text += "</cols>" }
    return text + "<sheetData>"
  }

  /// What stands behind the rows (18.3.1.99: dataValidations, pageMargins, pageSetup, headerFooter).
  var foot: String {
    var text = "</sheetData>"
    let lists = columns.enumerated().filter { !$0.element.choices.isEmpty }
    if !lists.isEmpty { text += #"<dataValidations count="\#(lists.count)">"# }
    for (place, column) in lists {
      let letters = ExcelColumn.letters(place)
      text += #"<dataValidation type="list" allowBlank="1""#
      if column.isClosed { text += #" showErrorMessage="1""# }
      text += #" sqref="\#(letters)2:\#(letters)1048576"><formula1>"#
      text += SheetFrame.escaped("\"" + column.choices.joined(separator: ",") + "\"")
      text += "</formula1></dataValidation>"
    }
    if !lists.isEmpty { text += "</dataValidations>" }
    text += #"<pageMargins left="0.6" right="0.6" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>"#
    text += #"<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>"#
    return text + "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
  }

  /// The row of headings.
  var headingRow: ByteBuffer {
    var row = ByteBuffer()
    row.beginSheetRow()
    for column in columns { row.appendSheet(column.heading, .heading) }
    return row
  }

  /// What every part begins with.
  static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

  /// Text as it stands in an element or an attribute.
  static func escaped(_ text: String) -> String {
    var buffer = ByteBuffer()
    var text = text
    text.withUTF8 { buffer.appendSheetText(UnsafeRawBufferPointer($0)) }
    return String(decoding: buffer.bytes, as: UTF8.self).replacing("\"", with: "&quot;")
  }
}
