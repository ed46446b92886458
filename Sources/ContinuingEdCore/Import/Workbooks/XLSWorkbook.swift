/// A workbook of Excel 97 to 2003 (BIFF8).
final class XLSWorkbook: Workbook {
  private(set) var sheets: [WorkbookSheet] = []
  private let file: CompoundFile
  private let stream: CompoundFile.Stream
  private let budget: UnpackBudget
  private let makeKept: () -> KeptBytes
  /// Where each sheet begins in the stream.
  private var places: [Int] = []
  private let strings = SharedStrings()
  private var is1904 = false
  private var formatTexts: [Int: String] = [:]
  private var formatNumbers: [Int] = []
  private var styles = WorkbookStyles.plain

  init(_ input: WorkbookFile, _ makeKept: @escaping () -> KeptBytes) throws(WorkbookFailure) {
    self.makeKept = makeKept
    budget = UnpackBudget(fileSize: input.size)
    file = try CompoundFile(input)
    guard let stream = try file.stream("Workbook") else { throw .fault(try XLSWorkbook.kind(of: file)) }
    self.stream = stream
    let records = BIFFRecords(file, stream)
    try records.next()
    guard records.id == BIFFRecords.begin, records.content.count >= 4 else { throw BIFFRecords.damaged }
    guard records.u16(0) == 0x600 else { throw .fault(.otherKind(.oldWorkbook)) }
    try readGlobals(records)
    styles = WorkbookStyles(numbers: formatNumbers, texts: formatTexts)
    if sheets.isEmpty { throw BIFFRecords.damaged }
  }

  /// What a compound file without a stream of BIFF8 is.
  private static func kind(of file: CompoundFile) throws(WorkbookFailure) -> WorkbookFault {
    if try file.stream("Book") != nil { return .otherKind(.oldWorkbook) }
    if try file.stream("EncryptedPackage") != nil {
      return .encrypted
    }
    if try file.stream("WordDocument") != nil { return .otherKind(.textDocument) }
    if try file.stream("PowerPoint Document") != nil { return .otherKind(.presentation) }
    return .otherKind(.compoundFile)
  }

  /// Reads what holds for all sheets.
  private func readGlobals(_ records: BIFFRecords) throws(WorkbookFailure) {
    while true {
      try records.next()
      switch records.id {
      case BIFFRecords.end: return
      case 0x2F: throw .fault(.encrypted)
      case 0x22: is1904 = records.u16(0) != 0
      case 0x85: try addSheet(records)
      case 0xE0: formatNumbers.append(records.u16(2))
      case 0xFC: try readStrings(records)
      case 0x41E:
        var text: [UInt8] = []
        let number = records.u16(0)
        var reader = BIFFStringReader(records, at: 2)
        try reader.append(to: &text)
        formatTexts[number] = String(decoding: text, as: UTF8.self)
      default: continue
      }
    }
  }

  private func addSheet(_ records: BIFFRecords) throws(WorkbookFailure) {
    let (place, state, kind) = (records.u32(0), records.u8(4), records.u8(5))
    var name: [UInt8] = []
    var reader = BIFFStringReader(records, at: 6)
    try reader.append(to: &name, lengthSize: 1)
    // Modules of code are no sheets.
    if kind == 6 { return }
    places.append(place)
    sheets.append(
      WorkbookSheet(
        name: String(decoding: name, as: UTF8.self), isVisible: state & 3 == 0,
        part: kind == 0 ? "Workbook" : nil))
  }

  private func readStrings(_ records: BIFFRecords) throws(WorkbookFailure) {
    let count = records.u32(4)
    var reader = BIFFStringReader(records, at: 8)
    var (text, encoded): ([UInt8], [UInt8]) = ([], [])
    while strings.count < count {
      text.removeAll(keepingCapacity: true)
      encoded.removeAll(keepingCapacity: true)
      try reader.append(to: &text)
      text.withUnsafeBytes { EncodedCell.append($0, to: &encoded) }
      encoded.withUnsafeBytes { strings.append($0) }
    }
  }

  func text(of sheet: Int) throws(WorkbookFailure) -> SheetText {
    let writer = SheetTextWriter(makeKept)
    guard sheets[sheet].part != nil else { return try writer.finish() }
    guard places[sheet] <= stream.size else { throw BIFFRecords.damaged }
    var reader = SheetBIFF(
      BIFFRecords(file, stream, from: places[sheet]), strings: strings, styles: styles, is1904: is1904,
      writer: writer)
    try reader.read()
    let text = try writer.finish()
    return try MergedCells(text, reader.merged, budget, part: "Workbook").filled(makeKept)
  }
}
