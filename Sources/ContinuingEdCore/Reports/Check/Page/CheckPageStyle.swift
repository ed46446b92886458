/// The style of the people's table of `check`: widths, and on a telephone a card a person.
enum CheckPageStyle {
  /// The style in a language; the cards' labels are the headings of the table.
  static func text(_ language: Language) -> String {
    var phone = ""
    for (name, headings) in [
      ("people", PeopleTable.headings(language)), ("entries", PersonPart.headings(language)),
    ] {
      for (place, heading) in headings.enumerated() {
        phone += ".\(name) td:nth-child(\(place + 1))::before{content:\"\(heading)\"}"
      }
    }
    return table + "@media screen and (max-width:46rem){\n" + cards + phone + "\n}\n" + paper
  }

  private static let table = """
    .people col:nth-child(1){width:6%}.people col:nth-child(2){width:8%}.people col:nth-child(3){width:14%}\
    .people col:nth-child(4){width:12.5%}.people col:nth-child(5),.people col:nth-child(6){width:9.5%}\
    .people col:nth-child(7){width:10%}.people col:nth-child(8){width:6.5%}.people col:nth-child(9){width:24%}
    @media screen and (min-width:46.01rem){.people{font-size:.87rem}}
    .people tbody th{font-weight:600}
    .people .group th{background:var(--head);font-weight:600}
    .people .id{font-variant-numeric:tabular-nums}
    .people .m{font-weight:600}
    .entries col:nth-child(1){width:11%}.entries col:nth-child(2){width:10%}.entries col:nth-child(3){width:5%}\
    .entries col:nth-child(4){width:12%}.entries col:nth-child(5){width:22%}.entries col:nth-child(n+6):nth-child(-n+8){width:6%}
    .entries tbody th{font-weight:400}
    .units col:first-child{width:26%}.units col:last-child{width:26%}
    .reasons col:first-child{width:52%}
    .problems col:nth-child(1){width:11%}.problems col:nth-child(2){width:9%}.problems col:nth-child(3){width:15%}\
    .problems col:nth-child(4){width:5%}.problems col:nth-child(5){width:20%}
    .clauses dt{font-weight:600}.clauses dd{margin:0 0 .4rem 1.2rem}

    """

  private static let cards = """
    main{padding:.8rem .6rem 3rem}
    .facts{grid-template-columns:1fr}.facts dd{margin-bottom:.3rem}
    .bars{grid-template-columns:1fr}
    table,tbody,tr,th,td,caption{display:block}
    thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    colgroup{display:none}
    tr{border:1px solid var(--line);border-radius:.4rem;margin:.5rem 0;padding:.3rem .5rem}
    th,td{border:0;padding:.15rem 0}
    td.n{text-align:left}
    td:empty{display:none}
    tbody td{position:relative;padding-left:6.5rem;min-height:1.8rem}
    tbody td::before{position:absolute;left:0;width:6.2rem;font-weight:600}
    .wide td::before{content:attr(data-l)}
    .people tbody th{font-size:1.1rem}

    """

  private static let paper = """
    @media print{
    .people{font-size:8pt;line-height:1.2}
    .people td,.people th{padding:.35mm .8mm}
    .people .v{padding:0 .5mm;border-width:.2mm;line-height:1.1}
    .people .b{display:inline-block;width:48%;height:1.8mm;margin:0 1mm 0 0;vertical-align:baseline}
    .people td span{white-space:nowrap}
    .units td,.units th{padding:.3mm 1mm}
    .clauses dt{float:left;clear:left;margin-right:2mm}.clauses dd{margin:0 0 .5mm 0}
    }

    """
}
