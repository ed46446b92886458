/// Looks for bytes that characters nobody sees may begin with or be: control bytes but tab and line ends, and the first
/// bytes of sequences other than those of E3 to ED, which Chinese characters have.
///
/// It says of many bytes at once whether there is one, and no more: least values are kept of what is left when the first
/// byte of a range is taken away, so that what lies below wraps around.
#if canImport(_Builtin_intrinsics.intel.sse2)
  import _Builtin_intrinsics.intel.sse2

  struct OddCheck {
    private var low = OddCheck.all(0xFF)
    private var space = OddCheck.all(0xFF)
    private var high = OddCheck.all(0xFF)
    private var delete = OddCheck.all(0xFF)
    private var pairs = OddCheck.all(0xFF)
    private var wide = OddCheck.all(0xFF)

    /// Looks at 64 bytes.
    @inline(__always)
    mutating func look(at text: UnsafeRawPointer) {
      for i in 0..<4 {
        let bytes = text.loadUnaligned(fromByteOffset: i &* 16, as: __m128i.self)
        low = _mm_min_epu8(low, _mm_sub_epi8(bytes, OddCheck.all(0x01)))
        space = _mm_min_epu8(space, _mm_sub_epi8(bytes, OddCheck.all(0x0B)))
        high = _mm_min_epu8(high, _mm_sub_epi8(bytes, OddCheck.all(0x0E)))
        delete = _mm_min_epu8(delete, _mm_sub_epi8(bytes, OddCheck.all(0x7F)))
        pairs = _mm_min_epu8(pairs, _mm_sub_epi8(bytes, OddCheck.all(0xC2)))
        wide = _mm_min_epu8(wide, _mm_sub_epi8(bytes, OddCheck.all(0xEE)))
      }
    }

    /// Whether there was a control byte: 01 to 08, 0B, 0C, 0E to 1F or 7F.
    var hasControl: Bool {
      OddCheck.isBelow(low, 8) || OddCheck.isBelow(space, 2) || OddCheck.isBelow(high, 18)
        || OddCheck.isBelow(delete, 1)
    }

    /// Whether there was a first byte of such a sequence: C2 to E2, or EE and above.
    var hasLead: Bool { OddCheck.isBelow(pairs, 33) || OddCheck.isBelow(wide, 18) }

    /// Whether one of the bytes is less than a bound.
    private static func isBelow(_ least: __m128i, _ bound: UInt8) -> Bool {
      _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(least, all(bound - 1)), least)) != 0
    }

    @inline(__always)
    private static func all(_ byte: UInt8) -> __m128i { _mm_set1_epi8(Int8(bitPattern: byte)) }
  }
#else
  struct OddCheck {
    private var controls: UInt64 = 0
    private var leads: UInt64 = 0

    /// Looks at 64 bytes.
    @inline(__always)
    mutating func look(at text: UnsafeRawPointer) {
      let group = ByteGroup(text)
      let (tab, lf, cr, delete) = (
        ByteGroup.Pattern(9), ByteGroup.Pattern(10), ByteGroup.Pattern(13), ByteGroup.Pattern(0x7F)
      )
      let isSpace = group.equal(tab, lf, cr, tab) | group.equal(ByteGroup.Pattern(0))
      controls |= group.atMost(ByteGroup.Pattern(0x1F)) & ~isSpace | group.equal(delete)
      leads |= group.within(0xC2, 0xE2) | group.within(0xEE, 0xFF)
    }

    /// Whether there was a control byte: 01 to 08, 0B, 0C, 0E to 1F or 7F.
    var hasControl: Bool { controls != 0 }

    /// Whether there was a first byte of such a sequence: C2 to E2, or EE and above.
    var hasLead: Bool { leads != 0 }
  }
#endif
