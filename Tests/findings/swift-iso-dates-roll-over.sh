#!/usr/bin/env bash
# Foundation reads a day that no calendar has, if it is written as an ISO date, and moves it into the next month.
#
# Seen with Swift 6.3.1 on Linux: Date("2023-02-30", strategy: .iso8601.year().month().day()) is 2 March, "2023-04-31" is
# 1 May, and ISO8601DateFormatter says the same; month 13 is refused by both. DateFormatter with yyyy-MM-dd refuses both
# slips, but takes 2023.7.1 for that format, as ISO8601DateFormatter does.
# Whom it hurts: a slip in the last digit of an end date becomes a valid day after a window or a review cutoff.
# Here: days are parsed by the core itself, and a day that doesn't exist is `bad-date` (Tests: DateCellTests).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > dates.swift <<'END'
import Foundation
func shown(_ date: Date?) -> String { date.map { $0.description.prefix(10).description } ?? "refused" }
let formatter = ISO8601DateFormatter()
formatter.formatOptions = [.withFullDate]
let strict = DateFormatter()
strict.locale = Locale(identifier: "en_US_POSIX")
strict.timeZone = TimeZone(identifier: "UTC")
strict.dateFormat = "yyyy-MM-dd"
for text in ["2023-02-30", "2023-04-31", "2023-13-01", "2023.7.1"] {
  let style = try? Date(text, strategy: .iso8601.year().month().day())
  print(text, shown(style), shown(formatter.date(from: text)), shown(strict.date(from: text)))
}
END
swiftc -swift-version 5 dates.swift -o dates
./dates | tee seen
diff - seen <<'END'
2023-02-30 2023-03-02 2023-03-02 refused
2023-04-31 2023-05-01 2023-05-01 refused
2023-13-01 refused refused refused
2023.7.1 refused 2023-07-01 2023-07-01
END
