/// Finds the listed platform that a text names.
struct PlatformMatcher {
  private struct Names {
    var contained: [[UInt8]]
    var short: [[UInt8]]
  }
  private let names: [Names]

  init(_ platforms: [RuleSet.Platform]) {
    names = platforms.map { platform in
      Names(
        contained: ([platform.name] + platform.otherNames + platform.hosts).map(PlainText.normalized),
        short: platform.shortNames.map(PlainText.normalized))
    }
  }

  /// The platform, by its place in the list: the first of which the text contains a name or a host, or equals a
  /// short name.
  func platform(namedBy text: UnsafeRawBufferPointer) -> Int? {
    let text = PlainText.normalized(text)
    return names.firstIndex { names in
      names.contained.contains { PlainText.contains(text, $0) } || names.short.contains(text)
    }
  }
}
