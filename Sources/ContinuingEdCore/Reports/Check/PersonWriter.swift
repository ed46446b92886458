/// Writes one person after another into a buffer; one value a thread, so that it may keep what it has made.
protocol PersonWriter: SendableMetatype {
  /// Whether it shows entries, which cost the most to judge.
  static var needsDetail: Bool { get }
  /// Adds the person with this index in ``Records/people``.
  mutating func write(_ person: Int, _ judgement: PersonJudgement, into buffer: inout ByteBuffer)
}

extension CheckRun {
  /// Judges and writes everyone at these places, in order and on all cores. `take` gets the bytes piece by piece and
  /// says whether it wants more; when it does not, the rest is judged and not written, so that the summary holds.
  func write<Writer: PersonWriter, Failure: Error>(
    _ order: PeopleOrder, audits: Bool = false, makeWriter: () -> Writer,
    take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> CheckSummary {
    var summary = CheckSummary()
    var written = 0
    let needsDetail = Writer.needsDetail
    try OrderedWork.run(
      count: order.count, makeWorker: { (makeWriter(), evaluator(audits: audits)) },
      work: { worker, places -> (ByteBuffer, CheckSummary, Int) in
        var buffer = ByteBuffer(capacity: places.count * (needsDetail ? 4096 : 160))
        var part = CheckSummary()
        for place in places {
          let person = order.person(at: place, of: self)
          let judgement = worker.1.judge(person, detail: needsDetail)
          part.count(judgement, rows: worker.1.judgedRows)
          worker.0.write(person, judgement, into: &buffer)
        }
        part.take(worker.1)
        return (buffer, part, places.upperBound)
      },
      take: { (result: (ByteBuffer, CheckSummary, Int)) throws(Failure) -> Bool in
        summary.add(result.1)
        written = result.2
        return try take(result.0)
      })
    if written < order.count { summary.add(tally(order, from: written)) }
    if audits { finish(&summary) }
    return summary
  }

  /// Judges everyone without writing anything.
  package func tally() -> CheckSummary {
    var summary = tally(.asGiven(count), from: 0)
    finish(&summary)
    return summary
  }

  private func tally(_ order: PeopleOrder, from start: Int) -> CheckSummary {
    var summary = CheckSummary()
    OrderedWork.run(
      count: order.count - start, makeWorker: { evaluator(audits: true) },
      work: { evaluator, places -> CheckSummary in
        var part = CheckSummary()
        for place in places {
          let judgement = evaluator.judge(order.person(at: start + place, of: self), detail: false)
          part.count(judgement, rows: evaluator.judgedRows)
        }
        part.take(evaluator)
        return part
      },
      take: { (part: CheckSummary) throws(Never) -> Bool in
        summary.add(part)
        return true
      })
    return summary
  }
}

/// In which order people are written.
enum PeopleOrder: Sendable {
  /// That of the run.
  case asGiven(Int)
  /// Places of the run in another order.
  case places([Int])

  var count: Int {
    switch self {
    case .asGiven(let count): count
    case .places(let places): places.count
    }
  }

  func person(at place: Int, of run: CheckRun) -> Int {
    switch self {
    case .asGiven: run.person(at: place)
    case .places(let places): run.person(at: places[place])
    }
  }
}
