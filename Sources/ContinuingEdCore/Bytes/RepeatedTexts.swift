/// Texts that a report repeats a million times, each made the first time that it is asked for.
///
/// For one thread. What it gives out lives as long as it does.
final class RepeatedTexts {
  private let texts: UnsafeMutableBufferPointer<UnsafeRawBufferPointer>

  /// Room for texts numbered from 0.
  init(count: Int) {
    texts = .allocate(capacity: count)
    texts.initialize(repeating: UnsafeRawBufferPointer(start: nil, count: 0))
  }

  deinit {
    for text in texts { text.deallocate() }
    texts.deallocate()
  }

  /// A text by its number, which `make` writes the first time; one that has no number is empty.
  @inline(__always)
  func text(_ number: Int, _ make: (inout ByteBuffer) -> Void) -> UnsafeRawBufferPointer {
    guard number >= 0, number < texts.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    if texts[number].baseAddress == nil { texts[number] = RepeatedTexts.made(make) }
    return texts[number]
  }

  @inline(never)
  private static func made(_ make: (inout ByteBuffer) -> Void) -> UnsafeRawBufferPointer {
    var buffer = ByteBuffer()
    make(&buffer)
    return copy(buffer)
  }

  /// A text in memory of its own, which whoever asks for it gives back.
  static func copy(_ buffer: ByteBuffer) -> UnsafeRawBufferPointer {
    var kept = UnsafeRawBufferPointer(start: nil, count: 0)
    buffer.withBytes { kept = copy($0) }
    return kept
  }

  /// A text in memory of its own, which whoever asks for it gives back.
  static func copy(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let kept = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    kept.copyMemory(from: bytes)
    return UnsafeRawBufferPointer(kept)
  }
}
