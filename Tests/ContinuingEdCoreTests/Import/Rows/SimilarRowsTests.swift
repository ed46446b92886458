import Testing

@testable import ContinuingEdCore

/// Which rows of a person are about the same (Problems: Codes of warnings).
@Suite struct SimilarRowsTests {
  @Test(
    "rows of other days, categories or titles are not, with a title or without",
    arguments: [
      ("none", 0), ("each its own", 0),
      // Of 45 rows of a category the first begins on the 1st and ends there. The others begin or end on a day on which
      // an earlier one does; assignments, leaves and a year's hours are no activities: 44 of 13 categories.
      ("one of all", 44 * 13),
    ])
  func differ(titles: String, similar: Int) throws {
    var text = "person_id,category,subject,kind,title,start,end,hours\n"
    var rows = 0
    for category in Category.allCases {
      for day in 1...9 {
        for end in day...9 {
          let kind = category == .leave ? "sick" : ""
          let title = titles == "none" ? "" : titles == "each its own" ? "课程\(rows)" : "课程"
          text += "a,\(category.code),professional,\(kind),\(title),2023-05-0\(day),2023-05-0\(end),8\n"
          rows += 1
        }
      }
    }
    let records = try Importer().read([.bytes(name: "a.csv", Array(text.utf8))])
    // 16 categories × (9 + 8 + … + 1) pairs of days.
    #expect(rows == 16 * 45)
    #expect(records.entries.count(of: 0) == rows)
    #expect(records.problems.map(\.code) == Array(repeating: .possibleDuplicate, count: similar))
  }

  @Test("rows that differ in hours only are, for every category")
  func areSimilar() throws {
    for category in Category.allCases {
      let kind = category == .leave ? "sick" : ""
      let row = "a,\(category.code),professional,\(kind),,2023-05-06,2023-05-06,"
      let text = "person_id,category,subject,kind,title,start,end,hours\n" + row + "8\n" + row + "9\n"
      let records = try Importer().read([.bytes(name: "a.csv", Array(text.utf8))])
      #expect(records.problems.map(\.code) == [.possibleDuplicate], "\(category)")
    }
  }
}
