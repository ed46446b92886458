import Synchronization

/// A stretch of text that begins with a record and ends with one.
struct TextBlock {
  /// Blocks are counted from 0 in the order of the text.
  var index: Int
  /// Where it begins in the source.
  var offset: Int
  /// Whether the text ends with it.
  var isLast: Bool
  /// What is true of a quoted cell that is open at its end: nil if there can be none.
  var openCell: OpenCell?
  /// Whether the cut is only a guess, so that a cell may be open at the end that goes on in the next block.
  var isGuess = false

  /// The fate of a quoted cell that is still open at the end of a block, where the block was cut all the same.
  enum OpenCell {
    case neverCloses, closesBeforeText
  }
}

/// Cuts a source into blocks at record ends and hands them to whoever asks.
///
/// A cut lies after the last line break before which quotes are even in number. That is a guess: a stray quote inside an
/// unquoted cell makes it wrong. The reader of a block notices, because then a quoted cell is open where the block
/// ends, and asks for the exact way, in which every record is scanned before it is cut. A block cut at a record's end
/// begins the next one at a record's start, so if all blocks end well, all began well.
final class BlockFeed: @unchecked Sendable {
  private let source: ByteSource
  private let delimiter: UInt8
  private let blockSize: Int
  private let isExact: Bool
  private let lock = Mutex(())
  private var offset: Int
  private var nextIndex = 0
  private var isFinished = false
  private var failure: ImportError?
  /// Where the long quoted cell ends that was looked at last.
  private var cellEnd = 0
  private let memory = ScannerMemory()
  private let progress: (@Sendable (Int) -> Void)?

  private static let quote = UInt8(ascii: "\"")
  private static let lf = UInt8(ascii: "\n")
  private static let cr = UInt8(ascii: "\r")
  /// Places in a block are kept in 31 bits.
  private static let largestBlock = 0x7FFF_0000

  init(
    _ source: ByteSource, from start: Int, delimiter: UInt8, blockSize: Int, isExact: Bool,
    progress: (@Sendable (Int) -> Void)? = nil
  ) {
    self.source = source
    self.delimiter = delimiter
    self.blockSize = max(blockSize, 1)
    self.isExact = isExact
    self.progress = progress
    offset = start
  }

  /// Fills `buffer` with the next block; nil when there is none, or when reading failed or was stopped.
  func next(into buffer: BlockBuffer) -> TextBlock? {
    lock.withLock { _ in
      if isFinished { return nil }
      do throws(ImportError) {
        let block = try cut(into: buffer)
        if block == nil || block?.isLast == true { isFinished = true }
        progress?(offset)
        return block
      } catch {
        failure = error
        isFinished = true
        return nil
      }
    }
  }

  /// Hands out no more blocks.
  func stop() { lock.withLock { _ in isFinished = true } }

  /// Why reading failed, if it did.
  var error: ImportError? { lock.withLock { _ in failure } }

  private func cut(into buffer: BlockBuffer) throws(ImportError) -> TextBlock? {
    var wanted = blockSize
    buffer.setCount(0)
    while true {
      let reachesEnd = try extend(buffer, to: wanted)
      if buffer.count == 0 { return nil }
      if reachesEnd {
        // What DOS put at the end of a file.
        let hasMark = buffer.count > 0 && buffer.bytes[buffer.count - 1] == 0x1A
        return take(buffer, hasMark ? buffer.count - 1 : buffer.count, isLast: true)
      }
      if !isExact, wanted == blockSize, let end = evenQuoteEnd(buffer) {
        return take(buffer, end, isLast: false)
      }
      // A long record goes alone: places and records in a block stay small numbers.
      if let found = try exactEnd(buffer, isLong: wanted > blockSize) {
        return take(buffer, found.end, isLast: false, openCell: found.openCell)
      }
      // Not one record ends here.
      if wanted >= BlockFeed.largestBlock { throw .recordTooLong(path: source.path, offset: offset) }
      wanted = min(max(wanted * 2, cellEnd - offset + 1), BlockFeed.largestBlock)
    }
  }

  private func take(_ buffer: BlockBuffer, _ end: Int, isLast: Bool, openCell: TextBlock.OpenCell? = nil)
    -> TextBlock
  {
    buffer.setCount(end)
    offset += end
    nextIndex += 1
    return TextBlock(
      index: nextIndex - 1, offset: offset - end, isLast: isLast, openCell: openCell, isGuess: !isExact)
  }

  /// Reads on until the buffer holds `wanted` bytes; true if the source ends there or before.
  private func extend(_ buffer: BlockBuffer, to wanted: Int) throws(ImportError) -> Bool {
    // One byte more tells whether this is the end, and whether a CR at the end has its LF.
    buffer.reserve(wanted + 1)
    let missing = wanted + 1 - buffer.count
    let got = try source.read(at: offset + buffer.count, into: buffer.base + buffer.count, count: missing)
    buffer.setCount(buffer.count + got)
    return got < missing
  }

  /// The place after the last line break with an even number of quotes before it, unless it lies in the first half.
  private func evenQuoteEnd(_ buffer: BlockBuffer) -> Int? {
    let text = UnsafePointer(buffer.base.assumingMemoryBound(to: UInt8.self))
    var isOdd = BlockFeed.hasOddQuotes(text, buffer.count)
    // The last byte only says what follows.
    var place = buffer.count - 1
    if text[place] == BlockFeed.quote { isOdd.toggle() }
    while place > buffer.count / 2 {
      let byte = text[place - 1]
      if byte == BlockFeed.quote {
        isOdd.toggle()
      } else if !isOdd, byte == BlockFeed.lf || (byte == BlockFeed.cr && text[place] != BlockFeed.lf) {
        return place
      }
      place -= 1
    }
    return nil
  }

  /// Whether a text that is followed by zeros has an odd number of quotes.
  private static func hasOddQuotes(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var parity = ByteParity(quote)
    for start in stride(from: 0, to: count, by: 64) { parity.add(UnsafeRawPointer(text + start)) }
    return parity.isOdd
  }

  /// The end of the last record that ends in the buffer, found by scanning all of them.
  private func exactEnd(
    _ buffer: BlockBuffer, isLong: Bool
  ) throws(ImportError) -> (end: Int, openCell: TextBlock.OpenCell?)? {
    let text = UnsafePointer(buffer.base.assumingMemoryBound(to: UInt8.self))
    var scanner = RecordScanner(text, count: buffer.count - 1, delimiter: delimiter, memory: memory)
    var end = 0
    var openCell: TextBlock.OpenCell?
    var lastClosing = 0
    scanning: while true {
      let outcome = scanner.readRecord()
      switch outcome {
      case .end: break scanning
      case .record, .badQuote: break
      case .openAtEnd:
        if end > 0 { break scanning }
        // The first record goes past the buffer: whether it is one record is decided by what follows.
        guard let fate = try fate(ofCellAt: offset + scanner.faultRange.lowerBound) else { return nil }
        openCell = fate
      }
      guard scanner.offset < buffer.count - 1 || BlockFeed.endsLine(text, scanner.offset) else { break }
      end = scanner.offset
      if outcome == .badQuote { lastClosing = max(lastClosing, scanner.faultRange.upperBound) }
      if isLong { break }
    }
    if end == 0 { return nil }
    // A cell that closes before text may do so behind the cut.
    if lastClosing >= end { openCell = .closesBeforeText }
    return (end, openCell)
  }

  /// Whether a line break ends at a place and is whole.
  private static func endsLine(_ text: UnsafePointer<UInt8>, _ place: Int) -> Bool {
    text[place - 1] == lf || (text[place - 1] == cr && text[place] != lf)
  }

  /// What becomes of the quoted cell that opens at a place of the source: nil if it ends as it should.
  private func fate(ofCellAt opening: Int) throws(ImportError) -> TextBlock.OpenCell? {
    let piece = BlockBuffer(capacity: max(64, min(blockSize, 1 << 20)))
    var place = opening + 1
    var isAfterQuote = false
    while true {
      let count = try source.read(at: place, into: piece.base, count: piece.capacity)
      if count == 0 { return isAfterQuote ? nil : .neverCloses }
      let text = piece.base.assumingMemoryBound(to: UInt8.self)
      for i in 0..<count {
        let byte = text[i]
        if isAfterQuote {
          if byte == delimiter || byte == BlockFeed.lf || byte == BlockFeed.cr {
            cellEnd = place + i
            return nil
          }
          if byte != BlockFeed.quote { return .closesBeforeText }
          isAfterQuote = false
        } else if byte == BlockFeed.quote {
          isAfterQuote = true
        }
      }
      place += count
    }
  }
}
