import Foundation
import Testing

/// No output may be an input or another output, whatever it is called (Outputs: Outputs).
@Suite struct OutputPlacesTests {
  /// Runs `check` in a folder with `staff.csv`, a link, a hard link and a roster; says the status and whether all of them are
  /// as they were.
  private static func check(_ arguments: String, before: String = "true") throws -> (Int32, String) {
    try BuiltProgram.withFolder { folder in
      let rows = BuiltProgram.header + BuiltProgram.short + BuiltProgram.broken
      try Data(rows.utf8).write(to: folder.appendingPathComponent("staff.csv"))
      try Data("身份证号,姓名\nA2,李四\nA4,赵六\n".utf8).write(to: folder.appendingPathComponent("people.csv"))
      let outcome = try BuiltProgram.shell(
        """
        cd '\(folder.path)'
        ln -s staff.csv link.csv; ln staff.csv hard.csv; mkdir sub; ln -s .. sub/up; cp staff.csv old
        \(before)
        $CECREDIT check staff.csv --rules heze-2022 --roster people.csv \(arguments) > out 2> err
        status=$?
        cmp -s staff.csv old || echo changed
        grep -c A2 people.csv
        exit $status
        """)
      return (outcome.status, outcome.text)
    }
  }

  @Test(arguments: [
    "-o staff.csv", "-o ./staff.csv", "-o sub/../staff.csv", "-o sub/up/staff.csv", "-o link.csv",
    "-o hard.csv",
    "-o people.csv", "--problems link.csv", "--rejects hard.csv", "-o a.csv --problems a.csv",
    "-o a.csv --problems ./a.csv", "-o a.csv --rejects sub/../a.csv", "-o sub/up/a.csv --rejects a.csv",
    "-o - --problems -", "--problems - --rejects -", "--problems p.json --rejects sub/up/p.json",
  ])
  func refused(arguments: String) throws {
    let (status, text) = try Self.check(arguments)
    #expect(status == 2)
    #expect(text == "1\n")
  }

  @Test(arguments: ["-o a.csv --problems b.csv --rejects c.csv", "-o sub/a.csv --problems a.csv", "-o -"])
  func allowed(arguments: String) throws {
    let (status, text) = try Self.check(arguments)
    #expect(status == 3)
    #expect(text == "1\n")
  }

  @Test func `rejected rows of files with other columns go to no input`() throws {
    try BuiltProgram.withFolder { folder in
      let outcome = try BuiltProgram.shell(
        """
        cd '\(folder.path)'
        printf '身份证号,类别,年度,学时\\nA1,论文,2022,x\\n' > a.csv
        printf '身份证号,类别,年度,学时,名称\\nA1,论文,2022,x,t\\n' > r-2.csv
        cp r-2.csv old
        $CECREDIT check a.csv r-2.csv --rules heze-2022 --rejects r.csv > out 2> err; echo $?
        cmp r-2.csv old; ls
        """)
      #expect(outcome.text == "2\na.csv\nerr\nold\nout\nr-2.csv\n")
    }
  }

  @Test(arguments: ["template", "rules new --from heze-2022"])
  func `what is to be filled in is not written over`(command: String) throws {
    try BuiltProgram.withFolder { folder in
      let name = command == "template" ? "a.csv" : "qingdao-2026.json"
      let outcome = try BuiltProgram.shell(
        """
        cd '\(folder.path)'
        echo mine > \(name)
        $CECREDIT \(command) -o \(name) 2> err; echo $?
        cat \(name)
        $CECREDIT \(command) -o \(name) --force 2> err; echo $?
        grep -c mine \(name)
        """)
      #expect(outcome.text == "2\nmine\n0\n0\n")
    }
  }
}
