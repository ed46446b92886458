#!/usr/bin/env bash
# Foundation's readers of numbers take what they can from the front of a text and are silent about the rest.
#
# Seen with Swift 6.3.1 on Linux: Decimal(string: "1,234.5") is 1, Decimal(string: "7.5学时") is 7.5 and "12abc" is 12;
# NumberFormatter for zh_CN reads "12学时" as 12 and "1.5.2" as 1.5, but refuses "1,2". Int and Double refuse all of these.
# Whom it hurts: a thousand hours of a unit's sum become one, and a date in the column of hours becomes a number of hours.
# Here: hours are parsed by the core: one unit word may follow, anything else is `bad-hours` (Tests: NumberCellTests).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > numbers.swift <<'END'
import Foundation
let formatter = NumberFormatter()
formatter.locale = Locale(identifier: "zh_CN")
formatter.numberStyle = .decimal
for text in ["1,234.5", "7.5学时", "12abc", "1.5.2", "1,2"] {
  let decimal = Decimal(string: text).map { "\($0)" } ?? "refused"
  let number = formatter.number(from: text).map { "\($0)" } ?? "refused"
  print(text, decimal, number, Double(text) == nil ? "refused" : "read")
}
END
swiftc -swift-version 5 numbers.swift -o numbers
./numbers | tee seen
diff - seen <<'END'
1,234.5 1 1234.5 refused
7.5学时 7.5 7.5 refused
12abc 12 12.0 refused
1.5.2 1.5 1.5 refused
1,2 1 refused refused
END
