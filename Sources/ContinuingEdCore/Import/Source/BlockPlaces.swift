/// Where the blocks of a file begin, in lines and records of the file.
struct BlockPlaces {
  /// For each block by index, the lines and records before it.
  private(set) var lines: [Int] = []
  private(set) var records: [Int] = []
  /// The blocks in order: which part read it, and as the how-manieth.
  private(set) var order: [(part: Int, block: Int)] = []

  init<Reader: ~Copyable>(_ readings: FileReadings<Reader>) {
    order = readings.parts.indices.flatMap { part in
      readings.parts[part].blocks.indices.map { (part: part, block: $0) }
    }
    order.sort {
      readings.parts[$0.part].blocks[$0.block].index < readings.parts[$1.part].blocks[$1.block].index
    }
    // Lines are counted from 0 in a block and from 1 in the file; records from 1 in both.
    var (line, record) = (readings.header.linesBefore + 1, 0)
    for (part, block) in order {
      lines.append(line)
      records.append(record)
      line += readings.parts[part].blocks[block].lines
      record += readings.parts[part].blocks[block].records
    }
  }

  /// The line in the file of a place in a block.
  func line(_ place: ReadPerson.Place) -> Int {
    let block = Int(place.block)
    return block < lines.count ? lines[block] + Int(place.line) : 0
  }

  /// The record in the file of a place in a block.
  func record(_ place: ReadPerson.Place) -> Int {
    let block = Int(place.block)
    return block < records.count ? records[block] + Int(place.record) : 0
  }
}
