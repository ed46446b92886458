/// Whether a byte occurs an odd number of times, counted 64 bytes at a time: each place among them keeps its own count,
/// and they are put together at the end.
#if canImport(_Builtin_intrinsics.intel.sse2)
  import _Builtin_intrinsics.intel.sse2

  struct ByteParity {
    private let pattern: __m128i
    private var odd = _mm_set1_epi8(0)

    init(_ byte: UInt8) { pattern = _mm_set1_epi8(Int8(bitPattern: byte)) }

    /// Counts in the 64 bytes at a place.
    @inline(__always)
    mutating func add(_ text: UnsafeRawPointer) {
      for i in 0..<4 {
        let bytes = text.loadUnaligned(fromByteOffset: i &* 16, as: __m128i.self)
        odd = _mm_xor_si128(odd, _mm_cmpeq_epi8(bytes, pattern))
      }
    }

    var isOdd: Bool { _mm_movemask_epi8(odd).nonzeroBitCount % 2 == 1 }
  }
#else
  struct ByteParity {
    private let pattern: ByteGroup.Pattern
    private var odd: UInt64 = 0

    init(_ byte: UInt8) { pattern = ByteGroup.Pattern(byte) }

    /// Counts in the 64 bytes at a place.
    @inline(__always)
    mutating func add(_ text: UnsafeRawPointer) { odd ^= ByteGroup(text).equal(pattern) }

    var isOdd: Bool { odd.nonzeroBitCount % 2 == 1 }
  }
#endif
