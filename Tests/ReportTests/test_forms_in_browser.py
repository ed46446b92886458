#!/usr/bin/env python3
"""Forms in a real browser and on paper: `python3 Tests/ReportTests/test_forms_in_browser.py`.

Chromium prints what `cecredit form` writes, pdfplumber reads the sheets. What is checked is content and geometry: headings
in the order of the annexes, sums, size and margins of the paper, heads that come again, rows that are not split, room for
seals, sizes of letters, black on white. Each check is also made of a form with a fault put in on purpose, which it has to
find. The same blocks are looked for in CSV and in workbooks.

CECREDIT names the tool to test; otherwise .build/release or .build/debug is taken. What is missing is named: `.ci/run`
installs it and sets CECREDIT_REQUIRE, under which that is a failure.
"""

import csv
import io
import logging
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

import form_data

ROOT = Path(__file__).resolve().parents[2]
IS_REQUIRED = bool(os.environ.get("CECREDIT_REQUIRE"))
MM = 72 / 25.4
MARGIN = 15 * MM
# Half a point for rounding.
SLACK = .5


def tool():
  named = os.environ.get("CECREDIT")
  built = [ROOT / ".build/release/cecredit", ROOT / ".build/debug/cecredit"]
  return next((str(p) for p in ([Path(named)] if named else built) if p.exists()), None)


TOOL = tool()
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
try:
  import openpyxl
  import pdfplumber
  from playwright.sync_api import sync_playwright
except ImportError as error:
  pdfplumber = None
  print(f"not there: {error.name}")

# It complains of fonts whose boxes nobody needs.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

# The form, what it is filled from, and how the paper lies.
CASES = {
  "register": (["yantai-registration"], form_data.ONE, "landscape"),
  "declared": (["yantai-registration", "--only-declared"], form_data.ONE, "landscape"),
  "many": (["yantai-registration"], form_data.MANY, "landscape"),
  "long": (["yantai-registration"], form_data.LONG, "landscape"),
  "plan": (["zaozhuang-plan", "--date", "2023-05-20"], form_data.PROJECTS, "portrait"),
  "long plan": (["zaozhuang-plan"], form_data.LONG_PLAN, "portrait"),
  "statement": (["statement", "--rules", "yantai-2023"], form_data.ONE, "portrait"),
  "notice": (["notice", "--rules", "yantai-2023", "--as-of", "2023-11-01"], form_data.THREE, "portrait"),
}


def fill(source, target, options):
  return subprocess.run([TOOL, "form", options[0], str(source), *options[1:], "-o", str(target), "--lang", "zh"],
                        capture_output=True, text=True, env=dict(os.environ, LC_ALL="C.UTF-8"))


# A PDF says which glyphs stand where; a glyph of a radical is that of the character too. NFKC knows those of Kangxi only.
RADICALS = str.maketrans("⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳", "见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟")


def plain(text):
  """Text as it can be compared: without breaks, and with what glyphs of radicals stand for."""
  return re.sub(r"\s", "", unicodedata.normalize("NFKC", text).translate(RADICALS))


class Sheets:
  """A form on paper."""

  def __init__(self, page, paper):
    self.paper = paper
    # As a reader prints it: the size is the style's own, and nobody prints backgrounds.
    self.pages = pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=False))).pages

  @staticmethod
  def foot(page):
    return page.crop((0, page.height - MARGIN - 3 * MM, page.width, page.height)).extract_text()

  @staticmethod
  def body(page):
    return page.crop((0, 0, page.width, page.height - MARGIN - 3 * MM + SLACK))

  @property
  def text(self):
    return plain("\n".join(self.body(page).extract_text() for page in self.pages))

  def faults(self):
    found = []
    size = (595, 842) if self.paper == "portrait" else (842, 595)
    for number, page in enumerate(self.pages, 1):
      if (round(page.width), round(page.height)) != size:
        found.append(f"sheet {number} is {page.width} x {page.height}, and no A4 {self.paper}")
      digits = [int(d) for d in re.findall(r"\d+", self.foot(page))]
      if digits != [number, len(self.pages)]:
        found.append(f"sheet {number} says {self.foot(page)!r}")
      body = self.body(page)
      if len(plain(body.extract_text())) < 10:
        found.append(f"sheet {number} is blank")
      for what in body.chars + body.rects + body.lines:
        if (what["x0"] < MARGIN - SLACK or what["x1"] > page.width - MARGIN + SLACK
            or what["top"] < MARGIN - SLACK):
          found.append(f"sheet {number} has {what.get('text', 'a line')!r} in the margin")
          break
      small = {round(c["size"], 1) for c in page.chars if c["text"].strip() and c["size"] < 10 - .05}
      if small:
        found.append(f"sheet {number} has letters of {small} points")
      colours = {str(c["non_stroking_color"]) for c in page.chars if c["text"].strip()}
      if not colours <= {"(0,)", "(0, 0, 0)", "(0.0, 0.0, 0.0)", "0", "(0.0,)", "None"}:
        found.append(f"sheet {number} is not black: {colours}")
    return found

  def order_faults(self, words):
    """The words that are not there in this order."""
    text, place, found = self.text, 0, []
    for word in words:
      next_place = text.find(plain(word), place)
      if next_place < 0:
        found.append(word)
      else:
        place = next_place + len(plain(word))
    return found

  def row_faults(self, heading):
    """Rows that are cut, by the marks at the beginning and the end of their names, and sheets with rows and no head."""
    found = []
    for number, page in enumerate(self.pages, 1):
      text = plain(self.body(page).extract_text())
      starts, ends = set(re.findall(r"始(\d\d)", text)), set(re.findall(r"终(\d\d)", text))
      if starts != ends:
        found.append(f"sheet {number} cuts {sorted(starts ^ ends)}")
      head = text.find(plain(heading))
      if starts and not 0 <= head < text.find("始"):
        found.append(f"sheet {number} has rows and no head")
    return found


# In print, at the width of the paper less its margins.
SEALS = """() => [...document.querySelectorAll('.seal')].map(cell => { const i = cell.querySelector('i'),
  box = i.getBoundingClientRect(), over = [...cell.querySelectorAll('span')].some(s =>
    s.getBoundingClientRect().top < box.bottom - 1); return [box.width, box.height, over || i.innerText] })"""
FREE = """() => { const p = document.querySelector('.lines .over'), s = p.querySelector('span');
  const right = Math.max(...[...s.getClientRects()].map(r => r.right));
  return document.querySelector('main').getBoundingClientRect().right - right }"""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
ROOMLESS = """() => [...document.querySelectorAll('td,th,p,h1,h2,h3')].filter(e => e.offsetParent &&
  e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML.slice(0, 120))"""
COLOURS = """() => [...new Set([...document.querySelectorAll('body,body *')].flatMap(e => { const s = getComputedStyle(e);
  return ['color ' + s.color, 'ground ' + s.backgroundColor] }))]"""
HEADS = """() => [...document.querySelectorAll('thead tr')].map(r => [...r.children].map(c => c.textContent))"""
BLANK = """() => [...document.querySelectorAll('thead')].map(h =>
  [...h.parentElement.tBodies[0].rows].filter(r => !r.textContent.trim()).length)"""


@unittest.skipUnless(TOOL, "the tool is not built")
@unittest.skipUnless(CHROMIUM, "Chromium is not there")
@unittest.skipUnless(pdfplumber, "pdfplumber, openpyxl or playwright is not there")
class Forms(unittest.TestCase):
  @classmethod
  def setUpClass(cls):
    cls.folder = Path(tempfile.mkdtemp(prefix="cecredit-forms-"))
    cls.files, cls.runs, cls.papers = {}, {}, {}
    for name, (options, content, _) in CASES.items():
      source, cls.files[name] = cls.folder / f"{name}.csv", cls.folder / f"{name}.html"
      source.write_text(content)
      cls.runs[name] = fill(source, cls.files[name], options)
    cls.playwright = sync_playwright().start()
    cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

  @classmethod
  def tearDownClass(cls):
    cls.browser.close()
    cls.playwright.stop()
    shutil.rmtree(cls.folder)

  def open(self, name, width=1280, change=None):
    """A page of the browser; `change` puts a fault into the file, whose policy then has to go."""
    path = self.files[name]
    if change:
      text = change(re.sub(r"<meta http-equiv=.*?>", "", path.read_text()))
      self.assertNotEqual(text, re.sub(r"<meta http-equiv=.*?>", "", path.read_text()))
      path = self.folder / "changed.html"
      path.write_text(text)
    context = self.browser.new_context(viewport={"width": width, "height": 900})
    self.addCleanup(context.close)
    page = context.new_page()
    page.requests, page.complaints = [], []
    page.on("request", lambda r: page.requests.append(r.url))
    page.on("console", lambda m: page.complaints.append(m.text))
    page.goto(path.as_uri())
    return page

  def print_view(self, name, change=None):
    """The page as it is laid out on paper: millimetres are 96 / 25.4 pixels."""
    width = 180 if CASES[name][2] == "portrait" else 267
    page = self.open(name, round(width * 96 / 25.4), change)
    page.emulate_media(media="print")
    return page

  def sheets(self, name, change=None):
    if change:
      return Sheets(self.open(name, change=change), CASES[name][2])
    if name not in self.papers:
      self.papers[name] = Sheets(self.open(name), CASES[name][2])
    return self.papers[name]

  # What it is

  def test_all_are_written(self):
    for name, done in self.runs.items():
      self.assertEqual(done.returncode, 0, (name, done.stderr))

  def test_it_loads_nothing_and_breaks_no_policy(self):
    for name in self.files:
      page = self.open(name)
      self.assertEqual((len(page.requests), page.complaints), (1, []), name)
      self.assertEqual(page.evaluate("document.scripts.length"), 0)

  def test_markup_in_names_is_text(self):
    page = self.open("long")
    self.assertEqual(page.locator("td", has_text="<b>张三</b>").count(), 1)
    self.assertEqual(page.evaluate("document.querySelectorAll('main script, main b').length"), 0)

  # Paper

  def test_paper(self):
    for name in self.files:
      self.assertEqual(self.sheets(name).faults(), [], name)

  def test_faults_of_paper_are_found(self):
    for name, change, kind in [
      ("register", lambda t: t.replace("size:A4 landscape", "size:A4"), "no A4 landscape"),
      ("plan", lambda t: t.replace("margin:15mm 15mm 18mm", "margin:15mm 9mm 18mm"), "in the margin"),
      ("statement", lambda t: t.replace("counter(pages)", "counter(page)"), "says"),
      ("statement", lambda t: t.replace("font-size:10pt;font-weight:400", "font-size:9pt;font-weight:400"), "letters"),
      ("notice", lambda t: t.replace("color:#000;font", "color:#555;font"), "not black"),
      ("notice", lambda t: t.replace("</article>", "</article><div class=doc style='height:1mm'></div>"), "blank"),
    ]:
      found = self.sheets(name, change).faults()
      self.assertTrue(any(kind in f for f in found), (kind, found))

  def test_black_on_white(self):
    expected = {"color rgb(0, 0, 0)", "ground rgb(255, 255, 255)", "ground rgba(0, 0, 0, 0)"}
    for name in self.files:
      self.assertLessEqual(set(self.open(name).evaluate(COLOURS)), expected, name)
    page = self.open("plan", change=lambda t: t.replace("thead th{", "th{background:#eee;"))
    self.assertIn("ground rgb(238, 238, 238)", page.evaluate(COLOURS))

  def test_nothing_is_wider_than_the_page(self):
    for name in self.files:
      for page in [self.print_view(name), self.open(name), self.open(name, 390)]:
        self.assertLessEqual(page.evaluate(OVERFLOW), 0, name)
      self.assertEqual(self.print_view(name).evaluate(ROOMLESS), [], name)
    page = self.print_view("long", lambda t: t.replace("overflow-wrap:anywhere", "white-space:nowrap"))
    self.assertNotEqual(page.evaluate(ROOMLESS), [])

  def test_heads_come_again_and_rows_are_whole(self):
    sheets = self.sheets("many")
    self.assertGreater(len(sheets.pages), 5)
    self.assertEqual(sheets.row_faults("序号培训项目名称主办单位"), [])
    self.assertEqual(set(re.findall(r"终(\d\d)", sheets.text)), {f"{n:02}" for n in range(60)})
    found = self.sheets("many", lambda t: t.replace("tr{break-inside:avoid}", "")).row_faults("序号培训项目名称主办单位")
    self.assertTrue(any("cuts" in f for f in found), found)
    found = self.sheets("many", lambda t: t.replace("table-header-group", "table-row-group")).row_faults(
      "序号培训项目名称主办单位")
    self.assertTrue(any("no head" in f for f in found), found)

  def test_a_long_plan_goes_on_in_whole_lines(self):
    sheets = self.sheets("long plan")
    self.assertGreater(len(sheets.pages), 1)
    self.assertEqual(sheets.order_faults([f"第{n}天：内容" for n in range(40)]), [])

  def test_room_for_seals(self):
    for name, count in [("plan", 2), ("statement", 2)]:
      seals = self.print_view(name).evaluate(SEALS)
      self.assertEqual(len(seals), count)
      for width, height, used in seals:
        self.assertGreaterEqual(width, 45 * 96 / 25.4)
        self.assertGreaterEqual(height, 45 * 96 / 25.4)
        self.assertFalse(used)
    seals = self.print_view("plan", lambda t: t.replace("height:47mm", "height:30mm")).evaluate(SEALS)
    self.assertLess(seals[0][1], 45 * 96 / 25.4)

  def test_room_beside_the_unit(self):
    for name in ["register", "long"]:
      self.assertGreaterEqual(self.print_view(name).evaluate(FREE), 45 * 96 / 25.4, name)
    page = self.print_view("long", lambda t: t.replace("padding-right:50mm", ""))
    self.assertLess(page.evaluate(FREE), 45 * 96 / 25.4)

  # Content

  def words(self):
    return [w for within, name, headings in form_data.YANTAI for w in [*within, name, *headings]]

  def test_the_register_is_that_of_the_annex(self):
    for name in ["register", "declared"]:
      page = self.open(name)
      self.assertEqual(page.evaluate(HEADS)[:6], [headings for _, _, headings in form_data.YANTAI])
      # Two lines for a hand in each, at least.
      self.assertGreaterEqual(min(page.evaluate(BLANK)[:6]), 2)
      sheets = self.sheets(name)
      title = ["专业技术人员继续教育情况登记表（2023年度）", "专业技术人员姓名", "王芳", "所在单位（盖章）", "烟台市示例医院"]
      self.assertEqual(sheets.order_faults(title + self.words() + ["年度总学时"]), [])
      self.assertNotRegex(sheets.text, r"\d{15}|\*\*")

  def test_a_heading_in_another_place_is_found(self):
    found = self.sheets("register", lambda t: t.replace(">考核方式<", ">考核办法<")).order_faults(self.words())
    self.assertIn("考核方式", found)
    swapped = lambda t: t.replace(">活动时间<", ">x<").replace(">活动地点<", ">活动时间<").replace(">x<", ">活动地点<")
    self.assertNotEqual(self.sheets("register", swapped).order_faults(self.words()), [])

  def test_sums(self):
    # 12 + 18 + 24 + 20 + 10; without the platform's 18: 66.
    self.assertIn("年度总学时:84学时", self.sheets("register").text)
    self.assertIn("年度总学时:66学时", self.sheets("declared").text)
    self.assertIn("另有18学时", self.sheets("declared").text)
    self.assertNotIn("职业道德", self.sheets("declared").text)
    # 60 of 8.
    self.assertIn("年度总学时:480学时", self.sheets("many").text)

  def test_what_waits_stands_in_its_block_and_what_is_lost_behind(self):
    sheets = self.sheets("register")
    self.assertEqual(sheets.order_faults(["成果、论文著作类", "分诊研究", "待审（12）", "义诊", "待审（8）", "年度总学时"]), [])
    last = plain(sheets.pages[-1].extract_text())
    for word in ["未计入", "没有备案的讲座", "没有备案号", "二(二)1"]:
      self.assertIn(plain(word), last)
    self.assertNotIn("年度总学时", last)

  def test_the_plan_is_that_of_the_annex(self):
    sheets = self.sheets("plan")
    self.assertEqual(len(sheets.pages), 1)
    self.assertEqual(sheets.order_faults(["枣庄市专业培训项目计划申报表（2023年度）", *form_data.ZAOZHUANG]), [])
    self.assertIn("2023年5月20日", sheets.text)
    # 26 hours pass 3 days of 8: said on standard error, never on the form.
    self.assertIn("超过 24", self.runs["plan"].stderr)
    self.assertNotIn("超过", sheets.text)

  def test_a_statement_and_a_notice(self):
    statement = self.sheets("statement").text
    for word in ["学时核算单", "不是官方证明", "yantai-2023", "字〔2023〕49号", "单位审核", "主管部门审验", "待审（12）", "年月日"]:
      self.assertIn(plain(word), statement)
    self.assertIn(form_data.WANG[:4] + "**********" + form_data.WANG[-4:], statement)
    self.assertNotIn(form_data.WANG, statement)
    pages = [plain(p.extract_text()) for p in self.sheets("notice").pages]
    # Wang waits, Li is short, Zhao has everything.
    self.assertEqual([("王芳" in p, "李强" in p) for p in pages], [(True, False), (False, True)])
    self.assertNotIn("赵敏", "".join(pages))
    for word in ["还缺", "2023-12-31", "最少的补学计划", "2023年11月1日"]:
      self.assertIn(word, pages[1])

  # Tables

  def test_the_same_blocks_in_a_workbook(self):
    target = self.folder / "register.xlsx"
    done = fill(self.folder / "register.csv", target, ["yantai-registration"])
    self.assertEqual(done.returncode, 0, done.stderr)
    book = openpyxl.load_workbook(target)
    self.assertEqual(book.sheetnames[1:], [name for _, name, _ in form_data.YANTAI] + ["未计入"])
    for _, name, headings in form_data.YANTAI:
      self.assertEqual([c.value for c in book[name][1]], headings)
    self.assertEqual([c.value for c in book["公需科目"][2]],
                     [1, "专题辅导", "市人社局", "2023-05-06至2023-05-07", "市委党校", None, book["公需科目"]["G2"].value, 12])
    self.assertEqual(book["服务基层活动"]["H2"].value, "待审（8）")
    self.assertEqual([(h.value, v.value) for h, v in zip(*list(book.worksheets[0].rows)[:2])],
                     [("专业技术人员姓名", "王芳"), ("所在单位（盖章）", "烟台市示例医院"), ("年度总学时", 84)])
    everyone = self.folder / "everyone.xlsx"
    fill(self.folder / "notice.csv", everyone, ["yantai-registration"])
    rows = list(openpyxl.load_workbook(everyone)["公需科目"].values)
    self.assertEqual([r[0] for r in rows], ["姓名", "王芳", "王芳", "李强", "赵敏"])

  def test_the_same_blocks_in_csv(self):
    target = self.folder / "out.csv"
    fill(self.folder / "register.csv", target, ["yantai-registration"])
    rows = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    for _, name, headings in form_data.YANTAI:
      place = next(n for n, r in enumerate(rows) if r and r[-1] == name)
      self.assertEqual(rows[place + 1], headings)
    self.assertIn(["年度总学时", "84"], rows)


if __name__ == "__main__":
  missing = [name for name, there in [("the tool", TOOL), ("Chromium", CHROMIUM), ("modules", pdfplumber)] if not there]
  for name in missing:
    print(f"not there: {name}")
  if IS_REQUIRED and missing:
    sys.exit("what is required is missing")
  unittest.main()
