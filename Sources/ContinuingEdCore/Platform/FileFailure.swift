/// A call of the system that failed.
public struct FileFailure: Error, Hashable, Sendable {
  /// The file or folder.
  public var path: String
  /// The number of the error, as `errno` has it.
  public var errno: Int32

  /// The failure of a call on a path, with the number that it left.
  public init(path: String, errno: Int32) {
    self.path = path
    self.errno = errno
  }
}
