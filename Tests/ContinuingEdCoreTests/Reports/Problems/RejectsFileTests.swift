import Testing

@testable import ContinuingEdCore

@Suite struct RejectsFileTests {
  private func rejects(_ texts: [String], roster: String? = nil) throws -> (Records, [String]) {
    var options = ImportOptions()
    options.keepsRejectedRows = true
    let files = texts.enumerated().map { InputFile.bytes(name: "\($0.offset).csv", Array($0.element.utf8)) }
    let people = roster.map { InputFile.bytes(name: "roster.csv", Array($0.utf8)) }
    let records = try Importer(options).read(files, roster: people)
    let file = RejectsFile(records, in: .chinese)
    let contents = (0..<file.count).map { index in
      var bytes: [UInt8] = []
      file.write(index) { bytes += $0.bytes }
      return String(decoding: bytes, as: UTF8.self)
    }
    return (records, contents)
  }

  private let header = "身份证号,姓名,类别,年度,学时\n"

  @Test func unusableRowsStandAsTheyCameBehindTheirReasons() throws {
    let (_, contents) = try rejects([
      header + "T1,王芳,自学,2023,8\nT1, \"王,芳\",自学,2023,8小时\nT1,\"李\"明,自学,2023,8\nT2,李明,自学,2023,0\n"
    ])
    #expect(contents.count == 1)
    let lines = contents[0].split(separator: "\n").map(String.init)
    try #require(lines.count == 3)
    #expect(lines[0] == "问题,身份证号,姓名,类别,年度,学时")
    #expect(lines[1].hasPrefix("[ragged-row] "))
    #expect(lines[1].hasSuffix(",T1, \"王,芳\",自学,2023,8小时"))
    #expect(lines[2] == "[bad-quote] 这一行有单元格在结束的引号后面还有文字；单元格中的引号应写成两个。,T1,\"李\"明,自学,2023,8")
    // 0 hours bring nothing and are no problem: that row is not among the rejected ones.
    #expect(lines.count == 3)
  }

  @Test func rowsOfARosterGoIntoAFileOfTheirOwn() throws {
    let (_, contents) = try rejects(
      [header + "T1,王芳,自学,2023,八\n"], roster: "身份证号,姓名,单位性质\nT1,王芳,事业\nT1,王芳,企业\nT2,李明,企业\n")
    try #require(contents.count == 2)
    #expect(contents[0].split(separator: "\n").count == 2)
    let lines = contents[1].split(separator: "\n").map(String.init)
    try #require(lines.count == 3)
    #expect(lines[0] == "问题,身份证号,姓名,单位性质")
    #expect(lines[1].hasPrefix("[unknown-employer] ") && lines[1].hasSuffix(",T1,王芳,事业"))
    #expect(lines[2].hasPrefix("[duplicate-person] ") && lines[2].hasSuffix(",T1,王芳,企业"))
    #expect(lines.count == 3)
  }

  @Test func everyProblemOfARowIsNamed() throws {
    let (_, contents) = try rejects([header + "T1,王芳,自习,二零二三,八\n"])
    #expect(contents[0].contains("[unknown-category] "))
    #expect(contents[0].contains("[bad-year] "))
    #expect(contents[0].contains("是不是“2023”？"))
    #expect(contents[0].contains("[bad-hours] "))
  }

  @Test func whatWasMendedIsReadBack() throws {
    let (_, contents) = try rejects([header + "T1,王芳,自学,2023,八\nT2,李明,自学,2023,8天\n"])
    let mended = contents[0].replacing("2023,八", with: "2023,8").replacing("2023,8天", with: "2023,9")
    let records = try Importer().read([.bytes(name: "mended.csv", Array(mended.utf8))])
    #expect(records.problems.map(\.code) == [.unknownColumn])
    #expect(records.allEntries.compactMap(\.hours) == [Hours(8), Hours(9)])
  }

  @Test func filesWithOtherHeadingsGetFilesOfTheirOwn() throws {
    let (_, contents) = try rejects([
      header + "T1,王芳,自学,2023,八\n", header + "T2,李明,自学,2023,九\n", "工号;类别;年度;学时\nT3;自学;2023;十\n",
    ])
    try #require(contents.count == 2)
    #expect(contents[0].split(separator: "\n").count == 3)
    #expect(contents[1].hasPrefix("问题;工号;类别;年度;学时\n"))
  }

  @Test(arguments: [
    ("a.csv", 0, "a.csv"), ("a.csv", 1, "a-2.csv"), ("dir.d/a", 2, "dir.d/a-3"), (".a", 1, ".a-2"),
    ("x/b.c.csv", 1, "x/b.c-2.csv"),
  ])
  func furtherFilesAreNumbered(path: String, index: Int, expected: String) {
    #expect(RejectsFile.path(path, at: index) == expected)
  }

  @Test func withoutRejectedRowsThereIsAHeaderAlone() throws {
    let (_, contents) = try rejects([header + "T1,王芳,自学,2023,8\n"])
    #expect(contents == ["问题,身份证号,姓名,类别,年度,学时\n"])
  }
}
