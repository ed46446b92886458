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
    /// What it says, as far as that must not change.
    private(set) var sense: Sense

    init(_ text: String) { self.init(Array(text.unicodeScalars)) }

    /// A name for something that also has a plainer one: it says what both say.
    init(_ text: String, meaning plain: String) {
      self.init(text)
      sense = sense.joined(with: Sense(plain))
    }

    init(_ scalars: [Unicode.Scalar]) {
      var signature: UInt64 = 0
      var isASCII = true
      for scalar in scalars {
        signature |= 1 << UInt64(scalar.value & 63)
        isASCII = isASCII && scalar.value < 0x80
      }
      self.scalars = scalars
      self.signature = signature
      self.isASCII = isASCII
      sense = Sense(String(String.UnicodeScalarView(scalars)))
    }

    /// Whether somebody who typed this word may have meant another one: never its opposite.
    func mayMean(_ other: Word) -> Bool { sense.agrees(with: other.sense) }
  }

  /// What a suggestion must never turn into its opposite: whether a word denies or tells of what is not over, whether of a
  /// start or an end, of a first or a last step of review.
  struct Sense: Sendable {
    private var denies: Bool
    private var starts: Bool
    private var ends: Bool
    private var isFirstStep: Bool
    private var isLastStep: Bool

    init(_ text: String) {
      func has(_ parts: [String]) -> Bool { parts.contains { text.contains($0) } }
      denies = has(["不", "未", "没", "非", "无", "缺", "否", "中", "待", "免", "补", "fail", "reject"])
      starts = has(["起", "始", "入职", "到岗", "调入", "start", "begin", "from"])
      ends = has(["止", "终", "结束", "截", "完成", "离", "退休", "调出", "end", "finish", "until"])
      isFirstStep = has(["初", "待", "申报", "核", "查", "单位", "部门", "提交", "上报", "declared", "unit", "department"])
      isLastStep = has(["验", "终", "最后", "verified"])
    }

    func joined(with other: Sense) -> Sense {
      var both = self
      both.denies = denies || other.denies
      both.starts = starts || other.starts
      both.ends = ends || other.ends
      both.isFirstStep = isFirstStep || other.isFirstStep
      both.isLastStep = isLastStep || other.isLastStep
      return both
    }

    func agrees(with other: Sense) -> Bool {
      if denies != other.denies { return false }
      if (starts && other.ends && !other.starts) || (ends && other.starts && !other.ends) { return false }
      return !(isFirstStep && other.isLastStep && !other.isFirstStep)
        && !(isLastStep && other.isFirstStep && !other.isLastStep)
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
