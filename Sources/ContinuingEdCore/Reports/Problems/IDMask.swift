/// IDs as people see them (CONTRACT §5): the first 4 and the last 4 characters are kept.
public enum IDMask {
  /// An ID with a `*` for each character between the first 4 and the last 4; one of up to 8 has none between.
  public static func masked(_ id: String) -> String {
    let hidden = id.count - 8
    if hidden <= 0 { return id }
    return id.prefix(4) + String(repeating: "*", count: hidden) + id.suffix(4)
  }

  /// An ID as it is: what machine formats carry.
  public static func whole(_ id: String) -> String { id }
}
