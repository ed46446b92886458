import Foundation
import Testing

@testable import ContinuingEdCore

/// Everything that people read has words in both languages, errors too.
@Suite struct LibraryWordsTests {
  private static func words<Word: CodedWord & Localized>(_: Word.Type) -> [any Localized] {
    Array(Word.allCases)
  }

  @Test("every word of a list has words in both languages, and Chinese ones are Chinese")
  func lists() {
    let words =
      Self.words(Verdict.self) + Self.words(EntryState.self) + Self.words(LossReason.self)
      + Self.words(PendingReason.self) + Self.words(FindingCode.self) + Self.words(ProblemCode.self)
      + Self.words(ContinuingEdCore.Category.self) + Self.words(Subject.self) + Self.words(LeaveKind.self)
      + Self.words(Level.self) + Self.words(Module.self) + Self.words(ExamResult.self)
      + Self.words(ReviewStatus.self) + Self.words(Employer.self) + Self.words(Plan.Outcome.self)
    for word in words {
      let (chinese, english) = (word.text(in: .chinese), word.text(in: .english))
      #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(word)")
      #expect(!english.isEmpty && chinese != english, "\(word)")
    }
  }

  /// An error of each kind, as somebody catches it who knows nothing of it.
  private static func errors() async throws -> [any Error] {
    var errors: [any Error] = []
    func collect(_ body: () async throws -> Void) async {
      do { try await body() } catch { errors.append(error) }
    }
    let nowhere = URL(fileURLWithPath: "/nowhere/at/all")
    await collect { _ = try RuleSet(city: "qingdao", year: 2023) }
    await collect { _ = try RuleSet(json: Array("{}".utf8), named: "x.json") }
    await collect { _ = try await Staff(contentsOf: [nowhere], for: []) }
    await collect { _ = try Ledger(at: nowhere) }
    await collect {
      var options = ReadingOptions()
      options.columns = ["人员代码": "no_such_column"]
      _ = try Staff(csv: [], named: "x.csv", for: [], options: options)
    }
    if let fault = RuleSet.faults(inJSON: [], named: "x.json").first { errors.append(fault) }
    return errors
  }

  @Test("every error says in both languages what is wrong")
  func errorsSpeak() async throws {
    let errors = try await Self.errors()
    #expect(errors.count == 6)
    for error in errors {
      let words = try #require(error as? any Localized)
      let said = error.localizedDescription
      #expect(said.contains(words.text(in: .chinese)) && said.contains(words.text(in: .english)))
      #expect(words.text(in: .chinese) != words.text(in: .english))
    }
  }

  @Test("a problem has its place, its words and its weight")
  func problems() throws {
    let rows = "身份证号,类别,学时,开始日期\nT-7,培训进修,8,2023-13-01\n"
    let problem = try #require(
      Staff(csv: Array(rows.utf8), named: "登记表.csv", for: []).problems.first)
    #expect(problem.code == .badDate && problem.severity == .error)
    #expect(problem.file == "登记表.csv" && problem.line == 2 && problem.column == "开始日期")
    #expect(problem.value == "2023-13-01")
    #expect(problem.text(in: .chinese).hasPrefix("登记表.csv:2: 开始日期："))
    #expect(
      try JSONDecoder().decode(ContinuingEdCore.Problem.self, from: JSONEncoder().encode(problem)) == problem)
  }

  @Test("options are followed")
  func options() throws {
    var options = ReadingOptions()
    options.columns = ["人员代码": "person_id", "办法": "类别"]
    options.delimiter = .semicolon
    let rows = "人员代码;办法;学时;开始日期\nT-7;培训进修;8;2023-05-04\n"
    let staff = try Staff(csv: Array(rows.utf8), named: "登记表.csv", for: [], options: options)
    #expect(staff.people.map(\.id) == ["T-7"] && staff.problems.isEmpty)
  }
}
