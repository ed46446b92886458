/// Rows of several people that name one evidence, with different titles among them, in the order of input: some may be
/// rejected yet.
package struct SharedEvidence: Sendable {
  /// A row among those of a person.
  struct Row: Sendable {
    /// The index of the person in ``Records/people``, or behind these in ``Records/others``.
    var person: UInt32
    var file: UInt16
    var line: UInt32
    /// Equal for equal titles; 0 is blank.
    var title: UInt32
  }

  var rows: [Row]
}
