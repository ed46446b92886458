/// What a row says that counts for no verdict, or of which only that it is there counts: wanted on paper, and by who wants
/// the whole entry back.
package struct FormTexts: Sendable, Equatable {
  /// 主办单位
  package var organizer = TextID.empty
  /// 种类 of what is no leave.
  package var kind = TextID.empty
  /// 地点
  package var place = TextID.empty
  /// 考核方式
  package var exam = TextID.empty
  /// 获奖等级
  package var grade = TextID.empty
  /// The month, as typed, of a row that names no day.
  package var month = TextID.empty
  /// 形式
  package var mode = TextID.empty
  /// 备案号
  package var filing = TextID.empty
  /// 证明材料
  package var evidence = TextID.empty
  /// 备注
  package var note = TextID.empty
  /// 登记时间
  package var registeredOn: Day?

  /// Nothing said.
  package init() {}

  /// Whether it says nothing.
  var isEmpty: Bool { self == FormTexts() }

  /// The same with its texts in another table.
  func mapped(_ text: (TextID) -> TextID) -> FormTexts {
    var mapped = self
    mapped.organizer = text(organizer)
    mapped.kind = text(kind)
    mapped.place = text(place)
    mapped.exam = text(exam)
    mapped.grade = text(grade)
    mapped.month = text(month)
    mapped.mode = text(mode)
    mapped.filing = text(filing)
    mapped.evidence = text(evidence)
    mapped.note = text(note)
    return mapped
  }
}

/// The same as a worker keeps it, with its line counted within a block.
struct ReadFormTexts {
  var block: UInt32
  var line: UInt32
  var texts: FormTexts
}
