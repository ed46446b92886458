/// What is said of workbooks that can't be read: what it is, and what to do.
package enum WorkbookWording {
  /// What follows the file's name.
  package static func afterName(_ fault: WorkbookFault, in language: Language) -> String {
    switch fault {
    case .damaged(let part):
      return language.pick(
        " 已损坏或不完整\(part.isEmpty ? "" : "（\(part)）")；请重新取得这个文件，或用表格软件打开后另存为 .xlsx",
        " is damaged or incomplete\(part.isEmpty ? "" : " (\(part))"); get it again, or open it in a spreadsheet program and save"
          + " it as .xlsx")
    case .missingPart(let part):
      return language.pick(
        " 缺少部件 \(part)，不是完整的工作簿；请用表格软件打开后另存为 .xlsx",
        " lacks the part \(part); open it in a spreadsheet program and save it as .xlsx")
    case .encrypted:
      return language.pick(
        " 是加密的工作簿；请用表格软件打开，取消密码后另存",
        " is encrypted; open it in a spreadsheet program, take the password away and save it")
    case .tooLarge:
      return language.pick(
        " 解压后过大（超过 4 GiB，或超过文件的 200 倍），没有读取；请用表格软件打开，删去多余的行列后另存",
        " unpacks to too much (more than 4 GiB, or 200 times the file); open it in a spreadsheet program, delete what is not"
          + " needed and save it")
    case .declaresEntities(let part):
      return language.pick(
        " 的部件 \(part) 含有文档类型或实体声明，表格软件不会这样写，没有读取；请用表格软件打开后另存",
        " has a document type or entities in \(part), which no spreadsheet program writes; open it in one and save it"
      )
    case .unknownForm(let part, let form):
      return language.pick(
        " 的部件 \(part) 的形式（\(form)）不能读；请用表格软件打开后另存为 .xlsx",
        " has the part \(part) in a form that is not read (\(form)); open it in a spreadsheet program and save it as .xlsx"
      )
    case .otherKind(let kind): return words(kind, language)
    }
  }

  private static func words(_ kind: WorkbookFault.Kind, _ language: Language) -> String {
    let (chinese, english) = name(kind)
    return language.pick(
      " 是\(chinese)，不能读；请用表格软件打开后另存为 .xlsx",
      " is \(english), which is not read; open it in a spreadsheet program and save"
        + " it as .xlsx")
  }

  private static func name(_ kind: WorkbookFault.Kind) -> (String, String) {
    switch kind {
    case .binaryWorkbook: ("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)")
    case .openDocument: ("OpenDocument 表格（.ods）", "an OpenDocument spreadsheet (.ods)")
    case .oldWorkbook: ("Excel 95 或更早的工作簿（BIFF5 及以前）", "a workbook of Excel 95 or older (BIFF5 or before)")
    case .textDocument: ("文字文档（.docx、.doc、.odt）", "a text document (.docx, .doc, .odt)")
    case .presentation: ("演示文稿（.pptx、.ppt）", "a presentation (.pptx, .ppt)")
    case .archive: ("ZIP 压缩包，不是工作簿", "a ZIP archive and no workbook")
    case .compoundFile: ("复合文档，但不是工作簿", "a compound file and no workbook")
    }
  }

  /// A sheet that is asked for and nowhere to be found.
  package static func noSheet(_ name: String, of sheets: [String], in language: Language) -> String {
    if sheets.isEmpty {
      return language.pick(
        "没有名为“\(name)”的工作表：给出的文件都不是工作簿", "there is no sheet \"\(name)\": none of the files is a workbook")
    }
    return language.pick(
      "没有名为“\(name)”的工作表，有：\(sheets.joined(separator: "、"))",
      "there is no sheet \"\(name)\"; there are: \(sheets.joined(separator: ", "))")
  }
}
