import Foundation
import Testing

/// A folder in the place of a file (RecordsFiles: Other files).
@Suite struct FolderInputTests {
  @Test func `a folder stands for its tables in order of name, hidden and open ones aside`() throws {
    try BuiltProgram.withFolder { folder in
      let row = "A2,李四,二院,专业,培训进修,急诊培训,,2022-08-01,2022-08-01,1,备1,\n"
      for (name, hours) in [
        ("b.CSV", "2"), ("a.txt", "1"), ("a.tsv", "3"), (".c.csv", "4"), ("~$d.csv", "5"), ("e.json", "6"),
        ("f.csv.bak", "7"),
      ] {
        let text =
          BuiltProgram.header
          + row.replacing(",1,备1", with: ",\(hours),备1").replacing("急诊培训", with: "课\(hours)")
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
      // A folder within is none of its tables.
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("g.csv"), withIntermediateDirectories: false)
      for path in [folder.path, folder.path + "/"] {
        let outcome = try BuiltProgram.run([
          "check", path, "--rules", "heze-2022", "--format", "json",
        ])
        #expect(outcome.status == 1, "\(outcome.err)")
        let names = outcome.text.matches(of: /"file": "([^"]*)", "line": 2, "category"/).map { String($0.1) }
        #expect(names == ["a.tsv", "a.txt", "b.CSV"].map { folder.path + "/" + $0 })
        // 3 + 1 + 2 hours, all on one day of 8.
        #expect(outcome.text.contains("\"credited\": {\"public\": 0, \"professional\": 6, \"total\": 6}"))
      }
    }
  }

  @Test func `a folder without tables, and a ledger's, are told as such`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      for (folder, words) in [
        ("Tests", "has no csv, tsv, txt, xlsx or xls file"), (book.path, "is a ledger"),
      ] {
        let outcome = try BuiltProgram.run(
          ["check", folder, "--rules", "heze-2022"], environment: ["LC_ALL": "en"])
        #expect(outcome.status == 2)
        #expect(outcome.out.isEmpty)
        #expect(outcome.err.contains(words), "\(outcome.err)")
      }
    }
  }
}
