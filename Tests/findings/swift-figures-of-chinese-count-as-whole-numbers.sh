#!/usr/bin/env bash
# Swift takes Chinese numerals for whole numbers of one character: 两 is 2, 廿 is 20, and an ID of 三〇七 passes for digits.
#
# Seen with Swift 6.3.1 on Linux: Character("五").isWholeNumber is true and its wholeNumberValue 5; 〇 is 0, 两 2, 廿 20, 卅 30, 壹 1, ① 1. Int("五") is
# nil all the same, so the same character is a number in one place and none in the next.
# Whom it hurts: code that checks an identity number or hours by allSatisfy(\.isWholeNumber) and then trusts them, or adds up
# wholeNumberValue digit by digit: 廿 adds 20.
# Here: digits are the ten of ASCII and their full-width forms; 八 as hours is `bad-hours`, with 8 as a suggestion (Tests: NumberCellTests).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > figures.swift <<'END'
var seen: [String] = []
for character: Character in ["8", "五", "〇", "两", "廿", "壹", "①"] {
  seen.append("\(character) \(character.isWholeNumber ? character.wholeNumberValue ?? -1 : -1) \(Int(String(character)) ?? -1)")
}
print(seen.joined(separator: ", "))
END
seen=$(swift figures.swift)
echo "character, wholeNumberValue, Int: $seen"
test "$seen" = "8 8 8, 五 5 -1, 〇 0 -1, 两 2 -1, 廿 20 -1, 壹 1 -1, ① 1 -1"
