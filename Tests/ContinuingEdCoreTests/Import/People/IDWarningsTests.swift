import Testing

@testable import ContinuingEdCore

@Suite struct IDWarningsTests {
  private static func problems(_ ids: String, roster: String? = nil) throws -> String {
    let rows = ids.split(separator: " ").enumerated().map { place, id in
      "\(id),,training,,2023-05-\(place + 10),,8,t\(place)\n"
    }
    let records = try Reading.read(
      [Reading.header + rows.joined()],
      roster: roster.map { "person_id,unit\n" + $0.split(separator: " ").map { "\($0),u\n" }.joined() })
    return records.problems.map { problem in
      let other = problem.code == .nearID ? ">\(problem.details.first ?? "")" : ""
      return "\(problem.file + 1)#\(problem.code.code)@\(problem.line)=\(problem.value ?? "")\(other)"
    }.joined(separator: " ")
  }

  @Test(
    "once all IDs are known",
    arguments: [
      ("a check digit, once", "370402199003071235 370402199003071235", "1#id-checksum@2=370402199003071235"),
      ("zeros that were lost", "00123 123", "1#near-id@3=123>00123"),
      ("each of the later ones", "123 0123 00123 0123", "1#near-id@3=0123>123 1#near-id@4=00123>123"),
      ("other digits", "00123 124 0", ""), ("nothing but zeros", "00 000", ""),
      ("letters too", "0A7 A7", "1#near-id@3=A7>0A7"),
      (
        "15 digits", "370402199003071234 370402900307123",
        "1#near-id@3=370402900307123>370402199003071234"
      ),
      ("15 digits of somebody else", "370402199003071234 370402900307124", ""),
      ("15 digits alone", "370402900307123", ""),
    ])
  func withoutRoster(_ name: String, ids: String, expected: String) throws {
    #expect(try Self.problems(ids) == expected, "\(name)")
  }

  @Test(
    "beside those of the roster",
    arguments: [
      ("the one person it can be", "123 00123", "00123", "1#near-id@2=123>00123"),
      ("zeros too many", "00123", "123", "1#near-id@2=00123>123"),
      (
        "two that it could be", "0123", "123 00123",
        "1#near-id@2=0123>123 1#not-in-roster@2=0123 2#near-id@3=00123>123"
      ),
      ("itself", "00123", "00123", ""),
      (
        "once in the records, once in the roster", "370402199003071235",
        "370402199003071235 370402199003071235",
        "1#id-checksum@2=370402199003071235 2#id-checksum@2=370402199003071235 "
          + "2#duplicate-person@3=370402199003071235"
      ),
      (
        "15 digits on the roster", "370402199003071234", "370402900307123",
        "1#not-in-roster@2=370402199003071234 2#near-id@2=370402900307123>370402199003071234"
      ),
    ])
  func withRoster(_ name: String, ids: String, roster: String, expected: String) throws {
    #expect(try Self.problems(ids, roster: roster) == expected, "\(name)")
  }

  @Test func `rows whose ID lost its zeros are those of the person`() throws {
    let records = try Reading.read(
      [Reading.header + "123,x,training,,2023-05-06,,8,t\n00123,x,training,,2023-05-07,,8,u\n"],
      roster: "person_id,name\n00123,x\n")
    #expect(Reading.people(records) == ["00123:2 3"])
  }

  @Test(
    "who was here in the year",
    arguments: [
      (",2022-12-31", "away@2:3", ""), (",2023-01-01", "", "a:2"), ("2024-01-01,", "away@2:2", ""),
      ("2023-12-31,", "", "a:2"), ("2020-01-01,2022-01-01", "away@2:3", ""), (",", "", "a:2"),
    ])
  func away(dates: String, expected: String, people: String) throws {
    let records = try Reading.read(
      [Reading.header + "a,x,training,,2023-05-06,,8,t\n"], roster: "person_id,name,from,to\na,x,\(dates)\n"
    ) { $0.year = 2023 }
    let found = records.problems.map { problem in
      if case .heading(let index) = problem.column {
        "\(problem.code.code)@\(problem.line):\(index)"
      } else {
        "?"
      }
    }
    #expect(found.joined(separator: " ") == expected)
    #expect(Reading.people(records).joined(separator: " ") == people)
  }

  @Test(
    "names",
    arguments: [
      ("王芳", "王 芳", true), ("郎平", "\u{F92C}平", true), ("赵·六", "赵•六", true), ("赵・六", "赵．六", true),
      ("赵‧六", "赵.六", true), ("王芳", "王方", false), ("Wang", "wang", false), ("王芳", "", true),
      ("", "王芳", true),
    ])
  func names(reference: String, name: String, isSame: Bool) throws {
    let rows = "a,\(name),training,,2023-05-06,,8,t\n"
    let onRoster = try Reading.read(
      [Reading.header + rows], roster: "person_id,name,unit\na,\(reference),u\n")
    #expect(onRoster.problems.contains { $0.code == .nameMismatch } != isSame)
    let first = "a,\(reference),training,,2023-05-06,,8,u\n"
    let alone = try Reading.read([Reading.header + first + rows])
    #expect(alone.problems.contains { $0.code == .nameMismatch } != isSame)
  }

  @Test func `with a roster its name is the one that counts, for every row`() throws {
    let records = try Reading.read(
      [Reading.header + "a,x,training,,2023-05-06,,8,t\na,y,training,,2023-05-07,,8,u\n"],
      roster: "person_id,name\na,y\n")
    #expect(Reading.problems(records) == ["1#name-mismatch@2/1:1=x<2"])
  }

  @Test func `a roster of which no row can be used judges nobody and misses nobody`() throws {
    let records = try Reading.read(
      [Reading.header + "a,x,training,,2023-05-06,,8,t\n"], roster: "person_id,name,person_id\na,y,b\n")
    #expect(records.people.isEmpty)
    #expect(records.problems.map(\.code).filter { $0 != .duplicateColumn } == [])
  }
}
