"""What the entries of a city's made-up file say: the kinds of entry and their 4,096 variants each.

The choice keeps to what one SQL statement can judge without a loop, so that peers can be held to the same answer:
entries under a day limit last one day; who studies on platforms that exclude each other uses one of them; entries of
two pools that share a day limit either lie on different days, or are too few to empty a pool; a person has at most
one assignment, of calendar months, and one leave; two certificates never have one number. All else is free: other
years, windows, unlisted platforms, late or missing filing, failed and refused entries, missing evidence, entries in
review, repeated rows, and rows that are another one's activity with other hours, approved (so that it makes no
difference which of the two comes first).
"""

from datetime import date, timedelta

VARIANTS = 4096
FILED = "备{}-{:03}"
EVIDENCE = "证字#"  # the sign stands for a number that each row has its own of


def pick(rng, weighted):
  """One of the keys of a dict of weights."""
  n = int(rng.random() * sum(weighted.values()))
  for key, weight in weighted.items():
    n -= weight
    if n < 0:
      return key


def chance(rng, percent):
  return rng.random() * 100 < percent


def day_between(rng, first, last):
  return first + timedelta(days=int(rng.random() * ((last - first).days + 1)))


STATUS = {"已审验": 62, "": 24, "通过": 5, "单位已审核": 3, "待审": 3, "驳回": 2, "退回": 1}
RESULT = {"合格": 46, "": 52, "不合格": 2}
SPOILED = [("start", "2022-13-01"), ("hours", "abc"), ("category", "培训班级"), ("status", "已通过吗"),
           ("end", "2022年2月30日"), ("result", "优良"), ("year", "二〇二二"), ("hours", "8.125"), ("subject", "公共课")]


class City:
  """The columns of a city's file, and how its kinds of entry are made."""

  before_title = ["年度", "科目", "类别"]
  online = ()

  def variants(self, kind, rng, spoiled=False):
    """Each variant as the text before the title, after it, and after it with other hours."""
    made = []
    for number in range(VARIANTS):
      cells = self.cells(kind, rng)
      if spoiled:
        column, value = SPOILED[number % len(SPOILED)]
        cells[column] = value
      after = "," + ",".join(cells.get(c, "") for c in self.after) + "\n"
      if kind in self.online and not spoiled:
        cells |= {"hours": f"{float(cells['hours']) + 0.5:g}", "status": "已审验"}
      otherwise = "," + ",".join(cells.get(c, "") for c in self.after) + "\n"
      made.append((",".join((cells["year"], cells["subject"], cells["category"])) + ",", after, otherwise))
    return made

  def common(self, rng, category, hours, start, end, subject="专业科目", blank_subject=True):
    """The cells that every category has; a one-day entry may leave its end blank."""
    if blank_subject and subject == "专业科目" and chance(rng, 15):
      subject = ""
    return {
      "year": pick(rng, {str(self.year): 90, "": 9, str(self.year - 1): 1}),
      "subject": subject, "category": category, "start": str(start),
      "end": "" if start == end and chance(rng, 50) else str(end),
      "hours": f"{hours:g}" if hours else "", "filing": "", "filed_on": "",
      "result": pick(rng, RESULT), "evidence": "", "status": pick(rng, STATUS),
    }

  def file(self, rng, cells, percent):
    """Adds a filing, mostly in time, sometimes on the day or after, sometimes without its day."""
    if chance(rng, percent):
      start = date.fromisoformat(cells["start"])
      cells["filing"] = FILED.format(self.year, int(rng.random() * 1000))
      before = pick(rng, {"good": 75, "": 20, "late": 5})
      if before == "good":
        cells["filed_on"] = str(start - timedelta(days=1 + int(rng.random() * 18)))
      elif before == "late":
        cells["filed_on"] = str(start + timedelta(days=int(rng.random() * 4)))
    return cells

  def any_day(self, rng):
    """A day of the year; now and then one of the year before."""
    first = date(self.year, 1, 1)
    return day_between(rng, first - timedelta(days=20), first) if chance(rng, 1) else day_between(
      rng, first, date(self.year, 12, 24))


class Heze(City):
  year = 2022
  after = ["platform", "start", "end", "hours", "filing", "filed_on", "result", "evidence", "status"]
  after_title = ["平台", "开始日期", "结束日期", "学时", "备案号", "备案日期", "考核结果", "证明材料", "审核状态"]
  platforms = {"A": ["菏泽学院", "菏泽学院继续教育平台"], "B": ["菏泽职业学院", "菏泽职业学院学习平台"],
               "C": ["菏泽工程技师学院"]}
  entrances = ["菏泽市继续教育管理平台", "菏泽市专业技术人员继续教育培训平台", "菏泽市专业技术人员继续教育管理平台"]
  online = [f"online-{s}-{p}" for s in ("public", "professional") for p in "ABC"]
  kinds = online + ["online-elsewhere", "training", "training-public", "workshop", "grassroots", "competition", "other",
                    "achievement"]

  def template(self, number, rng):
    """The kinds of one person's 20 entries."""
    platform = "ABC"[number % 3]
    wanted = [f"online-public-{platform}"] * (4 + int(rng.random() * 4))
    wanted += [f"online-professional-{platform}"] * (3 + int(rng.random() * 4))
    others = {"online-elsewhere": 12, "training": 30, "training-public": 2, "workshop": 12, "grassroots": 16,
              "competition": 10, "other": 10, "achievement": 3, f"online-professional-{platform}": 10}
    while len(wanted) < 20:
      wanted.append(pick(rng, others))
    rng.shuffle(wanted)
    return wanted

  def cells(self, kind, rng):
    if kind.startswith("online"):
      return self.study(kind, rng)
    start = self.any_day(rng)
    one_day = kind in ("training", "training-public", "workshop", "grassroots")
    end = start if one_day else start + timedelta(days=int(rng.random() * 5))
    category = pick(rng, {"培训进修": 70, "讲座": 30}) if kind.startswith("training") else kind
    category = {"grassroots": "服务基层", "workshop": "高级研修班", "competition": "技能竞赛", "other": "其他",
                "achievement": "论文"}.get(kind, category)
    if kind == "grassroots":  # a few weeks in which days meet
      start = end = date(2022, 7, 1) + timedelta(days=int(rng.random() * 30))
    elif one_day and chance(rng, 50):
      start = end = date(2022, 9, 1) + timedelta(days=int(rng.random() * 30))
    hours = rng.choice([2, 3, 4, 5, 6, 7.5, 8, 8, 9, 10, 12]) if one_day else rng.choice([6, 8, 10, 12.5, 16, 20])
    subject = "公需" if kind == "training-public" else "专业科目"
    return self.file(rng, self.common(rng, category, hours, start, end, subject), 92)

  def study(self, kind, rng):
    subject = "公需" if "public" in kind else "专业科目"
    first = date(2022, 3, 1) if chance(rng, 4) else date(2022, 6, 13)
    start = day_between(rng, first, date(2022, 12, 29))
    end = start + timedelta(days=int(rng.random() * 8))
    hours = rng.choice([2, 3, 4, 5, 6, 7.5, 8, 10, 12.25])
    cells = self.common(rng, pick(rng, {"网络平台学习": 80, "线上学习": 20}), hours, start, end, subject, False)
    if kind == "online-elsewhere":
      cells["platform"] = rng.choice(["山东省行业网络学堂", "国家专技学习网", ""])
      return self.file(rng, cells, 70)
    cells["platform"] = pick(rng, {"own": 90, "entrance": 7, "": 2, "山东省行业网络学堂": 1})
    if cells["platform"] == "own":
      cells["platform"] = rng.choice(self.platforms[kind[-1]])
    elif cells["platform"] == "entrance":
      cells["platform"] = rng.choice(self.entrances)
    return self.file(rng, cells, 2)


class Zaozhuang(City):
  year = 2023
  after = ["kind", "platform", "start", "end", "hours", "count", "level", "filing", "filed_on", "result", "evidence",
           "status"]
  after_title = ["种类", "平台", "开始日期", "结束日期", "学时", "数量", "级别", "备案号", "备案日期", "考核结果",
                 "证明材料", "审核状态"]
  online = ["online-public", "online-professional"]
  kinds = online + ["training-odd", "workshop-even", "training-shared", "workshop-shared", "education",
                    "qualification", "achievement", "expert", "competition", "assignment", "leave", "transfer-public",
                    "transfer", "grassroots"]
  categories = {"training": "培训进修", "workshop": "高级研修班", "education": "学历教育", "qualification": "资格考试",
                "achievement": "成果论著", "expert": "专家活动", "competition": "技能竞赛", "assignment": "援派支教",
                "leave": "特殊情形", "transfer": "外地转入", "grassroots": "服务基层"}

  def template(self, number, rng):
    wanted = ["online-public"] * (4 + int(rng.random() * 4)) + ["online-professional"] * (3 + int(rng.random() * 4))
    others = {"online-professional": 16, "education": 8, "qualification": 4, "achievement": 10, "expert": 22,
              "competition": 8, "transfer": 3, "transfer-public": 1, "grassroots": 3}
    if number % 2:  # three each at most: no pool is emptied, so which of two on a day is cut does not matter
      wanted += ["training-shared"] * 3 + ["workshop-shared"] * 3
    else:
      others |= {"training-odd": 30, "workshop-even": 20}
    wanted += ["assignment"] * (number in (5, 22)) + ["leave"] * (number in (9, 22))
    while len(wanted) < 20:
      wanted.append(pick(rng, others))
    rng.shuffle(wanted)
    return wanted

  def cells(self, kind, rng):
    if kind in ("assignment", "leave"):
      return self.away(kind, rng)
    base, _, rest = kind.partition("-")
    start = end = self.any_day(rng)
    if base == "online":
      subject = "公需" if rest == "public" else "专业科目"
      hours = rng.choice([2, 3, 4, 5, 6, 7.5, 8, 10])
      cells = self.common(rng, "网络平台学习", hours, start, start + timedelta(days=int(rng.random() * 8)), subject, False)
      cells["platform"] = pick(rng, {"枣庄市专业技术人员继续教育服务平台": 60, "zzzj.yxlearning.com": 15, "市平台": 18,
                                     "": 4, "山东省行业网络学堂": 3})
      return cells
    if base in ("training", "workshop", "expert"):
      start = date(2023, 4, 1) + timedelta(days=int(rng.random() * (24 if rest == "shared" else 90)))
      if rest in ("odd", "even") and (start.toordinal() % 2 == 1) != (rest == "odd"):
        start += timedelta(days=1)
      # Of workshops on even days, those of a level with a pool of its own and the others have days of their own.
      has_own_pool = rest == "shared" or start.toordinal() % 4 == 0
      if base != "expert" and chance(rng, 1):
        start -= timedelta(days=120)
      end = start
    hours = {"training": rng.choice([3, 4, 5, 6, 7.5, 8]), "workshop": rng.choice([4, 6, 8, 8, 10]),
             "expert": rng.choice([2, 4, 6, 8, 10, 12.5]), "education": rng.choice([10, 18, 24, 36]),
             "transfer": rng.choice([4, 8, 12])}.get(base, 0)
    if base == "training" and rest == "odd":
      hours = rng.choice([4, 6, 8, 10, 12])
    if base == "education":
      end = start + timedelta(days=int(rng.random() * 200))
    if base == "grassroots":
      hours = 4
    subject = "公需" if rest == "public" or chance(rng, 1) and base != "transfer" else "专业科目"
    cells = self.common(rng, self.categories[base], hours, start, end, subject, base != "transfer")
    if base in ("qualification", "achievement", "competition"):
      cells["count"] = rng.choice(["", "1", "2"])
    if base in ("training", "workshop"):
      self.file(rng, cells, 92)
    if base == "workshop":
      cells["level"] = rng.choice(["省级", "市级"] if has_own_pool else ["", "国家级", "县级"])
    if chance(rng, 85):
      cells["evidence"] = EVIDENCE
    return cells

  def away(self, kind, rng):
    """An assignment of calendar months, or a leave; either may reach over an end of the year."""
    month = int(rng.random() * 14) - 2  # 0 is January
    start = date(2023 + month // 12, month % 12 + 1, 1)
    if kind == "leave":
      start = max(start, date(2023, 1, 1)) + timedelta(days=int(rng.random() * 28))
      end = start + timedelta(days=10 + int(rng.random() * 80))
    else:
      last = month + 1 + int(rng.random() * 5)
      end = date(2023 + last // 12, last % 12 + 1, 1) - timedelta(days=1)
    cells = self.common(rng, self.categories[kind], 0, start, end)
    cells |= {"subject": "", "result": "", "year": rng.choice(["2023", "2023", ""])}
    if kind == "leave":
      cells["kind"] = pick(rng, {"产假": 60, "其他": 25, "病假": 15})
    if chance(rng, 90):
      cells["evidence"] = EVIDENCE
    return cells


CITIES = {"heze-2022": Heze(), "zaozhuang-2023": Zaozhuang()}
