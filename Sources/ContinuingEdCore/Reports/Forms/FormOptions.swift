/// What a command line says of a form, besides which and out of what.
package struct FormOptions: Sendable {
  /// The day on paper; nil leaves it for a hand.
  package var date: Day?
  /// Whether study on listed platforms is left out.
  package var onlyDeclared = false
  /// Whether IDs are shown whole.
  package var ids = IDStyle.masked

  /// No day, everything printed, IDs masked.
  package init() {}
}
