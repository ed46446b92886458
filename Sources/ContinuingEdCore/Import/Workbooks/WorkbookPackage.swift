/// The parts of an `.xlsx` file: which is the workbook, and what its relationships lead to. Names are free; only the
/// relationships say what a part is.
struct WorkbookPackage {
  let archive: ZipArchive

  /// What a part refers to, by the identifiers of its relationships.
  struct Relationship {
    /// The last word of its type, as `worksheet`.
    var kind: String
    /// The name of the part.
    var target: String
  }

  /// Opens a part for reading. On a thread of its own where it is long.
  func scanner(_ part: String) throws(WorkbookFailure) -> XMLScanner {
    guard let member = archive[part] else { throw .fault(.missingPart(part)) }
    let pieces = try ZipMemberPieces(archive, member)
    let isLong = member.size > 2 * ZipMemberPieces.pieceSize
    return try XMLScanner(isLong ? PiecePipe(pieces) : pieces, part: member.name)
  }

  /// The name of the part that is the workbook.
  func workbookPart() throws(WorkbookFailure) -> String {
    guard archive["_rels/.rels"] != nil else { throw .fault(try kindWithoutRelationships()) }
    let root = try relationships(of: "")
    guard let main = root.values.first(where: { $0.kind == "officeDocument" }) else {
      throw .fault(.otherKind(.archive))
    }
    if main.target.lowercased().hasSuffix(".bin") { throw .fault(.otherKind(.binaryWorkbook)) }
    return main.target
  }

  /// What a ZIP file is that names no part as the first one.
  private func kindWithoutRelationships() throws(WorkbookFailure) -> WorkbookFault {
    if let member = archive["mimetype"], member.size < 256,
      let piece = try ZipMemberPieces(archive, member).next()
    {
      let type = String(decoding: piece, as: UTF8.self)
      if type.contains("opendocument.spreadsheet") { return .otherKind(.openDocument) }
      if type.contains("opendocument.text") { return .otherKind(.textDocument) }
      if type.contains("opendocument.presentation") { return .otherKind(.presentation) }
    }
    if archive["[Content_Types].xml"] != nil { return .missingPart("_rels/.rels") }
    return .otherKind(.archive)
  }

  /// The relationships of a part; of the package itself where the part has no name. None where there is no such list.
  func relationships(of part: String) throws(WorkbookFailure) -> [String: Relationship] {
    let (folder, name) = PartName.split(part)
    let list = folder + "_rels/" + name + ".rels"
    if archive[list] == nil { return [:] }
    let scanner = try scanner(list)
    guard try scanner.next(toRoot: "Relationships") else { throw .damaged(scanner.part) }
    var found: [String: Relationship] = [:]
    while true {
      let token = try scanner.next()
      if token == .done { return found }
      guard token == .start else { continue }
      if scanner.isNamed("Relationship"), let id = try scanner.attributeText("Id"),
        let type = try scanner.attributeText("Type"), let target = try scanner.attributeText("Target"),
        try scanner.attributeText("TargetMode")?.lowercased() != "external"
      {
        let kind = type.split(separator: "/").last.map(String.init) ?? ""
        found[id] = Relationship(kind: kind, target: PartName.resolve(target, in: folder))
      }
      try scanner.skipElement()
    }
  }
}

/// Names of parts, as paths without a first /.
enum PartName {
  /// The folder with a / at its end, and the name in it.
  static func split(_ part: String) -> (folder: String, name: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }

  /// The part that a target names, which may begin at the top or at a folder.
  static func resolve(_ target: String, in folder: String) -> String {
    let plain = unescaped(target.map { $0 == "\\" ? "/" : $0 })
    let path = plain.hasPrefix("/") ? plain : folder + plain
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  /// `%20` stands for a byte; a fragment behind # goes.
  private static func unescaped(_ characters: [Character]) -> String {
    var bytes: [UInt8] = []
    var at = 0
    while at < characters.count, characters[at] != "#" {
      if characters[at] == "%", at + 2 < characters.count, let high = characters[at + 1].hexDigitValue,
        let low = characters[at + 2].hexDigitValue
      {
        bytes.append(UInt8(high << 4 | low))
        at += 3
      } else {
        bytes.append(contentsOf: characters[at].utf8)
        at += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
