/// A closed list as a table from UTF-8 bytes to a small number: open addressing, built once, no allocation to look up.
struct WordTable: Sendable {
  /// What a word that says "nothing" is found as.
  static let blankCode: UInt8 = 255
  /// What is in no list.
  static let unknownCode: UInt8 = 0
  /// The longest word that is looked up by its key, in bytes; longer ones are few and looked through.
  static let longest = 24

  /// A word of up to 24 bytes as three overlapping windows of eight: equal keys are equal words.
  struct Key: Equatable, Sendable {
    var head: UInt64
    var middle: UInt64
    var tail: UInt64
    var count: Int

    @inline(__always)
    init(_ word: UnsafeRawBufferPointer) {
      let n = word.count
      count = n
      if n >= 8 {
        head = word.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        tail = word.loadUnaligned(fromByteOffset: n - 8, as: UInt64.self)
        middle = word.loadUnaligned(fromByteOffset: (n - 8) / 2, as: UInt64.self)
      } else if n >= 4 {
        head = UInt64(word.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
        tail = UInt64(word.loadUnaligned(fromByteOffset: n - 4, as: UInt32.self))
        middle = 0
      } else if n > 0 {
        head = UInt64(word[0]) | UInt64(word[n / 2]) << 8 | UInt64(word[n - 1]) << 16
        tail = 0
        middle = 0
      } else {
        (head, middle, tail) = (0, 0, 0)
      }
    }

    @inline(__always)
    var hash: UInt64 {
      let mixed =
        head ^ (tail << 23 | tail >> 41) ^ (middle << 47 | middle >> 17) ^ UInt64(truncatingIfNeeded: count)
      let product = mixed &* 0x9E37_79B9_7F4A_7C15
      return product ^ product >> 32
    }
  }

  private struct Slot: Sendable {
    var key: Key
    var code: UInt8
  }

  private let slots: [Slot]
  private let mask: Int
  private let longWords: [(word: [UInt8], code: UInt8)]

  /// A table of words in their folded form (NFKC, lower case, no white space); of a word given twice the first counts.
  init(_ words: [(String, UInt8)]) {
    var size = 16
    while size < words.count * 4 { size *= 2 }
    let empty = Slot(key: Key(UnsafeRawBufferPointer(start: nil, count: 0)), code: WordTable.unknownCode)
    var slots = [Slot](repeating: empty, count: size)
    for (word, code) in words {
      var word = word
      let key = word.withUTF8 { $0.count <= WordTable.longest ? Key(UnsafeRawBufferPointer($0)) : nil }
      guard let key else { continue }
      var place = Int(truncatingIfNeeded: key.hash) & (size - 1)
      while slots[place].code != WordTable.unknownCode, slots[place].key != key {
        place = (place + 1) & (size - 1)
      }
      if slots[place].code == WordTable.unknownCode { slots[place] = Slot(key: key, code: code) }
    }
    self.slots = slots
    self.mask = size - 1
    longWords = words.filter { $0.0.utf8.count > WordTable.longest }.map { (Array($0.0.utf8), $0.1) }
  }

  /// The number of a trimmed cell; ``unknownCode`` if it is in no list, whatever its width and case and the
  /// white space within.
  @inline(__always)
  func find(_ cell: UnsafeRawBufferPointer) -> UInt8 {
    let code = findExactly(cell)
    return code != WordTable.unknownCode ? code : findFolded(cell)
  }

  /// The number of a word in folded form.
  @inline(__always)
  func findExactly(_ word: UnsafeRawBufferPointer) -> UInt8 {
    if word.count > WordTable.longest { return findLong(word) }
    let key = Key(word)
    var place = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      let slot = slots[place]
      if slot.code == WordTable.unknownCode || slot.key == key { return slot.code }
      place = (place + 1) & mask
    }
  }

  @inline(never)
  private func findLong(_ word: UnsafeRawBufferPointer) -> UInt8 {
    longWords.first { $0.word.count == word.count && $0.word.elementsEqual(word) }?.code
      ?? WordTable.unknownCode
  }

  @inline(never)
  private func findFolded(_ cell: UnsafeRawBufferPointer) -> UInt8 {
    CellFolding.withFolded(cell, lowercase: true, squeeze: true) { findExactly($0) } ?? WordTable.unknownCode
  }
}
