#!/usr/bin/env bash
# Chromium repeats the head of a table on every printed page, unless the head is taller than about a quarter of the page:
# then it is printed once, and nothing says so.
#
# Seen with Chromium 156 (Debian 12), A4 landscape with margins of 15 mm: a head of 6 lines stands on all pages, one of 14
# lines on the first page only.
# Whom it hurts: forms with a title, notes and headings of two levels in their thead: pages 2 and on have columns without names.
# Here: forms and the report keep titles outside of thead, and a browser test looks for the head on each page.
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
def pages_with_head(lines):
  head = "HEAD" + "<br>note" * (lines - 1)
  rows = "".join(f"<tr><td>{i}<td>30" for i in range(80))
  open("t.html", "w").write("<!doctype html><style>@page{size:A4 landscape;margin:15mm}body{font:10.5pt sans-serif}</style>"
    f"<table><thead><tr><th>{head}<th>hours</thead><tbody>{rows}</tbody></table>")
  subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
    "--print-to-pdf=t.pdf", "t.html"], capture_output=True, check=True)
  return ["HEAD" in page.extract_text() for page in pdfplumber.open("t.pdf").pages]
for lines in (6, 14):
  print(lines, "lines:", pages_with_head(lines))
assert all(pages_with_head(6)) and len(pages_with_head(6)) > 2
tall = pages_with_head(14)
assert tall[0] and len(tall) > 2 and not any(tall[1:])
END
