#!/usr/bin/env bash
# Of three calendar libraries in Python, one writes a Chinese summary as a line of any length; the other two fold it.
#
# Seen with ics 0.7.3: 120 Chinese characters make a line of 368 octets, where RFC 5545 (3.1) wants at most 75. icalendar 7.3.2 and
# vobject 0.9.9 fold at 74 octets and never within a character. Text in Latin letters is seldom long enough to show it.
# Whom it hurts: calendars of phones that cut a line at its 75th octet, in the middle of a character of three.
# Here: lines are folded by octets and between characters (Tests: DeadlineTests).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check ics==0.7.3 icalendar==7.3.2 vobject==0.9.9
python/bin/python - <<'END'
import ics, icalendar, vobject
summary = "专业技术人员继续教育" * 12
longest = lambda data: max(len(line) for line in data.split(b"\r\n"))
event = ics.Event(name=summary, begin="2023-06-09"); event.make_all_day()
one = ics.Calendar(events=[event]).serialize().encode()
event = icalendar.Event(); event.add("summary", summary)
two = event.to_ical()
calendar = vobject.iCalendar(); calendar.add("vevent").add("summary").value = summary
three = calendar.serialize().encode()
print("ics", longest(one), "icalendar", longest(two), "vobject", longest(three))
assert longest(one) == 368 and longest(two) <= 75 and longest(three) <= 75
for data in (two, three):
  for line in data.split(b"\r\n"): line.decode()
END
