#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Asks for pages of two megabytes under large memory that is touched all over: looking up addresses would otherwise
/// cost more than what is done there.
enum HugePages {
  static let size = 1 << 21

  /// Asks for them, where the system has them; it is only ever a hint.
  static func advise(_ memory: UnsafeMutableRawPointer, byteCount: Int) {
    #if os(Linux)
      let start = UInt(bitPattern: memory)
      let first = (start + UInt(size) - 1) & ~UInt(size - 1)
      let end = (start + UInt(byteCount)) & ~UInt(size - 1)
      guard first < end, let base = UnsafeMutableRawPointer(bitPattern: first) else { return }
      // 14 is MADV_HUGEPAGE.
      _ = madvise(base, Int(end - first), 14)
    #endif
  }

  /// Memory for words that are touched all over, all of them 0.
  static func zeros(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    let bytes = count * MemoryLayout<UInt64>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: bytes < size ? 16 : size)
    advise(memory, byteCount: bytes)
    return memory.initializeMemory(as: UInt64.self, repeating: 0, count: count)
  }

  /// The same for memory of `count` elements.
  static func advise<Element>(_ memory: UnsafeMutablePointer<Element>, count: Int) {
    advise(UnsafeMutableRawPointer(memory), byteCount: count * MemoryLayout<Element>.stride)
  }
}
