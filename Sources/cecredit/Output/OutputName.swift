import ContinuingEdCore

/// What the name of an output file says (Outputs: Outputs): its ending chooses the form of the result, or agrees with
/// the one that was asked for.
enum OutputName {
  /// The endings that name a form, and the form.
  private static let forms: [(ending: String, form: String)] = [
    ("csv", "csv"), ("json", "json"), ("jsonl", "jsonl"), ("html", "html"), ("md", "markdown"),
    ("markdown", "markdown"), ("xlsx", "xlsx"), ("ics", "ics"),
  ]

  /// Whether a path means a folder, as one that ends in a slash does.
  static func isFolder(_ path: String) -> Bool { path.hasSuffix("/") }

  /// What stands behind the last point of a file's name, in lower case; nil where there is none, and for a folder.
  static func ending(of path: String) -> String? {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path[...]
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex, name.index(after: dot) < name.endIndex
    else { return nil }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The form of a result: the one that was asked for, else the one that the file's name says, else `usual`.
  ///
  /// - Parameters:
  ///   - asked: The word of `--format`, nil where it was not given.
  ///   - forms: The forms that the command has.
  ///   - alike: Forms whose files bear another form's ending, as `entries` of a plan are CSV.
  static func form(
    _ asked: String?, to path: String?, forms: [String], usual: String, alike: [String: String] = [:]
  ) throws(CommandError) -> String {
    if let path, isFolder(path) {
      guard forms.contains("html"), asked ?? "html" == "html" else {
        throw .usage(
          Words(
            "\(path) 是文件夹；只有 html 能写进文件夹，每个单位一个文件",
            "\(path) is a folder; only html goes into one, a file a unit"))
      }
      return "html"
    }
    guard let path, path != "-", let ending = ending(of: path) else { return asked ?? usual }
    guard let named = self.forms.first(where: { $0.ending == ending })?.form, forms.contains(named) else {
      throw unknown(path, ending, forms)
    }
    guard let asked else { return named }
    if asked != named, alike[asked] != named {
      throw .usage(
        Words(
          "--format \(asked) 与输出文件名 \(path) 不一致；去掉 --format，或换一个文件名",
          "--format \(asked) contradicts the name of \(path); leave out --format, or name the file otherwise")
      )
    }
    return asked
  }

  /// Refuses a name whose ending is none of these.
  static func refuse(_ path: String?, unless endings: [String]) throws(CommandError) {
    guard let path, path != "-", let ending = ending(of: path), !endings.contains(ending) else { return }
    throw unknown(path, ending, endings)
  }

  private static func unknown(_ path: String, _ ending: String, _ allowed: [String]) -> CommandError {
    let known = forms.filter { allowed.contains($0.form) || allowed.contains($0.ending) }.map {
      "." + $0.ending
    }
    let list = known.joined(separator: " ")
    return .usage(
      Words(
        "输出文件 \(path) 的扩展名 .\(ending) 不是这里能写的格式；可用 \(list)，或不写扩展名",
        "\(path): .\(ending) is no form that can be written here; there are \(list), or no ending at all"))
  }
}

extension Console {
  /// Refuses to write a workbook, which is no text, onto a terminal.
  func refuseWorkbook(on path: String?) throws(CommandError) {
    guard showsOnTerminal(path) else { return }
    throw .usage(
      Words(
        "工作簿不能显示在终端上；请用 -o 写出文件名，如 -o 结果.xlsx",
        "a workbook can't be shown on a terminal; name a file, as -o result.xlsx"))
  }

  /// Says what became of a workbook: an error if there is none, a note where texts were cut.
  func tell(_ outcome: WorkbookWriter.Outcome, of path: String?) throws(CommandError) {
    let name = path ?? "-"
    switch outcome.fault {
    case .noMemory:
      throw .failure(Words("内存不足，工作簿 \(name) 没有写成", "there is no memory for the workbook \(name)"))
    case .tooLarge:
      throw .failure(
        Words(
          "工作簿 \(name) 超过 4 GiB，写不成；请改用 .csv", "the workbook \(name) would pass 4 GiB; write .csv instead"))
    case .tooWide(let columns):
      throw .failure(
        Words(
          "工作簿一张表最多 16384 列，这里有 \(columns) 列；请改用 .csv",
          "a sheet has at most 16384 columns, and here are \(columns); write .csv instead"))
    case nil: break
    }
    if outcome.cuts == 0 { return }
    say(
      Words(
        "\(name)：\(outcome.cuts) 个单元格的文字超过 32767 个字符，已截断；第一个是 \(outcome.firstCut)",
        "\(name): \(outcome.cuts) texts cut at the 32,767 characters that a cell holds; the first is \(outcome.firstCut)"
      ))
  }
}
