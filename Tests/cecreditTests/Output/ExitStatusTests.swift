import Foundation
import Testing

/// CommandLine: Exit status.
@Suite struct ExitStatusTests {
  @Test func `0 where everyone is compliant`() throws {
    #expect(try BuiltProgram.check(BuiltProgram.compliant).status == 0)
  }

  @Test func `2 where nobody is there to judge and nothing is wrong; an empty result is printed`() throws {
    let outcome = try BuiltProgram.check("", ["--format", "csv"])
    #expect(outcome.status == 2)
    #expect(outcome.text.split(separator: "\n").count == 1)
    let json = try BuiltProgram.check("", ["--format", "json"])
    #expect(json.status == 2)
    #expect(json.text.contains("\"people\": []"))
  }

  @Test func `0 where the notice sends everyone to another scheme`() throws {
    try BuiltProgram.withFolder { folder in
      let roster = folder.appendingPathComponent("花名册.csv").path
      try Data("身份证号,姓名,职称系列\nA1,张三,中小学教师\n".utf8).write(to: URL(fileURLWithPath: roster))
      let outcome = try BuiltProgram.run(
        ["check", "-", "--rules", "jinan-2021", "--roster", roster, "--format", "csv"],
        input: Data(BuiltProgram.header.utf8))
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("A1,张三,,not-applicable,0,0,0,0,0,0,0,0,0,0,0,0,other-scheme,\n"))
    }
  }

  @Test func `1 where someone is short`() throws {
    #expect(try BuiltProgram.check(BuiltProgram.compliant + BuiltProgram.short).status == 1)
  }

  @Test func `1 where someone is pending`() throws {
    #expect(try BuiltProgram.check(BuiltProgram.pending).status == 1)
  }

  @Test func `3 where a row has a problem, even if everyone is compliant`() throws {
    let outcome = try BuiltProgram.check(
      BuiltProgram.compliant + "A1,张三,一院,专业,培训进修,急诊,,2022-08-01,,八,备1,\n", ["--format", "csv"])
    #expect(outcome.status == 3)
    #expect(outcome.text.contains("A1,张三,一院,compliant,"))
    #expect(outcome.err.contains("bad-hours"))
  }

  @Test func `3 for a file without a category column; nobody is judged`() throws {
    let outcome = try BuiltProgram.run(
      ["check", "-", "--rules", "heze-2022", "--format", "csv"], input: Data("身份证号,学时\nA1,8\n".utf8))
    #expect(outcome.status == 3)
    #expect(outcome.err.contains("missing-column"))
  }

  @Test(arguments: [
    ["check", "没有这个文件.csv", "--rules", "heze-2022"], ["check", "Tests", "--rules", "heze-2022"],
    ["check", "/dev/zero", "--rules", "heze-2022"],
    ["check", "samples/heze-2022.csv", "--rules", "heze-2022", "-o", "没有这个文件夹/a.csv"],
    ["check", "samples/heze-2022.csv", "--rules", "没有/heze.json"],
    ["check", "samples/heze-2022.csv", "--rules", "samples/heze-2022.csv/x.json"],
    ["check", "samples/heze-2022.csv", "--rules-dir", "没有这个文件夹", "--rules", "heze-2022"],
    ["check", "samples/heze-2022.csv", "--rules", "heze-2022", "--roster", "没有.csv"], [],
  ])
  func `2 where a file can't be read or written`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.out.isEmpty)
    #expect(!outcome.err.isEmpty)
  }

  @Test func `2 where standard output is full or closed`() throws {
    let command = "$CECREDIT check samples/heze-2022.csv --rules heze-2022"
    let full = try BuiltProgram.shell(command + " > /dev/full")
    #expect(full.status == 2)
    #expect(full.err.contains("standard output can't be written"))
    #expect(try BuiltProgram.shell(command + " >&-").status == 2)
  }

  @Test func `a closed standard error is no file that is opened later`() throws {
    try BuiltProgram.withFolder { folder in
      let path = folder.appendingPathComponent("a.csv").path
      let outcome = try BuiltProgram.shell(
        "$CECREDIT check samples/dirty.csv --rules heze-2022 -o '\(path)' 2>&-")
      #expect(outcome.status == 3)
      #expect(try BuiltProgram.text(path).hasPrefix("\u{FEFF}person_id,name,unit,"))
    }
  }

  @Test func `130 where it is interrupted, and no file is left behind`() throws {
    try BuiltProgram.withFolder { folder in
      let outcome = try BuiltProgram.shell(
        """
        cd '\(folder.path)'
        mkfifo rows
        (exec 4>rows; printf '身份证号,类别\\n' >&4; sleep 3) & feeder=$!
        $CECREDIT check rows --rules heze-2022 -o a.csv & program=$!
        for i in $(seq 100); do ls | grep -q part && break; sleep 0.02; done
        ls | grep -c part
        kill -INT $program
        wait $program
        status=$?
        kill $feeder
        ls
        exit $status
        """)
      #expect(outcome.status == 130)
      #expect(outcome.text == "1\nrows\n")
    }
  }
}
