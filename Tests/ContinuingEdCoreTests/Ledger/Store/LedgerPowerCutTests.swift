import Foundation
import Testing

@testable import ContinuingEdCore

@Suite("A ledger whose power is cut")
struct LedgerPowerCutTests {
  typealias Scene = LedgerFaultTests.Scene

  @Test("whatever of it reached the disk, a change has happened or not", arguments: TestChange.allCases)
  func cut(change: TestChange) throws {
    let scene = try Scene(change)
    var n = 0
    var isOff = true
    while isOff {
      n += 1
      for seed in 0..<6 {
        try scene.folder.replaceFiles(scene.files)
        let disk = PowerCutDisk(scene.folder, calls: n)
        try? scene.folder.make(change, disk.ops)
        isOff = disk.isOff
        var luck = PowerCutDisk.Luck(100 * n + seed)
        try scene.folder.replaceFiles(disk.filesAfterwards(&luck))
        // Who has been told that it has happened may rely on it.
        try scene.check(change, isNew: isOff ? nil : true, "call \(n), seed \(seed)")
      }
    }
    #expect(n > 10)
  }

  @Test("the power is cut again while the next one clears away and makes its change")
  func cutTwice() throws {
    let change = TestChange.laterImport
    let scene = try Scene(change)
    var cuts = 0
    for n in stride(from: 8, to: 30, by: 4) {
      try scene.folder.replaceFiles(scene.files)
      let disk = PowerCutDisk(scene.folder, calls: n)
      try? scene.folder.make(change, disk.ops)
      if !disk.isOff { break }
      var luck = PowerCutDisk.Luck(n)
      let left = disk.filesAfterwards(&luck)
      if left[".pending"] == nil { continue }
      var m = 0
      var isOff = true
      while isOff {
        m += 1
        cuts += 1
        try scene.folder.replaceFiles(left)
        let next = PowerCutDisk(scene.folder, calls: m)
        try? scene.folder.make(change, next.ops)
        isOff = next.isOff
        try scene.folder.replaceFiles(next.filesAfterwards(&luck))
        try scene.check(change, isNew: isOff ? nil : true, "calls \(n), \(m)")
      }
    }
    #expect(cuts > 30)
  }

  @Test("without any one of its syncs a change could be lost or halved, as these tests would see")
  func everySyncIsNeeded() throws {
    let change = TestChange.laterImport
    let scene = try Scene(change)
    try scene.folder.replaceFiles(scene.files)
    let whole = PowerCutDisk(scene.folder, calls: .max)
    try scene.folder.make(change, whole.ops)
    // `.pending` and its name; the entries of 2023 and 2024, the journal, the seals; the name of the new file of 2024; that
    // `.pending` is gone.
    #expect(whole.syncs == 2 + 4 + 1 + 1)
    for sync in 1...whole.syncs {
      #expect(try isHarmful(change, scene, ignoringSync: sync), "sync \(sync)")
    }
  }

  /// Whether some cut harms a ledger on a disk that does not do one of the syncs.
  private func isHarmful(_ change: TestChange, _ scene: Scene, ignoringSync sync: Int) throws -> Bool {
    // Cuts near the end show most.
    for n in (5..<40).reversed() {
      for seed in 0..<8 {
        try scene.folder.replaceFiles(scene.files)
        let disk = PowerCutDisk(scene.folder, calls: n, ignoringSync: sync)
        try? scene.folder.make(change, disk.ops)
        var luck = PowerCutDisk.Luck(100 * n + seed)
        try scene.folder.replaceFiles(disk.filesAfterwards(&luck))
        guard let state = try? scene.folder.state(), let faults = try? scene.folder.faults() else {
          return true
        }
        let isWhole = state == scene.new || disk.isOff && state == scene.old
        if !isWhole || faults != [] { return true }
      }
    }
    return false
  }
}
