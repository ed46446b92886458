/// Splits a text that begins with a record into records and cells (RFC 4180 with recoveries; RecordsFiles: Quotes).
///
/// A ``BreakIndex`` finds the bytes that mean something; this reads nothing but those. It knows of no encoding but that
/// of ASCII, so it serves UTF-8 and GB18030 alike.
struct RecordScanner {
  let text: UnsafePointer<UInt8>
  let count: Int
  private let delimiter: UInt8
  private var breaks: BreakIndex
  /// How many places of the index have been looked at.
  private var taken = 0
  private let cellStore: CellStore
  /// How many lines a line break within a cell counts.
  private let linesOfBreak: Int

  /// Where the next record starts.
  private(set) var offset = 0
  /// How many line breaks lie before `offset`.
  private(set) var line = 0
  /// Where the record starts, and where it ends before its line break.
  private(set) var recordRange = 0..<0
  /// The line on which it starts, counted from 0.
  private(set) var recordLine = 0
  /// The line on which a faulty quoted cell opened, counted from 0.
  private(set) var faultLine = 0
  /// How many cells the record has.
  private(set) var cellCount = 0
  /// How many records ended with LF, CR LF and CR.
  private(set) var lineEnds = (lf: 0, crlf: 0, cr: 0)
  /// Where the faulty quoted cell opened and, if it was followed by text, where it closed.
  private(set) var faultRange = 0..<0

  private static let quote = UInt8(ascii: "\"")
  private static let lf = UInt8(ascii: "\n")
  private static let cr = UInt8(ascii: "\r")

  /// In a sheet each record is a line, whatever its cells hold.
  init(
    _ text: UnsafePointer<UInt8>, count: Int, delimiter: UInt8, memory: ScannerMemory, isSheet: Bool = false
  ) {
    linesOfBreak = isSheet ? 0 : 1
    self.text = text
    self.count = count
    self.delimiter = delimiter
    breaks = BreakIndex(text, count: count, delimiter: delimiter, memory: memory)
    cellStore = memory.cells
  }

  /// Where the cells of the record begin among those of the batch.
  private(set) var firstCell = 0

  /// Forgets the cells of earlier records.
  mutating func beginBatch() { firstCell = 0 }
  /// Keeps the cells of this record while the next ones are read.
  mutating func keepCells() { firstCell += cellCount }
  /// The cells of all records of the batch, until another record is read.
  var allCells: UnsafePointer<CellRange> { UnsafePointer(cellStore.base) }

  /// The cells of the record.
  @inline(__always)
  var cells: UnsafePointer<CellRange> { UnsafePointer(cellStore.base + firstCell) }

  /// Reads the records at `offset` as long as they are plain: they end with LF or CR LF, their quoted cells hold
  /// neither quotes nor line breaks, and all places are among those of the index at hand. Returns how many there are,
  /// which may be none. Nearly all records are such; the others are for `readRecord`. The text must be followed by a
  /// zero.
  @inline(never)
  mutating func readPlainRecords(into records: UnsafeMutablePointer<ScannedRecord>, atMost most: Int) -> Int {
    let (text, delimiter, filled) = (text, delimiter, breaks.filled)
    // There are no more cells than places, and behind the last place is one that ends the loop.
    cellStore.reserve(firstCell + filled - taken + 1)
    let (places, cells) = (UnsafePointer(breaks.places), cellStore.base)
    var (next, start, cell) = (taken, offset, firstCell)
    var (read, crlf) = (0, 0)
    reading: while read < most {
      let (recordStart, recordCell) = (start, cell)
      var place = 0
      while true {
        place = Int(truncatingIfNeeded: places[next])
        next &+= 1
        let byte = text[place]
        if byte == delimiter {
          cells[cell] = CellRange(start: start, end: place, isEscaped: false)
          cell &+= 1
          start = place &+ 1
        } else if byte == RecordScanner.lf || byte == RecordScanner.cr {
          cells[cell] = CellRange(start: start, end: place, isEscaped: false)
          break
        } else if next > filled {
          break reading
        } else if byte == RecordScanner.quote, place == start {
          var closing = place
          repeat {
            closing = Int(truncatingIfNeeded: places[next])
            next &+= 1
            let isBreak = text[closing] == RecordScanner.lf || text[closing] == RecordScanner.cr
            if isBreak || next > filled { break reading }
          } while text[closing] != RecordScanner.quote
          // A delimiter or a line break that comes next is also the next place.
          if next >= filled { break reading }
          next &+= 1
          cells[cell] = CellRange(start: place &+ 1, end: closing, isEscaped: false)
          place = closing &+ 1
          if text[place] != delimiter {
            if text[place] == RecordScanner.lf || text[place] == RecordScanner.cr { break }
            break reading
          }
          cell &+= 1
          start = place &+ 1
        }
      }
      cell &+= 1
      start = place &+ 1
      if text[place] == RecordScanner.cr {
        if text[start] != RecordScanner.lf || next >= filled { break reading }
        next &+= 1
        start &+= 1
        crlf &+= 1
      }
      let recordLine = line &+ read
      (records + read).initialize(
        to: ScannedRecord(
          .record, firstCell: recordCell, cellCount: cell &- recordCell, start: recordStart, end: place,
          line: recordLine, faultLine: recordLine))
      read &+= 1
      (taken, offset, firstCell) = (next, start, cell)
    }
    line += read
    lineEnds.lf += read - crlf
    lineEnds.crlf += crlf
    return read
  }

  /// Reads the record at `offset`.
  @inline(__always)
  mutating func readRecord() -> Outcome {
    cellCount = 0
    recordLine = line
    if offset >= count { return .end }
    let recordStart = offset
    var start = recordStart
    // What changes with each cell is kept at hand: these mirror `taken` and `cellCount`.
    let places = UnsafePointer(breaks.places)
    var next = taken
    var cell = cellStore.base + firstCell
    var limit = cellStore.base + cellStore.capacity
    while true {
      if next == breaks.filled {
        if !breaks.fill() { break }
        next = 0
      }
      let place = Int(truncatingIfNeeded: places[next])
      next &+= 1
      let byte = text[place]
      if byte == delimiter {
        if cell == limit {
          cell = cellStore.makeRoom(behind: cell, from: firstCell, of: text)
          limit = cellStore.base + cellStore.capacity
        }
        cell.pointee = CellRange(start: start, end: place, isEscaped: false)
        cell += 1
        start = place &+ 1
      } else if byte == RecordScanner.lf || byte == RecordScanner.cr {
        taken = next
        cellCount = cell - (cellStore.base + firstCell)
        append(CellRange(start: start, end: place, isEscaped: false))
        endRecord(recordStart, at: place)
        return .record
      } else if byte == RecordScanner.quote, place == start {
        // A quote inside an unquoted cell is text.
        taken = next
        cellCount = cell - (cellStore.base + firstCell)
        let result = readQuotedCell(opening: place, recordStart: recordStart)
        switch result {
        case .nextCell(let following): start = following
        case .recordEnd: return .record
        case .fault(let outcome): return outcome
        }
        next = taken
        cell = cellStore.base + firstCell + cellCount
        limit = cellStore.base + cellStore.capacity
      }
    }
    taken = 0
    cellCount = cell - (cellStore.base + firstCell)
    append(CellRange(start: start, end: count, isEscaped: false))
    recordRange = recordStart..<count
    offset = count
    return .record
  }

  /// The next place of the index; nil at the end of the text.
  @inline(__always)
  private mutating func nextPlace() -> Int? {
    if taken == breaks.filled {
      taken = 0
      if !breaks.fill() { return nil }
    }
    taken += 1
    return Int(breaks.places[taken - 1])
  }

  private enum AfterQuotedCell {
    case nextCell(Int)
    case recordEnd
    case fault(Outcome)
  }

  private mutating func readQuotedCell(opening: Int, recordStart: Int) -> AfterQuotedCell {
    let openingLine = line
    var isEscaped = false
    while let place = nextPlace() {
      let byte = text[place]
      if byte == RecordScanner.lf {
        line += linesOfBreak
      } else if byte == RecordScanner.cr {
        isEscaped = true
        if text[place + 1] != RecordScanner.lf { line += linesOfBreak }
      } else if byte == RecordScanner.quote {
        let after = place + 1
        if after < count, text[after] == RecordScanner.quote {
          isEscaped = true
          _ = nextPlace()
          continue
        }
        let cell = CellRange(start: opening + 1, end: place, isEscaped: isEscaped)
        if after == count {
          append(cell)
          recordRange = recordStart..<count
          offset = count
          return .recordEnd
        }
        let following = text[after]
        if following == delimiter {
          append(cell)
          _ = nextPlace()
          return .nextCell(after + 1)
        }
        if following == RecordScanner.lf || following == RecordScanner.cr {
          append(cell)
          _ = nextPlace()
          endRecord(recordStart, at: after)
          return .recordEnd
        }
        recover(from: opening, closing: place, line: openingLine, recordStart: recordStart)
        return .fault(.badQuote)
      }
    }
    recover(from: opening, closing: count, line: openingLine, recordStart: recordStart)
    return .fault(.openAtEnd)
  }

  /// Ends a record at its line break.
  @inline(__always)
  private mutating func endRecord(_ recordStart: Int, at place: Int) {
    recordRange = recordStart..<place
    line += 1
    if text[place] == RecordScanner.lf {
      lineEnds.lf += 1
      offset = place + 1
    } else if text[place + 1] == RecordScanner.lf, place + 1 < count {
      lineEnds.crlf += 1
      _ = nextPlace()
      offset = place + 2
    } else {
      lineEnds.cr += 1
      offset = place + 1
    }
  }

  /// Goes on at the line after the one on which a faulty cell opened.
  private mutating func recover(from opening: Int, closing: Int, line openingLine: Int, recordStart: Int) {
    faultLine = openingLine
    faultRange = opening..<closing
    line = openingLine
    var place = opening
    while place < count, text[place] != RecordScanner.lf, text[place] != RecordScanner.cr { place += 1 }
    recordRange = recordStart..<place
    if place < count {
      line += 1
      place += text[place] == RecordScanner.cr && text[place + 1] == RecordScanner.lf ? 2 : 1
    }
    offset = place
    taken = breaks.goOn(at: place)
  }

  @inline(__always)
  private mutating func append(_ cell: CellRange) {
    var target = cellStore.base + firstCell + cellCount
    if firstCell + cellCount == cellStore.capacity {
      target = cellStore.makeRoom(behind: target, from: firstCell, of: text)
    }
    target.pointee = cell
    cellCount = target + 1 - (cellStore.base + firstCell)
  }
}
