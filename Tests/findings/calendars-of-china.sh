#!/usr/bin/env bash
# Whether a Sunday in China is worked depends on the library that is asked, and one of them answers for years that it says it
# does not know.
#
# Seen with chinesecalendar 1.11.0, holidays 0.109 and workalendar 17.0.0: the first two agree on every day of 2020 to 2026.
# workalendar has no table from 2024 on: asked about a weekday it stops with an error, but about a Saturday or Sunday it
# answers, and calls each that is worked in exchange (as 2024-02-04 and 2026-10-10) a day of rest; in 2020 it lacks the
# two days by which the Spring Festival was lengthened. For 2027, which nobody has announced, chinesecalendar refuses, while
# holidays answers with festivals alone and no exchanged weekend.
# Whom it hurts: a deadline "five working days before" lies a day or two off, and only in some years.
# Here: the table is of the State Council's notices; a step onto a day outside it is the finding `calendar-unknown`
# (Judging: Working days; tests: WorkdayCalendarTests).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check chinesecalendar==1.11.0 holidays==0.109 workalendar==17.0.0
python/bin/python - <<'EOF'
import datetime, warnings
warnings.simplefilter("ignore")
import chinese_calendar, holidays
from workalendar.asia import China
def days(year):
  day = datetime.date(year, 1, 1)
  while day.year == year:
    yield day
    day += datetime.timedelta(1)
def answer(ask):
  try:
    return ask()
  except Exception as error:
    return type(error).__name__
third = China()
seen = {}
for year in range(2020, 2027):
  second = holidays.CN(years=year)
  assert all(chinese_calendar.is_workday(day) == second.is_working_day(day) for day in days(year)), year
  seen[year] = [str(day) for day in days(year)
    if answer(lambda: third.is_working_day(day)) not in (chinese_calendar.is_workday(day), "CalendarError")]
  print(year, "workalendar is alone on", seen[year])
assert seen[2020] == ["2020-01-31", "2020-02-01"] and not (seen[2021] or seen[2022] or seen[2023])
assert "2024-02-04" in seen[2024] and len(seen[2025]) == 5 and "2026-10-10" in seen[2026]
print("2024, five working days before:", answer(lambda: China().sub_working_days(datetime.date(2024, 2, 19), 5)))
assert answer(lambda: China().sub_working_days(datetime.date(2024, 2, 19), 5)) == "CalendarError"
day = datetime.date(2027, 10, 9)
print("2027-10-09:", answer(lambda: chinese_calendar.is_workday(day)), holidays.CN(years=2027).is_working_day(day))
assert answer(lambda: chinese_calendar.is_workday(day)) == "NotImplementedError"
assert holidays.CN(years=2027).is_working_day(day) in (True, False)
EOF
