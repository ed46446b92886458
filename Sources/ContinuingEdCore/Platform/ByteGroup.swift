#if canImport(_Builtin_intrinsics.intel.sse2)
  import _Builtin_intrinsics.intel.sse2

  /// 64 bytes of a text, of which one question is answered at a time: the answers are the bits of a word, the lowest for
  /// the first byte.
  ///
  /// Here with the instructions that every 64-bit Intel and AMD processor has; below for all others.
  struct ByteGroup {
    private let parts: (__m128i, __m128i, __m128i, __m128i)

    /// A byte that others are compared with.
    struct Pattern {
      fileprivate let bytes: __m128i
      @inline(__always) init(_ byte: UInt8) { bytes = _mm_set1_epi8(Int8(bitPattern: byte)) }
    }

    /// The 64 bytes at a place, which all must be readable.
    @inline(__always)
    init(_ text: UnsafeRawPointer) {
      parts = (
        text.loadUnaligned(as: __m128i.self), text.loadUnaligned(fromByteOffset: 16, as: __m128i.self),
        text.loadUnaligned(fromByteOffset: 32, as: __m128i.self),
        text.loadUnaligned(fromByteOffset: 48, as: __m128i.self)
      )
    }

    /// Which bytes are at most as large as another one.
    @inline(__always)
    func atMost(_ pattern: Pattern) -> UInt64 {
      word { _mm_cmpeq_epi8(_mm_min_epu8($0, pattern.bytes), $0) }
    }

    /// Which bytes equal another one.
    @inline(__always)
    func equal(_ pattern: Pattern) -> UInt64 { word { _mm_cmpeq_epi8($0, pattern.bytes) } }

    /// Which bytes equal one of two.
    @inline(__always)
    func equal(_ a: Pattern, _ b: Pattern) -> UInt64 {
      word { _mm_or_si128(_mm_cmpeq_epi8($0, a.bytes), _mm_cmpeq_epi8($0, b.bytes)) }
    }

    /// Which bytes equal one of four.
    @inline(__always)
    func equal(_ a: Pattern, _ b: Pattern, _ c: Pattern, _ d: Pattern) -> UInt64 {
      word {
        _mm_or_si128(
          _mm_or_si128(_mm_cmpeq_epi8($0, a.bytes), _mm_cmpeq_epi8($0, b.bytes)),
          _mm_or_si128(_mm_cmpeq_epi8($0, c.bytes), _mm_cmpeq_epi8($0, d.bytes)))
      }
    }

    /// Which bytes are not ASCII.
    @inline(__always)
    var wide: UInt64 { word { $0 } }

    /// Which bytes continue a sequence: 80 to BF.
    @inline(__always)
    var continuing: UInt64 {
      let bound = _mm_set1_epi8(Int8(bitPattern: 0xC0))
      return word { _mm_cmpgt_epi8(bound, $0) }
    }

    /// Which bytes are from `first` to `last`.
    @inline(__always)
    func within(_ first: UInt8, _ last: UInt8) -> UInt64 {
      let (start, span) = (Pattern(first).bytes, Pattern(last - first).bytes)
      return word {
        let distance = _mm_sub_epi8($0, start)
        return _mm_cmpeq_epi8(_mm_min_epu8(distance, span), distance)
      }
    }

    @inline(__always)
    private func word(_ compare: (__m128i) -> __m128i) -> UInt64 {
      ByteGroup.bits(compare(parts.0)) | ByteGroup.bits(compare(parts.1)) &<< 16
        | ByteGroup.bits(compare(parts.2)) &<< 32 | ByteGroup.bits(compare(parts.3)) &<< 48
    }

    @inline(__always)
    private static func bits(_ answers: __m128i) -> UInt64 {
      UInt64(UInt32(bitPattern: _mm_movemask_epi8(answers)))
    }
  }
#else
  /// 64 bytes of a text, of which one question is answered at a time: the answers are the bits of a word, the lowest for
  /// the first byte.
  ///
  /// Eight bytes are compared at once.
  struct ByteGroup {
    private let text: UnsafeRawPointer

    /// A byte that others are compared with.
    struct Pattern {
      fileprivate let byte: UInt64
      @inline(__always) init(_ byte: UInt8) { self.byte = UInt64(byte) &* 0x0101_0101_0101_0101 }
    }

    private static let high: UInt64 = 0x8080_8080_8080_8080

    /// The 64 bytes at a place, which all must be readable.
    @inline(__always)
    init(_ text: UnsafeRawPointer) { self.text = text }

    /// Which bytes are at most as large as another one, which is less than 7F.
    @inline(__always)
    func atMost(_ pattern: Pattern) -> UInt64 {
      let bound = pattern.byte &+ 0x0101_0101_0101_0101
      return word { ~((($0 | ByteGroup.high) &- bound) | $0) & ByteGroup.high }
    }

    /// Which bytes equal another one.
    @inline(__always)
    func equal(_ pattern: Pattern) -> UInt64 { word { ByteGroup.zeros($0 ^ pattern.byte) } }

    /// Which bytes equal one of two.
    @inline(__always)
    func equal(_ a: Pattern, _ b: Pattern) -> UInt64 {
      word { ByteGroup.zeros($0 ^ a.byte) | ByteGroup.zeros($0 ^ b.byte) }
    }

    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 { ~(((word & ~high) &+ ~high) | word) & high }

    /// Which bytes equal one of four, which are ASCII.
    @inline(__always)
    func equal(_ a: Pattern, _ b: Pattern, _ c: Pattern, _ d: Pattern) -> UInt64 {
      let low = ~ByteGroup.high
      return word {
        let seven = $0 & low
        let others =
          ((seven ^ a.byte) &+ low) & ((seven ^ b.byte) &+ low) & ((seven ^ c.byte) &+ low)
          & ((seven ^ d.byte) &+ low)
        return ~(others | $0) & ByteGroup.high
      }
    }

    /// Which bytes are not ASCII.
    @inline(__always)
    var wide: UInt64 { word { $0 & ByteGroup.high } }

    /// Which bytes continue a sequence: 80 to BF.
    @inline(__always)
    var continuing: UInt64 { word { $0 & ~($0 &<< 1) & ByteGroup.high } }

    /// Which bytes are from `first` to `last`, which are both not ASCII.
    @inline(__always)
    func within(_ first: UInt8, _ last: UInt8) -> UInt64 {
      let below = Pattern(0x80 &- (first & 0x7F)).byte
      let above = Pattern(0x7F &- (last & 0x7F)).byte
      return word {
        let seven = $0 & ~ByteGroup.high
        return (seven &+ below) & ~(seven &+ above) & $0 & ByteGroup.high
      }
    }

    /// Gathers the high bits of eight words of eight bytes.
    @inline(__always)
    private func word(_ compare: (UInt64) -> UInt64) -> UInt64 {
      var bits: UInt64 = 0
      for i in 0..<8 {
        let answers = compare(
          UInt64(littleEndian: text.loadUnaligned(fromByteOffset: i &* 8, as: UInt64.self)))
        bits |= (((answers &>> 7) &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(truncatingIfNeeded: i &* 8)
      }
      return bits
    }
  }
#endif
