// The words of the closed lists (Vocabulary: Words). Those of verdicts, reasons and findings are the reports' own; the
// Chinese words of what files hold are the first of the lists that files are read by.

extension Verdict: Localized {
  /// The verdict in a word or two.
  public func text(in language: Language) -> String { label(in: language) }
}

extension EntryState: Localized {
  /// Where an entry stands, in a word.
  public func text(in language: Language) -> String { label(in: language) }
}

extension LossReason: Localized {
  /// Why the hours are not credited, in a phrase.
  public func text(in language: Language) -> String { label(in: language) }
}

extension PendingReason: Localized {
  /// What the entry waits for, in a phrase, and who has to do what.
  public func text(in language: Language) -> String {
    label(in: language) + language.pick("：", ": ") + remedy(in: language)
  }
}

extension FindingCode: Localized {
  /// What was found, in a sentence without a full stop.
  public func text(in language: Language) -> String { label(in: language) }
}

extension ProblemCode: Localized {
  /// What the code means, in a sentence.
  public func text(in language: Language) -> String { ProblemGuide(self, in: language).meaning }
}

extension Category: Localized {
  /// What the category is called.
  public func text(in language: Language) -> String { label(in: language) }
}

extension Subject: Localized {
  /// What the subject is called.
  public func text(in language: Language) -> String { label(in: language) }
}

extension LeaveKind: Localized {
  /// What the kind of leave is called.
  public func text(in language: Language) -> String { firstWord(WordLists.kindWords, language) }
}

extension Level: Localized {
  /// What the level is called.
  public func text(in language: Language) -> String { firstWord(WordLists.levelWords, language) }
}

extension Module: Localized {
  /// What the module is called.
  public func text(in language: Language) -> String { firstWord(WordLists.moduleWords, language) }
}

extension ExamResult: Localized {
  /// What the result is called.
  public func text(in language: Language) -> String { firstWord(WordLists.resultWords, language) }
}

extension ReviewStatus: Localized {
  /// What the status is called.
  public func text(in language: Language) -> String { firstWord(WordLists.statusWords, language) }
}

extension Employer: Localized {
  /// What the kind of employer is called.
  public func text(in language: Language) -> String { firstWord(WordLists.employerWords, language) }
}

extension CodedWord {
  /// The first Chinese word of a list, or the code.
  fileprivate func firstWord(_ words: [(Self, [String])], _ language: Language) -> String {
    language.pick(words.first { $0.0 == self }?.1.first ?? code, code)
  }
}
