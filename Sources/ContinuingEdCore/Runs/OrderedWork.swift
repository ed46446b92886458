import Dispatch
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
    count: Int, threads: Int = ImportOptions.cores, makeWorker: () -> Worker,
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
    let line = ResultLine<Result>(places: threads * 8, ranges: ranges)
    let group = DispatchGroup()
    // The workers are done before this returns, so `work` does not outlive it.
    try withoutActuallyEscaping(work) { (work) throws(Failure) in
      for thread in 0..<threads {
        DispatchQueue.global(qos: .userInitiated).async(group: group) {
          while let index = line.next() {
            let items = index * rangeSize..<min(count, (index + 1) * rangeSize)
            line.put(index, workers.with(thread) { work(&$0, items) })
          }
        }
      }
      defer {
        line.stop(threads)
        group.wait()
      }
      for index in 0..<ranges {
        guard let result = line.take(index) else { continue }
        if try !take(result) { return }
      }
    }
  }

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

  /// Results on their way from the workers to the one who takes them in order. It has so many places; a range is
  /// begun only when there is one for its result, so that workers go on while results are taken, and no further.
  private final class ResultLine<Result>: @unchecked Sendable {
    private let places: Int
    private let ranges: Int
    private let slots: UnsafeMutableBufferPointer<Result?>
    /// For each place whether a result lies there.
    private let filled: [DispatchSemaphore]
    private let free: DispatchSemaphore
    private let begun = Atomic<Int>(0)

    init(places: Int, ranges: Int) {
      (self.places, self.ranges) = (places, ranges)
      slots = .allocate(capacity: places)
      slots.initialize(repeating: nil)
      filled = (0..<places).map { _ in DispatchSemaphore(value: 0) }
      free = DispatchSemaphore(value: 0)
      for _ in 0..<places { free.signal() }
    }

    deinit {
      slots.deinitialize()
      slots.deallocate()
    }

    /// The next range to work on, when there is a place for it; nil when none is left.
    func next() -> Int? {
      free.wait()
      let index = begun.add(1, ordering: .relaxed).oldValue
      return index < ranges ? index : nil
    }

    func put(_ index: Int, _ result: Result) {
      slots[index % places] = result
      filled[index % places].signal()
    }

    /// Waits for the result of a range.
    func take(_ index: Int) -> Result? {
      filled[index % places].wait()
      defer {
        slots[index % places] = nil
        free.signal()
      }
      return slots[index % places]
    }

    /// Begins no further range, and lets so many who wait for a place go.
    func stop(_ waiting: Int) {
      begun.store(ranges, ordering: .relaxed)
      for _ in 0..<waiting { free.signal() }
    }
  }
}
