import ContinuingEdCore

/// Where `form` writes: one file, or a file a document into a folder.
final class FormOutput {
  /// The forms of a result.
  static let forms = ["html", "xlsx", "csv"]

  private let form: ContinuingEdCore.Form
  private let format: String
  private let arguments: Arguments
  private let console: Console
  private let path: String?
  private var result: Output?
  private var problems: Output?
  private var places = OutputPlaces(inputs: [])

  init(_ form: ContinuingEdCore.Form, _ arguments: Arguments, _ console: Console) throws(CommandError) {
    (self.form, self.arguments, self.console) = (form, arguments, console)
    path = arguments[.output]
    if let path, OutputName.isFolder(path) {
      format = arguments[FillForm.formatOption] ?? "html"
    } else {
      format = try OutputName.form(
        arguments[FillForm.formatOption], to: path, forms: FormOutput.forms, usual: "html")
      if format == "xlsx" { try console.refuseWorkbook(on: path) }
    }
  }

  /// The folder that documents go into; nil where all go into one file.
  private var folder: OutputFolder? {
    path.flatMap { OutputName.isFolder($0) ? OutputFolder($0) : nil }
  }

  /// Opens the files before the work begins, so that a wrong place is known at once. None of them may be an input.
  func open(beside input: RecordsInput) throws(CommandError) {
    places = try input.refuse([path, arguments[.problems], arguments[.rejects]].compactMap { $0 })
    try OutputName.refuse(arguments[.problems], unless: Console.problemEndings)
    try OutputName.refuse(arguments[.rejects], unless: Console.rejectEndings)
    if folder == nil {
      result = try console.openOutput(path, isForPeople: format == "html", isWorkbook: format == "xlsx")
    }
    if let path = arguments[.problems] { problems = try Output(path: path) }
  }

  /// Writes so many documents, of which some may be none.
  func write(count: Int, _ document: (Int) -> FormDocument?) throws(CommandError) {
    if let folder { return try write(count, document, into: folder) }
    guard let result else { return }
    if format == "html", !form.isOneFile, count > 1 {
      throw .usage(
        Words(
          "一个 html 文件只写一份，这里有 \(count) 份；用 --person 选一个人，或用 -o 文件夹/ 每份一个文件",
          "an html file takes one of these, and here are \(count); choose by --person, or name a folder: -o DIR/"
        ))
    }
    var documents: [FormDocument] = []
    for place in 0..<count { if let filled = document(place) { documents.append(filled) } }
    if documents.isEmpty, !form.isOneFile { return result.abandon() }
    try write(documents, to: result, named: path)
    try result.finish()
  }

  /// A file a document, named by number and name.
  private func write(
    _ count: Int, _ document: (Int) -> FormDocument?, into folder: OutputFolder
  ) throws(CommandError) {
    try folder.create()
    let digits = max(2, "\(count)".utf8.count)
    var written = 0
    for place in 0..<count {
      guard let filled = document(place) else { continue }
      written += 1
      let number = "\(written)"
      let name =
        String(repeating: "0", count: digits - number.utf8.count) + number
        + FormOutput.suffix(filled.name) + "." + format
      let path = folder.path(of: name)
      try places.take(path)
      let output = try Output(path: path, filter: format == "html" ? HiddenText.Filter() : nil)
      try write([filled], to: output, named: path)
      try output.finish()
    }
    console.say(Words("写好 \(written) 份", "\(written) written"))
  }

  private func write(
    _ documents: [FormDocument], to output: Output, named path: String?
  ) throws(CommandError) {
    switch format {
    case "xlsx":
      // What stands in brackets is no part of a name.
      let title = (documents.first?.title ?? form.title).prefix { $0 != "（" }
      let (bytes, outcome) = FormSheets(form).workbook(documents, title: String(title))
      try output.write(bytes)
      try console.tell(outcome, of: path)
    case "csv":
      try output.writeByteOrderMark(ifNamed: path)
      var buffer = ByteBuffer()
      for document in documents { FormSheets(form).appendCSV(document, to: &buffer) }
      try output.write(buffer)
    default:
      try output.write(FormPage(form).html(documents, empty: "没有学时不足或待审的人。"))
    }
  }

  /// `-王芳`: a name as a part of a file's name. What may be an ID in its place is left out.
  private static func suffix(_ name: String) -> String {
    let kept = name.filter(\.isLetter).prefix(30)
    return kept.isEmpty ? "" : "-" + kept
  }

  /// Writes the files of problems and of rows that were not used, and lists problems.
  func writeProblems(_ records: Records, ids: IDStyle, limit: Int) throws(CommandError) {
    if let problems, let path = arguments[.problems] {
      try console.writeProblems(records, ids: ids, to: problems, named: path)
    }
    if let path = arguments[.rejects] { try console.writeRejects(records, to: path, beside: places) }
    console.warn(
      ProblemListing(records, in: console.language, ids: .masked, colour: console.warnsInColour)
        .text(limit: limit, isQuiet: console.isQuiet))
  }
}
