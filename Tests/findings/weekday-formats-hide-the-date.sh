#!/usr/bin/env bash
# A date shown as a weekday in Chinese (format aaaa) or as a year of the era (e) is a plain number for readers that know
# all other date formats, and "Shabbat" for LibreOffice.
#
# Seen with openpyxl 3.1.5 and python-calamine 0.9.1: the cell of 1 July 2023 comes out as 45108 under aaaa and under e,
# and as a date under dddd. LibreOffice 7.4.7 in English exports both as CSV by the Hebrew calendar, the year as 783; Gnumeric 1.12.55
# exports 45108, and also for [DBNum1]yyyy"年"m"月"d"日", a date in Chinese numerals.
# Whom it hurts: attendance sheets of a Chinese Excel, where the day of a course is shown as 星期六.
# Here: a format that shows a year, month, day or weekday makes a date (Workbooks: Dates; tests: CellFormatTests).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v soffice >/dev/null && command -v ssconvert >/dev/null || { echo "needs LibreOffice Calc and Gnumeric"; exit 2; }
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5 XlsxWriter==3.3.1
python/bin/python - <<'END'
import csv, datetime, os, subprocess, openpyxl, python_calamine, xlsxwriter
formats = ["aaaa", "e", "dddd", '[DBNum1]yyyy"年"m"月"d"日"']
book = xlsxwriter.Workbook("days.xlsx"); sheet = book.add_worksheet()
for column, text in enumerate(formats):
  sheet.write_datetime(0, column, datetime.datetime(2023, 7, 1), book.add_format({"num_format": text}))
book.close()
one = [cell.value for cell in openpyxl.load_workbook("days.xlsx").active[1]]
two = python_calamine.CalamineWorkbook.from_path("days.xlsx").get_sheet_by_index(0).to_python()[0]
subprocess.run(["soffice", f"-env:UserInstallation=file://{os.getcwd()}/profile", "--headless", "--convert-to",
  "csv:Text - txt - csv (StarCalc):44,34,76", "days.xlsx"], capture_output=True, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
three = next(csv.reader(open("days.csv", encoding="utf-8")))
subprocess.run(["ssconvert", "days.xlsx", "gnumeric.csv"], capture_output=True, check=True)
four = next(csv.reader(open("gnumeric.csv", encoding="utf-8")))
for name, values in (("openpyxl", one), ("calamine", two), ("LibreOffice", three), ("Gnumeric", four)):
  print(name, dict(zip(formats, map(str, values))))
assert one[0] == one[1] == 45108 and two[0] == two[1] == 45108
assert one[2].year == 2023 and two[2].year == 2023
assert three[0] == "Shabbat" and four[0] == "45108" and four[3] == "45108"
END
