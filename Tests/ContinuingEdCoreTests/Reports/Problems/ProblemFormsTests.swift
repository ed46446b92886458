import Testing

@testable import ContinuingEdCore

/// Many problems in words: each is worded as if it were the only one.
@Suite struct ProblemFormsTests {
  private static let cells: [String?] = [
    nil, "", "abc", "370402199003071234", "3.7E+17", "45108", "４５１０８", "2022-13-01", "#REF!", "#####",
    "a\"b,c", "=1",
    "网络平台学", "8小时", "a\u{1}b\u{2}c", "山东\n省", "e\u{301}", String(repeating: "长", count: 50),
    "1\r\n2345678901",
  ]

  private static let records: Records = {
    var records = Records()
    for path in ["staff.csv", "=more,1.csv"] {
      var file = SourceFile(path: path)
      file.headings = ["身份证号", "开始日期", "培训时间", "学\n时", "=类,别"]
      file.columns = [.personID, .start, .period, .hours, .category]
      records.files.append(file)
    }
    records.problems.suggest = { "\($0.code) of \($1) \($2)" }
    var line = 2
    for code in ProblemCode.allCases {
      for column in [ProblemColumn.none, .heading(0), .heading(1), .heading(4), .absent(.hours)] {
        for (index, cell) in cells.enumerated() {
          records.problems.append(
            FoundProblem(
              code, file: index % 2, line: line, record: index % 7 == 0 ? 0 : line - 1, column: column,
              value: cell, suggestion: index % 5 == 0 ? "\"\(index)\"" : nil,
              earlier: index % 3 == 0 ? (file: index % 4 / 2, line: line - 1) : nil))
          line += 1
        }
      }
      for cell in cells.compactMap({ $0 }) + cells.compactMap({ $0 }) {
        var cell = cell
        cell.withUTF8 {
          records.problems.append(
            code, line: UInt32(line), record: 1, field: .start, heading: 1, value: UnsafeRawBufferPointer($0))
        }
        line += 1
      }
    }
    return records
  }()

  private func forms(_ language: Language, _ ids: IDStyle) -> ProblemForms {
    let (problems, files) = (ProblemFormsTests.records.problems, ProblemFormsTests.records.files)
    return ProblemForms(problems, files: files, in: language, ids: ids) { problem in
      var frame = ProblemForms.Frame()
      frame.head.append("\(problem.code.code) \(problem.file)")
      return frame
    }
  }

  @Test(arguments: Language.allCases, [IDStyle.full, .masked])
  func `messages, cells and suggestions are those of each problem by itself`(language: Language, ids: IDStyle)
  {
    let records = ProblemFormsTests.records
    let forms = forms(language, ids)
    #expect(records.problems.count > 4000)
    for (place, problem) in records.problems.enumerated() {
      let (item, form) = forms.lookUp(place)
      var buffer = ByteBuffer()
      forms.appendMessage(of: item, form, to: &buffer)
      let message = ProblemWording.message(problem, in: language, files: records.files, mask: ids.show)
      #expect(String(decoding: buffer.bytes, as: UTF8.self) == message)
      #expect(String(decoding: form.head, as: UTF8.self) == "\(problem.code.code) \(problem.file)")
      forms.withValue(of: item) { value in
        let shown = problem.value.map { problem.code.isAboutID ? ids.show($0) : $0 }
        #expect(value.map { String(decoding: $0, as: UTF8.self) } == shown)
      }
      forms.withSuggestion(for: item) { suggestion in
        #expect(suggestion.map { String(decoding: $0, as: UTF8.self) } == problem.suggestion)
      }
    }
  }

  @Test func `a suggestion is found once for a slip and column`() {
    var records = Records()
    let asked = Asked()
    records.problems.suggest = { code, field, value in
      asked.count += 1
      return value == "x" ? "y" : nil
    }
    for number in 0..<300 {
      var cell = number % 2 == 0 ? "x" : "z"
      cell.withUTF8 {
        records.problems.append(
          number < 200 ? .badHours : .badDate, line: 1, record: 1, field: .hours, heading: nil,
          value: UnsafeRawBufferPointer($0))
      }
    }
    let memo = SuggestionMemo()
    for (number, item) in records.problems.items.enumerated() {
      memo.withSuggestion(item, of: records.problems) { suggestion in
        #expect(suggestion.map(Array.init) == (number % 2 == 0 ? Array("y".utf8) : nil))
      }
    }
    #expect(asked.count == 4)
  }

  private final class Asked: @unchecked Sendable { var count = 0 }
}
