import Testing

@testable import ContinuingEdCore

/// Of the activities that fit an entry, the one that names more judges it.
@Suite struct WhichActivityTests {
  @Test func levelsTellWorkshopsApart() throws {
    var person = try OnePerson(under: "zaozhuang-2023")
    for level in [nil] + Level.allCases {
      person.add(.workshop, "2023-05-08", hours: 100) {
        ($0.level, $0.marks) = (level, [.filed, .evidence])
      }
    }
    // 2 is the row of provincial and municipal workshops, 4 that of any other.
    #expect(person.judgement().entries.map(\.activity) == [4, 4, 2, 2, 4])
  }

  @Test func aListedPlatformTellsTrainingApart() throws {
    var person = try OnePerson(under: "yantai-2023")
    for platform in ["", "行业网", "鲁东大学继续教育学院", "edu.ytsnky.cn"] {
      person.add(.training, "2023-05-08", hours: 100, platform: platform)
    }
    #expect(
      person.judgement().entries.map { $0.losses.map(\.reason.code) } == [
        ["not-filed"], ["not-filed"], [], [],
      ])
  }

  @Test(arguments: [
    ("知识更新工程", "", true), ("", "专业 知识更新 研修", true), ("其他", "高级研修", false), ("", "", false),
  ])
  func wordsStandInKindOrTitle(kind: String, title: String, isProgramme: Bool) throws {
    let text =
      "person_id,category,kind,title,start,end,hours,filing\n"
      + "a,workshop,\(kind),\(title),2022-07-04,2022-07-08,40,备1\n"
    let rules = try RuleLibrary.embedded().ruleSet(id: "heze-2022")
    var options = ImportOptions()
    (options.categoriesByWords, options.keepsTitles) = (rules.categoriesByWords, false)
    let records = try Importer(options).read([.bytes(name: "a.csv", Array(text.utf8))])
    let judgement = Evaluator(ruleSets: [rules], calendar: .embedded, asOf: nil, records: records)
      .judge(0, detail: true)
    // The programme's workshops have 30 a year; others 8 on each of five days.
    #expect(judgement.credited.professional == (isProgramme ? Hours(30) : Hours(40)))
  }

  @Test func anAssignmentOfOneSubjectHasNothingForTheOther() throws {
    var person = try OnePerson(under: "yantai-2023")
    person.add(.assignment, "2023-03-01", "2023-08-31", hours: 3600)
    person.add(.assignment, "2022-03-01", "2022-08-31", hours: 3600) { $0.year = 2023 }
    let entries = person.judgement().entries
    #expect(entries.map(\.subject) == [.public, .professional, .public, .professional])
    #expect(entries.map(\.worth.hundredths) == [0, 3600, 0, 3600])
    #expect(entries[0].reasons == entries[1].reasons && entries[0].reasons.words == [.amountOutsideNotice])
    #expect(person.losses() == ["outside-year 0", "outside-year 3600"])
  }
}
