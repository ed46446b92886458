/// Finds the listed platform that a text names (Judging: Platforms).
struct PlatformMatcher {
  private struct Names {
    var contained: [[UInt8]]
    var short: [[UInt8]]
    var hosts: [HostFamily]
  }
  private let names: [Names]

  init(_ platforms: [RuleSet.Platform]) {
    names = platforms.map { platform in
      Names(
        contained: ([platform.name] + platform.otherNames).map(PlainText.normalized),
        short: platform.shortNames.map(PlainText.normalized), hosts: platform.hosts.map(HostFamily.init))
    }
  }

  /// The platform, by its place in the list: the first of which the text contains a name or a host, or equals a
  /// short name.
  func platform(namedBy text: UnsafeRawBufferPointer) -> Int? {
    platform(namedByPlain: PlainText.normalized(text))
  }

  /// The same for a text that is normalised already.
  func platform(namedByPlain text: [UInt8]) -> Int? {
    names.firstIndex { names in
      names.contained.contains { PlainText.contains(text, $0) } || names.short.contains(text)
        || names.hosts.contains { $0.isNamed(in: text) }
    }
  }
}

/// A host and those that stand for the same platform: the portals of one provider differ in the labels between the
/// first and the last ones, or in what follows the first label behind a hyphen.
struct HostFamily {
  private let host: [UInt8]
  /// The first label; nil where the host is a number, or has no label before the last ones.
  private let first: [UInt8]?
  /// The last labels, with the point before them.
  private let tail: [UInt8]

  /// Second-level domains under which names are given out, so that three labels tell whose it is.
  private static let threeLabels = ["com.cn", "net.cn", "org.cn"]

  init(_ host: String) {
    self.host = PlainText.normalized(host)
    let labels = String(decoding: self.host, as: UTF8.self).split(
      separator: ".", omittingEmptySubsequences: false)
    let isNumber = labels.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    let last = HostFamily.threeLabels.contains(labels.suffix(2).joined(separator: ".")) ? 3 : 2
    first = isNumber || labels.count <= last ? nil : Array(labels[0].utf8)
    tail = Array(("." + labels.suffix(last).joined(separator: ".")).utf8)
  }

  /// Whether a normalised text has the host, or one of its family, as a whole.
  func isNamed(in text: [UInt8]) -> Bool {
    if HostFamily.places(of: host, in: text).contains(where: { start in
      (start == 0 || !HostFamily.isOfLabel(text[start - 1])) && HostFamily.ends(text, at: start + host.count)
    }) {
      return true
    }
    guard let first else { return false }
    return HostFamily.places(of: tail, in: text).contains { start in
      HostFamily.ends(text, at: start + tail.count) && hasFirstLabel(first, text, before: start)
    }
  }

  /// Whether one of the labels that end at a place is the first one, perhaps with a hyphen and more behind it.
  private func hasFirstLabel(_ first: [UInt8], _ text: [UInt8], before end: Int) -> Bool {
    var end = end
    while true {
      var start = end
      while start > 0, HostFamily.isOfLabel(text[start - 1]) { start -= 1 }
      if start == end { return false }
      let label = text[start..<end]
      if label.starts(with: first), label.count == first.count || label[start + first.count] == 0x2D {
        return true
      }
      if start == 0 || text[start - 1] != 0x2E { return false }
      end = start - 1
    }
  }

  /// Whether no further label, and no more of the last one, follows.
  private static func ends(_ text: [UInt8], at place: Int) -> Bool {
    if place == text.count { return true }
    if isOfLabel(text[place]) { return false }
    return text[place] != 0x2E || place + 1 == text.count || !isOfLabel(text[place + 1])
  }

  private static func isOfLabel(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == 0x2D
  }

  private static func places(of needle: [UInt8], in text: [UInt8]) -> [Int] {
    if needle.isEmpty || needle.count > text.count { return [] }
    return (0...(text.count - needle.count)).filter { text[$0...].starts(with: needle) }
  }
}
