import Foundation
import Testing

/// The tests in Python that have other people's programs look at what the tool writes. What they need may be missing on
/// a machine; then they are skipped and say so. `.ci/run` installs it and runs them itself.
@Suite struct OtherProgramsTests {
  /// Whether a script can run here, or has to.
  static func canRun(importing modules: [String]) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    if environment["CECREDIT_SCRIPTS_RAN"] != nil { return false }
    if environment["CECREDIT_REQUIRE"] != nil { return true }
    let imports = modules.map { "import \($0)" }.joined(separator: "; ")
    return (try? BuiltProgram.shell("python3 -c '\(imports)'", environment: path).status) == 0
  }

  static let path = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]

  @Test(.enabled(if: canRun(importing: ["openpyxl"]), "openpyxl is not there, or .ci/run has run this"))
  func `openpyxl and LibreOffice read written workbooks`() throws {
    try run("Tests/WorkbookTests/test_written_workbooks.py")
  }

  @Test(
    .enabled(
      if: canRun(importing: ["pdfplumber", "playwright", "axe_playwright_python"]),
      "pdfplumber, playwright or axe is not there, or .ci/run has run this"))
  func `Chromium shows and prints reports`() throws {
    try run("Tests/ReportTests/test_report_in_browser.py")
  }

  private func run(_ script: String) throws {
    let outcome = try BuiltProgram.shell("python3 '\(script)' 2>&1", environment: Self.path)
    #expect(outcome.status == 0, "\(outcome.text)")
  }
}
