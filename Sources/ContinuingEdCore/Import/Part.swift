/// What one worker read of one file, and how its numbers become those of the run.
final class Part {
  let readings: BlockReadings<RowReader>
  let file: Int
  let places: BlockPlaces
  /// For each of the worker's texts the number in the run.
  let texts: [UInt32]
  /// For each of the worker's people the place among those of the bucket.
  let people: UnsafeMutablePointer<BucketPlace>
  let peopleCount: Int

  /// A person of a worker, as the place among the merged people of a bucket.
  struct BucketPlace {
    private var word: UInt32

    init(_ place: Int) { word = UInt32(truncatingIfNeeded: place) & 0x3FFF_FFFF }

    @inline(__always) var place: Int { Int(word & 0x3FFF_FFFF) }
    /// Whether this is where the person first appears in the run, and is not on the roster.
    @inline(__always) var isFirst: Bool { word >> 30 & 1 == 1 }
    mutating func setFirst() { word |= 1 << 30 }
    /// Whether the first name that the worker saw of this person is another than the first of the run.
    @inline(__always) var hasOtherName: Bool { word >> 31 == 1 }
    mutating func setOtherName() { word |= 1 << 31 }
  }

  init(_ readings: BlockReadings<RowReader>, file: Int, _ places: BlockPlaces, texts: [UInt32]) {
    self.readings = readings
    self.file = file
    self.places = places
    self.texts = texts
    peopleCount = readings.reader.people.count
    people = .allocate(capacity: max(peopleCount, 1))
  }

  deinit { people.deallocate() }
}

/// The rows of one block.
struct Segment {
  /// The part, and as the how-manieth of its blocks.
  let part: Int
  let block: Int
  let firstLine: UInt32
  let firstRecord: UInt32
}
