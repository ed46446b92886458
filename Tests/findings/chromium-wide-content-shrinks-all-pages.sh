#!/usr/bin/env bash
# One thing that is too wide for the paper makes Chromium print every page of the document smaller, down to two thirds; what is
# wider still is cut off at the edge of the paper without a mark.
#
# Seen with Chromium 156 (Debian 12): text of 10.5 pt is printed in 7 pt on all pages as soon as a single line of the
# last page can't break, whether it is 2 or 3 times as wide as the paper; the end of that line is on no page.
# Whom it hurts: one file name or course code without spaces in a table of 300 people, and the register is below the 10 pt that an
# office asks for.
# Here: long words break within their cell, and a browser test measures the size of the text and looks for the end of a long word.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v chromium >/dev/null || { echo "needs Chromium"; exit 2; }
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check pdfplumber==0.11.10
python/bin/python - <<'END'
import logging, subprocess, pdfplumber
logging.disable(logging.CRITICAL)
def sizes(width):
  open("t.html", "w").write("<!doctype html><style>@page{size:A4;margin:15mm}body{font:10.5pt sans-serif}</style><p>first page</p>"
    f"<div style='break-before:page;width:{width}px;text-align:right'>END</div>")
  subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
    "--print-to-pdf=t.pdf", "t.html"], capture_output=True, check=True)
  pages = pdfplumber.open("t.pdf").pages
  inside = [page.within_bbox(page.bbox).extract_text() or "" for page in pages]
  return [round(page.chars[0]["size"], 2) if page.chars else None for page in pages], any("END" in text for text in inside)
for width in (600, 900, 3000):
  print(width, "px:", *sizes(width))
assert sizes(600) == ([10.5, 10.5], True)
assert 7 < sizes(900)[0][0] < 10.5 and sizes(900)[1]
small, visible = sizes(3000)
assert small[0] == 7.0 and not visible
END
