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
    guard person.first.table == 0, Int(person.first.index) < index.places.count else { return nil }
    let place = index.places[Int(person.first.index)]
    return (places.line(place), places.record(place))
  }

  /// Calls `body` with the roster's name of a person, which may be blank.
  func withName<R>(of person: MergedPerson, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    index.texts.table.withBytes(of: index.people[Int(person.first.index)].name, body)
  }
}
