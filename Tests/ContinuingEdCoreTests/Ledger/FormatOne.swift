import Foundation

@testable import ContinuingEdCore

/// Ledgers of format 1, as earlier versions of the program wrote them.
enum FormatOne {
  static let people =
    "person_id,name,unit,employer,series,county,group,review_date,city,listed,change_id\n"
  static let journal =
    "id,when,who,action,entry,replaced_by,status,reason,file,content,read,taken,present,changed,problems,blank,added\n"
  static let entries =
    "entry_id,import_id,person_id,name,unit,year,subject,category,kind,title,organizer,mode,platform,start,end,period,"
    + "hours,count,level,module,filing,filed_on,result,evidence,status,note"

  /// A line of the journal.
  static func line(_ line: JournalLine) -> String {
    let balance = line.balance.map { b in
      [b.read, b.taken, b.present, b.changed, b.problems, b.blank].map(String.init)
    }
    let added = line.added.sorted { $0.key < $1.key }.map { file, count in
      if case .entries(let year) = file { "\(year):\(count)" } else { "people:\(count)" }
    }
    let cells =
      [
        "\(line.id)", line.when, line.who, line.action.rawValue, line.entry?.text ?? "",
        line.replacedBy?.text ?? "", line.status?.code ?? "", line.reason, line.file,
        line.content.map(ByteSum.text) ?? "",
      ] + (balance ?? Array(repeating: "", count: 6)) + [added.joined(separator: " ")]
    var bytes: [UInt8] = []
    for cell in cells {
      LedgerText.append(cell, to: &bytes)
      bytes.append(UInt8(ascii: ","))
    }
    return String(decoding: bytes.dropLast(), as: UTF8.self) + "\n"
  }

  /// A folder with such a ledger after some changes.
  static func ledger(after changes: [TestChange]) throws -> TestFolder {
    let folder = try TestFolder()
    var files: [String: String] = [
      "ledger.json": "{\"format\": 1}\n", ".gitignore": ".lock\n.pending\n.pending.new\n",
      "people.csv": people,
      "journal.csv": journal,
    ]
    for (place, change) in changes.enumerated() {
      let work = change.work(id: place + 1, format: 1)
      for addition in work.additions {
        let text = String(decoding: addition.chunks.joined(), as: UTF8.self)
        files[addition.file.path, default: entries + "\n"] += text
      }
      files["journal.csv", default: ""] += work.lines.map(line).joined()
    }
    try folder.replaceFiles(files.mapValues { Array($0.utf8) })
    return folder
  }
}
