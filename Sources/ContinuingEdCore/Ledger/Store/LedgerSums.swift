import Dispatch
import Synchronization

/// Holds the bytes of a ledger's files to the sums that the journal's lines carry.
struct LedgerSums {
  let snapshot: LedgerSnapshot
  let stretches: [LedgerFile: [FileStretch]]

  private static let pieceSize = 1 << 20

  /// The first file in which bytes changed, came or went; nil if none did.
  func firstFault() throws(LedgerFailure) -> LedgerFault? {
    let files = Set(stretches.keys).union(snapshot.lengths.keys).subtracting([.journal, .seals]).sorted()
    for file in files {
      if let fault = try lengthFault(file) { return fault }
    }
    let sums = try self.sums(files)
    for (file, found) in zip(files, sums) where found != stretches[file, default: []].map(\.stretch.sum) {
      return try StretchSearch(self, file).faults().first
    }
    return nil
  }

  /// Everything that changed in a file.
  func faults(_ file: LedgerFile) throws(LedgerFailure) -> [LedgerFault] {
    if let fault = try headerFault(file) ?? strangeFault(file) { return [fault] }
    if try lengthFault(file) == nil, try sums([file]) == [stretches[file, default: []].map(\.stretch.sum)] {
      return []
    }
    return try StretchSearch(self, file).faults()
  }

  /// The offset of the first byte of each stretch of a file, and that behind the last.
  func offsets(_ file: LedgerFile) -> [Int] {
    var offsets = [file.header(format: snapshot.format).count]
    for stretch in stretches[file, default: []] {
      offsets.append(offsets[offsets.count - 1] + stretch.stretch.bytes)
    }
    return offsets
  }

  /// What is wrong with a file as a whole.
  private func lengthFault(_ file: LedgerFile) throws(LedgerFailure) -> LedgerFault? {
    if let fault = try headerFault(file) { return fault }
    let expected = offsets(file).last ?? 0
    if snapshot.lengths[file] != expected { return try StretchSearch(self, file).faults().first }
    return strangeFault(file)
  }

  /// A year without entries of which the journal tells nothing.
  private func strangeFault(_ file: LedgerFile) -> LedgerFault? {
    if file == .people || !stretches[file, default: []].isEmpty { return nil }
    if snapshot.lengths[file] != offsets(file).last { return nil }
    return LedgerFault(snapshot.path(of: file), line: 1, .strangeFile)
  }

  /// What is wrong with the beginning of a file.
  func headerFault(_ file: LedgerFile) throws(LedgerFailure) -> LedgerFault? {
    let path = snapshot.path(of: file)
    guard let length = snapshot.lengths[file] else { return LedgerFault(path, line: 1, .missingFile) }
    let header = file.header(format: snapshot.format)
    guard let top = try FileReads.bytes(path, length: min(length, header.count + 4)) else {
      return LedgerFault(path, line: 1, .missingFile)
    }
    return LedgerTable.headerFault(top, header, path)
  }

  /// A piece of a file that is summed at a time.
  private struct Piece {
    var file: Int
    var range: Range<Int>
  }

  /// The sums of the stretches of some files, made on several threads.
  private func sums(_ files: [LedgerFile]) throws(LedgerFailure) -> [[UInt64]] {
    var pieces: [Piece] = []
    for (index, file) in files.enumerated() {
      let end = min(offsets(file).last ?? 0, snapshot.lengths[file] ?? 0)
      var start = file.header(format: snapshot.format).count
      while start < end {
        pieces.append(Piece(file: index, range: start..<min(end, start + LedgerSums.pieceSize)))
        start += LedgerSums.pieceSize
      }
    }
    let collectors = files.map { StretchSums(offsets: offsets($0)) }
    let failure = Mutex<LedgerFailure?>(nil)
    let next = Atomic(0)
    let total = Mutex(collectors)
    let list = pieces
    DispatchQueue.concurrentPerform(iterations: pieces.count < 4 ? 1 : 2) { _ in
      var own = collectors
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < list.count, failure.withLock({ $0 == nil }) else { break }
        let piece = list[index]
        do throws(LedgerFailure) {
          let path = snapshot.path(of: files[piece.file])
          let bytes = try FileReads.bytes(path, length: piece.range.count, from: piece.range.lowerBound) ?? []
          bytes.withUnsafeBytes { own[piece.file].add($0, at: piece.range.lowerBound) }
        } catch {
          failure.withLock { $0 = error }
        }
      }
      total.withLock { all in
        for place in all.indices { all[place].add(own[place]) }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return total.withLock { $0.map(\.sums) }
  }
}
