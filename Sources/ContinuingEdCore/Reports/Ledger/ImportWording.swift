/// What became of the rows of a file, in words.
package enum ImportWording {
  /// `12 rows read = 10 taken + 1 already there + 0 changed + 1 with problems + 0 blank`.
  package static func balance(_ balance: ImportBalance, in language: Language) -> String {
    language.pick(
      "读到 \(balance.read) 行 = 收入 \(balance.taken) + 已有 \(balance.present) + 有改动 \(balance.changed)"
        + (balance.void > 0 ? " + 已作废 \(balance.void)" : "")
        + " + 有问题 \(balance.problems) + 空白 \(balance.blank)",
      "\(English.count(balance.read, "row")) read = \(balance.taken) taken + \(balance.present) already there + \(balance.changed) changed"
        + (balance.void > 0 ? " + \(balance.void) void" : "")
        + " + \(balance.problems) with problems + \(balance.blank) blank")
  }
}
