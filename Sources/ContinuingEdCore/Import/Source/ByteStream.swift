#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes that come once, one after the other.
protocol ByteStream: AnyObject {
  /// Writes the next bytes to `target`, at most `count`; 0 only at the end.
  func next(into target: UnsafeMutableRawPointer, count: Int) throws(ImportError) -> Int
}

/// What comes through a pipe, or from a terminal.
final class DescriptorStream: ByteStream {
  private let descriptor: Int32
  private let path: String

  #if os(Linux)
    /// F_SETPIPE_SZ, which the C library shows only to those who ask for what is Linux's own.
    private static let setPipeSize: Int32 = 1031
  #endif

  /// Takes over an open descriptor.
  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    #if os(Linux)
      // Whoever writes into the pipe is woken once a megabyte and not once in 64 KiB. Where it is not allowed, it stays.
      _ = fcntl(descriptor, DescriptorStream.setPipeSize, 1 << 20)
    #endif
  }

  deinit { close(descriptor) }

  func next(into target: UnsafeMutableRawPointer, count: Int) throws(ImportError) -> Int {
    while true {
      let got = read(descriptor, target, count)
      if got >= 0 { return got }
      if errno != EINTR { throw .cannotRead(path: path, errno: errno) }
    }
  }
}
