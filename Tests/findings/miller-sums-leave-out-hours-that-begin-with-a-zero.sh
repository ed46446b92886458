#!/usr/bin/env bash
# Hours typed 07 are text for Miller, and a sum leaves them out without a word, though it counts them.
#
# Seen with Miller 6.6.0 (Debian 12): of 8, 07, 08 and 09 the sum is 8 and the count 4. typeof calls 07 a string; adding 0 to it is "(error)".
# Whom it hurts: whoever adds up a unit's hours by mlr stats1. A column padded to two digits is what a print format leaves behind, and the
# average is then nearly nothing, or, where only some rows are padded, merely too low.
# Here: 08 is 8 hours, and any cell that is none is a problem with its line (Tests: NumberCellTests).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq miller >/dev/null 2>&1
dpkg -x miller_*.deb program
mlr=program/usr/bin/mlr
test "$($mlr --version)" = "mlr 6.6.0"
printf '工号,学时\n甲,8\n乙,07\n丙,08\n丁,09\n' > staff.csv
sums=$($mlr --icsv --ocsv --headerless-csv-output stats1 -a sum,count -f 学时 staff.csv)
types=$($mlr --icsv --onidx put -q 'emit {"type": typeof($学时), "plus": $学时 + 0}' staff.csv | tr '\n' ' ')
echo "sum and count: $sums; types and plus 0: $types"
test "$sums" = "8,4"
test "$types" = "int 8 string (error) string (error) string (error) "
