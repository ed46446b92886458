#!/usr/bin/env bash
# A short staff list in GBK is taken for UTF-16 by charset-normalizer, and comes out as Korean syllables without an error.
#
# Seen with charset-normalizer 3.5.3, which requests and many converters ask for the encoding: 姓名,学时 with the rows 袁学,8 and 陈立,8 in
# GB18030 is "utf_16_be", 탕쏻ⳑ…; with the names 王芳 and 李强 in their place it is "gb18030". chardet 7.7.0 is right about both.
# Whom it hurts: the list of a small office, read by a script that guesses. An even number of bytes is all that UTF-16 asks for, so there
# is nothing to catch, and a longer file of the same office is read well.
# Here: UTF-16 is read with a byte order mark only; else a file is UTF-8 or GB18030, whichever it fits as a whole (Tests: EncodingTests).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check charset-normalizer==3.5.3 chardet==7.7.0
python/bin/python - <<'END'
import chardet, charset_normalizer
found = {}
for names in ("袁学 陈立", "王芳 李强"):
  text = "姓名,学时\n" + "".join(f"{name},8\n" for name in names.split())
  raw = text.encode("gb18030")
  best = charset_normalizer.from_bytes(raw).best()
  found[names] = best.encoding
  print(names, "is", best.encoding, repr(str(best)[:8]), "by charset-normalizer and", chardet.detect(raw)["encoding"], "by chardet")
assert found == {"袁学 陈立": "utf_16_be", "王芳 李强": "gb18030"}
END
