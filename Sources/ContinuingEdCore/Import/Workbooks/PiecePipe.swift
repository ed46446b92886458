import Dispatch
import Synchronization

/// Unpacks a member on a thread of its own, some pieces ahead of who reads them: two cores share the work.
final class PiecePipe: BytePieces {
  private let shared: Shared
  private var holdsPiece = false
  private var place = 0

  /// What both threads see. The semaphores say whose turn a buffer is, so that nothing is touched by both at once.
  private final class Shared: @unchecked Sendable {
    static let depth = 8
    let pieces: ZipMemberPieces
    let buffers = (0..<depth).map { _ in BlockBuffer(capacity: ZipMemberPieces.pieceSize) }
    var results = [Result<Bool, WorkbookFailure>](repeating: .success(false), count: depth)
    let free = DispatchSemaphore(value: 0)
    let filled = DispatchSemaphore(value: 0)
    let done = DispatchSemaphore(value: 0)
    let isStopped = Atomic(false)

    init(_ pieces: ZipMemberPieces) { self.pieces = pieces }

    func run() {
      var place = 0
      var goesOn = true
      while goesOn {
        free.wait()
        if isStopped.load(ordering: .acquiring) { break }
        do throws(WorkbookFailure) {
          goesOn = try pieces.next(into: buffers[place]) != nil
          results[place] = .success(goesOn)
        } catch {
          results[place] = .failure(error)
          goesOn = false
        }
        filled.signal()
        place = (place + 1) % Shared.depth
      }
      done.signal()
    }
  }

  /// Begins to unpack. Nobody else may use the archive until this is gone.
  init(_ pieces: ZipMemberPieces) {
    shared = Shared(pieces)
    for _ in 0..<Shared.depth { shared.free.signal() }
    DispatchQueue(label: "unpacking").async { [shared] in shared.run() }
  }

  deinit {
    shared.isStopped.store(true, ordering: .releasing)
    shared.free.signal()
    shared.done.wait()
  }

  func next() throws(WorkbookFailure) -> UnsafeRawBufferPointer? {
    if holdsPiece {
      shared.free.signal()
      place = (place + 1) % Shared.depth
    }
    holdsPiece = false
    shared.filled.wait()
    switch shared.results[place] {
    case .success(true):
      holdsPiece = true
      return shared.buffers[place].bytes
    case .success(false):
      // The next one who asks is told the same.
      shared.filled.signal()
      return nil
    case .failure(let failure):
      shared.filled.signal()
      throw failure
    }
  }
}
