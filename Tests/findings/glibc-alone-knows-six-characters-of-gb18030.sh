#!/usr/bin/env bash
# Six pairs of bytes of GB18030 are ideographs for iconv of the GNU C library and private characters for everybody else.
#
# Seen with glibc 2.36, Python 3.11, ICU 72 and Node 20: FE51 is U+20087 for iconv and U+E816 for the other three; the same holds for
# FE52, FE53, FE6C, FE76 and FE91. All four read the four-byte forms (95329031 for FE51) as the ideographs, so that one
# character has two spellings, of which iconv alone writes the short one.
# Whom it hurts: a file converted by iconv in one office and by Python in the next has two names for one person, one of
# them drawn as an empty box.
# Here: both spellings are read as the ideograph; a private character in a cell is the warning `private-character`
# (Tests: EncodingTests).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v uconv >/dev/null && command -v node >/dev/null || { echo "needs icu-devtools and node"; exit 2; }
for pair in FE51 FE52 FE53 FE6C FE76 FE91; do
  printf "\\x${pair:0:2}\\x${pair:2:2}" > bytes
  glibc=$(iconv -f GB18030 -t UTF-32BE bytes | od -An -tx1 | tr -d ' \n')
  icu=$(uconv -f gb18030 -t UTF-32BE bytes | od -An -tx1 | tr -d ' \n')
  python=$(python3 -c 'import sys; print("%08x" % ord(open("bytes","rb").read().decode("gb18030")))')
  node=$(node -e 'const s = new TextDecoder("gb18030").decode(require("fs").readFileSync("bytes")); console.log(s.codePointAt(0).toString(16).padStart(8, "0"))')
  echo "$pair glibc $glibc, ICU $icu, Python $python, Node $node"
  case $glibc in 0002*) ;; *) echo "glibc reads $pair otherwise now"; exit 1 ;; esac
  for other in "$icu" "$python" "$node"; do
    case $other in 0000e8*) ;; *) echo "$pair is read otherwise now: $other"; exit 1 ;; esac
  done
done
long=$(printf '\x95\x32\x90\x31' | iconv -f GB18030 -t UTF-32BE | od -An -tx1 | tr -d ' \n')
echo "95329031 glibc $long"
[ "$long" = 00020087 ]
