/// A list that grows without moving what it holds, in chunks that take whole pages of two megabytes: no page is
/// filled only to be copied and given back.
///
/// Copies share their memory and count no references. Who made the list gives the memory back, and alone adds to it.
struct ChunkList<Element: BitwiseCopyable>: BitwiseCopyable {
  /// A power of two, so that elements of 16 bytes and their multiples fill such pages.
  private static var chunk: Int { 1 << 17 }
  /// A list that is no longer than this must not take a large page.
  private static var fewElements: Int { 1 << 12 }

  private var chunks: UnsafeMutablePointer<UnsafeMutablePointer<Element>>
  /// For how many chunks there is room in `chunks`.
  private var room = 4
  private(set) var count = 0

  init() { chunks = .allocate(capacity: room) }

  /// Gives the memory back; the list and its copies are of no use afterwards.
  func deallocate() {
    for i in 0..<chunkCount { chunks[i].deallocate() }
    chunks.deallocate()
  }

  private var chunkCount: Int { (count + Self.chunk - 1) / Self.chunk }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count & (Self.chunk - 1) == 0 || count == Self.fewElements { addRoom() }
    pointer(count).initialize(to: element)
    count += 1
  }

  /// Where an element lies, whose number must be less than `count`.
  @inline(__always)
  func pointer(_ index: Int) -> UnsafeMutablePointer<Element> {
    chunks[index >> 17] + (index & (Self.chunk - 1))
  }

  @inline(__always)
  subscript(index: Int) -> Element { pointer(index).pointee }

  @inline(never)
  private mutating func addRoom() {
    if count & (Self.chunk - 1) == 0 { addChunk() }
    if count > 0 { HugePages.advise(chunks[count / Self.chunk], count: Self.chunk) }
  }

  private mutating func addChunk() {
    let used = chunkCount
    if used == room {
      let larger = UnsafeMutablePointer<UnsafeMutablePointer<Element>>.allocate(capacity: room * 2)
      larger.initialize(from: chunks, count: used)
      chunks.deallocate()
      (chunks, room) = (larger, room * 2)
    }
    let bytes = Self.chunk * MemoryLayout<Element>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: HugePages.size)
    (chunks + used).initialize(to: memory.bindMemory(to: Element.self, capacity: Self.chunk))
  }
}
