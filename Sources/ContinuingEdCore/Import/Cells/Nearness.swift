/// How alike two words are: what a suggestion is made of.
///
/// Chinese words are short, so that one changed character often makes another word (性别, 类别): the shorter a word, the
/// less may differ.
struct Nearness {
  /// A word taken apart once, to be compared often.
  struct Word: Sendable {
    let scalars: [Unicode.Scalar]
    /// One bit for each character, several to a bit: words without a common bit have no common character.
    let signature: UInt64
    let isASCII: Bool
    /// Whether it has 不, 未, 没 or 非: a word that denies something is no near miss of one that does not.
    let denies: Bool

    init(_ text: String) { self.init(Array(text.unicodeScalars)) }

    init(_ scalars: [Unicode.Scalar]) {
      var signature: UInt64 = 0
      var isASCII = true
      var denies = false
      for scalar in scalars {
        signature |= 1 << UInt64(scalar.value & 63)
        isASCII = isASCII && scalar.value < 0x80
        denies = denies || scalar == "不" || scalar == "未" || scalar == "没" || scalar == "非"
      }
      self.scalars = scalars
      self.signature = signature
      self.isASCII = isASCII
      self.denies = denies
    }
  }

  /// The longest text, in characters, that is compared.
  static let longest = 32

  /// How many characters must be inserted, deleted, changed or swapped with their neighbour; nil above `limit`.
  static func distance(_ a: Word, _ b: Word, limit: Int) -> Int? {
    if abs(a.scalars.count - b.scalars.count) > limit { return nil }
    let distance = NearMatch.distance(a.scalars, b.scalars)
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
