import Foundation

/// Why a file could not be read at all. Whatever is wrong within one is a ``Problem``, and no error.
public struct ReadingError: Error, Sendable, Equatable, Localized, LocalizedError {
  /// What was wrong, with what the words are made of.
  enum Cause: Sendable, Equatable {
    case file(ImportError)
    case noSuchColumn(String)
  }
  private let cause: Cause

  init(_ cause: Cause) { self.cause = cause }
  init(_ error: ImportError) { cause = .file(error) }

  /// Why a file can't be read.
  public enum Reason: String, CaseIterable, Codable, Sendable {
    /// It can't be opened, or reading it stopped: it is not there, or nobody may.
    case cannotRead = "cannot-read"
    /// It is a folder, or a device without an end.
    case notAFile = "not-a-file"
    /// It became shorter while it was read.
    case changed
    /// It has a record of more than 2 GiB.
    case recordTooLong = "record-too-long"
    /// The workbook is damaged, encrypted, too large, or of a kind that is not read.
    case badWorkbook = "bad-workbook"
    /// No workbook has the sheet that was asked for.
    case noSuchSheet = "no-such-sheet"
    /// It is neither text nor a workbook.
    case notText = "not-text"
    /// The system has no table of GB18030.
    case noConversion = "no-conversion"
    /// ``ReadingOptions/columns`` names a column that there is not.
    case noSuchColumn = "no-such-column"
  }

  /// Why it could not be read.
  public var reason: Reason {
    guard case .file(let error) = cause else { return .noSuchColumn }
    return switch error {
    case .cannotOpen, .cannotRead: .cannotRead
    case .isDirectory, .isDevice: .notAFile
    case .changedWhileReading: .changed
    case .recordTooLong: .recordTooLong
    case .workbook: .badWorkbook
    case .noSuchSheet: .noSuchSheet
    case .notText: .notText
    case .noConversionTable: .noConversion
    }
  }

  /// What could not be read, and what would help.
  public func text(in language: Language) -> String {
    switch cause {
    case .file(let error):
      LedgerFailure.unreadable(error, language) { SystemReason.text($0, in: language) }
    case .noSuchColumn(let name):
      language.pick("没有“\(name)”这一列", "there is no column \"\(name)\"")
    }
  }
}
