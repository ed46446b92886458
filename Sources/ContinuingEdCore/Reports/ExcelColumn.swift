/// The letters that a spreadsheet shows above a column.
package enum ExcelColumn {
  /// The letters of the column with this index, counted from 0: 0 is A, 25 is Z, 26 is AA. Empty for a negative index.
  package static func letters(_ index: Int) -> String {
    var letters: [UInt8] = []
    var rest = index
    while rest >= 0 {
      letters.append(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: rest % 26))
      // There is no zero among the letters: AA follows Z, so each further place counts from one less.
      rest = rest / 26 - 1
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
