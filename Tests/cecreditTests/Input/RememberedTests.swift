import Foundation
import Testing

/// What need not be typed each time, and what goes before what (CommandLine: At a desk).
@Suite struct RememberedTests {
  /// A folder with configuration files, in which a test runs the program.
  private struct Desk {
    let folder: URL
    var home: String { folder.appendingPathComponent("home").path }
    var work: URL { folder.appendingPathComponent("a/b") }

    static func with(_ body: (Desk) throws -> Void) throws {
      try BuiltProgram.withFolder { folder in
        let desk = Desk(folder: folder)
        for path in ["home/.config/cecredit", "a/b"] {
          try FileManager.default.createDirectory(
            at: folder.appendingPathComponent(path), withIntermediateDirectories: true)
        }
        for name in ["heze-2022.csv", "zaozhuang-2023.csv", "roster.csv"] {
          try FileManager.default.copyItem(
            at: BuiltProgram.package.appendingPathComponent("samples/" + name),
            to: desk.work.appendingPathComponent(name))
        }
        try body(desk)
      }
    }

    func write(_ path: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(path))
    }

    /// Runs the program in the folder `a/b`.
    func run(_ arguments: String, _ environment: [String: String] = [:]) throws -> BuiltProgram.Outcome {
      try BuiltProgram.shell(
        "cd '\(work.path)' && $CECREDIT \(arguments)",
        environment: ["HOME": home, "LC_ALL": "C"].merging(environment) { $1 })
    }

    /// What `config` says, a line a setting, as `rules heze-2022 CECREDIT_RULES`.
    func held(_ arguments: String = "", _ environment: [String: String] = [:]) throws -> [String] {
      let outcome = try run("config \(arguments)", environment)
      #expect(outcome.status == 0, "\(outcome.err)")
      return outcome.text.replacing(folder.path + "/", with: "").split(separator: "\n").map { line in
        line.split(separator: " ").joined(separator: " ")
      }
    }
  }

  @Test func `an option beats the environment, that the folder's file, that the user's`() throws {
    try Desk.with { desk in
      #expect(try desk.held() == ["lang en locale", "there is no configuration file"])
      try desk.write("home/.config/cecredit/config.json", #"{"rules": "jinan-2021", "by": "王"}"#)
      #expect(
        try desk.held() == [
          "rules jinan-2021 home/.config/cecredit/config.json:1", "lang en locale",
          "by 王 home/.config/cecredit/config.json:1", "read home/.config/cecredit/config.json",
        ])
      try desk.write("a/cecredit.json", "{\n\"city\": \"heze\",\n\"year\": 2022}")
      #expect(
        try desk.held().prefix(3)
          == ["city heze a/cecredit.json:2", "year 2022 a/cecredit.json:3", "lang en locale"])
      // The nearer one stands alone.
      try desk.write("a/b/cecredit.json", "{\"city\": \"zaozhuang\", \"lang\": \"zh\"}")
      #expect(
        try desk.held().prefix(2) == ["city zaozhuang a/b/cecredit.json:1", "lang zh a/b/cecredit.json:1"])
      let year = ["CECREDIT_YEAR": "2023"]
      #expect(
        try desk.held("", year).prefix(2) == [
          "city zaozhuang a/b/cecredit.json:1", "year 2023 CECREDIT_YEAR",
        ])
      #expect(try desk.held("", ["CECREDIT_RULES": "heze-2022"]).first == "rules heze-2022 CECREDIT_RULES")
      #expect(try desk.held("--rules yantai-2023", year).first == "rules yantai-2023 --rules")
      #expect(try desk.held("--no-config", year).first == "year 2023 CECREDIT_YEAR")
      let elsewhere = ["XDG_CONFIG_HOME": desk.folder.appendingPathComponent("x").path]
      #expect(try desk.held("", elsewhere).contains { $0.contains("home/") } == false)
    }
  }

  @Test func `what is remembered is used where nothing is typed`() throws {
    try Desk.with { desk in
      #expect(try desk.run("check heze-2022.csv").status == 2)
      try desk.write("a/cecredit.json", #"{"city": "heze", "year": 2022, "roster": "b/roster.csv"}"#)
      let json = try desk.run("check heze-2022.csv --json")
      #expect(json.text.contains("\"ruleset\": \"heze-2022\""))
      let typed = try desk.run("check heze-2022.csv --json --rules heze-2022 --roster roster.csv --no-config")
      #expect(json.text == typed.text)
      // A command line without files and a roster of its own.
      #expect(
        try desk.run("check zaozhuang-2023.csv --city zaozhuang --year 2023 --json").text.contains(
          "zaozhuang-2023"))
      #expect(try desk.run("check heze-2022.csv", ["CECREDIT_LANG": "zh"]).text.contains("结论"))
    }
  }

  @Test func `headings, values and fields are remembered, and no file has to have them`() throws {
    try Desk.with { desk in
      try desk.write("a/b/own.csv", "编号甲,项目甲,开始日期,学时,备案号\nA1,线下课,2022-08-01,8,备1\n")
      try desk.write(
        "a/b/cecredit.json",
        """
        {"rules": "heze-2022",
         "map": {"编号甲": "person_id", "项目甲": "category", "没有的": "note"},
         "mapValue": {"项目甲": {"线下课": "training"}},
         "set": ["subject=专业"]}
        """)
      let outcome = try desk.run("check own.csv --json")
      #expect(outcome.status == 1, "\(outcome.err)")
      #expect(
        outcome.text.contains("\"category\": \"training\", \"subject\": \"professional\""), "\(outcome.text)")
      #expect(try desk.run("check heze-2022.csv -q").status == 1)
      // What is typed goes before.
      let typed = try desk.run("check own.csv --json --map 项目甲=ignore")
      #expect(typed.status == 3 && typed.text.contains("missing-column"))
    }
  }

  @Test(arguments: [
    (#"{"yeer": 2022}"#, "cecredit.json:1: there is no key \"yeer\""),
    (#"{"yeer": 1}"#, "did you mean \"year\"?"),
    ("{\n\"year\": 22}", "cecredit.json:2: year is four digits"),
    ("{\"lang\": \"fr\"}", "cecredit.json:1: lang can't be"),
    ("{\"city\": 7}", "cecredit.json:1: city is a text"),
    ("{\"map\": {\"甲\": \"persn\"}}", "cecredit.json:1: map"),
    ("{\n\"map\": \"甲=person_id\"}", "cecredit.json:2: map is an object"),
    ("{\"set\": {\"year\": \"x\"}}", "cecredit.json:1: set year"),
    ("[]", "cecredit.json:1: a configuration file is"),
    ("{\n\"city\": \"heze\"\n\"year\": 1}", "cecredit.json:3:"),
    ("{\"by\": \" \"}", "cecredit.json:1: by must"),
    ("{\"rules\": \"heze-2022\", \"year\": 2022}", "cecredit.json:1: cecredit.json:1"),
    ("{\"rules\": \"heze-2021\"}", "cecredit.json:1: there is no rule set"),
    ("{\"city\": \"heze\", \"city\": \"jinan\"}", "cecredit.json:1:"),
    ("{\"rules\": \"heze-2022\", \"roster\": \"none.csv\"}", "cecredit.json:1: file"),
  ])
  func `a wrong value is an error with file and line`(text: String, words: String) throws {
    try Desk.with { desk in
      try desk.write("a/b/cecredit.json", text)
      let outcome = try desk.run("check heze-2022.csv")
      #expect(outcome.status == 2)
      let said = outcome.err.replacing(desk.work.path + "/", with: "")
      #expect(said.contains(words), "\(said)")
      // Help and the way around it are there all the same.
      #expect(try desk.run("check --help").status == 0)
      #expect(try desk.run("check heze-2022.csv --no-config --rules heze-2022").status == 1)
    }
  }

  @Test(arguments: [
    (["CECREDIT_YEAR": "22"], "CECREDIT_YEAR: year is four digits"),
    (["CECREDIT_LANG": "fr"], "CECREDIT_LANG: lang can't be \"fr\""),
    (["CECREDIT_RULES": "heze"], "CECREDIT_RULES: there is no rule set \"heze\""),
    (["CECREDIT_CITY": "hezee"], "CECREDIT_CITY: there is no rule set of hezee"),
    (
      ["CECREDIT_RULES": "heze-2022", "CECREDIT_CITY": "heze"],
      "CECREDIT_CITY: CECREDIT_RULES names the rule set"
    ),
    (["CECREDIT_RULES": "heze-2022", "CECREDIT_ROSTER": "none.csv"], "CECREDIT_ROSTER: file none.csv"),
  ])
  func `a wrong variable is named`(environment: [String: String], words: String) throws {
    try Desk.with { desk in
      let outcome = try desk.run("check heze-2022.csv", environment)
      #expect(outcome.status == 2)
      #expect(outcome.err.contains(words), "\(outcome.err)")
    }
  }

  @Test(arguments: [
    ("heze-2022.csv", "by the dates in the files, heze-2022 would fit: … heze-2022.csv --rules heze-2022"),
    ("zaozhuang-2023.csv", "zaozhuang-2023 would fit"),
  ])
  func `without a rule set one that fits the file is suggested, and not taken`(file: String, words: String)
    throws
  {
    try Desk.with { desk in
      let outcome = try desk.run("check \(file)")
      #expect(outcome.status == 2 && outcome.out.isEmpty)
      #expect(outcome.err.contains(words), "\(outcome.err)")
    }
  }

  @Test func `a ledger of one's own is the default once it is made`() throws {
    try Desk.with { desk in
      #expect(try desk.run("ledger list").status == 2)
      let made = try desk.run("ledger init")
      #expect(made.status == 0)
      #expect(made.text.contains(desk.home + "/.local/share/cecredit/ledger"))
      #expect(made.err.contains("default ledger"))
      let imported = try desk.run("import heze-2022.csv")
      #expect(imported.status == 0 && imported.err.contains("this is the default ledger"), "\(imported.err)")
      let quiet = try desk.run("check --rules heze-2022 -q --json")
      #expect(quiet.status == 1 && quiet.text.contains("\"people\": 15") && quiet.err.isEmpty, "\(quiet.err)")
      // A file that is named stands in its place.
      #expect(!(try desk.run("check heze-2022.csv --rules heze-2022").err.contains("default ledger")))
      #expect(
        try desk.held().contains { $0.hasPrefix("ledger home/.local/share/cecredit/ledger default ledger") })
      #expect(try desk.run("ledger list --no-config").status == 2)
      let data = desk.folder.appendingPathComponent("data").path
      #expect(try desk.run("ledger init", ["XDG_DATA_HOME": data]).text.contains("data/cecredit/ledger"))
      #expect(try desk.run("ledger status", ["CECREDIT_LEDGER": "nowhere"]).err.contains("CECREDIT_LEDGER: "))
    }
  }
}
