/// What became of a workbook.
package struct WorkbookOutcome: Sendable, Equatable {
  /// Why there is none; nil if it is complete.
  package var fault: Fault?
  /// How many texts were cut, since a cell holds 32,767 characters.
  package var cuts = 0
  /// The first of them, as `结果!B7`.
  package var firstCut = ""

  /// A workbook that nothing is wrong with.
  package init() {}

  /// Why there is no workbook.
  package enum Fault: Sendable, Equatable {
    /// zlib has no memory.
    case noMemory
    /// It would have more than 4 GiB.
    case tooLarge
    /// A sheet would have so many columns; 16,384 is the most.
    case tooWide(Int)
  }
}
