#!/usr/bin/env python3
"""Workbooks of other people's programs, read by the tool: `python3 Tests/WorkbookTests/test_read_workbooks.py`.

openpyxl, XlsxWriter and xlwt write tables, LibreOffice writes them anew; what the tool makes of each is compared with what
it makes of the same table as CSV: the same JSON but for file and line. CECREDIT names the tool to test; otherwise
.build/release or .build/debug is taken. What is missing is named: `.ci/run` installs it and sets CECREDIT_REQUIRE, under
which that is a failure.
"""

import csv
import datetime
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IS_REQUIRED = bool(os.environ.get("CECREDIT_REQUIRE"))
RULES = {"heze": "heze-2022", "jinan": "jinan-2021", "jining": "jining-2020", "yantai": "yantai-2023",
         "zaozhuang": "zaozhuang-2023", "dirty": "heze-2022"}


def tool():
  named = os.environ.get("CECREDIT")
  built = [ROOT / ".build/release/cecredit", ROOT / ".build/debug/cecredit"]
  return next((str(p) for p in ([Path(named)] if named else built) if p.exists()), None)


TOOL = tool()
try:
  import openpyxl
  import xlsxwriter
  import xlwt
except ImportError as error:
  if IS_REQUIRED:
    raise
  openpyxl = None
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def run(*arguments, status=(0, 1, 3), input=None):
  done = subprocess.run([TOOL, *map(str, arguments), "--lang", "zh"], input=input, capture_output=True,
                        env=dict(os.environ, LC_ALL="C.UTF-8"))
  assert done.returncode in status, (arguments, done.returncode, done.stderr.decode())
  return done


def check(path, rules, *options):
  return json.loads(run("check", path, "--rules", rules, "--format", "json", *options).stdout)


def table(path):
  """The rows of a sample, whatever its encoding, all as wide as the widest."""
  data = path.read_bytes()
  for encoding in ("utf-8-sig", "gb18030"):
    try:
      text = data.decode(encoding)
      break
    except UnicodeDecodeError:
      continue
  rows = list(csv.reader(io.StringIO(text, newline="")))
  width = max(map(len, rows))
  return [row + [""] * (width - len(row)) for row in rows]


def lines(path):
  """For each record of a CSV file the line on which it starts."""
  starts, line = [], 1
  with open(path, "rb") as file:
    text = file.read().decode("utf-8-sig")
  reader = csv.reader(io.StringIO(text, newline=""))
  before = 0
  for _ in reader:
    starts.append(before + 1)
    before = reader.line_num
  return starts


def typed(text):
  """A cell as a program would have it that knows days and numbers."""
  if re.fullmatch(r"(19|20)\d\d-\d\d-\d\d", text):
    try:
      return datetime.date.fromisoformat(text)
    except ValueError:
      return text
  if re.fullmatch(r"[1-9]\d{0,3}(\.\d?[1-9])?", text):
    return float(text) if "." in text else int(text)
  return text


def with_openpyxl(rows, path):
  book = openpyxl.Workbook()
  sheet = book.active
  sheet.title = "登记表"
  for i, row in enumerate(rows, 1):
    for j, text in enumerate(row, 1):
      if text:
        cell = sheet.cell(i, j, typed(text))
        if isinstance(cell.value, str) and text.startswith("="):
          cell.data_type = "s"
        if isinstance(cell.value, datetime.date):
          cell.number_format = 'yyyy"年"m"月"d"日"'
  book.save(path)


def with_xlsxwriter(rows, path, **options):
  book = xlsxwriter.Workbook(path, options)
  sheet = book.add_worksheet("登记表")
  day = book.add_format({"num_format": 14})
  for i, row in enumerate(rows):
    for j, text in enumerate(row):
      value = typed(text)
      if isinstance(value, datetime.date):
        sheet.write_datetime(i, j, value, day)
      elif isinstance(value, str):
        if text:
          sheet.write_string(i, j, text)
      else:
        sheet.write_number(i, j, value)
  book.close()


def with_xlwt(rows, path, **options):
  book = xlwt.Workbook(encoding="utf-8")
  book.dates_1904 = options.get("date_1904", False)
  sheet = book.add_sheet("登记表")
  day = xlwt.easyxf(num_format_str="yyyy/m/d")
  for i, row in enumerate(rows):
    for j, text in enumerate(row):
      value = typed(text)
      if isinstance(value, datetime.date):
        sheet.write(i, j, value, day)
      elif text:
        sheet.write(i, j, value)
  book.save(str(path))


WRITERS = {
  "openpyxl.xlsx": with_openpyxl,
  "xlsxwriter.xlsx": with_xlsxwriter,
  "inline.xlsx": lambda rows, path: with_xlsxwriter(rows, path, constant_memory=True),
  "1904.xlsx": lambda rows, path: with_xlsxwriter(rows, path, date_1904=True),
  "xlwt.xls": with_xlwt,
}


def convert(path, kind, folder):
  """LibreOffice's own form of a file."""
  subprocess.run([OFFICE, f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", kind,
                  "--outdir", folder / "converted", path], check=True, capture_output=True, timeout=300)
  return folder / "converted" / path.with_suffix("." + kind.split(":")[0]).name


@unittest.skipUnless(TOOL, "the tool is not built")
@unittest.skipUnless(openpyxl, "openpyxl, XlsxWriter or xlwt is not there: pip install openpyxl XlsxWriter xlwt")
class ReadWorkbooks(unittest.TestCase):
  maxDiff = 4000

  def setUp(self):
    folder = tempfile.TemporaryDirectory()
    self.addCleanup(folder.cleanup)
    self.folder = Path(folder.name)

  def plain(self, rows, name="table"):
    """The table as plain CSV, cells as typed ones are shown, and for each line the number of the record."""
    path = self.folder / f"{name}.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
      csv.writer(file, lineterminator="\n").writerows(rows)
    return path, {line: number for number, line in enumerate(lines(path), 1)}

  def same(self, result, expected, numbers, path):
    """Equal but for file and line; lines are those of the sheet."""
    def moved(value):
      if isinstance(value, list):
        return [moved(v) for v in value]
      if not isinstance(value, dict):
        return value
      value = {key: moved(v) for key, v in value.items()}
      if "line" in value and "file" in value:
        value["line"] = numbers.get(value["line"], value["line"])
        value["file"] = f"{path}#登记表"
      # Messages name lines too.
      return {key: v for key, v in value.items() if key not in ("message",)}

    self.assertEqual(bare(result), moved(expected))

  def test_samples(self):
    """The same table as CSV and as a workbook gives the same JSON: over all samples, by all writers."""
    for sample in sorted((ROOT / "samples").glob("*.csv")):
      if sample.name in ("roster.csv", "projects.csv"):  # no records
        continue
      rules = RULES[sample.name.split("-")[0].split(".")[0]]
      rows = table(sample)
      path, numbers = self.plain(rows)
      expected = check(path, rules)
      for name, write in WRITERS.items():
        with self.subTest(sample=sample.name, writer=name):
          book = self.folder / f"{sample.stem}-{name}"
          write(rows, book)
          self.same(check(book, rules), expected, numbers, book)

  def test_libreoffice(self):
    if not OFFICE:
      self.assertFalse(IS_REQUIRED, "LibreOffice is not there")
      self.skipTest("LibreOffice is not there: apt-get install libreoffice-calc")
    rows = table(ROOT / "samples/heze-2022.csv")
    path, numbers = self.plain(rows)
    expected = check(path, "heze-2022")
    book = self.folder / "登记.xlsx"
    with_xlsxwriter(rows, book)
    for kind in ("xlsx", "xls", "xlsx:Office Open XML Spreadsheet"):
      with self.subTest(kind=kind):
        converted = convert(book, kind, self.folder)
        self.same(check(converted, "heze-2022"), expected, numbers, converted)
    refused = run("check", convert(book, "ods", self.folder), "--rules", "heze-2022", status=(2,))
    self.assertIn("OpenDocument", refused.stderr.decode())

  def test_roster_and_standard_input(self):
    rows = table(ROOT / "samples/roster.csv")
    roster = self.folder / "名册.xlsx"
    with_openpyxl(rows, roster)
    records = ROOT / "samples/heze-2022.csv"
    expected = check(records, "heze-2022", "--roster", ROOT / "samples/roster.csv")
    self.assertEqual(check(records, "heze-2022", "--roster", roster)["people"], expected["people"])
    book = self.folder / "登记.xlsx"
    with_openpyxl(table(records), book)
    piped = run("check", "-", "--rules", "heze-2022", "--format", "json", input=book.read_bytes())
    self.assertEqual({e["file"] for p in json.loads(piped.stdout)["people"] for e in p["entries"]}, {"-#登记表"})

  def test_merged_cells_formulas_and_formats(self):
    """A clerk's sheet: a merged title, merged persons, hours as a duration, a formula that nobody computed."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "登记表"
    for row in [["2022年度登记表"], ["工号", "姓名", "科目", "类别", "名称", "开始日期", "学时"],
                ["T1", "王芳", "专业", "培训进修", "甲", datetime.date(2022, 7, 1), datetime.timedelta(hours=30)],
                [None, None, "专业", "培训进修", "乙", 44744, "=1+1"],
                [None, None, "专业", "培训进修", "丙", "2022.7.3", 8]]:
      sheet.append(row)
    sheet.merge_cells("A1:G1")
    sheet.merge_cells("A3:A5")
    sheet.merge_cells("B3:B5")
    sheet["F4"].number_format = 'm"月"d"日"'
    path = self.folder / "表.xlsx"
    book.save(path)
    result = check(path, "heze-2022")
    entries = result["people"][0]["entries"]
    self.assertEqual([(e["line"], e["start"], e["worth"]) for e in entries], [(3, "2022-07-01", 30), (5, "2022-07-03", 8)])
    errors = [(p["code"], p["line"], p["excelColumn"]) for p in result["problems"] if p["severity"] == "error"]
    self.assertEqual(errors, [("error-cell", 4, "G")])
    self.assertEqual(result["people"][0]["name"], "王芳")

  def test_sheet_writes_what_was_read(self):
    rows = [["a", "b,\"c\"", "=1+1"], ["", "2022-07-01", ""], ["-5", "多\n行", "0"]]
    path = self.folder / "表.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("一")
    book.add_worksheet("二")
    sheet.write_row(0, 0, ["a", 'b,"c"'])
    sheet.write_string(0, 2, "=1+1")
    sheet.write_datetime(1, 1, datetime.datetime(2022, 7, 1), book.add_format({"num_format": "yyyy/m/d"}))
    sheet.write_row(2, 0, [-5, "多\n行", 0])
    book.close()
    done = run("sheet", path, "--sheet", "一")
    rows[0][2] = "'=1+1"
    self.assertEqual(list(csv.reader(io.StringIO(done.stdout.decode(), newline=""))), rows)
    self.assertIn("二", run("sheet", path).stderr.decode())
    target = self.folder / "out.csv"
    run("sheet", path, "-o", target)
    self.assertEqual(target.read_bytes(), b"\xef\xbb\xbf" + done.stdout)
    self.assertEqual(run("sheet", path, "--sheet", "三", status=(2,)).stdout, b"")


def bare(value):
  if isinstance(value, list):
    return [bare(v) for v in value]
  if isinstance(value, dict):
    return {key: bare(v) for key, v in value.items() if key != "message"}
  return value


if __name__ == "__main__":
  unittest.main()
