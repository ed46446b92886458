/// Where online study may take place (Judging: Platforms).
extension RuleSet {
  /// A platform that the notice lists.
  package struct Platform: Sendable, Equatable {
    /// The full name, unlike that of any other platform of the rule set; a text that contains it names the platform.
    package var name: String
    /// Other names; a text that contains one of them names the platform.
    package var otherNames: [String]
    /// Hosts; a text that contains one of them, or one of its family, names the platform (Judging: Platforms).
    package var hosts: [String]
    /// Short names; a text that equals one of them names the platform.
    package var shortNames: [String]
    /// Whether it is one of those between which one is chosen a year; false for an entrance that leads to them.
    package var isChoice: Bool
    /// Texts in the roster's group that close it to a person.
    package var closedToGroups: [GroupCondition]
    /// The clause that lists it.
    package var clause: ClauseID
  }

  /// A condition on the roster's group (培训对象): it contains a text.
  package struct GroupCondition: Sendable, Equatable {
    /// The text as the roster writes it, letter for letter.
    package var containing: String
    /// The clause that closes the platform, which the loss `platform-not-for-group` cites.
    package var clause: ClauseID
  }

  /// Study on listed platforms, or filed elsewhere.
  package struct Study: Sendable, Equatable {
    /// The clause that lists the platforms.
    package var clause: ClauseID
    /// The clause that admits filed study on other platforms; nil where none does.
    package var filedStudy: ClauseID?
    /// The clause that admits platforms that the notice does not list, once someone has said so
    /// (`platform-outside-notice`); nil where they are refused.
    package var othersWait: ClauseID?
  }
}
