// TitleApplications: Years judged without a rule set. Their hours are the declared ones.

/// What decides whether a row of a year without a rule set counts: all of it of the application year's rule set.
struct DeclaredTerms {
  let rules: RuleSet
  /// The last day on which an entry may end.
  let cutoff: TitleCutoff?
  /// The last day of make-up study; nil where the notice closes none.
  private let makeUpEnds: Day?
  /// The rows that wait because another one is probably the same activity.
  private var waiting: Set<ActivityTwins.Row> = []

  init(rules: RuleSet, cutoff: TitleCutoff?) {
    (self.rules, self.cutoff) = (rules, cutoff)
    makeUpEnds = rules.makeUpEnds
  }

  /// Finds the rows that wait because another one that counts is probably the same activity.
  mutating func findTwins(_ twins: ActivityTwins, _ rows: UnsafeBufferPointer<PackedEntry>) {
    var standings: [ActivityTwins.Row: ActivityTwins.Standing] = [:]
    for row in rows where row.marks.contains(.twin) && !row.marks.contains(.unusable) {
      guard let year = row.singleYear, rejection(of: row, in: year) == nil else { continue }
      standings[ActivityTwins.Row(file: row.file, line: row.line)] = ActivityTwins.Standing(
        isFinal: row.hasReached(finalStep), days: row.effectiveDays)
    }
    var found: Set<ActivityTwins.Row> = []
    twins.forEachWaiting({ standings[$0] }, { found.insert($0) })
    waiting = found
  }

  /// What becomes of a usable row in a credit year. Nothing but a rejection is final: whether a row lies within audited
  /// hours shows when all are known.
  @inline(__always)
  func rejection(of row: PackedEntry, in year: Int) -> LossReason? {
    if row.marks.contains(.duplicate) { return .duplicate }
    if row.status == .rejected { return .reviewRejected }
    if row.result == .failed { return .notPassed }
    guard let category = row.category, category != .annual, category != .leave,
      let end = row.effectiveEnd
    else { return nil }
    if let cutoff, category != .transfer {
      // An assignment is cut: it is too late if nothing is left of it.
      let last = category == .assignment ? firstDay(of: row, in: year) ?? end : end
      if last > cutoff.day { return .afterReviewCutoff }
    }
    if let makeUpEnds, category != .assignment, end > makeUpEnds, year < end.year {
      return .makeupClosed
    }
    return nil
  }

  /// The first day of an assignment in a year; with a year of its own, the first that it has.
  private func firstDay(of row: PackedEntry, in year: Int) -> Day? {
    guard let start = row.effectiveStart else { return nil }
    return row.year == nil ? max(start, .first(of: year)) : start
  }

  /// Whether a row that is not rejected waits for its review.
  @inline(__always)
  func waits(_ row: PackedEntry) -> Bool {
    if !waiting.isEmpty, waiting.contains(ActivityTwins.Row(file: row.file, line: row.line)) { return true }
    return row.hasReached(.declared) && !row.hasReached(finalStep)
  }

  /// The last step of review.
  private var finalStep: ReviewStatus { rules.finalReview.step }

  /// The clause that a rejection rests on; nil where the review date alone is the last day.
  func clause(of reason: LossReason) -> ClauseID? {
    switch reason {
    case .duplicate: rules.grounds.duplicate
    case .reviewRejected: rules.grounds.reviewRejected
    case .afterReviewCutoff: cutoff?.clause
    case .makeupClosed: rules.makeUpClause
    default: rules.grounds.notPassed
    }
  }
}

/// The rows of one year without a rule set, added up.
struct DeclaredYear {
  private(set) var `public` = Sums()
  private(set) var professional = Sums()
  private(set) var hasAssignment = false
  private(set) var hasLeave = false
  private(set) var lacksHours = false

  /// The hours of one subject.
  struct Sums {
    /// Of `annual` entries, confirmed and waiting.
    private var audited = (confirmed: Hours.zero, waiting: Hours.zero)
    private(set) var hasAudited = false
    private var hasConfirmedAudit = false
    /// Of entries that end by the end of the year, or have no date.
    private var within = (confirmed: Hours.zero, waiting: Hours.zero)
    private(set) var hasWithin = false
    /// Of make-up study: entries that end after the year.
    private var added = (confirmed: Hours.zero, waiting: Hours.zero)

    @inline(__always)
    mutating func addAudited(_ hours: Hours, waits: Bool) {
      hasAudited = true
      if waits {
        audited.waiting += hours
      } else {
        hasConfirmedAudit = true
        audited.confirmed += hours
      }
    }

    @inline(__always)
    mutating func add(_ hours: Hours, waits: Bool, endsLater: Bool) {
      if endsLater {
        if waits { added.waiting += hours } else { added.confirmed += hours }
      } else {
        hasWithin = true
        if waits { within.waiting += hours } else { within.confirmed += hours }
      }
    }

    /// The audited hours stand, and others lie within them; a sum that waits covers nothing yet.
    var credited: Hours { (hasConfirmedAudit ? audited.confirmed : within.confirmed) + added.confirmed }

    /// The same once all that waits is approved; never less than `credited`.
    var ifApproved: Hours {
      let base =
        hasAudited ? audited.confirmed + audited.waiting : within.confirmed + within.waiting
      return max(credited, base + added.confirmed + added.waiting)
    }
  }

  /// Adds a usable row of the year.
  @inline(__always)
  mutating func add(_ row: PackedEntry, in year: Int, _ terms: DeclaredTerms) {
    if terms.rejection(of: row, in: year) != nil { return }
    switch row.category {
    case .leave: hasLeave = true
    case .assignment: hasAssignment = true
    default:
      let hours = row.hours
      if hours == nil { lacksHours = true }
      let isPublic = row.effectiveSubject == .public
      let waits = terms.waits(row)
      if row.category == .annual {
        if isPublic {
          `public`.addAudited(hours ?? .zero, waits: waits)
        } else {
          professional.addAudited(hours ?? .zero, waits: waits)
        }
        return
      }
      let endsLater = row.effectiveEnd.map { $0 > .last(of: year) } ?? false
      if isPublic {
        `public`.add(hours ?? .zero, waits: waits, endsLater: endsLater)
      } else {
        professional.add(hours ?? .zero, waits: waits, endsLater: endsLater)
      }
    }
  }

  /// Confirmed hours.
  var credited: SubjectHours {
    var hours = SubjectHours()
    (hours.public, hours.professional) = (`public`.credited, professional.credited)
    return hours
  }

  /// Confirmed and waiting hours.
  var ifApproved: SubjectHours {
    var hours = SubjectHours()
    (hours.public, hours.professional) = (`public`.ifApproved, professional.ifApproved)
    return hours
  }

  /// Whether entries lie within audited hours of their subject.
  var hasAnnualAndEntries: Bool {
    `public`.hasAudited && `public`.hasWithin || professional.hasAudited && professional.hasWithin
  }

  /// What became of a row, for whoever wants to see each.
  func row(_ entry: Int, _ row: PackedEntry, in year: Int, _ terms: DeclaredTerms) -> TitleRow {
    let spans = row.category?.spansYears == true
    var shown = TitleRow(
      entry: entry, subject: spans ? nil : row.effectiveSubject, declared: row.hours ?? .zero,
      standing: .counts, waits: false)
    if let reason = terms.rejection(of: row, in: year) {
      shown.standing = .rejected(reason, terms.clause(of: reason))
      return shown
    }
    if spans {
      shown.standing = .notJudged
      return shown
    }
    shown.waits = terms.waits(row)
    let sums = shown.subject == .public ? `public` : professional
    if row.category == .annual {
      shown.standing = .audited
    } else if sums.hasAudited, row.effectiveEnd.map({ $0 <= .last(of: year) }) ?? true {
      shown.standing = .withinAudited
    }
    return shown
  }
}
