/// Looks for bytes that are neither ASCII but NUL nor part of a common sequence of three bytes: one whose first byte is
/// E1 to EF but ED, so that the second may be any.
///
/// A byte must continue a sequence exactly where one of the two before it leads one. No byte is looked at for its own
/// sake then but those that may not occur at all. The two bytes before the first group are taken for such text.
#if canImport(_Builtin_intrinsics.intel.sse2)
  import _Builtin_intrinsics.intel.sse2

  struct CommonCheck {
    private var faults = _mm_set1_epi8(0)

    /// Looks at 64 bytes.
    @inline(__always)
    mutating func look(at text: UnsafeRawPointer) {
      for i in 0..<4 { look(atPart: text + i &* 16) }
    }

    @inline(__always)
    private mutating func look(atPart text: UnsafeRawPointer) {
      let bytes = text.loadUnaligned(as: __m128i.self)
      let before = _mm_max_epu8(
        text.loadUnaligned(fromByteOffset: -1, as: __m128i.self),
        text.loadUnaligned(fromByteOffset: -2, as: __m128i.self))
      let isDue = _mm_cmpeq_epi8(_mm_max_epu8(before, CommonCheck.all(0xE1)), before)
      let continues = _mm_cmpgt_epi8(CommonCheck.all(0xC0), bytes)
      // C0 to E0; F0 to FF and, next to them, 00: nothing is left of the others when these are taken from the bound.
      let low = _mm_subs_epu8(CommonCheck.all(0x21), _mm_sub_epi8(bytes, CommonCheck.all(0xC0)))
      let high = _mm_subs_epu8(CommonCheck.all(0x11), _mm_add_epi8(bytes, CommonCheck.all(0x10)))
      let isNarrow = _mm_cmpeq_epi8(bytes, CommonCheck.all(0xED))
      faults = _mm_or_si128(
        faults,
        _mm_or_si128(_mm_or_si128(low, high), _mm_or_si128(isNarrow, _mm_xor_si128(isDue, continues))))
    }

    /// Whether there was such a byte.
    var hasFault: Bool { _mm_movemask_epi8(_mm_cmpeq_epi8(faults, CommonCheck.all(0))) != 0xFFFF }

    @inline(__always)
    private static func all(_ byte: UInt8) -> __m128i { _mm_set1_epi8(Int8(bitPattern: byte)) }
  }
#else
  struct CommonCheck {
    private var faults: UInt64 = 0

    /// Looks at 64 bytes.
    @inline(__always)
    mutating func look(at text: UnsafeRawPointer) {
      let bytes = ByteGroup(text)
      let isDue = ByteGroup(text - 1).within(0xE1, 0xFF) | ByteGroup(text - 2).within(0xE1, 0xFF)
      let isRare = bytes.within(0xC0, 0xE0) | bytes.within(0xF0, 0xFF)
      faults |= isDue ^ bytes.continuing | isRare | bytes.equal(ByteGroup.Pattern(0), ByteGroup.Pattern(0xED))
    }

    /// Whether there was such a byte.
    var hasFault: Bool { faults != 0 }
  }
#endif
