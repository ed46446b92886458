import ContinuingEdCore

/// The manual in roff, by the macros of man(7).
struct ManPage {
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// The whole page.
  var text: String {
    var page = ".\\\" -*- coding: utf-8 -*-\n"
    page +=
      ".TH CECREDIT 1 \"\" \"cecredit \(Version.number)\" \"\(pick("继续教育学时", "Continuing education"))\"\n"
    page += ".ad l\n" + section("名称", "NAME")
    page +=
      "cecredit \\- "
      + plain(pick("按各市年度通知核算专业技术人员继续教育学时", "judge continuing-education hours by a city's notice")) + "\n"
    page += section("用法", "SYNOPSIS")
    page += ".B cecredit\n" + plain(pick("[通用选项] 命令 [参数]", "[COMMON OPTIONS] COMMAND [ARGUMENTS]")) + "\n"
    page += section("通用选项", "COMMON OPTIONS") + options(Option.everywhere)
    page += section("命令", "COMMANDS")
    for command in Commands.all { page += self.command(command) }
    page += section("环境变量", "ENVIRONMENT")
    for key in Setting.Key.allCases {
      if let variable = key.variable {
        page += item(variable, plain(pick("设置 \(key.rawValue)，见 config", "sets \(key.rawValue), see config")))
      }
    }
    for (name, chinese, english) in ManPage.variables { page += item(name, plain(pick(chinese, english))) }
    page += section("文件", "FILES")
    for (name, chinese, english) in ManPage.files { page += item(name, plain(pick(chinese, english))) }
    return page
  }

  private static let variables = [
    ("CECREDIT_RULES_DIR", "规则文件夹，几个用冒号分开", "folders of rule files, with colons between"),
    ("NO_COLOR, FORCE_COLOR", "不用颜色；总用颜色", "no colour; colour always"),
    ("PAGER", "终端上分页显示长结果的程序；不设时用 less", "shows long results on a terminal; by default less"),
    ("TMPDIR", "从管道来的长输入暂存的地方", "where a long input that comes through a pipe is kept"),
  ]
  private static let files = [
    ("cecredit.json", "本文件夹或上级文件夹的设置", "the configuration of a folder and those below it"),
    ("~/.config/cecredit/config.json", "用户的设置", "the user's configuration"),
    ("~/.local/share/cecredit/ledger", "默认台账", "the default ledger"),
  ]

  private func command(_ command: any Command.Type) -> String {
    var text = ".SS \(roman("cecredit " + command.name))\n"
    text += ".B \(roman("cecredit " + command.name))\n"
    let synopsis = command.synopsis.text(in: language)
    if !synopsis.isEmpty { text += plain(synopsis) + "\n" }
    text += ".PP\n" + plain(command.summary.text(in: language)) + pick("。", ".") + "\n.PP\n"
    text += discussion(command.discussion.text(in: language))
    return text + options(HelpPage.shownOptions(of: command))
  }

  /// Paragraphs as they are; indented lines as examples.
  private func discussion(_ text: String) -> String {
    var written = ""
    var isExample = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(" ") != isExample, !line.isEmpty {
        isExample.toggle()
        written += isExample ? ".RS\n.nf\n" : ".fi\n.RE\n.PP\n"
      }
      if line.isEmpty {
        if !isExample { written += ".PP\n" }
      } else {
        written += plain(String(line.drop { $0 == " " })) + "\n"
      }
    }
    return written + (isExample ? ".fi\n.RE\n" : "")
  }

  private func options(_ options: [Option]) -> String {
    options.map { item(HelpPage.heading($0, language), plain($0.help.text(in: language))) }.joined()
  }

  private func item(_ name: String, _ text: String) -> String { ".TP\n.B \(roman(name))\n\(text)\n" }

  private func section(_ chinese: String, _ english: String) -> String { ".SH \(pick(chinese, english))\n" }

  private func pick(_ chinese: String, _ english: String) -> String { language.pick(chinese, english) }

  /// A line of text: nothing in it is taken for a request.
  private func plain(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// A word that is an argument of a macro.
  private func roman(_ text: String) -> String { "\"" + plain(text).replacing("\"", with: "\\(dq") + "\"" }
}
