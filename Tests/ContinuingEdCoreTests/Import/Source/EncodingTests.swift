import Foundation
import Testing

@testable import ContinuingEdCore

@Suite("Encodings and delimiters")
struct EncodingTests {
  static let text = "身份证号,姓名,类别,年度,学时,名称\na,王芳,往年学时,2023,8,急诊\nb,李明,往年学时,2023,8,法治\n"

  /// GB18030 by Foundation: another way than the one under test.
  static func gb18030(_ text: String) -> [UInt8] {
    [UInt8](text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
  }

  static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
  }

  static let files: [(String, [UInt8], SourceFile.TextEncoding)] = [
    ("UTF-8", Array(text.utf8), .utf8),
    ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
    ("UTF-16 LE", [0xFF, 0xFE] + utf16(text, bigEndian: false), .utf16le),
    ("UTF-16 BE", [0xFE, 0xFF] + utf16(text, bigEndian: true), .utf16be),
    ("GB18030", gb18030(text), .gb18030),
    ("GB18030 with a mark", [0x84, 0x31, 0x95, 0x33] + gb18030(text), .gb18030),
  ]

  @Test("an encoding is found out", arguments: files)
  func isDetected(name: String, bytes: [UInt8], encoding: SourceFile.TextEncoding) throws {
    let records = try Reading.read(bytes: [bytes])
    #expect(records.files[0].encoding == encoding)
    #expect(Reading.problems(records) == [])
    #expect(Reading.people(records) == ["a:2", "b:3"])
    #expect(records.people.map { records.texts.string($0.name) } == ["王芳", "李明"])
    #expect(records.allEntries.map { records.texts.string($0.title) } == ["急诊", "法治"])
  }

  @Test("every two-byte and four-byte code is read as the C library reads it")
  func everyCode() throws {
    let table = try #require(GB18030.shared)
    func read(_ bytes: [UInt8]) -> [UInt8] {
      let target = BlockBuffer(capacity: 0)
      bytes.withUnsafeBytes { table.transcode($0, into: target) }
      return Array(target.bytes)
    }
    var count = 0
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        if read([lead, trail]) != [0xFF] { count += 1 }
      }
    }
    #expect(count == 23_940)
    for scalar in ["中", "€", "ḿ", "𠀀", "😀", "ö", "\u{A5}", "\u{10FFFF}"] {
      #expect(read(EncodingTests.gb18030(scalar)) == Array(scalar.utf8), "\(scalar)")
    }
    #expect(read([0x80, 0x41]) == [0xFF, 0x41])
    #expect(read([0x81, 0x0A, 0x22]) == [0xFF, 0x0A, 0x22])
    #expect(read([0xFE, 0x39, 0xFE, 0x39]) == [0xFF])
  }

  @Test("with faulty bytes either way, the encoding with fewer faulty records is taken")
  func fewerFaults() throws {
    var bytes = Array(EncodingTests.text.utf8)
    bytes[bytes.count - 2] = 0xFF
    let utf8 = try Reading.read(bytes: [bytes])
    #expect(utf8.files[0].encoding == .utf8)
    #expect(Reading.problems(utf8) == ["bad-encoding@3/2"])

    var other = EncodingTests.gb18030(EncodingTests.text)
    other[other.count - 2] = 0xFF
    let gb18030 = try Reading.read(bytes: [other])
    #expect(gb18030.files[0].encoding == .gb18030)
    #expect(Reading.problems(gb18030) == ["bad-encoding@3/2"])
  }

  @Test("a NUL is bad-encoding in its record only")
  func nul() throws {
    let records = try Reading.read(["person_id,category,year,hours\na,annual,2023,8\0\nb,annual,2023,8\n"])
    #expect(Reading.problems(records) == ["bad-encoding@2/1"])
    #expect(Reading.people(records) == ["b:3"])
  }

  @Test(
    "the delimiter is found out",
    arguments: [(",", ""), ("\t", ""), (";", ""), (";", "sep=;\r\n"), ("|", "sep=|\n")])
  func delimiters(delimiter: String, first: String) throws {
    let text = ["person_id,category,year,hours,title", "a,annual,2023,8,x"].map {
      $0.replacingOccurrences(of: ",", with: delimiter)
    }
    let records = try Reading.read([first + text.joined(separator: "\n")])
    #expect(Reading.problems(records) == [])
    #expect(Reading.people(records) == [first.isEmpty ? "a:2" : "a:3"])
  }

  @Test("all line ends, also mixed and without the last", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let lines = [
      "person_id,category,year,hours", "a,annual,2023,8", "", "b,annual,2023,x", "c,annual,2023,9",
    ]
    let records = try Reading.read([lines.joined(separator: end)])
    #expect(Reading.people(records) == ["a:2", "b:4!", "c:5"])
    #expect(Reading.problems(records) == ["bad-hours@4/2:3=x"])
  }
}
