/// Why a rule set could not be had.
public enum RuleError: Error, Sendable, Equatable {
  /// There is no such rule set; what was probably meant, and all there are.
  case unknown(String, suggestion: String?, known: [String])
  /// The file has faults, in order of line.
  case faulty([RuleFault])
}
