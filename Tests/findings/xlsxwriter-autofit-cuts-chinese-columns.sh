#!/usr/bin/env bash
# autofit() of XlsxWriter makes a column of Chinese text little more than half as wide as its text.
#
# Seen with XlsxWriter 3.3.1: the 17 characters of a platform's name get a width of 20.43, an English text of 25 letters gets 23.57. A
# Chinese character is as wide as two figures of the default font, so 34 and some would be right; the method knows the widths of ASCII
# characters and takes all others for one of middle width.
# Whom it hurts: whoever hands out a list that a script has written. Names of units and courses are cut at the next cell that is filled,
# and two courses whose names differ at their ends look the same on paper.
# Here: columns are as wide as Chinese text needs (Tests: WorkbookWriterTests, and test_written_workbooks.py by other people's readers).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check XlsxWriter==3.3.1 openpyxl==3.1.5
python/bin/python - <<'END'
import openpyxl, xlsxwriter
chinese, english = "枣庄市专业技术人员继续教育服务平台", "zzzj.yxlearning.com study"
book = xlsxwriter.Workbook("staff.xlsx"); sheet = book.add_worksheet()
sheet.write_row(0, 0, [chinese, english])
sheet.autofit()
book.close()
columns = openpyxl.load_workbook("staff.xlsx").active.column_dimensions
widths = [round(columns[letter].width, 2) for letter in "AB"]
print(f"{len(chinese)} Chinese characters: {widths[0]}; {len(english)} Latin ones: {widths[1]}")
assert widths[0] < 1.3 * len(chinese) < 2 * len(chinese) and widths[1] > len(english) - 2
END
