/// Finds what somebody probably meant: the nearest of a list of words.
package enum NearMatch {
  /// The candidate that `text` is nearest to, ignoring ASCII case, or nil if none is near: at most one slip for
  /// three or four characters, two for up to eight, and a third of the length beyond. The first of equals wins.
  package static func nearest(to text: String, in candidates: some Sequence<String>) -> String? {
    let wanted = folded(text)
    if wanted.isEmpty || wanted.count > 64 { return nil }
    var best: (word: String, slips: Int)?
    for candidate in candidates {
      let other = folded(candidate)
      let length = max(wanted.count, other.count)
      let allowed = length < 3 ? 0 : length <= 4 ? 1 : length <= 8 ? 2 : length / 3
      guard abs(wanted.count - other.count) <= allowed else { continue }
      let slips = distance(wanted, other)
      if slips <= allowed, slips < best?.slips ?? .max { best = (candidate, slips) }
    }
    return best?.word
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two texts.
  package static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      current.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[b.count]
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      scalar.value >= 65 && scalar.value <= 90 ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar
    }
  }
}
