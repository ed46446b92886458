/// The style that all pages have: on a screen, on paper and on a telephone.
///
/// Colours: text on any of the grounds has a contrast of 7 and more; what parts of a bar mean is told by lightness too,
/// 3 and more between neighbours, so that it survives a grey printer.
enum HTMLStyle {
  /// The whole of it, with what is said on each sheet of paper in a language.
  static func page(_ language: Language) -> String { screen + paper(language) }

  private static let screen = """

    :root{color-scheme:light;--line:#767676;--soft:#d4d4d4;--head:#eef1f5;--ink:#1a1a1a}
    *{box-sizing:border-box}
    body{margin:0;background:#fff;color:var(--ink);font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",\
    "Noto Sans SC","Source Han Sans SC",sans-serif;overflow-wrap:anywhere}
    main{max-width:82rem;margin:0 auto;padding:1.5rem 1rem 4rem}
    h1{font-size:1.6rem;line-height:1.3;margin:0 0 .6rem}
    h2{font-size:1.2rem;margin:1.8rem 0 .5rem}
    h3{font-size:1rem;margin:0;display:inline}
    h4{font-size:.95rem;margin:.8rem 0 .2rem}
    p,ul,ol,dl{margin:.4rem 0}
    a{color:#0b3d91}
    :focus-visible{outline:3px solid #0b3d91;outline-offset:2px}
    .u{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    table{border-collapse:collapse;width:100%;table-layout:fixed}
    caption{text-align:left;font-weight:600;padding:.2rem 0}
    th,td{border-bottom:1px solid var(--soft);padding:.3rem .45rem;text-align:left;vertical-align:top;font-weight:400}
    thead th{background:var(--head);border-bottom:2px solid var(--line);font-weight:600}
    .n,td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
    .v{display:inline-block;border:1px solid var(--line);border-radius:.25rem;padding:0 .35rem;font-weight:600;background:#fff}
    .v.short{background:#fbdcd8}.v.undetermined{background:#d9ecf6}.v.pending{background:#fdf1c7}\
    .v.compliant{background:#dcf3df}.v.not-applicable{background:#ededed}
    .facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .9rem;margin:.6rem 0}
    .facts dt{font-weight:600}.facts dd{margin:0}
    .counts{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem .7rem;margin:.6rem 0}
    .note{border:2px solid #8a4b00;border-left-width:8px;padding:.4rem .8rem;margin:.8rem 0;background:#fff8ec}
    .sign{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;margin:1rem 0}
    .sign span{flex:1 1 12rem;border-bottom:1px solid var(--ink);min-height:2.4rem;display:flex;align-items:flex-end}
    .b{display:block;width:100%;height:.7rem;margin:.15rem 0}
    .b .x{fill:#f2f2f2;stroke:#4a4a4a;stroke-width:1;vector-effect:non-scaling-stroke}
    .b .w{fill:#ab7600}.b .d{fill:#0c3023}
    .b .s{stroke:#fff;stroke-width:2;vector-effect:non-scaling-stroke}.b .s.compliant{fill:#1c6b34}.b .s.pending{fill:#8a5a00}\
    .b .s.short{fill:#a3161a}.b .s.undetermined{fill:#0b5c8a}.b .s.not-applicable{fill:#6b6b6b}
    .bars{display:grid;grid-template-columns:max-content minmax(6rem,24rem) 1fr;gap:.1rem .8rem;align-items:center;margin:.5rem 0}
    sup{line-height:0;font-size:.72em}
    details{border-bottom:1px solid var(--soft)}
    summary{cursor:pointer;padding:.45rem 0;min-height:2rem}
    details[open]>summary{font-weight:600}
    form.tools{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;background:var(--head);padding:.6rem .8rem;margin:.6rem 0}
    form.tools[hidden]{display:none}
    .tools label{display:grid;font-size:.9rem;min-width:0;max-width:100%}.tools select{max-width:16rem}
    .tools input,.tools select,.tools button{font:inherit;min-height:2.2rem;padding:.1rem .5rem;border:1px solid var(--line);\
    border-radius:.2rem;background:#fff;color:inherit}
    .tools output{font-weight:600;min-height:2.2rem;display:flex;align-items:center}
    [hidden]{display:none!important}

    """

  private static func paper(_ language: Language) -> String {
    let page = language.pick(
      "\"第 \" counter(page) \" 页，共 \" counter(pages) \" 页\"",
      "\"page \" counter(page) \" of \" counter(pages)")
    return """
      @page{size:A4 landscape;margin:15mm;@bottom-right{content:\(page);font:8pt sans-serif;color:#000}}
      @media print{
      *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
      body{font-size:8.5pt;line-height:1.25;color:#000;background:#fff}
      main{max-width:none;padding:0;margin:0}
      h1{font-size:15pt;margin:0 0 2mm}h2{font-size:11pt;margin:4mm 0 1mm;break-after:avoid}h4{break-after:avoid}
      a{color:inherit;text-decoration:none}
      th,td{padding:.5mm 1mm}
      thead{display:table-header-group}tr,.note,.sign,.bars,.facts dd,li{break-inside:avoid}
      caption{break-after:avoid}
      .b{height:1.6mm;margin:.4mm 0}
      .note{padding:1mm 3mm}.note ul{margin:0;padding-left:4mm}
      .sign{margin:2mm 0}.sign span{min-height:9mm}
      .tools,.skip{display:none!important}
      details:not([open]){display:none}
      summary{list-style:none;padding:1mm 0;break-after:avoid}
      .parts:not(:has(details[open])){display:none}
      }

      """
  }
}
