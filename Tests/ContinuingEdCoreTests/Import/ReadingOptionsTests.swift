import Testing

@testable import ContinuingEdCore

@Suite("What is said of tables before they are read")
struct ReadingOptionsTests {
  private static let header = "身份证号,姓名,单位,类别,年度,学时\n"

  @Test(
    "blank people are those of the row above", arguments: [1, 7, 1 << 20])
  func fillsDown(blockSize: Int) throws {
    let text =
      Self.header
      + """
      a,王芳,一院,自学,2023,1
      ,,,自学,2023,2
      合计,,,,,3
      ,王 芳,,自学,2023,3
      ,李明,,自学,2023,4
      b,李明,二院,自学,2023,5
      "x"y,,,自学,2023,6
      ,,,自学,2023,7

      """
    let records = try Reading.read([text]) {
      $0.fillsDown = true
      $0.blockSize = blockSize
      $0.workers = 3
    }
    // Line 6 names somebody else, and behind line 8 nobody knows whose row the last one was.
    #expect(Reading.people(records) == ["a:2 3 5", "b:7"])
    #expect(
      Reading.problems(records) == [
        "skipped-row@4/3", "missing-person@6/5:0=", "bad-quote@8/7", "missing-person@9/8:0=",
      ])
  }

  @Test("a blank ID below a filled one is told of merged cells")
  func mergedCells() throws {
    let records = try Reading.read([Self.header + ",x,,自学,2023,1\na,x,,自学,2023,2\n,,,自学,2023,3\n"])
    #expect(records.problems.map(\.variant) == [.plain, .mergedCells])
  }

  @Test("rows without an ID are found by name, and by unit where two share it")
  func byName() throws {
    var options = ImportOptions()
    options.identifiesByName = true
    let roster = "身份证号,姓名,单位\na,王芳,一院\nb,李明,一院\nc,李明,二院\n"
    let text = "姓名,单位,类别,年度,学时\n王 芳,,自学,2023,1\n李明,二 院,自学,2023,2\n李明,,自学,2023,3\n赵六,,自学,2023,4\n"
    let records = try Importer(options).read(
      [.bytes(name: "a.csv", Array(text.utf8))], roster: .bytes(name: "r.csv", Array(roster.utf8)))
    #expect(Reading.people(records) == ["a:2", "b:", "c:3"])
    #expect(records.problems.map(\.code) == [.missingPerson, .missingPerson])
    #expect(records.problems.map(\.variant) == [.nameOfSeveral, .nameOfNobody])
    #expect(records.problems.map(\.line) == [4, 5])
  }

  @Test("a masked ID is that of the one person on the roster whom it fits")
  func masked() throws {
    let roster = "身份证号,姓名\n11010519491231002X,王芳\n11010519491231102X,李明\n"
    let text = Self.header + "1101**********002X,王芳,,自学,2023,1\n1101**********002X,赵六,,自学,2023,2\n1101************2X,,,自学,2023,3\n"
    let records = try Importer(ImportOptions()).read(
      [.bytes(name: "a.csv", Array(text.utf8))], roster: .bytes(name: "r.csv", Array(roster.utf8)))
    #expect(
      records.problems.filter { $0.code != .idChecksum }.map { "\($0.code.code)@\($0.line)" } == [
        "near-id@2", "mangled-id@3", "mangled-id@4",
      ])
    #expect(records.entries(of: 0).count == 1)
  }

  @Test("blank and missing cells get a value")
  func fixedValues() throws {
    let records = try Reading.read(["身份证号,类别,学时\na,,8\nb,自学,\nc,培训,8\n"]) {
      $0.fixedValues = [(.year, "2023"), (.category, "自学"), (.hours, "4"), (.start, "2023-05-01")]
    }
    #expect(Reading.problems(records) == [])
    #expect(records.allEntries.map { $0.hours?.description } == ["8", "4", "8"])
    #expect(records.allEntries.map(\.year) == [2023, 2023, 2023])
    #expect(records.allEntries.map { $0.category?.code } == ["self-study", "self-study", "training"])
  }

  @Test("a value set makes the column of a category needless")
  func categoryIsSet() throws {
    let records = try Reading.read(["登记表\n身份证号,年度,学时\na,2023,8\n"]) { $0.fixedValues = [(.category, "自学")] }
    #expect(Reading.problems(records) == ["skipped-row@1/0"])
    #expect(Reading.people(records) == ["a:3"])
  }

  @Test("one value of a column is read as another", arguments: ["类别", "category", "培训类别", "项目"])
  func valueNames(column: String) throws {
    let records = try Reading.read(["身份证号,项目,年度,学时\na,网 课,2023,8\nb,网课堂,2023,8\n"]) {
      $0.columnNames = [("项目", .category)]
      $0.valueNames = [(column: column, old: "网课", new: "自学")]
    }
    #expect(Reading.problems(records) == ["unknown-category@3/2:1=网课堂"])
  }

  @Test("a column can be taken away, and a name of one's own goes first")
  func columnsAreChosen() throws {
    let text = "身份证号,类别,年度,学时,课时\na,自学,2023,8,9\n"
    let ignoring = try Reading.read([text]) { $0.ignoredColumns = ["学时"] }
    #expect(ignoring.problems.isEmpty)
    #expect(ignoring.allEntries.map { $0.hours?.description } == ["9"])
    let mapped = try Reading.read([text]) { $0.columnNames = [("课时", .hours)] }
    #expect(Reading.problems(mapped) == ["column-unused@1/0:3=学时"])
    #expect(mapped.allEntries.map { $0.hours?.description } == ["9"])
    #expect(mapped.unmetHeadings(ImportOptions()) == [])
    var options = ImportOptions()
    options.columnNames = [("课时：", .hours), ("无此列", .year)]
    #expect(mapped.unmetHeadings(options) == ["无此列"])
  }

  @Test("months give the credit year where no day is needed")
  func months() throws {
    let text = """
      身份证号,类别,开始日期,结束日期,培训时间,学时
      a,自学,2023-05,,,1
      b,自学,2023年5月1日,2024.1,,2
      c,自学,2022-12,2023-01-05,,3
      d,自学,,,2023年11月至12月,4
      e,自学,2023-05,2023-04-30,,5
      f,培训,2023-05,,,6
      g,自学,2023-05,2023/5/1,,7

      """
    let records = try Reading.read([text])
    #expect(Reading.problems(records) == ["end-before-start@6/5:3=2023-04-30", "bad-date@7/6:2=2023-05"])
    let facts = records.allEntries.map { entry in
      "\(entry.year.map(String.init) ?? "-") \(entry.start?.description ?? "-") \(entry.end?.description ?? "-")"
    }
    #expect(
      facts == [
        "2023 - -", "2024 - -", "- - 2023-01-05", "2023 - -", "- - 2023-04-30", "- - -", "- - 2023-05-01",
      ])
  }

  @Test("0 hours are none where hours make the amount, and blank elsewhere")
  func zeroHours() throws {
    let text = "身份证号,类别,年度,学时\na,自学,2023,0\nb,自学,20x,0.00学时\nc,成果论著,2023,0\n"
    let records = try Reading.read([text])
    #expect(Reading.problems(records) == ["zero-hours@2/1:3=0", "bad-year@3/2:2=20x", "zero-hours@3/2:3=0.00学时"])
    #expect(Reading.people(records) == ["a:", "b:", "c:4"])
  }
}
