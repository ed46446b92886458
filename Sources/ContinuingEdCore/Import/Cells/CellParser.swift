/// What a cell says.
enum CellValue<Value> {
  /// Empty, or a word for it.
  case blank
  /// A readable value.
  case value(Value)
  /// Neither blank nor readable.
  case invalid
}

extension CellValue {
  /// Puts a readable value where it belongs and leaves that alone if the cell is blank; false if it can't be read.
  func put(into target: inout Value?) -> Bool {
    switch self {
    case .blank: return true
    case .invalid: return false
    case .value(let value):
      target = value
      return true
    }
  }
}

extension CellValue: Equatable where Value: Equatable {}
extension CellValue: Sendable where Value: Sendable {}

/// The reading of single cells (RecordsFiles: Cells). Every function takes a trimmed cell, content only, in valid
/// UTF-8.
///
/// Dates are in DateCell, periods in PeriodCell, numbers in NumberCell.
enum CellParser {
  /// 类别
  @inline(__always)
  static func category(_ trimmed: UnsafeRawBufferPointer) -> CellValue<Category> {
    word(trimmed, in: WordLists.category)
  }

  /// 科目
  @inline(__always)
  static func subject(_ trimmed: UnsafeRawBufferPointer) -> CellValue<Subject> {
    word(trimmed, in: WordLists.subject)
  }

  /// 种类 of a leave; elsewhere it is free text.
  @inline(__always)
  static func kind(_ trimmed: UnsafeRawBufferPointer) -> CellValue<LeaveKind> {
    word(trimmed, in: WordLists.kind)
  }

  /// 级别
  @inline(__always)
  static func level(_ trimmed: UnsafeRawBufferPointer) -> CellValue<Level> {
    word(trimmed, in: WordLists.level)
  }

  /// 修读
  @inline(__always)
  static func module(_ trimmed: UnsafeRawBufferPointer) -> CellValue<Module> {
    word(trimmed, in: WordLists.module)
  }

  /// 考核结果
  @inline(__always)
  static func result(_ trimmed: UnsafeRawBufferPointer) -> CellValue<ExamResult> {
    word(trimmed, in: WordLists.result)
  }

  /// 审核状态
  @inline(__always)
  static func status(_ trimmed: UnsafeRawBufferPointer) -> CellValue<ReviewStatus> {
    word(trimmed, in: WordLists.status)
  }

  /// 单位性质
  @inline(__always)
  static func employer(_ trimmed: UnsafeRawBufferPointer) -> CellValue<Employer> {
    word(trimmed, in: WordLists.employer)
  }

  @inline(__always)
  private static func word<Word: CodedWord & StoredWord>(
    _ trimmed: UnsafeRawBufferPointer, in table: WordTable
  ) -> CellValue<Word> {
    if trimmed.count == 0 { return .blank }
    let code = table.find(trimmed)
    if code == WordTable.blankCode { return .blank }
    return Word(rawValue: code).map(CellValue.value) ?? .invalid
  }
}
