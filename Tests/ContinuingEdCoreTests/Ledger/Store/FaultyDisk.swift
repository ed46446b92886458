import Foundation
import Synchronization

@testable import ContinuingEdCore

/// Calls of the system of which some fail.
final class FaultyDisk: Sendable {
  /// Which calls fail, counted from 1.
  let fails: @Sendable (Int) -> Bool
  let errno: Int32
  private let count = Mutex(0)

  init(errno: Int32 = EIO, _ fails: @escaping @Sendable (Int) -> Bool) {
    self.errno = errno
    self.fails = fails
  }

  /// The n-th call fails.
  static func failing(_ n: Int, errno: Int32 = EIO) -> FaultyDisk { FaultyDisk(errno: errno) { $0 == n } }
  /// The n-th call fails, and so does every later one: as if the process had ended there.
  static func ending(_ n: Int) -> FaultyDisk { FaultyDisk { $0 >= n } }

  /// How many calls have been made.
  var calls: Int { count.withLock { $0 } }

  private func isFailing() -> Bool {
    fails(
      count.withLock { count in
        count += 1
        return count
      })
  }

  var ops: FileOps {
    let system = FileOps.quick
    var ops = FileOps()
    ops.open = { [self] in isFailing() ? -errno : system.open($0, $1) }
    ops.write = { [self] descriptor, bytes, offset in
      if !isFailing() { return system.write(descriptor, bytes, offset) }
      // A disk that is full takes what still fits.
      _ = system.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]), offset)
      return Int(-errno)
    }
    ops.truncate = { [self] in isFailing() ? -errno : system.truncate($0, $1) }
    ops.sync = { [self] _ in isFailing() ? -errno : 0 }
    ops.rename = { [self] in isFailing() ? -errno : system.rename($0, $1) }
    ops.link = { [self] in isFailing() ? -errno : system.link($0, $1) }
    ops.unlink = { [self] in isFailing() ? -errno : system.unlink($0) }
    ops.makeFolder = { [self] in isFailing() ? -errno : system.makeFolder($0) }
    return ops
  }

  /// Takes no more than so many bytes in one call.
  static func taking(_ most: Int) -> FileOps {
    var ops = FileOps.quick
    ops.write = { descriptor, bytes, offset in
      FileOps.quick.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(most)), offset)
    }
    return ops
  }
}
