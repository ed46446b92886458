/// How alike two words are: what a suggestion is made of.
///
/// Chinese words are short, so that one changed character often makes another word (性别, 类别): the shorter a word, the
/// less may differ.
struct Nearness {
  /// A word taken apart once, to be compared often.
  struct Word: Sendable {
    let scalars: [UInt32]
    /// One bit for each character, several to a bit: words without a common bit have no common character.
    let signature: UInt64
    let isASCII: Bool

    init(_ text: String) {
      var scalars: [UInt32] = []
      var signature: UInt64 = 0
      var isASCII = true
      for scalar in text.unicodeScalars {
        scalars.append(scalar.value)
        signature |= 1 << UInt64(scalar.value & 63)
        isASCII = isASCII && scalar.value < 0x80
      }
      self.scalars = scalars
      self.signature = signature
      self.isASCII = isASCII
    }

    /// 不, 未, 没, 非: a word that denies something is no near miss of one that does not.
    var denies: Bool { scalars.contains { [0x4E0D, 0x672A, 0x6CA1, 0x975E].contains($0) } }
  }

  /// The longest text, in characters, that is compared.
  static let longest = 32

  /// The smallest number of characters to insert, delete, change or swap with their neighbour; nil above `limit`.
  static func distance(_ a: Word, _ b: Word, limit: Int) -> Int? {
    let (a, b) = (a.scalars, b.scalars)
    if abs(a.count - b.count) > limit { return nil }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 0..<a.count {
      row[0] = i + 1
      var smallest = row[0]
      for j in 0..<b.count {
        var cost = min(last[j + 1], row[j]) + 1
        cost = min(cost, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row[j + 1] = cost
        smallest = min(smallest, cost)
      }
      if smallest > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    let distance = last[b.count]
    return distance <= limit ? distance : nil
  }

  /// Whether `inner` is part of `outer` and at least half of it.
  static func isMostOf(_ outer: Word, _ inner: Word) -> Bool {
    let (outer, inner) = (outer.scalars, inner.scalars)
    guard inner.count * 2 >= outer.count, inner.count <= outer.count, let first = inner.first else {
      return false
    }
    for start in 0...(outer.count - inner.count) where outer[start] == first {
      if outer[start..<(start + inner.count)].elementsEqual(inner) { return true }
    }
    return false
  }
}
