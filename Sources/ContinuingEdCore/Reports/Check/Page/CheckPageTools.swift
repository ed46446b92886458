/// The form that the script shows: search, filters and order.
struct CheckPageTools {
  let people: PeopleGathering
  let language: Language

  var text: String {
    func option(_ value: String, _ label: String) -> String {
      "<option value=\"\(ShownText.html(value))\">\(ShownText.html(label))</option>"
    }
    let all = language.pick("全部", "all")
    let verdicts = Verdict.allCases.filter { people.summary.verdicts[$0] > 0 }
      .map { option($0.code, "\($0.label(in: language)) \(people.summary.verdicts[$0])") }
    let units = people.units.map { $0.name.isEmpty ? PeopleTable.noUnit(language) : $0.name }
    let orders = language.pick(
      [("", "最需要注意的在前"), ("name", "姓名"), ("unit", "单位"), ("missing", "还缺多的在前")],
      [
        ("", "who needs attention first"), ("name", "name"), ("unit", "unit"),
        ("missing", "most missing first"),
      ])
    let chinese = HTMLFrame.chinese(in: language)
    return """
      <form class="tools" id="tools" hidden role="search" aria-label="\(language.pick("查找和筛选", "search and filter"))">
      <label>\(language.pick("姓名或证件号", "name or ID"))<input type="search" name="q" autocomplete="off"></label>
      <label>\(language.pick("结论", "verdict"))<select name="v">\(option("", all))\(verdicts.joined())</select></label>
      <label>\(language.pick("单位", "unit"))<select name="u"\(chinese)>\(option("", all))\(units.map { option($0, $0) }.joined())</select></label>
      <label>\(language.pick("排序", "order"))<select name="s">\(orders.map { option($0.0, $0.1) }.joined())</select></label>
      <button type="reset">\(language.pick("全部显示", "show all"))</button>
      <button type="button" name="print">\(language.pick("打印所见", "print what is shown"))</button>
      <output aria-live="polite"></output>
      </form>

      """
  }
}
