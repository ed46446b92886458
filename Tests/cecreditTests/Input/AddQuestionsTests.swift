import Foundation
import Glibc
import Testing

/// `add` on a terminal: it asks for what is missing, and again for what can't be read.
@Suite struct AddQuestionsTests {
  /// A terminal that a test types on.
  private struct Keyboard {
    let typing: Int32
    let reading: Int32

    init() throws {
      typing = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      // The numbers of TIOCSPTLCK and TIOCGPTN, which unlock the other side and tell its name.
      var (lock, name): (Int32, Int32) = (0, 0)
      try #require(ioctl(typing, 0x4004_5431, &lock) == 0 && ioctl(typing, 0x8004_5430, &name) == 0)
      reading = open("/dev/pts/\(name)", O_RDWR | O_NOCTTY | O_CLOEXEC)
      try #require(reading >= 0)
    }

    func type(_ text: String) {
      let bytes = Array(text.utf8)
      write(typing, bytes, bytes.count)
    }

    func close() {
      Glibc.close(reading)
      Glibc.close(typing)
    }
  }

  /// What a run printed and said, and how it ended.
  private struct Talk {
    var out: String
    var said: String
    var ending: SpawnedProgram.Ending
  }

  /// Runs `add` with these arguments while somebody types.
  private func add(_ arguments: [String], to book: LedgerBook, typing text: String, signal: Int32? = nil)
    throws -> Talk
  {
    let keyboard = try Keyboard()
    defer { keyboard.close() }
    let (out, said) = (
      book.work.appendingPathComponent("out").path, book.work.appendingPathComponent("said").path
    )
    keyboard.type(text)
    let program = try SpawnedProgram(
      ["add", "--ledger", book.path] + arguments, input: keyboard.reading, output: out, messages: said)
    if let signal {
      // Until it asks.
      while try BuiltProgram.text(said).isEmpty { usleep(2000) }
      program.send(signal)
    }
    let ending = program.wait()
    return Talk(out: try BuiltProgram.text(out), said: try BuiltProgram.text(said), ending: ending)
  }

  @Test func `asks for the person, the category and what that needs`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let talk = try add([], to: book, typing: "张三\n网上学习\n公需\n2023-08-01\n30\n")
      #expect(talk.ending == .exited(0))
      #expect(talk.out == "added 2023-3\n")
      #expect(
        talk.said
          == "ID or name: category (online, training, workshop, education, qualification, achievement, "
          + "grassroots, expert, assignment, competition, self-study, registered, transfer, other, leave, annual): "
          + "subject (public, professional): start (as 2023-07-01): hours (as 8 or 2.5): ")
      #expect(
        try book.list().last
          == "2023-3,2,current,,A1,张三,一院,,public,online,,,,,,2023-08-01,,,30,,,,,,,,,,,,,")
    }
  }

  @Test func `asks only for what is missing`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let words = ["--person", "A1", "--category", "leave", "--start", "2023-03-01", "--end", "2023-05-01"]
      let talk = try add(words, to: book, typing: "sick\n")
      #expect(talk.ending == .exited(0))
      #expect(talk.said == "kind (abroad, sick, maternity, other): ")
    }
  }

  @Test func `a year will do where no day is needed, and so will a day`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let words = ["--person", "A1", "--category", "education", "--hours", "8"]
      let year = try add(words, to: book, typing: "2021\n")
      #expect(year.out == "added 2021-1\n")
      let day = try add(words, to: book, typing: "2020-07-01\n")
      #expect(day.out == "added 2020-1\n")
    }
  }

  @Test func `a bad answer is explained, with what was probably meant, and asked for again`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let talk = try add(
        ["--person", "A1"], to: book, typing: "trainin\ntraining\n2023-02-30\n2023-02-28\n\n八\n8\n")
      #expect(talk.ending == .exited(0))
      #expect(talk.out == "added 2023-3\n")
      for words in [
        "Did you mean “training”?", "start “2023-02-30” is not a date", "hours “八” is not a number",
      ] {
        #expect(talk.said.contains(words), "\(talk.said)")
      }
    }
  }

  @Test func `somebody unknown who is near somebody known is asked for again`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let words = ["--category", "training", "--start", "2023-10-01", "--hours", "2"]
      let talk = try add(words, to: book, typing: "张四\nA1\n")
      #expect(talk.out == "added 2023-3\n")
      #expect(talk.said.contains("nobody \"张四\""))
      #expect(try book.list().last?.contains(",A1,张三,") == true)
    }
  }

  @Test func `the end of the input adds nothing`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let before = try book.content()
      // Ctrl-D at the beginning of a line.
      let talk = try add(["--person", "A1"], to: book, typing: "training\n\u{4}")
      #expect(talk.ending == .exited(2))
      #expect(talk.out.isEmpty)
      #expect(talk.said.contains("the input ended; nothing was added"))
      #expect(try book.content() == before)
    }
  }

  @Test func `Ctrl-C at a question exits with 130 and changes nothing`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let before = try book.content()
      let talk = try add(["--person", "A1"], to: book, typing: "", signal: SIGINT)
      #expect(talk.ending == .exited(130))
      #expect(try book.content() == before)
    }
  }

  @Test func `no-input asks nothing, terminal or not`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let talk = try add(["--person", "A1", "--no-input"], to: book, typing: "training\n")
      #expect(talk.ending == .exited(2))
      #expect(talk.said.contains("--category is missing"))
    }
  }
}
