/// Hours that were lost, by reason, in the order of the article Judging; a reason may be there with no hours.
package struct LossSums: Hashable, Sendable {
  private var reasons: UInt32 = 0
  private var hundredths = SIMD32<Int64>.zero

  /// Nothing lost.
  package init() {}

  /// Whether nothing was lost for any reason.
  package var isEmpty: Bool { reasons == 0 }

  /// The reasons for which something was lost, each with the hours.
  package var all: [(reason: LossReason, hours: Hours)] {
    var all: [(reason: LossReason, hours: Hours)] = []
    visit { all.append(($0, $1)) }
    return all
  }

  /// Calls `body` with each reason for which something was lost, and the hours.
  @inline(__always)
  func visit(_ body: (LossReason, Hours) -> Void) {
    var rest = reasons
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest &- 1
      guard let reason = LossReason(rawValue: UInt8(place)) else { continue }
      body(reason, Hours(inHundredths: Int(hundredths[place])))
    }
  }

  @inline(__always)
  mutating func add(_ hours: Hours, _ reason: LossReason) {
    reasons |= 1 &<< UInt32(reason.rawValue)
    hundredths[Int(reason.rawValue & 31)] &+= Int64(hours.hundredths)
  }

  mutating func add(_ other: LossSums) {
    reasons |= other.reasons
    hundredths &+= other.hundredths
  }
}
