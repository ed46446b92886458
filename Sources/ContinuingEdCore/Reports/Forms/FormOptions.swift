/// What a command line says of a form, besides which and out of what.
public struct FormOptions: Sendable {
  /// The day on paper; nil leaves it for a hand.
  public var date: Day?
  /// Whether study on listed platforms is left out.
  public var onlyDeclared = false
  /// Whether IDs are shown whole.
  public var ids = IDStyle.masked

  /// No day, everything printed, IDs masked.
  public init() {}
}
