import Testing

@testable import ContinuingEdCore

/// Which rows of a person are about the same (Problems: Codes of warnings).
@Suite struct SimilarRowsTests {
  @Test("rows of other days, categories or titles are not, with a title or without", arguments: ["", "课程"])
  func differ(title: String) throws {
    var text = "person_id,category,subject,kind,title,start,end,hours\n"
    var rows = 0
    for category in Category.allCases {
      for day in 1...9 {
        for end in day...9 {
          let kind = category == .leave ? "sick" : ""
          text += "a,\(category.code),professional,\(kind),\(title),2023-05-0\(day),2023-05-0\(end),8\n"
          rows += 1
        }
      }
    }
    let records = try Importer().read([.bytes(name: "a.csv", Array(text.utf8))])
    // 16 categories × (9 + 8 + … + 1) pairs of days.
    #expect(rows == 16 * 45)
    #expect(records.entries.count(of: 0) == rows)
    #expect(records.problems.isEmpty)
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
