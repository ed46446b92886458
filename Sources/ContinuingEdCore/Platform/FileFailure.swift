/// A call of the system that failed.
package struct FileFailure: Error, Hashable, Sendable {
  /// The file or folder.
  package var path: String
  /// The number of the error, as `errno` has it.
  package var errno: Int32

  /// The failure of a call on a path, with the number that it left.
  package init(path: String, errno: Int32) {
    self.path = path
    self.errno = errno
  }
}
