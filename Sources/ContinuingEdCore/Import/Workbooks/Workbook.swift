/// A workbook that has been opened: its sheets, and the cells of one when they are asked for.
protocol Workbook: AnyObject {
  /// In the order of the file.
  var sheets: [WorkbookSheet] { get }
  /// The cells of a sheet, merged ranges filled.
  func text(of sheet: Int) throws(WorkbookFailure) -> SheetText
}

/// A sheet as the workbook lists it.
struct WorkbookSheet {
  var name: String
  /// Whether a user sees it among the others.
  var isVisible: Bool
  /// Where its cells are: the name of a part, or a place in a stream; none for a sheet without cells, such as a chart.
  var part: String?
}

/// Finds out what a file is, and opens it if it is a workbook.
enum WorkbookOpening {
  /// Opens a workbook; nil if the first bytes are neither those of a ZIP file nor those of a compound file.
  static func open(_ source: ByteSource, _ options: ImportOptions) throws(ImportError) -> (any Workbook)? {
    let top = BlockBuffer(capacity: FileKind.bytesNeeded)
    top.setCount(try source.read(at: 0, into: top.base, count: FileKind.bytesNeeded))
    do throws(WorkbookFailure) {
      if top.bytes.starts(with: [0x50, 0x4B, 3, 4]) || top.bytes.starts(with: [0x50, 0x4B, 5, 6]) {
        return try XLSXWorkbook(WorkbookFile(source)) { options.keptBytes() }
      }
      if top.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return try XLSWorkbook(WorkbookFile(source)) { options.keptBytes() }
      }
      // Streams of BIFF without a compound file around them, as before Excel 5.
      let oldBeginnings: [[UInt8]] = [[9, 0, 4, 0], [9, 2, 6, 0], [9, 4, 6, 0], [9, 8]]
      if oldBeginnings.contains(where: { top.bytes.starts(with: $0) && top.count >= 8 }) {
        throw WorkbookFailure.fault(.otherKind(.oldWorkbook))
      }
      return nil
    } catch {
      // Who has a document that was cut off has to be told that it is a document.
      if case .fault(.damaged(part: "")) = error, let kind = FileKind.of(top.bytes, isUTF16: false),
        kind == .document || kind == .slides || kind == .openDocument
      {
        throw .notText(path: source.path, kind)
      }
      throw error.error(path: source.path)
    }
  }
}
