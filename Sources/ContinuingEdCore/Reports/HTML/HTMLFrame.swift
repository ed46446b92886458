/// A page for people (Report): one file that needs nothing else. It makes no request, its own style and script are all
/// that its policy allows, and it reads the same without the script.
///
/// Every report in HTML stands in such a frame: what it shows comes between ``open`` and ``close``.
package struct HTMLFrame: Sendable {
  /// What the page is about, for its heading and the window.
  package var title: String
  /// The language of the page; parts in another one say so themselves.
  package var language: Language
  /// The page's style, as CSS.
  package var style: String
  /// The page's script; nil where it has none.
  package var script: String?

  /// A page with the style that all have, and `more` behind it.
  package init(_ title: String, _ language: Language, style more: String = "", script: String? = nil) {
    self.title = title
    self.language = language
    style = HTMLStyle.page(language) + more
    self.script = script
  }

  /// Everything up to the content of `main`.
  package var open: String {
    """
    <!DOCTYPE html>
    <html lang="\(HTMLFrame.code(language))">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="cecredit">
    <title>\(ShownText.html(title))</title>
    <style>\(style)</style>
    </head>
    <body>
    <main>

    """
  }

  /// Everything behind the content.
  package var close: String {
    "</main>\n" + (script.map { "<script>\($0)</script>\n" } ?? "") + "</body>\n</html>\n"
  }

  /// What the page may do: show itself.
  private var policy: String {
    let run = script.map { "'sha256-\(SHA256.base64(of: $0))'" } ?? "'none'"
    return "default-src 'none'; style-src 'sha256-\(SHA256.base64(of: style))'; script-src \(run); "
      + "base-uri 'none'; form-action 'none'"
  }

  /// The code of a language, as attributes have it.
  package static func code(_ language: Language) -> String { language.pick("zh-CN", "en") }

  /// An attribute for text in Chinese, which notices and names are: none where the page is in Chinese anyway.
  package static func chinese(in language: Language) -> String { language.pick("", " lang=\"zh-CN\"") }

  /// A file's name as an address: what has a meaning in addresses is written as bytes.
  package static func address(_ name: String) -> String {
    var address = ""
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return address
  }
}
