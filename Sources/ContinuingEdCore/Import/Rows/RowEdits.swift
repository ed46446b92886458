/// What the caller has said of the cells of a file before they are read: other values for some, values for blank ones, and
/// whether blank people are those of the row above.
struct RowEdits: Sendable {
  /// By column, old values as they are compared and the new ones.
  private var values: [Int: [(old: [Unicode.Scalar], new: [UInt8])]] = [:]
  /// Values for blank and missing cells; columns behind the last heading are those of fields that have none.
  private(set) var fixed: [(index: Int, value: [UInt8])] = []
  let fillsDown: Bool
  /// How many cells a row needs.
  private(set) var width = 0

  /// What the options say of a file, whose plan gets columns for the fields that it lacks.
  init(_ options: ImportOptions, _ header: inout Header, isRoster: Bool) {
    fillsDown = options.fillsDown
    for (name, old, new) in options.valueNames {
      for column in RowEdits.columns(name, header, isRoster: isRoster) {
        values[column, default: []].append((HeadingMatch.scalars(old), Array(new.utf8)))
      }
    }
    if isRoster { return }
    width = header.plan.headingCount
    for (field, value) in options.fixedValues {
      if !header.plan.has(field) {
        header.plan.add(field, at: width)
        width += 1
      }
      if let column = header.plan.column(of: field) { fixed.append((column, Array(value.utf8))) }
    }
  }

  /// Whether nothing has been said.
  var isEmpty: Bool { values.isEmpty && fixed.isEmpty && !fillsDown }
  var hasValues: Bool { !values.isEmpty }

  /// Puts another value in the place of a cell's, if there is one for it.
  func replace(_ content: inout [UInt8], _ column: Int) {
    guard let pairs = values[column], content.count <= CellFolding.longest else { return }
    let typed = HeadingMatch.scalars(String(decoding: content, as: UTF8.self))
    if let pair = pairs.first(where: { $0.old == typed }) { content = pair.new }
  }

  /// The columns that a name means: by their heading, else by any name of their field.
  static func columns(_ name: String, _ header: Header, isRoster: Bool) -> [Int] {
    let wanted = HeadingMatch.normalised(name)
    let typed = header.headings.indices.filter { HeadingMatch.normalised(header.headings[$0]) == wanted }
    if !typed.isEmpty { return typed }
    let found = HeadingMatch.find(name, roster: isRoster, own: HeadingMatch.OwnNames())
    guard let field = found.name?.field, let column = header.plan.column(of: field) else { return [] }
    return [column]
  }
}
