/// Who changes a ledger, and when: what the journal says of every change.
///
///     if let moment = Timestamp("2023-07-01"), let author = Author("李审", at: moment) { print(author.name) }
public struct Author: Sendable, Hashable {
  /// The name that the journal gives.
  public let name: String
  /// When.
  public let moment: Timestamp

  /// Nil for a name that is unfit for a journal: a blank one, one of more than 200 characters, and one with control,
  /// format or bidi characters (LedgerFormat: Files).
  public init?(_ name: String, at moment: Timestamp) {
    guard HiddenText.isFit(name, atMost: 200) else { return nil }
    (self.name, self.moment) = (name, moment)
  }

  var actor: LedgerActor { LedgerActor(when: moment.description, who: name) }
}

extension HiddenText {
  /// Whether a text can stand in a line of a journal as it is: not blank, not too long, and all of it to be seen.
  static func isFit(_ text: String, atMost limit: Int) -> Bool {
    text.count <= limit && text.contains { !$0.isWhitespace }
      && !text.unicodeScalars.contains(where: isHidden)
  }
}
