import CZlib

/// The checksum of ZIP, gzip and PNG: CRC-32 with the polynomial 0xEDB88320, as zlib computes it.
package enum CRC32 {
  /// The checksum of bytes, or, given that of what stands before them, of both together.
  package static func of(_ bytes: UnsafeRawBufferPointer, after earlier: UInt32 = 0) -> UInt32 {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return earlier }
    let start = base.assumingMemoryBound(to: UInt8.self)
    return UInt32(truncatingIfNeeded: crc32_z(UInt(earlier), start, bytes.count))
  }

  /// The checksum of bytes, or, given that of what stands before them, of both together.
  package static func of(_ bytes: [UInt8], after earlier: UInt32 = 0) -> UInt32 {
    bytes.withUnsafeBytes { of($0, after: earlier) }
  }
}

/// Unpacks one stream of raw deflate (RFC 1951), as it stands in a ZIP member, piece by piece.
///
/// Memory is what zlib needs, about 40 KiB, however much comes out. Not safe for several threads.
package final class Inflater {
  // zlib keeps the address of its stream, so that it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// What a step came to.
  package enum Step {
    /// Input or room ran out; there may be more.
    case more
    /// The stream has ended; what is left of the input lies behind it.
    case end
    /// The bytes are no deflate stream, or zlib has no memory.
    case damaged
  }

  /// A stream at its beginning; nil where zlib has no memory.
  package init?() {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Negative: no header and no checksum around the stream.
    guard inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      stream.deallocate()
      return nil
    }
    self.stream = stream
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Unpacks as much as there is input or room; takes what it has used off the front of both.
  package func step(_ input: inout UnsafeRawBufferPointer, into room: inout UnsafeMutableRawBufferPointer)
    -> Step
  {
    let (offered, space) = (min(input.count, 1 << 30), min(room.count, 1 << 30))
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(offered)
    stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(space)
    let result = inflate(stream, Z_NO_FLUSH)
    let used = offered - Int(stream.pointee.avail_in)
    let written = space - Int(stream.pointee.avail_out)
    if used > 0 { input = UnsafeRawBufferPointer(rebasing: input[used...]) }
    if written > 0 { room = UnsafeMutableRawBufferPointer(rebasing: room[written...]) }
    switch result {
    case Z_OK, Z_BUF_ERROR: return .more
    case Z_STREAM_END: return .end
    default: return .damaged
    }
  }
}

/// Packs bytes into one stream of raw deflate (RFC 1951). The same bytes in the same pieces give the same stream under
/// one version of zlib.
package final class Deflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private static let pieceSize = 1 << 16

  /// An empty stream; nil where zlib has no memory. The level is 0 (stored) to 9 (smallest), 6 as zlib's own.
  package init?(level: Int = 6) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let result = deflateInit2_(
      stream, Int32(max(0, min(level, 9))), Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard result == Z_OK else {
      stream.deallocate()
      return nil
    }
    self.stream = stream
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Packs further bytes; what is ready is added to `packed`.
  package func append(_ bytes: UnsafeRawBufferPointer, to packed: inout [UInt8]) {
    var rest = bytes
    while rest.count > 0 {
      let count = min(rest.count, 1 << 30)
      run(UnsafeRawBufferPointer(rebasing: rest[..<count]), flush: Z_NO_FLUSH, &packed)
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Packs further bytes; what is ready is added to `packed`.
  package func append(_ bytes: [UInt8], to packed: inout [UInt8]) {
    bytes.withUnsafeBytes { append($0, to: &packed) }
  }

  /// Ends the stream; nothing can be added after that.
  package func finish(to packed: inout [UInt8]) {
    run(UnsafeRawBufferPointer(start: nil, count: 0), flush: Z_FINISH, &packed)
  }

  private func run(_ input: UnsafeRawBufferPointer, flush: Int32, _ packed: inout [UInt8]) {
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(input.count)
    var hasRoomLeft = false
    while !hasRoomLeft {
      let piece = [UInt8](unsafeUninitializedCapacity: Deflater.pieceSize) { buffer, count in
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(Deflater.pieceSize)
        deflate(stream, flush)
        count = Deflater.pieceSize - Int(stream.pointee.avail_out)
      }
      hasRoomLeft = piece.count < Deflater.pieceSize
      packed.append(contentsOf: piece)
    }
  }
}
