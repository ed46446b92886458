#!/usr/bin/env bash
# ics.py writes CALSCALE:GEORGIAN into a calendar that it has read and that named no scale.
#
# Seen with ics 0.7.3: a file of one all-day event is read and written again; between PRODID and the event stands a line
# that was not there. RFC 5545 (3.7.1) knows one value, GREGORIAN; a reader that takes the standard at its word may
# refuse the whole file.
# Whom it hurts: who merges calendars of deadlines with this library and imports the result elsewhere.
# Here: CALSCALE is left out, as the standard lets it be, so that nothing has to be believed (Tests: DeadlineTests).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check ics==0.7.3
python/bin/python - <<'END'
import ics
text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//deadlines//ZH", "BEGIN:VEVENT", "UID:1@example.invalid",
  "DTSTAMP:20230601T000000Z", "DTSTART;VALUE=DATE:20230609", "SUMMARY:报送", "END:VEVENT", "END:VCALENDAR", ""])
written = ics.Calendar(text).serialize()
print([line for line in written.splitlines() if line.startswith("CALSCALE")])
assert "CALSCALE" not in text and "CALSCALE:GEORGIAN" in written
END
