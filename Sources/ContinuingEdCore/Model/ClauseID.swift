/// A clause of the notice, as an index into ``RuleSet/clauses``.
package typealias ClauseID = UInt16
