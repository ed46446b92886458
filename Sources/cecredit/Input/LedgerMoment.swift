import ContinuingEdCore
import Glibc

/// When a change was made and by whom, as the journal keeps it.
struct LedgerMoment {
  let when: String
  let who: String

  /// What `--at` and `--by` say, else now and the user.
  init(_ arguments: Arguments) throws(CommandError) {
    who =
      try arguments.line(.by) ?? arguments.remembered[.by]?.value
      ?? String(HiddenText.escaped(LedgerMoment.user()).prefix(200))
    guard let text = arguments[.at] else {
      when = LedgerMoment.now()
      return
    }
    guard LedgerMoment.isTime(text) else {
      throw .usage(
        Words(
          "--at 应如 2023-07-01 或 2023-07-01T09:30:00+08:00，而不是“\(text)”",
          "--at is as 2023-07-01 or 2023-07-01T09:30:00+08:00, and not \"\(text)\""))
    }
    when = text
  }

  /// Who changes a ledger, and when.
  var actor: LedgerActor { LedgerActor(when: when, who: who) }

  /// ISO 8601: a day, and perhaps `T`, a time of day and `Z` or the distance from UTC.
  static func isTime(_ text: String) -> Bool {
    guard Day(iso: String(text.prefix(10))) != nil else { return false }
    let rest = Array(text.utf8.dropFirst(10))
    if rest.isEmpty { return true }
    guard rest.count >= 10, matches(rest[..<9], "T00:00:00"), number(rest, 1) < 24, number(rest, 4) < 60,
      number(rest, 7) < 61
    else { return false }
    if rest.count == 10 { return rest[9] == UInt8(ascii: "Z") }
    guard rest.count == 15, rest[9] == UInt8(ascii: "+") || rest[9] == UInt8(ascii: "-") else { return false }
    return matches(rest[10...], "00:00") && number(rest, 10) < 15 && number(rest, 13) < 60
  }

  /// Whether bytes look like a pattern, in which 0 stands for any digit.
  private static func matches(_ bytes: ArraySlice<UInt8>, _ pattern: StaticString) -> Bool {
    bytes.count == pattern.utf8CodeUnitCount
      && zip(bytes, UnsafeBufferPointer(start: pattern.utf8Start, count: bytes.count)).allSatisfy {
        $1 == UInt8(ascii: "0") ? 48...57 ~= $0 : $0 == $1
      }
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
    Int(bytes[place] &- 48) * 10 + Int(bytes[place + 1] &- 48)
  }

  /// Now, by the clock and the zone of the machine, as `2023-07-01T09:30:00+08:00`.
  private static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 64)
    // The distance from UTC is without its colon.
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S%z", &parts)
    let written = String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return written.dropLast(2) + ":" + written.suffix(2)
  }

  /// The name of the user who runs the program; the number where there is no name.
  private static func user() -> String {
    if let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name { return String(cString: name) }
    return "uid \(geteuid())"
  }
}
