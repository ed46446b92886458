/// One usable or unusable row of a records file (登记项) in compact form: 48 bytes, no references.
///
/// Blanks stay blank: a missing date, year, subject or amount is stored as such, and the readings that fill them
/// (`effectiveSubject`, `effectiveEnd`, `creditYear`) are computed. Texts are ``TextID`` of the run's ``TextTable``.
package struct EntryRow: Sendable {
  /// The physical line on which the row starts; 1 is the first of the file.
  package var line: UInt32 = 0
  /// The index of the person in ``Records/people``.
  package var person: UInt32 = 0
  /// The title, or ``TextID/empty``.
  package var title: TextID = .empty
  /// The platform as typed, or ``TextID/empty``.
  package var platform: TextID = .empty
  var hoursRaw: Int32 = -1
  var startRaw: Int32 = .min
  var endRaw: Int32 = .min
  var filedOnRaw: Int32 = .min
  var yearRaw: Int16 = 0
  var countRaw: UInt16 = 0
  /// The index of the file in ``Records/files``.
  package var file: UInt16 = 0
  var categoryRaw: UInt8 = 0
  var subjectRaw: UInt8 = 0
  var kindRaw: UInt8 = 0
  var levelRaw: UInt8 = 0
  var moduleRaw: UInt8 = 0
  var resultRaw: UInt8 = 0
  var statusRaw: UInt8 = 0
  /// What else is known of the row.
  package var marks: Marks = []

  /// Yes-or-no facts of a row.
  package struct Marks: OptionSet, Sendable {
    /// The facts as bits.
    package let rawValue: UInt8
    /// The facts whose bits are set.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// It has a filing number (备案号).
    package static let filed = Marks(rawValue: 1)
    /// It names evidence (证明材料).
    package static let evidence = Marks(rawValue: 2)
    /// Every known column equals an earlier row of this person.
    package static let duplicate = Marks(rawValue: 4)
    /// The row had a problem and is not used.
    package static let unusable = Marks(rawValue: 8)
    /// An unusable row whose credit year can't be told (Judging: Verdict).
    package static let yearUnknown = Marks(rawValue: 16)
    /// It is probably the same activity as another row of this person (``ActivityTwins``).
    package static let twin = Marks(rawValue: 32)
    /// While reading: its kind is kept.
    static let kindKept = Marks(rawValue: 128)
    /// Its mode (形式) says that it was done online.
    package static let online = Marks(rawValue: 64)
  }

  /// A row of which nothing is known yet: every cell blank.
  package init() {}

  /// The declared hours; nil if blank.
  package var hours: Hours? {
    get { hoursRaw < 0 ? nil : Hours(inHundredths: Int(hoursRaw)) }
    set { hoursRaw = newValue.map { Int32(truncatingIfNeeded: $0.hundredths) } ?? -1 }
  }
  /// The first day as read; nil if blank.
  package var start: Day? {
    get { startRaw == .min ? nil : Day(number: startRaw) }
    set { startRaw = newValue?.number ?? .min }
  }
  /// The last day as read; nil if blank.
  package var end: Day? {
    get { endRaw == .min ? nil : Day(number: endRaw) }
    set { endRaw = newValue?.number ?? .min }
  }
  /// The day of filing (备案日期); nil if blank.
  package var filedOn: Day? {
    get { filedOnRaw == .min ? nil : Day(number: filedOnRaw) }
    set { filedOnRaw = newValue?.number ?? .min }
  }
  /// The year column; nil if blank.
  package var year: Int? {
    get { yearRaw == 0 ? nil : Int(yearRaw) }
    set { yearRaw = Int16(truncatingIfNeeded: newValue ?? 0) }
  }
  /// The number of items as typed; nil if blank.
  package var count: Int? {
    get { countRaw == 0 ? nil : Int(countRaw) }
    set { countRaw = UInt16(truncatingIfNeeded: newValue ?? 0) }
  }
  /// The category; nil only in an unusable row.
  package var category: Category? {
    get { Category(rawValue: categoryRaw) }
    set { categoryRaw = newValue?.rawValue ?? 0 }
  }
  /// The subject as typed; nil if blank.
  package var subject: Subject? {
    get { Subject(rawValue: subjectRaw) }
    set { subjectRaw = newValue?.rawValue ?? 0 }
  }
  /// The kind of a leave; nil elsewhere.
  package var kind: LeaveKind? {
    get { LeaveKind(rawValue: kindRaw) }
    set { kindRaw = newValue?.rawValue ?? 0 }
  }
  /// The level; nil if blank.
  package var level: Level? {
    get { Level(rawValue: levelRaw) }
    set { levelRaw = newValue?.rawValue ?? 0 }
  }
  /// The module; nil if blank.
  package var module: Module? {
    get { Module(rawValue: moduleRaw) }
    set { moduleRaw = newValue?.rawValue ?? 0 }
  }
  /// The result of the examination; nil if blank.
  package var result: ExamResult? {
    get { ExamResult(rawValue: resultRaw) }
    set { resultRaw = newValue?.rawValue ?? 0 }
  }
  /// The review status; nil if blank.
  package var status: ReviewStatus? {
    get { ReviewStatus(rawValue: statusRaw) }
    set { statusRaw = newValue?.rawValue ?? 0 }
  }

  /// The last day, or the first where only that is there (RecordsFiles: Columns).
  package var effectiveEnd: Day? { end ?? start }
  /// The first day, or the last where only that is there (Judging: Order).
  package var effectiveStart: Day? { start ?? end }
  /// The subject, professional where it is blank (RecordsFiles: Columns).
  package var effectiveSubject: Subject { subject ?? .professional }
}
