/// A roster and where its rows stand among all that was read.
final class PlacedRoster: @unchecked Sendable {
  let index: RosterIndex
  /// The index of the roster's file in ``Records/files``.
  let file: Int
  private let places: BlockPlaces

  init(_ index: RosterIndex, file: Int, _ places: BlockPlaces) {
    (self.index, self.file, self.places) = (index, file, places)
  }

  /// Where the row of a person stands; nil for somebody who is not on the roster.
  func place(of person: MergedPerson) -> (line: Int, record: Int)? {
    person.first.table == 0 ? place(Int(person.first.index)) : nil
  }

  /// Where the row of a person of the roster stands, by the number there.
  func place(_ person: Int) -> (line: Int, record: Int) {
    (places.line(index.places[person]), places.record(index.places[person]))
  }

  /// Calls `body` with the roster's name of a person, which may be blank.
  func withName<R>(of person: MergedPerson, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    index.texts.table.withBytes(of: index.people[Int(person.first.index)].name, body)
  }
}
