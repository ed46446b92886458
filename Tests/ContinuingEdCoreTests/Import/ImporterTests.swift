import Testing

@testable import ContinuingEdCore

/// Reads texts as files and shows what came of them in short.
enum Reading {
  static let header = "person_id,name,category,subject,start,end,hours,title\n"

  static func read(
    _ texts: [String], roster: String? = nil, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> Records {
    try read(bytes: texts.map { Array($0.utf8) }, roster: roster.map { Array($0.utf8) }, change)
  }

  static func read(
    bytes: [[UInt8]], roster: [UInt8]? = nil, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> Records {
    var options = ImportOptions()
    change(&options)
    let files = bytes.enumerated().map { InputFile.bytes(name: "file\($0.offset + 1).csv", $0.element) }
    return try Importer(options).read(files, roster: roster.map { .bytes(name: "roster.csv", $0) })
  }

  /// `code@line/record:column=value` of each problem.
  static func problems(_ records: Records) -> [String] {
    records.problems.map { problem in
      let column =
        switch problem.column {
        case .none: ""
        case .heading(let index): ":\(index)"
        case .absent(let field): ":no \(field.english)"
        }
      let file = records.files.count > 1 ? "\(problem.file + 1)#" : ""
      let value = problem.value.map { "=\($0)" } ?? ""
      let earlier = problem.earlier.map { "<\($0.line)" } ?? ""
      return "\(file)\(problem.code.code)@\(problem.line)/\(problem.record)\(column)\(value)\(earlier)"
    }
  }

  /// `id:line line …` of each person.
  static func people(_ records: Records) -> [String] {
    records.people.indices.map { index in
      let lines = records.entries(of: index).map { entry in
        "\(entry.line)" + (entry.marks.contains(.unusable) ? "!" : "")
          + (entry.marks.contains(.duplicate) ? "=" : "")
      }
      return records.texts.string(records.people[index].id) + ":" + lines.joined(separator: " ")
    }
  }
}

@Suite("Reading records files")
struct ImporterTests {
  @Test("a plain file becomes people in order of appearance and their entries in order of rows")
  func plainFile() throws {
    let records = try Reading.read([
      Reading.header + """
        b,王芳,training,professional,2023-05-06,,8,急诊急救
        a,李明,online,public,2023-05-06,2023-05-07,2.5,"法治, 公需"
        b,王芳,training,,2023年6月1日,,16学时,护理
        """
    ])
    #expect(Reading.problems(records) == [])
    #expect(Reading.people(records) == ["b:2 4", "a:3"])
    #expect(records.people.map { records.texts.string($0.name) } == ["王芳", "李明"])
    #expect(records.allEntries.map { records.texts.string($0.title) } == ["急诊急救", "护理", "法治, 公需"])
    #expect(records.allEntries.map { $0.hours?.description } == ["8", "16", "2.5"])
    #expect(records.allEntries.map { $0.subject } == [.professional, nil, .public])
    #expect(records.allEntries.map { $0.end?.description } == [nil, nil, "2023-05-07"])
    #expect(records.files[0].records == 3)
  }

  @Test("every problem of a row is listed at its cell")
  func problemsOfRows() throws {
    let records = try Reading.read([
      Reading.header + """
        ,x,training,,2023-05-06,,8,t
        a,x,traning,,2023-05-06,,abc,t
        b,x,online,,2023-13-06,2023-01-01,8,t
        c,x,training,,2023-05-06,2023-05-05,8,t
        d,x,training,,2023-05-06
        e,x,training,,,,,t
        1.2E+17,x,training,,2023-05-06,,8,t
        """
    ])
    #expect(
      Reading.problems(records) == [
        "missing-person@2/1:0=", "unknown-category@3/2:2=traning", "bad-hours@3/2:6=abc",
        "missing-subject@4/3:3=",
        "bad-date@4/3:4=2023-13-06", "end-before-start@5/4:5=2023-05-05", "short-row@6/5",
        "missing-hours@6/5:6=",
        "missing-date@7/6:4=",
        "missing-hours@7/6:6=", "mangled-id@8/7:0=1.2E+17",
      ])
    #expect(Reading.people(records) == ["a:3!", "b:4!", "c:5!", "d:6!", "e:7!"])
  }

  @Test("duplicates, possible duplicates and other names are warned of at the later row")
  func comparisons() throws {
    let records = try Reading.read([
      Reading.header + """
        a,王芳,training,,2023-05-06,,8,t
        a,王 芳,training,,2023-05-06,,8,t
        a,王芳,training,,2023/5/6,,8.0,t
        a,王方,training,,2023/5/6,,9,t
        """
    ])
    #expect(
      Reading.problems(records) == [
        "possible-duplicate@3/2<2", "duplicate@4/3<2", "possible-duplicate@5/4<2", "name-mismatch@5/4:1=王方<2",
      ])
    #expect(Reading.people(records) == ["a:2 3 4= 5"])
  }

  @Test("with a roster its people are judged, in its order")
  func roster() throws {
    let records = try Reading.read(
      [Reading.header + "b,x,training,,2023-05-06,,8,t\na,y,training,,2023-05-06,,8,t\n"],
      roster: "人员编号,姓名,申报日期\nc,Z,2023-10-09\na,Y,\nc,Z,x\n")
    #expect(Reading.people(records) == ["c:", "a:3"])
    #expect(
      Reading.problems(records) == [
        // The roster calls a Y, and says so on its third line.
        "1#not-in-roster@2/1:0=b", "1#name-mismatch@3/2:1=y<3", "2#duplicate-person@4/3:0=c",
        "2#bad-date@4/3:2=x",
      ])
  }

  @Test(
    "a roster says from when to when somebody is there, and from which year on a title is asked",
    arguments: [
      ("入职日期,离职日期,起算年份", "2023-03-01,2023/9/30,2019", "2023-03-01 2023-09-30 2019", ""),
      ("调入日期,退休日期,title_from", "2023年3月1日,,2019年", "2023-03-01 nil 2019", ""),
      ("到岗时间,调出日期,起算年份", "无,-,", "nil nil nil", ""),
      ("from,to,备注", ",2023-09-30,x", "nil 2023-09-30 nil", ""),
      ("from,to,title_from", "春天,2023-09-31,明年", "nil nil nil", "bad-date:1 bad-date:2 bad-year:3"),
      ("from,to,title_from", "2023-09-30,2023-03-01,", "2023-09-30 2023-03-01 nil", "end-before-start:2"),
    ])
  func yearsOfService(headings: String, cells: String, facts: String, faults: String) throws {
    let records = try Reading.read(
      [Reading.header], roster: "person_id,\(headings)\na,\(cells)\n")
    let read = try #require(records.rosterFacts.first ?? nil)
    let texts = [read.from?.description, read.to?.description, read.titleFrom.map { "\($0)" }]
    #expect(texts.map { $0 ?? "nil" }.joined(separator: " ") == facts)
    #expect(read.hasProblem == !faults.isEmpty)
    let found = records.problems.filter { $0.code.severity == .error }.map { problem in
      if case .heading(let index) = problem.column {
        "\(problem.code.code):\(index)"
      } else {
        problem.code.code
      }
    }
    #expect(found.joined(separator: " ") == faults)
  }

  @Test("a quoted cell that goes wrong takes no other row with it")
  func quotes() throws {
    let records = try Reading.read([
      Reading.header + """
        a,x,training,,2023-05-06,,8,"t"u
        b,x,training,,2023-05-06,,8,"t
        c,x,training,,2023-05-06,,8,5" disk
        d,x,training,,2023-05-06,,8,"t "" u"
        """
    ])
    #expect(Reading.problems(records) == ["bad-quote@2/1", "bad-quote@3/2"])
    #expect(Reading.people(records) == ["c:4", "d:5"])
  }
}
