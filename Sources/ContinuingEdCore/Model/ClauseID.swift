/// A clause of the notice, as an index into ``RuleSet/clauses``.
public typealias ClauseID = UInt16
