/// The bytes of a workbook at any place, and how many there are.
///
/// Not safe for several threads at the same time.
final class WorkbookFile {
  private let source: ByteSource
  /// How many bytes it has.
  let size: Int

  /// Reads to the end of what comes through a pipe, which is kept.
  init(_ source: ByteSource) throws(WorkbookFailure) {
    self.source = source
    do throws(ImportError) { size = try source.findSize() } catch { throw .input(error) }
  }

  /// Copies `count` bytes from a place on; false where they are not all there.
  func read(at place: Int, into target: UnsafeMutableRawPointer, count: Int) throws(WorkbookFailure) -> Bool {
    guard place >= 0, count >= 0, place <= size, count <= size - place else { return false }
    do throws(ImportError) {
      return try source.read(at: place, into: target, count: count) == count
    } catch {
      throw .input(error)
    }
  }

  /// `count` bytes from a place on; nil where they are not all there.
  func bytes(at place: Int, count: Int) throws(WorkbookFailure) -> LittleEndianBytes? {
    guard place >= 0, count >= 0, place <= size, count <= size - place else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    var error: WorkbookFailure?
    let isComplete = bytes.withUnsafeMutableBytes { target -> Bool in
      guard let base = target.baseAddress else { return true }
      do throws(WorkbookFailure) {
        return try read(at: place, into: base, count: count)
      } catch let failure {
        error = failure
        return false
      }
    }
    if let error { throw error }
    return isComplete ? LittleEndianBytes(bytes) : nil
  }
}

/// Bytes of which numbers are read, the low byte first. What lies behind the end reads as 0: who asks has looked.
struct LittleEndianBytes {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func u8(_ place: Int) -> Int { bytes.indices.contains(place) ? Int(bytes[place]) : 0 }
  func u16(_ place: Int) -> Int { u8(place) | u8(place + 1) << 8 }
  func u32(_ place: Int) -> Int { u16(place) | u16(place + 2) << 16 }
  func u64(_ place: Int) -> UInt64 { UInt64(u32(place)) | UInt64(u32(place + 4)) << 32 }
  /// A place or size of 64 bits; nil where it is larger than any file.
  func size64(_ place: Int) -> Int? { Int(exactly: u64(place)) }
}

/// Counts what is unpacked, so that a small file can't fill the memory (Workbooks: Refused).
final class UnpackBudget: @unchecked Sendable {
  private let limit: Int
  private var used = 0

  /// 4 GiB, or 200 times the file where that is less, but never less than 100 MiB.
  init(fileSize: Int) {
    limit = min(4 << 30, max(100 << 20, fileSize.multipliedReportingOverflow(by: 200).partialValue))
  }

  /// Takes up some bytes.
  func take(_ count: Int) throws(WorkbookFailure) {
    used += count
    if used > limit { throw .fault(.tooLarge) }
  }
}
