/// A list that grows without moving what it holds, in chunks that take whole pages of two megabytes: no page is
/// filled only to be copied and given back. Who made it gives the memory back.
struct ChunkList<Element: BitwiseCopyable> {
  /// A power of two, so that elements of 16 bytes and their multiples fill such pages.
  private static var chunk: Int { 1 << 17 }
  /// A list that is no longer than this must not take a large page.
  private static var fewElements: Int { 1 << 12 }

  private var chunks: [UnsafeMutablePointer<Element>] = []
  private(set) var count = 0

  init() {}

  /// Gives the memory back; the list is of no use afterwards.
  func deallocate() {
    for chunk in chunks { chunk.deallocate() }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count & (Self.chunk - 1) == 0 || count == Self.fewElements { addRoom() }
    pointer(count).initialize(to: element)
    count += 1
  }

  @inline(__always)
  func pointer(_ index: Int) -> UnsafeMutablePointer<Element> {
    chunks[index >> 17] + (index & (Self.chunk - 1))
  }

  @inline(__always)
  subscript(index: Int) -> Element { pointer(index).pointee }

  @inline(never)
  private mutating func addRoom() {
    if count & (Self.chunk - 1) == 0 {
      let bytes = Self.chunk * MemoryLayout<Element>.stride
      let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: HugePages.size)
      chunks.append(memory.bindMemory(to: Element.self, capacity: Self.chunk))
    }
    if count > 0 { HugePages.advise(chunks[chunks.count - 1], count: Self.chunk) }
  }
}
