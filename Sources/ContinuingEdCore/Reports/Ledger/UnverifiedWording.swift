/// Hours that an approval no longer covers, in words.
enum UnverifiedWording {
  /// `2023-7: 30 hours are no longer verified, now declared`
  static func line(_ hours: LedgerImportResult.Unverified, in language: Language) -> String {
    let now = hours.now?.label(in: language) ?? language.pick("未填", "blank")
    let was = hours.was.label(in: language)
    let amount = hours.hours.isEmpty ? language.pick("学时", "its hours") : hours.hours
    return language.pick(
      "\(hours.entry)：\(amount == "学时" ? amount : amount + " 学时")不再是\(was)，现为\(now)",
      "\(hours.entry): \(hours.hours.isEmpty ? amount : amount + " hours") are no longer \(was), now \(now)")
  }

  /// The same for programs.
  static func json(_ hours: LedgerImportResult.Unverified) -> JSONValue {
    .object([
      "entry": .text(hours.entry.text), "hours": .text(hours.hours), "was": .text(hours.was.code),
      "now": .text(orNull: hours.now?.code),
    ])
  }
}

extension LedgerImportResult.RowFate {
  /// The word of machine output.
  var word: String {
    switch self {
    case .taken: "taken"
    case .present: "present"
    case .changed: "changed"
    case .corrected: "corrected"
    case .void: "void"
    case .revived: "revived"
    }
  }
}
