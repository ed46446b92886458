#!/usr/bin/env bash
# counter(page) and counter(pages) are right in a margin box of @page and 0 in the content of the same document.
#
# Seen with Chromium 156 (Debian 12): `::after { content: counter(page) "/" counter(pages) }` on a paragraph prints
# 0/0 on every page, while `@bottom-right` with the same content prints 1/3, 2/3, 3/3.
# Whom it hurts: whoever writes "page x of y" into the foot of a form rather than into the margin.
# Here: page numbers stand in margin boxes only; a browser test reads them from the PDF.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v chromium >/dev/null || { echo "needs Chromium"; exit 2; }
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check pdfplumber==0.11.10
python/bin/python - <<'END'
import logging, re, subprocess, pdfplumber
logging.disable(logging.CRITICAL)
content = 'counter(page) "/" counter(pages)'
open("t.html", "w").write(f"<!doctype html><style>@page{{@bottom-right{{content:'margin ' {content}}}}}"
  f"p{{break-after:page}}p::after{{content:{content}}}</style><p>text </p><p>text </p><p>text </p>")
subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
  "--print-to-pdf=t.pdf", "t.html"], capture_output=True, check=True)
texts = [page.extract_text() for page in pdfplumber.open("t.pdf").pages]
texts = [text for text in texts if "text" in text]
print(texts)
assert all(re.search(r"text ?0/0", text) for text in texts)
assert [re.search(r"margin ?(\d)/", text)[1] for text in texts] == ["1", "2", "3"]
END
