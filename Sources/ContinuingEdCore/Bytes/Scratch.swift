/// A list that one owner fills for one person and forgets for the next. It keeps its room, counts no references and
/// looks at no bounds: positions come from `indices`, or from a list that was made of them.
struct Scratch<Element: ~Copyable>: ~Copyable {
  /// Where the elements lie, until the next one is appended.
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  /// An empty list with room for so many.
  init(capacity: Int = 32) {
    self.capacity = max(1, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  var indices: Range<Int> { 0..<count }
  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> Element {
    @inline(__always) _read { yield base[index] }
    @inline(__always) nonmutating _modify { yield &base[index] }
  }

  /// Adds an element at the end; it lies where is returned until the next one is appended.
  @inline(__always)
  @discardableResult
  mutating func append(_ element: consuming Element) -> UnsafeMutablePointer<Element> {
    if count == capacity { grow() }
    let place = base + count
    place.initialize(to: element)
    count &+= 1
    return place
  }

  /// Forgets all elements and keeps the room.
  @inline(__always)
  mutating func removeAll() {
    base.deinitialize(count: count)
    count = 0
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}

extension Scratch {
  /// The elements of an array.
  init(_ elements: [Element]) {
    self.init(capacity: elements.count)
    for element in elements { append(element) }
  }
}
