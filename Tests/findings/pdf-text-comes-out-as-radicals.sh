#!/usr/bin/env bash
# Names copied out of a PDF that Chromium printed can hold radicals in place of the characters that were printed.
#
# Seen with Chromium 156 (Debian 12) and Noto Sans CJK SC: the font draws the character 民 (U+6C11) and the radical ⺠
# (U+2EA0) with one glyph, and the PDF names the glyph by the radical. pypdf 7.1.1 and pdfplumber 0.11.10 give back what
# the PDF says: 王小民 is 王⼩⺠. PyMuPDF 2.0 turns radicals back.
# The half that lies at U+2F00 (⼩) is mended by NFKC; the half at U+2E80 (⺠ ⻢ ⻓ ⻰ ⻚) has no compatibility form, so a
# name keeps looking right and equals no other.
# Whom it hurts: who takes a printed list apart by program and compares its names with a roster: every 民, 马, 龙, 长 differs.
# Here: headings and words of closed lists are compared after NFKC; a name that still differs is `name-mismatch`, never
# another person, since the ID is the key (Tests: IDWarningsTests).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v chromium >/dev/null || { echo "needs Chromium and the Noto CJK fonts"; exit 2; }
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check pypdf==7.1.1 pdfplumber==0.11.10 pymupdf==2.0
cat > page.html <<'END'
<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>body{font-family:"Noto Sans CJK SC"}</style>
<p>王小民 马长龙</p></html>
END
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf=page.pdf page.html 2>/dev/null
python/bin/python - <<'END'
import logging, unicodedata, pypdf, pdfplumber, pymupdf
logging.disable(logging.CRITICAL)
printed = "王小民 马长龙"
seen = {
  "pypdf": pypdf.PdfReader("page.pdf").pages[0].extract_text().strip(),
  "pdfplumber": pdfplumber.open("page.pdf").pages[0].extract_text().strip(),
  "PyMuPDF": pymupdf.open("page.pdf")[0].get_text().strip(),
}
for reader, text in seen.items():
  print(f"{reader:10} {text}  {'as printed' if text == printed else 'NFKC: ' + unicodedata.normalize('NFKC', text)}")
for reader in ("pypdf", "pdfplumber"):
  assert seen[reader] != printed, reader
  mended = unicodedata.normalize("NFKC", seen[reader])
  assert "小" in mended and "\u2ea0" in mended and "\u2ee2" in mended, mended
assert seen["PyMuPDF"] == printed
END
