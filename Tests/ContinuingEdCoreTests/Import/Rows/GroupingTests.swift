import Testing

@testable import ContinuingEdCore

@Suite("People and rows of several workers") struct GroupingTests {
  private static let header = "person_id,name,unit,category,title,year,hours,note\n"
  /// 30 bytes that two IDs share.
  private static let long = String(repeating: "y", count: 30)

  private static let files = [
    header + """
      b,,,self-study,t,2023,8,1
      a,Wang Fang,,self-study,t,2023,8,1
      \(long)1,,,self-study,t,2023,8,1
      b,Li Ming,One,self-study,t,2023,8,2
      a,WangFang,Two,self-study,t,2023,8,2
      \(long)2,Zhao,,self-study,t,2023,8,1
      b,Li Hong,Three,self-study,t,2023,8,1

      """,
    header + """
      \(long)1,Qian,Four,self-study,t,2023,8,2
      a,Sun,,self-study,t,2023,9,1
      c,Zhou,,self-study,t,2023,8,1
      a,Wang Fang,,self-study,t,2023,8,1

      """,
  ]
  private static let problems = [
    // The same year, category and title, and no days: probably the same as the person's first row.
    "1#possible-duplicate@5/4<2", "1#possible-duplicate@6/5<3", "1#possible-duplicate@8/7<2",
    "1#name-mismatch@8/7:1=Li Hong<5",
    "2#possible-duplicate@2/1<4", "2#possible-duplicate@3/2<3", "2#name-mismatch@3/2:1=Sun<3",
    "2#duplicate@5/4<3",
  ]

  private static func read(_ blockSize: Int, _ workers: Int, roster: String? = nil) throws -> Records {
    try Reading.read(files, roster: roster) {
      $0.blockSize = blockSize
      $0.workers = workers
    }
  }

  @Test(
    "however the files are cut, people and rows come in their order, first names and units count",
    arguments: [(1 << 20, 1), (40, 1), (40, 3), (90, 2), (1, 4)])
  func anyCut(blockSize: Int, workers: Int) throws {
    let records = try Self.read(blockSize, workers)
    let long = Self.long
    #expect(Reading.people(records) == ["b:2 5 8", "a:3 6 3 5=", "\(long)1:4 2", "\(long)2:7", "c:4"])
    #expect(
      records.people.map { records.texts.string($0.name) } == [
        "Li Ming", "Wang Fang", "Qian", "Zhao", "Zhou",
      ])
    #expect(records.people.map { records.texts.string($0.unit) } == ["One", "Two", "Four", "", ""])
    #expect(Reading.problems(records).sorted() == Self.problems.sorted())
    #expect(records.entries(of: 1).map(\.file) == [0, 0, 1, 1])
  }

  @Test("with a roster its people come in its order; the others are told once, and compared all the same")
  func roster() throws {
    for (blockSize, workers) in [(1 << 20, 1), (40, 3), (1, 4)] {
      let roster = "person_id,name,unit\n\(Self.long)2,,Five\nnobody,Wu,\na,Wang,\n"
      let records = try Self.read(blockSize, workers, roster: roster)
      #expect(Reading.people(records) == ["\(Self.long)2:7", "nobody:", "a:3 6 3 5="])
      #expect(records.people.map { records.texts.string($0.name) } == ["Zhao", "Wu", "Wang"])
      #expect(records.people.map { records.texts.string($0.unit) } == ["Five", "", "Two"])
      let strangers = [
        "1#not-in-roster@2/1:0=b", "1#not-in-roster@4/3:0=\(Self.long)1", "2#not-in-roster@4/3:0=c",
      ]
      // The roster's fourth line calls a Wang, as none of a's rows does.
      let names = [
        "1#name-mismatch@3/2:1=Wang Fang<4", "1#name-mismatch@6/5:1=WangFang<4",
        "2#name-mismatch@3/2:1=Sun<4",
        "2#name-mismatch@5/4:1=Wang Fang<4",
      ]
      let others = Self.problems.filter { $0 != "2#name-mismatch@3/2:1=Sun<3" }
      #expect(Reading.problems(records).sorted() == (others + strangers + names).sorted())
    }
  }
}
