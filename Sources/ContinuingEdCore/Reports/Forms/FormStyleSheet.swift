/// How forms look on a screen and on A4: black on white, no letter below 10 points, margins of 15 mm, rows that are never
/// split under a head that comes again on each sheet (Forms: Paper).
enum FormStyleSheet {
  /// The whole of it.
  static func text(_ paper: Form.Paper) -> String {
    let width = paper == .portrait ? 210 : 297
    return """

      @page{size:A4 \(paper.rawValue);margin:15mm 15mm 18mm;@bottom-center{content:"第 " counter(page) " 页，共 "\
       counter(pages) " 页";font:10pt \(fonts);color:#000;vertical-align:middle}}
      :root{color-scheme:light}
      *{box-sizing:border-box}
      body{margin:0;background:#fff;color:#000;font:10.5pt/1.35 \(fonts);overflow-wrap:anywhere}
      main{width:100%;max-width:\(width)mm;margin:0 auto;padding:15mm}
      h1{font-size:16pt;line-height:1.3;margin:0 0 4mm;text-align:center;font-weight:700}
      h2,h3{font-size:11pt;line-height:1.3;margin:4mm 0 1mm;font-weight:700;break-after:avoid}
      h2+h3{margin-top:0}
      p{margin:2mm 0}
      .sum{font-size:12pt;font-weight:700;break-inside:avoid;margin:4mm 0}
      table{width:calc(100% - .8mm);table-layout:fixed;border-collapse:separate;border-spacing:0;margin:0 .4mm 1mm}
      thead{display:table-header-group}
      tr{break-inside:avoid}
      th,td{border:solid #000;border-width:0 .3mm .3mm 0;padding:.8mm 1mm;text-align:left;vertical-align:middle;font-size:10pt;font-weight:400}
      th:first-child,td:first-child{border-left-width:.3mm}
      thead th,.grid tr:first-child>*{border-top-width:.3mm}
      thead th{text-align:center;font-weight:700}
      td.n{text-align:right}
      td.c{text-align:center}
      tr.blank td{height:9mm}
      .grid th{text-align:center}
      .grid td,.grid th{min-height:9mm;height:9mm}
      .grid td{white-space:pre-line}
      .grid tr.on th,.grid tr.on td{height:auto}
      .grid tr.goes>*{border-bottom-width:0}
      .seal{padding:1mm}
      .seal i{display:block;width:100%;min-width:45mm;height:47mm}
      .seal span{display:block;text-align:right;padding:0 2mm .5mm;white-space:nowrap}
      .lines{margin:0 0 2mm}
      .lines div{display:flex;flex-wrap:wrap;gap:0 10mm}
      .lines p{margin:0 0 1.5mm;font-size:12pt}
      .lines .over{padding-right:50mm;width:100%}
      .sheet{break-before:page}
      .doc+.doc{break-before:page}
      @media screen{.doc+.doc,.sheet{border-top:.3mm dashed #000;margin-top:12mm;padding-top:12mm}}
      @media screen and (max-width:40rem){main{padding:4mm}.seal i{min-width:0}.seal span{white-space:normal}}
      @media print{main{max-width:none;padding:0;margin:0}}

      """
  }

  private static let fonts =
    "\"Noto Serif CJK SC\",\"Noto Serif SC\",SimSun,\"Songti SC\",\"Noto Sans CJK SC\",\"Source Han Sans SC\",serif"
}
