/// Reads JSON strictly: UTF-8 only, no duplicate keys, a limit on size and depth, and every value with its line.
///
/// Foundation's decoder keeps one of two equal keys and no lines, which is how a misspelt or doubled rule goes
/// unnoticed.
package enum JSONReader {
  /// The largest file that is read, in bytes.
  package static let sizeLimit = 4 << 20
  /// How deep values may be nested.
  package static let depthLimit = 64

  /// What a file holds. `value` is nil if it isn't JSON; duplicate keys are faults that leave the first in `value`.
  package struct Document: Sendable {
    /// What stands at the top of the file.
    package var value: JSONValue?
    /// Duplicate keys in the order of the file, and last what made reading stop.
    package var faults: [RuleFault]
  }

  /// Reads a whole file and keeps its faults. A byte order mark is skipped.
  package static func read(_ bytes: [UInt8], file: String) -> Document {
    func failed(_ kind: RuleFault.Kind, line: Int = 1, path: JSONPath = .top) -> Document {
      Document(value: nil, faults: [RuleFault(file: file, line: line, path: path, kind: kind)])
    }
    if bytes.count > sizeLimit { return failed(.tooLarge(limit: sizeLimit)) }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let before = bytes[..<error.byteOffsets.lowerBound]
      return failed(.notUTF8, line: 1 + before.count { $0 == UInt8(ascii: "\n") })
    }
    var scanner = JSONScanner(bytes: bytes, file: file)
    do {
      let value = try scanner.document()
      return Document(value: value, faults: scanner.duplicates)
    } catch {
      return Document(value: nil, faults: scanner.duplicates + [error])
    }
  }

  /// Reads a whole file.
  ///
  /// - Throws: ``RuleFaults`` with every fault, if it isn't JSON or has duplicate keys.
  package static func parse(_ bytes: [UInt8], file: String) throws(RuleFaults) -> JSONValue {
    let document = read(bytes, file: file)
    guard let value = document.value, document.faults.isEmpty else {
      throw RuleFaults(faults: document.faults)
    }
    return value
  }
}
