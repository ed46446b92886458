// Judging: The same activity twice. Who waits depends on what is rejected, so it is found again whenever that changes.

extension Worksheet {
  /// Lets entries wait that are probably one activity with another, and credits all anew if any does.
  @inline(__always)
  mutating func waitForTwins(_ twins: ActivityTwins?, _ entries: UnsafeBufferPointer<PackedEntry>) {
    guard let twins else { return }
    self.twins = twins
    creditAnew(entries)
  }

  /// Finds which of the elements wait because another one is probably the same activity.
  @inline(never)
  mutating func findTwins(_ entries: UnsafeBufferPointer<PackedEntry>, _ finalStep: ReviewStatus) {
    guard let twins else { return }
    var places: [ActivityTwins.Row: Int] = [:]
    for index in elements.indices where !elements[index].category.spansYears {
      elements[index].reasons.remove(.possibleDuplicate)
      let entry = entries[elements[index].entry]
      if entry.marks.contains(.twin) {
        places[ActivityTwins.Row(file: entry.file, line: entry.line)] = index
      }
    }
    var waiting: [Int] = []
    twins.forEachWaiting { row in
      guard let place = places[row], elements[place].rejection == nil else { return nil }
      return ActivityTwins.Standing(
        isFinal: entries[elements[place].entry].hasReached(finalStep), days: elements[place].days)
    } _: { row in
      if let place = places[row] { waiting.append(place) }
    }
    for place in waiting { elements[place].reasons.insert(.possibleDuplicate) }
  }
}
