import ContinuingEdCore

// How tables are read.
extension Option {
  static let map = Option(
    "--map", value: Words("列名=字段", "HEADING=FIELD"), isRepeatable: true,
    Words(
      "自己的列名所指的字段，如 编号=person_id；=ignore 为不读；可写多次",
      "the field of a heading of one's own, as 编号=person_id, or =ignore; repeatable"))
  static let mapValue = Option(
    "--map-value", value: Words("列=旧=新", "COLUMN=OLD=NEW"), isRepeatable: true,
    Words("把某列的一个值读作另一个，如 类别=网课=online；可写多次", "read a value of a column as another; repeatable"))
  static let set = Option(
    "--set", value: Words("字段=值", "FIELD=VALUE"), isRepeatable: true,
    Words("某字段空白或没有列时的值，如 year=2023；可写多次", "what blank or missing cells of a field hold; repeatable"))
  static let byName = Option(
    "--by-name",
    Words("没有证件号的行按姓名（和单位）在花名册中找人", "rows without an ID are found on the roster by name (and unit)"))
  static let fillDown = Option(
    "--fill-down",
    Words(
      "空白的证件号取自上一行（合并单元格），同一人的姓名、单位也是", "take a blank ID, name and unit from the row above, as merged cells"))
  static let encoding = Option.choice(
    "--encoding", ImportOptions.Encoding.allCases.map(\.rawValue) + ["gbk", "gb2312"],
    Words("文件的文字编码；不写时自动识别", "the encoding of the files; by default found out"))
  static let delimiter = Option.choice(
    "--delimiter", ImportOptions.Delimiter.allCases.map(\.rawValue),
    Words("单元格之间的分隔符；不写时自动识别", "what stands between cells; by default found out"))

  static let sheet = Option(
    "--sheet", value: Words("工作表", "NAME"), isRepeatable: true,
    Words("只读工作簿中的这张工作表，隐藏的也可以；可写多次", "read this sheet of a workbook only, hidden or not; repeatable"))
  static let rosterSheet = Option(
    "--roster-sheet", value: Words("工作表", "NAME"),
    Words("花名册所在的工作表", "the sheet of the roster's workbook"))

  /// What a command that takes a table accepts.
  static let reading: [Option] = [.map, .mapValue, .set, .byName, .fillDown, .sheet, .encoding, .delimiter]
}

extension ImportOptions {
  /// What a command line says of reading tables, and behind it what is remembered of files.
  init(
    _ arguments: Arguments, readsFiles: Bool = true, hasRoster: Bool? = nil
  ) throws(CommandError) {
    self.init()
    if let folder = Terminal.variable("TMPDIR"), !folder.isEmpty { temporaryFolder = folder }
    if let word = arguments[.encoding] {
      encoding = word.hasPrefix("gb") ? .gb18030 : Encoding(rawValue: word) ?? .auto
    }
    if let word = arguments[.delimiter], let delimiter = Delimiter(rawValue: word) {
      self.delimiter = delimiter
    }
    for (key, option) in [(Setting.Key.map, Option.map), (.mapValue, .mapValue), (.set, .set)]
    where arguments.accepts(option) {
      let typed = arguments.all(option)
      for setting in arguments.remembered.all(key)
      where readsFiles && !typed.contains(where: { setting.isAbout(the: $0, of: key) }) {
        try take(setting.value, of: key)
      }
      for text in typed { try take(text, of: key) }
    }
    sheets = arguments.all(.sheet)
    rosterSheet = arguments[.rosterSheet]
    fillsDown = arguments.has(.fillDown)
    identifiesByName = arguments.has(.byName)
    if identifiesByName, !(hasRoster ?? (arguments.has(.roster) || arguments.has(.ledgerInput))) {
      throw .usage(
        Words("--by-name 要和 --roster 同用：按姓名在花名册中找人", "--by-name goes with --roster, where people are found"))
    }
  }

  /// Takes what an option says, or what is remembered in its place.
  mutating func take(_ text: String, of key: Setting.Key) throws(CommandError) {
    switch key {
    case .map:
      let (heading, name) = try ImportOptions.halves(
        text, of: .map, atLast: true, example: "编号=person_id")
      if name == "ignore" {
        ignoredColumns.append(heading)
      } else {
        columnNames.append((heading, try ImportOptions.field(name, of: .map)))
      }
    case .mapValue:
      let (column, rest) = try ImportOptions.halves(text, of: .mapValue, example: "类别=网课=online")
      let (old, new) = try ImportOptions.halves(rest, of: .mapValue, example: "类别=网课=online")
      valueNames.append((column: column, old: old, new: new))
    case .set: fixedValues.append(try ImportOptions.fixedValue(text))
    default: break
    }
  }

  /// Says of a heading that no file has that it is none. What is remembered is for other files, too.
  func check(_ records: Records, _ remembered: Remembered) throws(CommandError) {
    let headings = records.files.flatMap(\.headings)
    func typed(_ names: [String], _ key: Setting.Key) -> [String] {
      names.filter { name in !remembered.all(key).contains { $0.value.hasPrefix(name + "=") } }
    }
    let unmet =
      typed(records.unmetHeadings(self), .map).map { (Option.map, $0) }
      + typed(records.unmetValueColumns(self), .mapValue).map { (Option.mapValue, $0) }
    guard let (option, name) = unmet.first else { return }
    throw .usage(
      Words(
        "\(option.name) 中的“\(name)”不是任何文件的列名；列名有：\(headings.prefix(40).joined(separator: "、"))",
        "\(option.name): no file has a column \"\(name)\"; there are: \(headings.prefix(40).joined(separator: ", "))"
      )
        + .didYouMean(NearMatch.nearest(to: name, in: headings)))
  }

  private static func fixedValue(_ text: String) throws(CommandError) -> (Field, String) {
    let (name, value) = try halves(text, of: .set, example: "year=2023")
    let field = try field(name, of: .set)
    guard Field.records.contains(field) || Field.forms.contains(field) else {
      throw .usage(
        Words(
          "--set 只能用于登记表的字段，“\(name)”是花名册的",
          "--set is for fields of records files, and \"\(name)\" is a roster's"))
    }
    guard field.accepts(value) else {
      throw .usage(
        Words("--set \(name)：“\(value)”不是可用的值", "--set \(name): \"\(value)\" is no value of this field"))
    }
    return (field, value)
  }

  /// The texts before and after a sign of equality, both of them something.
  private static func halves(
    _ text: String, of option: Option, atLast: Bool = false, example: String
  ) throws(CommandError) -> (String, String) {
    let sign = atLast ? text.lastIndex(of: "=") : text.firstIndex(of: "=")
    if let sign, sign != text.startIndex, text.index(after: sign) != text.endIndex {
      return (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }
    throw .usage(
      Words(
        "\(option.name) 应写成 \(option.value?.chinese ?? "")，如 \(example)，而不是“\(text)”",
        "\(option.name) is \(option.value?.english ?? ""), as \(example), and not \"\(text)\""))
  }

  /// The field of a name of the contract.
  private static func field(_ name: String, of option: Option) throws(CommandError) -> Field {
    if let field = Field(named: name) { return field }
    let known = Field.allCases.map(\.english)
    throw .usage(
      Words(
        "\(option.name) 中没有字段“\(name)”，可用的有：\(known.joined(separator: ", "))",
        "\(option.name): there is no field \"\(name)\"; there are: \(known.joined(separator: ", "))")
        + .didYouMean(NearMatch.nearest(to: name, in: known + Field.allCases.map(\.chinese))))
  }
}
