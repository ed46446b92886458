#!/usr/bin/env bash
# A look-up that failed is an empty text for python-calamine, not an error and not None.
#
# Seen with python-calamine 0.9.1: a cell of the type error, as VLOOKUP leaves it, comes out of to_python() as ''. openpyxl 3.1.5 gives
# the text #N/A. Through pandas 3.1.1 with engine="calamine" it is a missing value like any blank.
# Whom it hurts: IDs are looked up by name in another sheet all the time; the rows of those who were not found lose their person and
# then are filled down from the row above by scripts that fill blanks.
# Here: a cell stored as an error is `mangled-id` or `error-cell`, whatever its text (Tests: SheetXMLTests).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5 XlsxWriter==3.3.1 pandas==3.1.1
python/bin/python - <<'END'
import openpyxl, pandas, python_calamine, xlsxwriter
book = xlsxwriter.Workbook("staff.xlsx"); sheet = book.add_worksheet()
sheet.write_row(0, 0, ["工号", "学时"])
sheet.write_formula(1, 0, '=VLOOKUP("王样本",C:D,2,FALSE)', None, "#N/A")
sheet.write_number(1, 1, 8)
book.close()
calamine = python_calamine.CalamineWorkbook.from_path("staff.xlsx").get_sheet_by_index(0).to_python()
plain = [cell.value for cell in openpyxl.load_workbook("staff.xlsx", data_only=True).active[2]]
frame = pandas.read_excel("staff.xlsx", engine="calamine")
print("python-calamine", calamine[1], "openpyxl", plain, "pandas", frame.iloc[0].tolist())
assert calamine[1][0] == "" and plain[0] == "#N/A" and frame["工号"].isna()[0]
END
