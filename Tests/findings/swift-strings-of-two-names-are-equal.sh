#!/usr/bin/env bash
# Two names of different bytes are one key of a Swift dictionary: String compares by canonical equivalence, and every CJK
# compatibility ideograph is canonically equivalent to an ordinary character.
#
# Seen with Swift 6.3.1: "\u{F92C}小明" == "郎小明" is true, a set of both has one element, and what was stored under one is found
# under the other; their UTF-8 differs, and in Python, Java and SQL they are two names. Radicals (U+2F08 for 人), which
# look as much alike, stay different, since their equivalence is one of compatibility only.
# Whom it hurts: a tool in Swift that joins tables by name finds pairs that the database behind it does not have, and writes one of
# two spellings for both.
# Here: texts are compared as bytes or after NFKC where the contract says so, never by String's own equality (Tests: IDWarningsTests).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > names.swift <<'END'
let compatibility = "\u{F92C}小明", ordinary = "\u{90CE}小明", radical = "\u{2F08}民", character = "人民"
print("equal:", compatibility == ordinary, "bytes:", Array(compatibility.utf8) == Array(ordinary.utf8))
print("in a set:", Set([compatibility, ordinary]).count, "found:", [compatibility: 90][ordinary] ?? 0)
print("radical equal:", radical == character)
END
swiftc names.swift -o names
./names | tee seen
diff - seen <<'END'
equal: true bytes: false
in a set: 1 found: 90
radical equal: false
END
python3 -c 'assert "\uf92c" != "\u90ce"; print("Python: different")'
