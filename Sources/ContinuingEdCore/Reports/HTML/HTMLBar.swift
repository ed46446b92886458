/// Bars as inline SVG, which paper prints where it leaves out backgrounds, each with a name that says what it shows.
enum HTMLBar {
  /// A bar of what is done, what would come to it, and what is then still missing, in parts of 1,000.
  static func progress(done: Int, waiting: Int, name: String) -> String {
    var bar = open(name) + #"<rect class="x" width="1000" height="10"/>"#
    if waiting > 0 { bar += #"<rect class="w" x="\#(done)" width="\#(waiting)" height="10"/>"# }
    if done > 0 { bar += #"<rect class="d" width="\#(done)" height="10"/>"# }
    return bar + "</svg>"
  }

  /// A bar that is divided among parts, each with the class of its fill.
  static func shares(_ parts: [(amount: Int, kind: String)], name: String) -> String {
    let whole = parts.reduce(0) { $0 + $1.amount }
    var bar = open(name) + #"<rect class="x" width="1000" height="10"/>"#
    var before = 0
    for part in parts where part.amount > 0 {
      let (start, end) = (before * 1000 / whole, (before + part.amount) * 1000 / whole)
      bar += #"<rect class="s \#(part.kind)" x="\#(start)" width="\#(end - start)" height="10"/>"#
      before += part.amount
    }
    return bar + "</svg>"
  }

  private static func open(_ name: String) -> String {
    #"<svg class="b" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="\#(ShownText.html(name))">"#
  }
}
