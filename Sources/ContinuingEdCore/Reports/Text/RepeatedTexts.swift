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
    let text = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count, alignment: 1)
    buffer.withBytes { text.copyMemory(from: $0) }
    return UnsafeRawBufferPointer(text)
  }
}
