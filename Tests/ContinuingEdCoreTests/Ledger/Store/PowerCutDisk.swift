import Foundation
import Synchronization

@testable import ContinuingEdCore

/// A disk that loses its power: of what was not synced before, any part may be there afterwards or not.
///
/// What a file held when it was last synced is there for good, and so is its name if the folder was synced since. All else
/// is a matter of luck, each file and each name for itself.
final class PowerCutDisk: Sendable {
  private struct State {
    /// For each file that ever was, what is there for good.
    var durable: [[UInt8]] = []
    /// The files by path, as running programs see them.
    var names: [String: Int] = [:]
    /// The same, as far as it is there for good.
    var durableNames: [String: Int] = [:]
    var open: [Int32: Opened] = [:]
    var calls = 0
    var syncs = 0
  }

  private enum Opened {
    case file(Int)
    case folder(String)
  }

  private let folder: TestFolder
  private let lastCall: Int
  private let ignoredSync: Int
  private let state: Mutex<State>

  /// A disk that holds the folder's files for good, and works for so many calls; one sync may be a lie.
  init(_ folder: TestFolder, calls: Int, ignoringSync: Int = 0) {
    self.folder = folder
    ignoredSync = ignoringSync
    lastCall = calls
    var start = State()
    for (name, bytes) in folder.files() {
      start.names[folder.path + "/" + name] = start.durable.count
      start.durable.append(bytes)
    }
    start.durableNames = start.names
    state = Mutex(start)
  }

  /// Whether the power was cut.
  var isOff: Bool { state.withLock { $0.calls > lastCall } }

  /// How often something was synced.
  var syncs: Int { state.withLock { $0.syncs } }

  private func isWorking() -> Bool {
    state.withLock { state in
      state.calls += 1
      return state.calls <= lastCall
    }
  }

  var ops: FileOps {
    let system = FileOps.quick
    var ops = FileOps()
    ops.open = { [self] path, flags in
      if !isWorking() { return -EIO }
      let descriptor = system.open(path, flags)
      if descriptor >= 0 { note(descriptor, path, flags) }
      return descriptor
    }
    ops.write = { [self] descriptor, bytes, offset in
      isWorking() ? system.write(descriptor, bytes, offset) : Int(-EIO)
    }
    ops.truncate = { [self] in isWorking() ? system.truncate($0, $1) : -EIO }
    ops.sync = { [self] descriptor in
      if !isWorking() { return -EIO }
      keep(descriptor)
      return 0
    }
    ops.rename = { [self] from, to in
      if !isWorking() { return -EIO }
      state.withLock { $0.names[to] = $0.names.removeValue(forKey: from) }
      return system.rename(from, to)
    }
    ops.link = { [self] from, to in
      if !isWorking() { return -EIO }
      let result = system.link(from, to)
      // Two names of one file: what of it is there for good is the same under both.
      if result == 0 { state.withLock { $0.names[to] = $0.names[from] } }
      return result
    }
    ops.unlink = { [self] path in
      if !isWorking() { return -EIO }
      state.withLock { $0.names[path] = nil }
      return system.unlink(path)
    }
    ops.makeFolder = { [self] in isWorking() ? system.makeFolder($0) : -EIO }
    return ops
  }

  private func note(_ descriptor: Int32, _ path: String, _ flags: Int32) {
    state.withLock { state in
      if flags & O_DIRECTORY != 0 {
        state.open[descriptor] = .folder(path)
        return
      }
      if state.names[path] == nil {
        state.names[path] = state.durable.count
        state.durable.append([])
      }
      state.open[descriptor] = state.names[path].map { .file($0) }
    }
  }

  private func keep(_ descriptor: Int32) {
    state.withLock { state in
      state.syncs += 1
      if state.syncs == ignoredSync { return }
      switch state.open[descriptor] {
      case .file(let file): state.durable[file] = PowerCutDisk.content(descriptor)
      case .folder(let path):
        for name in Set(state.names.keys).union(state.durableNames.keys)
        where (name as NSString).deletingLastPathComponent == path {
          state.durableNames[name] = state.names[name]
        }
      case nil: break
      }
    }
  }

  private static func content(_ descriptor: Int32) -> [UInt8] {
    // The descriptor may be for writing only.
    FileManager.default.contents(atPath: "/proc/self/fd/\(descriptor)").map { Array($0) } ?? []
  }

  /// The files that are there when the power is back.
  func filesAfterwards(_ luck: inout Luck) -> [String: [UInt8]] {
    let state = state.withLock { $0 }
    var files: [String: [UInt8]] = [:]
    for path in Set(state.names.keys).union(state.durableNames.keys).sorted() {
      let isDurable = state.names[path] == state.durableNames[path] || luck.next(2) == 0
      guard let file = isDurable ? state.durableNames[path] : state.names[path] else { continue }
      let durable = state.durable[file]
      var current = durable
      if state.names[path] == file {
        current = FileManager.default.contents(atPath: path).map { Array($0) } ?? durable
      }
      files[String(path.dropFirst(folder.path.count + 1))] = PowerCutDisk.content(durable, current, &luck)
    }
    return files
  }

  private static func content(_ durable: [UInt8], _ current: [UInt8], _ luck: inout Luck) -> [UInt8] {
    switch luck.next(4) {
    case 0: return current
    case 1 where current.count > durable.count:
      // Its length got there, its bytes did not.
      return durable + [UInt8](repeating: 0, count: current.count - durable.count)
    case 2 where current.count > durable.count:
      return Array(current.prefix(durable.count + luck.next(current.count - durable.count)))
    default: return durable
    }
  }

  /// Numbers that are the same in each run of a test.
  struct Luck {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) << 20 }

    /// A number below a limit.
    mutating func next(_ limit: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((word >> 33) % UInt64(limit))
    }
  }
}
