import Foundation
import Testing

@testable import ContinuingEdCore

@Suite("Encodings and delimiters")
struct EncodingTests {
  static let text = "身份证号,姓名,类别,年度,学时,名称\na,王芳,自学,2023,8,急诊\nb,李明,自学,2023,8,法治\n"

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
    let records = try Reading.read([
      "person_id,category,year,hours\n" + String(repeating: "\n", count: 500)
        + "a,self-study,2023,8\0\nb,self-study,2023,8\n"
    ])
    #expect(Reading.problems(records) == ["bad-encoding@502/1"])
    #expect(Reading.people(records) == ["b:503"])
  }

  @Test(
    "what is no text is refused by what it is",
    arguments: [
      ("PK\u{3}\u{4}....word/document.xml", FileKind.document), ("PK\u{3}\u{4}....ppt/slides", .slides),
      ("PK\u{3}\u{4}....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", .openDocument),
      ("%PDF-1.7", .pdf), ("Rar!..", .packed), ("GIF89a", .picture),
      ("\u{FEFF} \r\n<!DOCTYPE html><html>", .html), ("<TABLE border=1>", .html),
      ("<?xml version=\"1.0\"?><Workbook>", .xml),
      ("身份证号,类别\0", .binary),
    ])
  func otherFiles(text: String, kind: FileKind) {
    #expect(throws: ImportError.notText(path: "file1.csv", kind)) { try Reading.read([text]) }
  }

  @Test(
    "an archive without its directory is damaged, where it may have been a workbook",
    arguments: ["PK\u{3}\u{4}....xl/workbook.xml", "PK\u{3}\u{4}....a.csv", "PK\u{5}\u{6}"])
  func brokenArchives(text: String) {
    #expect(throws: ImportError.workbook(path: "file1.csv", .damaged(part: ""))) { try Reading.read([text]) }
  }

  @Test("pairs of bytes that UTF-8 has no common letter for are GB18030")
  func onlyPairs() throws {
    // 袁学 in GBK is D4 AC D1 A7, which is Ԭѧ in UTF-8.
    let header = "person_id,name,category,year,hours\n"
    let gbk = Array((header + "a,").utf8) + [0xD4, 0xAC, 0xD1, 0xA7] + Array(",self-study,2023,8\n".utf8)
    let found = try Reading.read(bytes: [gbk])
    #expect(found.files[0].encoding == .gb18030)
    #expect(found.people.map { found.texts.string($0.name) } == ["袁学"])
    // é is below U+0180; 中 is above U+0800.
    for name in ["é", "Ԭѧ中"] {
      #expect(try Reading.read([header + "a,\(name),self-study,2023,8\n"]).files[0].encoding == .utf8)
    }
  }

  @Test("characters that two standards write in two and in four bytes are read from both")
  func movedCharacters() throws {
    // 9FB4 is FE59 and 82359037, FE10 is A6D9 and 84318236; A3A0 is a blank.
    let header = Array("person_id,name,category,year,hours\n".utf8)
    let row = Array(",self-study,2023,8\n".utf8)
    let bytes =
      header + Array("a,".utf8) + [0xD6, 0xD0, 0xFE, 0x59, 0xA6, 0xD9, 0xA3, 0xA0] + row
      + Array("b,".utf8) + [0xD6, 0xD0, 0x82, 0x35, 0x90, 0x37, 0x84, 0x31, 0x82, 0x36] + row
    let records = try Reading.read(bytes: [bytes])
    #expect(
      records.people.map { records.texts.string($0.name) } == ["中\u{9FB4}\u{FE10}", "中\u{9FB4}\u{FE10}"])
  }

  @Test(
    "a final Ctrl-Z is dropped",
    arguments: [
      "a,self-study,2023,8\u{1A}", "a,self-study,2023,\"8\"\n\u{1A}", "a,self-study,2023,\"8\"\u{1A}",
    ])
  func controlZ(rows: String) throws {
    let records = try Reading.read(["person_id,category,year,hours\n" + rows])
    #expect(Reading.problems(records) == [])
    #expect(Reading.people(records) == ["a:2"])
  }

  @Test(
    "the delimiter is found out",
    arguments: [(",", ""), ("\t", ""), (";", ""), (";", "sep=;\r\n"), ("|", "sep=|\n")])
  func delimiters(delimiter: String, first: String) throws {
    let text = ["person_id,category,year,hours,title", "a,self-study,2023,8,x"].map {
      $0.replacingOccurrences(of: ",", with: delimiter)
    }
    let records = try Reading.read([first + text.joined(separator: "\n")])
    #expect(Reading.problems(records) == [])
    #expect(Reading.people(records) == [first.isEmpty ? "a:2" : "a:3"])
  }

  @Test("all line ends, also mixed and without the last", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let lines = [
      "person_id,category,year,hours", "a,self-study,2023,8", "", "b,self-study,2023,x",
      "c,self-study,2023,9",
    ]
    let records = try Reading.read([lines.joined(separator: end)])
    #expect(Reading.people(records) == ["a:2", "b:4!", "c:5"])
    #expect(Reading.problems(records) == ["bad-hours@4/2:3=x"])
  }
}
