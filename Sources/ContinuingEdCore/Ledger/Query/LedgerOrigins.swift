/// Which records of a ledger's files came with which change, as its journal tells.
struct LedgerOrigins {
  /// Records up to a number, behind those of the stretch before, came with one change.
  private struct Stretch {
    var change: Int
    var last: Int
  }

  private var stretches: [LedgerFile: [Stretch]] = [:]
  /// How many records each file must have.
  private(set) var counts: [LedgerFile: Int] = [:]

  /// Adds what a change brought.
  mutating func add(_ added: [LedgerFile: Int], by change: Int) {
    for (file, count) in added {
      let last = counts[file, default: 0] + count
      counts[file] = last
      stretches[file, default: []].append(Stretch(change: change, last: last))
    }
  }

  /// The change that brought a record; nil if none did.
  func change(of number: Int, in file: LedgerFile) -> Int? {
    guard number >= 1, let stretches = stretches[file] else { return nil }
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].last < number { low = middle + 1 } else { high = middle }
    }
    return low < stretches.count ? stretches[low].change : nil
  }
}
