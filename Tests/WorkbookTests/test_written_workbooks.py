#!/usr/bin/env python3
"""Written workbooks, read by programs of other people: `python3 Tests/WorkbookTests/test_written_workbooks.py`.

openpyxl reads every workbook that the tool writes and compares it with the CSV of the same run; LibreOffice, where it is
there, opens them and writes them again. CECREDIT names the tool to test; otherwise .build/release or .build/debug is
taken. What is missing is named: `.ci/run` installs it and sets CECREDIT_REQUIRE, under which that is a failure.
"""

import csv
import datetime
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IS_REQUIRED = bool(os.environ.get("CECREDIT_REQUIRE"))
TEXT = "@"
DAY = "yyyy\\-mm\\-dd"
ROWS = 1_048_576


def tool():
  named = os.environ.get("CECREDIT")
  built = [ROOT / ".build/release/cecredit", ROOT / ".build/debug/cecredit"]
  return next((str(p) for p in ([Path(named)] if named else built) if p.exists()), None)


TOOL = tool()
try:
  import openpyxl
  from openpyxl.utils.escape import unescape
except ImportError:
  openpyxl = None
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")

HEADER = "身份证号,姓名,单位,科目,类别,名称,平台,开始日期,结束日期,学时,备案号,审核状态\n"
RECORDS = HEADER + (
  "370402199003071234,张三,市立医院,公需,网络平台学习,公需课,菏泽学院,2022-07-01,2022-07-31,30,,已审验\n"
  "370402199003071234,张三,市立医院,专业,培训进修,\"a<b>&\"\"c\"\" _x000D_\",,2022-08-01,2022-08-02,12.5,备1,已审验\n"
  "00012345,=1+1,\"二院\n东区\",专业,培训进修,急救,,2022-08-01,,12,备2,待审\n"
  "37040219900307123X,李四,二院,专业,培训进修,急救,,2022-13-01,,八,备2,\n"
  "37040219900307123X,李四,二院,专业,培训进修,急救,,2022-08-01,,8,备3,,多\n")


def run(*arguments, input=None, status=(0, 1, 3), lang="zh"):
  environment = dict(os.environ, LC_ALL="C.UTF-8")
  done = subprocess.run([TOOL, *map(str, arguments), "--lang", lang], input=input, capture_output=True,
                        env=environment)
  assert done.returncode in status, (arguments, done.returncode, done.stderr.decode())
  return done


def shown(cell):
  """A cell as the CSV has it."""
  value = cell.value
  if value is None:
    return ""
  if isinstance(value, datetime.datetime):
    return value.strftime("%Y-%m-%d")
  if isinstance(value, float):
    return repr(value).removesuffix(".0")
  # openpyxl leaves the escapes of the format as they are.
  return unescape(str(value))


@unittest.skipUnless(TOOL, "the tool is not built")
@unittest.skipUnless(openpyxl, "openpyxl is not there: pip install openpyxl")
class WrittenWorkbooks(unittest.TestCase):
  def setUp(self):
    self.folder = Path(tempfile.mkdtemp(prefix="cecredit-workbooks-"))
    self.addCleanup(shutil.rmtree, self.folder)
    self.records = self.folder / "登记表.csv"
    self.records.write_text(RECORDS)

  def same_as_csv(self, *arguments):
    """The sheet of a command's workbook, whose cells are those of its CSV."""
    text = run(*arguments, "--format", "csv").stdout.decode()
    path = self.folder / "结果.xlsx"
    run(*arguments, "-o", path)
    rows = list(csv.reader(io.StringIO(text)))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = [[shown(cell) for cell in row] for row in sheet.iter_rows()]
    # The ' that keeps a spreadsheet from reading a CSV's text as a formula has no place in a workbook.
    unguarded = [[c[1:] if c[:1] == "'" and c[1:2] in "=+-@＝＋－＠" else c for c in row] for row in rows]
    self.assertEqual(cells, unguarded)
    self.assertEqual(sheet.freeze_panes, "A2")
    return sheet

  def test_check(self):
    sheet = self.same_as_csv("check", self.records, "--rules", "heze-2022")
    self.assertEqual([c.value for c in sheet["A"]][1:],
                     ["370402199003071234", "00012345", "37040219900307123X"])
    self.assertEqual({c.number_format for c in sheet["A"]}, {TEXT})
    self.assertEqual(sheet["B3"].value, "=1+1")
    self.assertEqual(sheet["B3"].data_type, "s")
    # 张三: 30 public hours, and 12.5 on two days.
    self.assertEqual((sheet["E2"].value, sheet["F2"].value), (30, 12.5))
    self.assertEqual({c.number_format for c in sheet["E"][1:]}, {"General"})
    self.assertGreaterEqual(sheet.column_dimensions["A"].width, 20)

  def test_plan(self):
    sheet = self.same_as_csv("plan", self.records, "--rules", "heze-2022", "--as-of", "2022-10-01")
    headings = [c.value for c in sheet[1]]
    day = sheet.cell(2, headings.index("last_day") + 1)
    self.assertEqual((day.number_format, day.is_date), (DAY, True))

  def test_plan_of_a_person_is_a_records_file(self):
    self.same_as_csv("plan", self.records, "--rules", "heze-2022", "--as-of", "2022-10-01", "--person", "张三")

  def test_ledger_list(self):
    book = self.folder / "台账"
    run("ledger", "init", book)
    run("import", self.records, "--ledger", book, "--by", "张会计", status=(0, 3))
    self.same_as_csv("ledger", "list", "--ledger", book)

  def test_the_same_bytes_for_the_same_input(self):
    arguments = ["check", self.records, "--rules", "heze-2022", "--format", "xlsx"]
    first, second = run(*arguments).stdout, run(*arguments, lang="en").stdout
    self.assertTrue(first.startswith(b"PK\x03\x04"))
    self.assertEqual(first, second)
    self.assertEqual(first, run(*arguments, "-o", "-").stdout)

  def test_problems(self):
    path = self.folder / "问题.xlsx"
    run("check", self.records, "--rules", "heze-2022", "--problems", path, status=(3,))
    rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
    self.assertEqual(rows[0][:7], ("severity", "code", "file", "line", "record", "column", "excel_column"))
    found = [(r[1], r[3], r[6], r[7]) for r in rows[1:]]
    self.assertIn(("bad-hours", 6, "J", "八"), found)
    self.assertIn(("bad-date", 6, "H", "2022-13-01"), found)

  def test_rejects_are_mended_in_place_and_read_again(self):
    path = self.folder / "问题行.xlsx"
    run("check", self.records, "--rules", "heze-2022", "--rejects", path, status=(3,))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    self.assertEqual([c.value for c in sheet[1]][:3], ["问题", "身份证号", "姓名"])
    self.assertIn("[bad-hours]", sheet["A2"].value)
    self.assertEqual({c.number_format for row in sheet.iter_rows(min_row=2) for c in row if c.value}, {TEXT})
    self.assertEqual(sheet["K2"].value, "八")
    sheet["K2"], sheet["I2"], sheet["N3"] = 8, "2022-08-01", None
    book.save(path)
    again = run("check", path, "--rules", "heze-2022", "--format", "csv")
    self.assertIn("37040219900307123X,李四,二院,short,0,8,8", again.stdout.decode())

  def test_template(self):
    for lang, guide in [("zh", "说明"), ("en", "说明")]:
      for extra in [[], ["--rules", "heze-2022"], ["--roster"]]:
        path = self.folder / "模板.xlsx"
        run("template", *extra, "-o", path, "--force", lang=lang)
        rows = list(csv.reader(io.StringIO(run("template", *extra, lang=lang).stdout.decode("utf-8-sig"))))
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        self.assertEqual([[shown(c) for c in row] for row in sheet.iter_rows()], rows)
        self.assertEqual(sheet.freeze_panes, "A2")
        self.assertEqual(book.sheetnames[1], guide)
        self.assertEqual([c.value for c in book[guide]["A"]][1:], rows[0])
        self.assertTrue(all(c.value for c in book[guide]["B"]))
        # The whole first column is text, so that IDs typed into it keep their digits.
        style = sheet.column_dimensions["A"]
        self.assertEqual((style.number_format, style.min), (TEXT, 1))
        lists = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation}
        self.assertTrue(lists)
        for place, formula in lists.items():
          column = place.split(":")[0].rstrip("0123456789")
          self.assertEqual(place, f"{column}2:{column}{ROWS}")
          self.assertLessEqual(len(formula.strip('"')), 255)
        if not any("roster" in e for e in extra):
          self.known_by_check(sheet, lists, rows)

  def known_by_check(self, sheet, lists, rows):
    """Every choice of a list is a word that `check` knows."""
    headings = rows[0]
    for place, formula in lists.items():
      column = openpyxl.utils.column_index_from_string(place.split(":")[0].rstrip("0123456789")) - 1
      for word in formula.strip('"').split(","):
        row = list(rows[1])
        row[column] = word
        text = io.StringIO()
        csv.writer(text).writerows([headings, row])
        found = run("validate", "-", "--format", "json", input=text.getvalue().encode(), status=(0, 3))
        at_fault = [p["code"] for p in json.loads(found.stdout)["problems"] if p["column"] == headings[column]]
        self.assertEqual(at_fault, [], (headings[column], word))

  def test_text_goes_into_no_workbook(self):
    cases = [
      ["explain", self.records, "--rules", "heze-2022", "--person", "张三"], ["validate", self.records],
      ["inspect", self.records], ["rules", "show", "heze-2022"],
      ["check", self.records, "--rules", "heze-2022", "--format", "csv"],
    ]
    for arguments in cases:
      path = self.folder / "x.XLSX"
      run(*arguments, "-o", path, status=(2,))
      self.assertFalse(path.exists(), arguments)

  @unittest.skipUnless(OFFICE, "LibreOffice is not there")
  def test_libreoffice_reads_the_same(self):
    path = self.folder / "结果.xlsx"
    run("check", self.records, "--rules", "heze-2022", "-o", path)
    out = self.folder / "office"
    # 44,34,76: comma, quote, UTF-8.
    subprocess.run([OFFICE, "--headless", f"-env:UserInstallation=file://{self.folder}/profile", "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", out, path], check=True,
                   capture_output=True, timeout=300)
    read = list(csv.reader(io.StringIO((out / "结果.csv").read_text(encoding="utf-8-sig"))))
    written = [[shown(c) for c in row] for row in openpyxl.load_workbook(path).worksheets[0].iter_rows()]
    self.assertEqual(read, written)


if __name__ == "__main__":
  missing = [name for name, there in [("the tool", TOOL), ("openpyxl", openpyxl), ("LibreOffice", OFFICE)]
             if not there]
  for name in missing:
    print(f"not there: {name}")
  if IS_REQUIRED and missing:
    sys.exit("what is required is missing")
  unittest.main()
