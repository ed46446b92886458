extension FileKind {
  /// What a file is that can't be read as a table, and what to do: what follows its name.
  package func refusal(in language: Language) -> String {
    language.pick(
      " \(chinese)，不能当作表格读取；\(remedy.chinese)", " \(english) and can't be read as a table; \(remedy.english)")
  }

  private var chinese: String {
    switch self {
    case .xlsx: "是工作簿"
    case .oldOffice: "是旧版 Office 文件或加了密码的文件"
    case .document: "是 Word 文档"
    case .slides: "是演示文稿"
    case .openDocument: "是 OpenDocument 文件"
    case .pdf: "是 PDF 文件"
    case .zip: "是 zip 压缩文件"
    case .packed: "是压缩文件"
    case .html: "是网页（HTML），虽然可能叫作 .xls"
    case .xml: "是 XML 文件"
    case .picture: "是图片"
    case .binary: "不是文本文件（开头有 NUL 字节）"
    }
  }

  private var english: String {
    switch self {
    case .xlsx: "is a workbook"
    case .oldOffice: "is a file of old office programs, or an encrypted one"
    case .document: "is a Word document"
    case .slides: "is a presentation"
    case .openDocument: "is an OpenDocument file"
    case .pdf: "is a PDF file"
    case .zip: "is a zip archive"
    case .packed: "is a compressed file"
    case .html: "is a web page (HTML), even if it is called .xls"
    case .xml: "is an XML file"
    case .picture: "is a picture"
    case .binary: "is no text file (it has NUL bytes at its beginning)"
    }
  }

  private var remedy: (chinese: String, english: String) {
    switch self {
    case .zip, .packed: ("请先解压，再用里面的文件", "unpack it first and name the files in it")
    case .binary:
      (
        "请用表格软件打开，另存为 CSV UTF-8；如是没有字节序标记的 UTF-16，用 --encoding utf-16le 指定",
        "open it in a spreadsheet program and save it as CSV UTF-8; if it is UTF-16 without a mark, say --encoding utf-16le"
      )
    case .document, .slides, .pdf, .picture:
      (
        "请把其中的表格复制到表格软件，另存为 xlsx 或 CSV UTF-8",
        "copy its table into a spreadsheet program and save it as xlsx or CSV UTF-8"
      )
    default:
      ("请用表格软件打开，另存为 xlsx 或 CSV UTF-8", "open it in a spreadsheet program and save it as xlsx or CSV UTF-8")
    }
  }
}
