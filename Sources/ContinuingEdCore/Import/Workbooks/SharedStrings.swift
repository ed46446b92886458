/// The strings that cells refer to by number, each kept once, encoded as it will stand in ``SheetText``.
final class SharedStrings {
  /// Chunks of memory; a string lies in one.
  private var chunks: [UnsafeMutableRawPointer] = []
  private var free = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  /// Where each string lies: four bytes of length, then its own.
  private var places: [UnsafeRawPointer] = []

  private static let chunkSize = 1 << 20

  init() {}

  deinit { for chunk in chunks { chunk.deallocate() } }

  var count: Int { places.count }

  /// The encoded text of a string.
  @inline(__always)
  func withoutCheck(_ index: Int) -> UnsafeRawBufferPointer {
    let place = places[index]
    return UnsafeRawBufferPointer(start: place + 4, count: Int(place.loadUnaligned(as: UInt32.self)))
  }

  /// The encoded text of a string; nil where there is none of this number.
  @inline(__always)
  subscript(index: Int) -> UnsafeRawBufferPointer? {
    index >= 0 && index < places.count ? withoutCheck(index) : nil
  }

  /// Adds an encoded text.
  func append(_ text: UnsafeRawBufferPointer) {
    let size = text.count + 4
    if size > free.count {
      let chunkSize = max(size, SharedStrings.chunkSize)
      let chunk = UnsafeMutableRawPointer.allocate(byteCount: chunkSize, alignment: 16)
      chunks.append(chunk)
      free = UnsafeMutableRawBufferPointer(start: chunk, count: chunkSize)
    }
    guard let base = free.baseAddress else { return }
    base.storeBytes(of: UInt32(clamping: text.count), as: UInt32.self)
    if let source = text.baseAddress { (base + 4).copyMemory(from: source, byteCount: text.count) }
    places.append(UnsafeRawPointer(base))
    free = UnsafeMutableRawBufferPointer(rebasing: free[size...])
  }

  /// Reads the part `sharedStrings.xml`.
  func read(_ scanner: XMLScanner) throws(WorkbookFailure) {
    guard try scanner.next(toRoot: "sst") else { throw .damaged(scanner.part) }
    var (text, encoded): ([UInt8], [UInt8]) = ([], [])
    while true {
      switch try scanner.next() {
      case .start:
        if scanner.isNamed("si") {
          text.removeAll(keepingCapacity: true)
          try scanner.appendRichText(to: &text)
          encoded.removeAll(keepingCapacity: true)
          text.withUnsafeBytes { EncodedCell.append($0, to: &encoded) }
          encoded.withUnsafeBytes { append($0) }
        } else {
          try scanner.skipElement()
        }
      case .done: return
      case .end, .text: continue
      }
    }
  }
}

extension XMLScanner {
  /// Goes to the beginning of the root; false if it has another name.
  func next(toRoot name: StaticString) throws(WorkbookFailure) -> Bool {
    while true {
      switch try next() {
      case .start: return isNamed(name)
      case .done: return false
      case .end, .text: continue
      }
    }
  }

  /// Reads to the end of an element that has just begun, `si` or `is`: its own text and that of its runs, with escapes
  /// undone; phonetic text is left out.
  func appendRichText(to target: inout [UInt8]) throws(WorkbookFailure) {
    let outside = depth - 1
    let start = target.count
    while depth > outside {
      switch try next() {
      case .start:
        if isNamed("t") {
          try appendContent(to: &target)
        } else if !isNamed("r") {
          try skipElement()
        }
      case .done: throw .damaged(part)
      case .end, .text: continue
      }
    }
    if EscapedText.isNeeded(target, from: start) { EscapedText.undo(&target, from: start) }
  }

  /// Reads to the end of an element that has just begun and holds text.
  func appendContent(to target: inout [UInt8]) throws(WorkbookFailure) {
    let outside = depth - 1
    while depth > outside {
      switch try next() {
      case .text: try appendText(to: &target)
      case .start: try skipElement()
      case .end: continue
      case .done: throw .damaged(part)
      }
    }
  }
}
