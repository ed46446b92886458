#!/usr/bin/env bash
# Hours in an .xls that Gnumeric saved are moments of January 1900 for calamine: 7.5 is 1900-01-07 12:00.
#
# Seen with Gnumeric 1.12.55 and python-calamine 0.9.1: Gnumeric gives a format of the user, as 0.0"学时", a number below 60 in the
# file's own table. calamine takes such a number for the built-in date that Chinese and Japanese versions of Excel have
# there, and does not look at the text of the format; xlrd 2.0.2 does. A file of LibreOffice has numbers from 164 on.
# Whom it hurts: units on Linux desktops; a fixed format for staff numbers (000000) is damaged in the same way.
# Here: a text that the file gives for a number of a format goes before what the number means elsewhere
# (Workbooks: Dates; tests: CellFormatTests).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v ssconvert >/dev/null || { echo "needs Gnumeric"; exit 2; }
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check python-calamine==0.9.1 XlsxWriter==3.3.1 xlrd==2.0.2
python/bin/python - <<'END'
import subprocess, python_calamine, xlrd, xlsxwriter
book = xlsxwriter.Workbook("hours.xlsx"); sheet = book.add_worksheet()
sheet.write_string(0, 0, "学时")
for row, (value, text) in enumerate([(7.5, "[h]:mm"), (7.5, '0.0"学时"'), (12, "000000"), (7.5, 'General"学时"')], 1):
  sheet.write_number(row, 0, value, book.add_format({"num_format": text}))
sheet.write_datetime(5, 0, __import__("datetime").datetime(2023, 7, 1), book.add_format({"num_format": 'yyyy"年"m"月"d"日"'}))
book.close()
subprocess.run(["ssconvert", "hours.xlsx", "hours.xls"], capture_output=True, check=True)
old = xlrd.open_workbook("hours.xls", formatting_info=True); first = old.sheet_by_index(0)
numbers = [old.xf_list[first.cell(r, 0).xf_index].format_key for r in range(1, 6)]
seen = [row[0] for row in python_calamine.CalamineWorkbook.from_path("hours.xls").get_sheet_by_index(0).to_python()]
print("numbers of formats", numbers); print("calamine", seen); print("xlrd", [(c.ctype, c.value) for c in first.col(0)])
dates = [value for value in seen[2:5] if hasattr(value, "year")]
assert dates and all(value.year == 1900 for value in dates), seen
assert all(first.cell(r, 0).ctype == xlrd.XL_CELL_NUMBER for r in (2, 3, 4))
END
