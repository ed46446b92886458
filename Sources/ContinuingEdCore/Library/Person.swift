/// A person (专业技术人员) who must earn hours: the ID by which rows are theirs, what to call them, and what a roster says
/// of them (Rosters: Columns).
///
///     var wang = Person(id: "370402199003071233", name: "王芳", unit: "市立医院")
///     wang.roster = RosterFacts(employer: .publicInstitution, city: "枣庄")
public struct Person: Sendable, Hashable, Codable, Identifiable {
  /// The ID: any text that is not blank. It is read as that of a file is, so that `１２` and `12` are one person.
  public var id: String
  /// The name; empty where it is not known.
  public var name: String
  /// The unit; empty where it is not known.
  public var unit: String
  /// What a roster says; nil without one.
  public var roster: RosterFacts?

  /// Somebody with an ID. Nothing is checked here: an ID that can't be one shows in ``Judgement/problems``.
  public init(id: String, name: String = "", unit: String = "", roster: RosterFacts? = nil) {
    (self.id, self.name, self.unit, self.roster) = (id, name, unit, roster)
  }
}
