import Dispatch
import Glibc
import Synchronization

/// Work on a long list in ranges, on all cores, with results taken in the list's order and a bounded number of them
/// in memory.
enum OrderedWork {
  /// Items that one worker takes at a time.
  static let rangeSize = 256

  /// Calls `work` for ranges that make up `0..<count` and `take` with each result, in order, on this thread.
  /// `makeWorker` is called once for each thread, whose state `work` may change. Ends early when `take` says false or
  /// throws.
  static func run<Worker, Result: Sendable, Failure: Error>(
    count: Int, threads: Int = cores, makeWorker: () -> Worker,
    work: @Sendable (inout Worker, Range<Int>) -> Result, take: (Result) throws(Failure) -> Bool
  ) throws(Failure) {
    let ranges = (count + rangeSize - 1) / rangeSize
    func range(_ index: Int) -> Range<Int> { index * rangeSize..<min(count, (index + 1) * rangeSize) }
    if ranges <= 1 || threads < 2 {
      var worker = makeWorker()
      for index in 0..<ranges {
        if try !take(work(&worker, range(index))) { return }
      }
      return
    }
    let workers = Workers((0..<threads).map { _ in makeWorker() })
    let inRound = threads * 8
    var first = 0
    while first < ranges {
      let round = first..<min(ranges, first + inRound)
      let results = Results<Result>(count: round.count)
      let next = Atomic<Int>(0)
      DispatchQueue.concurrentPerform(iterations: min(threads, round.count)) { thread in
        while true {
          let place = next.add(1, ordering: .relaxed).oldValue
          if place >= round.count { return }
          let index = round.lowerBound + place
          let items = index * rangeSize..<min(count, (index + 1) * rangeSize)
          results.set(place, workers.with(thread) { work(&$0, items) })
        }
      }
      for place in 0..<round.count {
        guard let result = results.take(place) else { continue }
        if try !take(result) { return }
      }
      first = round.upperBound
    }
  }

  /// The threads to use.
  static let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// One state a thread: thread i of a round uses only the i-th.
  private final class Workers<Worker>: @unchecked Sendable {
    private let workers: UnsafeMutableBufferPointer<Worker>

    init(_ workers: [Worker]) {
      self.workers = .allocate(capacity: workers.count)
      _ = self.workers.initialize(from: workers)
    }

    deinit {
      workers.deinitialize()
      workers.deallocate()
    }

    func with<R>(_ thread: Int, _ body: (inout Worker) -> R) -> R { body(&workers[thread]) }
  }

  /// A slot a range: each is written by one thread and read when all are done.
  private final class Results<Result>: @unchecked Sendable {
    private let slots: UnsafeMutableBufferPointer<Result?>

    init(count: Int) {
      slots = .allocate(capacity: count)
      slots.initialize(repeating: nil)
    }

    deinit {
      slots.deinitialize()
      slots.deallocate()
    }

    func set(_ place: Int, _ result: Result) { slots[place] = result }

    func take(_ place: Int) -> Result? {
      defer { slots[place] = nil }
      return slots[place]
    }
  }
}
