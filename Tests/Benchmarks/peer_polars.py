#!/usr/bin/env python3
"""The verdicts of a made-up file by Polars: `peer_polars.py RULESET FILE OUT`, two threads.

The expressions say the same as the SQL files beside this one (kinds.py says what makes them enough).
"""

import os
import sys
from datetime import date

os.environ["POLARS_MAX_THREADS"] = "2"

import polars as pl
from polars import col, lit, when

TYPES = {"年度": pl.Int16, "开始日期": pl.Date, "结束日期": pl.Date, "学时": pl.Float64, "备案日期": pl.Date, "数量": pl.Int32}
APPROVED, CONFIRMED, PENDING = 3, 2, 1
IN_REVIEW, REFUSED = ["单位已审核", "待审"], ["驳回", "退回"]


def entries(file):
  with open(file, encoding="utf-8") as records:
    header = records.readline().strip().split(",")
  schema = {name: TYPES.get(name, pl.String) for name in header}
  return pl.scan_csv(file, schema=schema).with_columns(
    finish=col("结束日期").fill_null(col("开始日期")),
    public=col("科目").fill_null("专业").str.starts_with("公需"),
  ).with_columns(year=col("年度").fill_null(col("finish").dt.year()))


def first_that_holds(rejections, pending):
  """The state by the first condition that is true; null is rejected."""
  chosen = when(pl.any_horizontal(*(r.fill_null(False) for r in rejections))).then(lit(None, pl.Int8))
  chosen = chosen.when(pending.fill_null(False)).then(lit(PENDING, pl.Int8))
  return chosen.when(col("审核状态").is_null()).then(lit(CONFIRMED, pl.Int8)).otherwise(lit(APPROVED, pl.Int8))


def activities(judged):
  """Rows that repeat another count once; of two with other hours, one that nobody approved waits for the other."""
  hours, state = col("hours"), col("state")
  approved, counted = hours.filter(state == APPROVED), hours.filter(state.is_not_null())
  sums = judged.group_by("person", "title", "start", "public", "pool").agg(
    approved_least=approved.min(), approved_most=approved.max(), unapproved=hours.filter(state == CONFIRMED).max(),
    least=counted.min(), most=counted.max())

  def both(least, most):
    return when(col(most) > col(least)).then(col(least) + col(most))

  return sums.with_columns(
    credited=both("approved_least", "approved_most").otherwise(
      pl.coalesce("approved_least", "unapproved", lit(0.0))),
    approved=both("least", "most").otherwise(col("least").fill_null(0.0)))


def hours_by_day(judged, day_limited, limit, **more):
  """Sums over person, limit and subject; over the day too where a day brings no more than 8 (`more`: conditions)."""
  conditions = {"": lit(True)} | more
  sums = activities(judged).with_columns(limit=limit).group_by(
    "person", "public", "limit", day=when(col("limit").is_in(day_limited)).then(col("start"))).agg(
    **{kind + name: col(kind).filter(c).sum() for kind in ("credited", "approved") for name, c in conditions.items()},
  )
  amounts = [kind + name for kind in ("credited", "approved") for name in conditions]
  limited = col("limit").is_in(day_limited)
  return sums.with_columns(when(limited).then(col(c).clip(upper_bound=8)).otherwise(col(c)).alias(c) for c in amounts)


def heze(file):
  day, platform = col("开始日期"), col("平台")
  pools = {"网络平台学习": 1, "线上学习": 1, "培训进修": 2, "讲座": 2, "服务基层": 3, "高级研修班": 2, "技能竞赛": 5, "其他": 5}
  renewal = (col("类别") == "高级研修班") & col("名称").str.contains("知识更新", literal=True)
  listed = pl.any_horizontal(*(platform.str.contains(name, literal=True) for name in (
    "菏泽学院", "菏泽职业学院", "菏泽工程技师学院", "菏泽市继续教育管理平台", "菏泽市专业技术人员继续教育培训平台",
    "菏泽市专业技术人员继续教育管理平台"))).fill_null(False)
  rows = entries(file).with_columns(
    pool=when(renewal).then(lit(4, pl.Int8)).otherwise(
      col("类别").replace_strict(pools, default=None, return_dtype=pl.Int8)), listed=listed)
  online, public, filed = col("pool") == 1, col("public"), col("备案号").is_not_null()
  filed_study = online & filed & ~public & ~col("listed")
  state = first_that_holds(
    [
      col("year") != 2022,
      col("审核状态").is_in(REFUSED),
      col("pool").is_null() | ~online & public,
      col("考核结果") == "不合格",
      col("finish").dt.year() != 2022,
      online & ~filed_study & ((day < date(2022, 6, 13)) | platform.is_not_null() & ~col("listed")),
      ~online & ~filed,
      (col("pool").is_in([2, 4]) | filed_study) & (col("备案日期") >= day),
    ],
    col("审核状态").is_in(IN_REVIEW) | online & platform.is_null() & ~filed_study & col("审核状态").is_null())
  judged = rows.select(person="身份证号", title=col("名称").hash(), start=day, hours="学时", public=public, pool="pool", state=state)
  sums = hours_by_day(judged, [2, 3], col("pool"))

  def total(amount):
    professional = col(amount).filter(col("limit").is_in([1, 2]) & ~col("public")).sum()
    for pool in (3, 4, 5):
      professional += col(amount).filter(col("limit") == pool).sum().clip(upper_bound=30)
    return professional

  return sums.group_by("person").agg(
    public=col("credited").filter(col("public")).sum(), professional=total("credited"),
    public_if_approved=col("approved").filter(col("public")).sum(), professional_if_approved=total("approved"),
  ).with_columns(public_required=lit(30.0), professional_required=lit(60.0),
                 public_required_if_approved=lit(30.0), professional_required_if_approved=lit(60.0))


def zaozhuang(file):
  platform, status = col("平台"), col("审核状态")
  names = ["网络平台学习", "培训进修", "高级研修班", "学历教育", "资格考试", "成果论著", "专家活动", "援派支教", "特殊情形",
           "外地转入", "技能竞赛"]
  pools = {name: number for number, name in enumerate(names, 1)} | {"服务基层": 7}
  low = (col("类别") == "高级研修班") & ~col("级别").is_in(["省级", "市级"]).fill_null(False)
  rows = entries(file).with_columns(
    pool=when(low).then(lit(2, pl.Int8)).otherwise(
      col("类别").replace_strict(pools, default=None, return_dtype=pl.Int8)),
    first=pl.max_horizontal(col("开始日期"), lit(date(2023, 1, 1))),
    last=pl.min_horizontal("finish", lit(date(2023, 12, 31))))
  pool, public, first, last = col("pool"), col("public"), col("first"), col("last")
  away = pool.is_in([8, 9])
  months = (12 * (last.dt.year() - first.dt.year()) + last.dt.month().cast(pl.Int32) - first.dt.month() + 1).clip(0)
  items = col("数量").fill_null(1).cast(pl.Float64)
  hours = (when(pool == 5).then(16 * items).when(pool.is_in([6, 11])).then(10 * items)
           .when(pool == 8).then(months.cast(pl.Float64))
           .when(pool == 9).then(((last - first).dt.total_days() + 1).clip(0).cast(pl.Float64)).otherwise(col("学时")))
  listed = (platform.str.contains("枣庄市专业技术人员继续教育服务平台", literal=True)
            | platform.str.contains("zzzj.yxlearning.com", literal=True) | (platform == "市平台")).fill_null(False)
  state = first_that_holds(
    [
      when(away).then((col("年度").is_null() & (first > last)) | (col("年度") != 2023)).otherwise(col("year") != 2023),
      status.is_in(REFUSED),
      pool.is_null() | public & ~pool.is_in([1, 10]),
      col("考核结果") == "不合格",
      ~away & (col("finish").dt.year() != 2023),
      (pool == 1) & public & platform.is_not_null() & ~listed,
      pool.is_in([2, 3]) & col("备案号").is_null(),
      (pool == 9) & ~col("种类").is_in(["产假", "其他"]),
    ],
    status.is_in(IN_REVIEW) | status.is_null() & (
      (pool == 1) & ~listed | (pool >= 2) & col("证明材料").is_null()))
  judged = rows.select(person="身份证号", title=col("名称").hash(), start="开始日期", hours=hours, public=public, pool=pool,
                       state=state)
  shared = when(pool == 3).then(2).otherwise(pool)  # training and workshop share their day limit
  sums = hours_by_day(judged, [2, 7], shared, _training=pool == 2)

  def total(amount):
    def of(*numbers):
      return col(amount).filter(col("limit").is_in(numbers) & ~col("public")).sum()

    training = col(amount + "_training").filter(col("limit") == 2).sum()
    pooled = of(4).clip(upper_bound=40) + of(6).clip(upper_bound=30) + of(11).clip(upper_bound=30)
    return of(1, 5, 7, 10) + training.clip(upper_bound=24) + (of(2) - training).clip(upper_bound=30) + pooled + 5 * of(8)

  def required(base, amount):
    leave = col(amount).filter(col("limit") == 9).sum()
    return (base * 100 * (365 - leave) / 365).floor() / 100

  def public_total(amount):
    return col(amount).filter(col("public")).sum() + 2.5 * col(amount).filter(col("limit") == 8).sum()

  return sums.group_by("person").agg(
    public=public_total("credited"), professional=total("credited"),
    public_if_approved=public_total("approved"), professional_if_approved=total("approved"),
    public_required=required(30, "credited"), professional_required=required(60, "credited"),
    public_required_if_approved=required(30, "approved"), professional_required_if_approved=required(60, "approved"))


def verdicts(totals):
  reached = (col("public") >= col("public_required")) & (col("professional") >= col("professional_required"))
  would = ((col("public_if_approved") >= col("public_required_if_approved"))
           & (col("professional_if_approved") >= col("professional_required_if_approved")))
  return totals.select(
    person_id="person",
    verdict=when(reached).then(lit("compliant")).when(would).then(lit("pending")).otherwise(lit("short")),
    public="public", professional="professional", total=col("public") + col("professional"),
    public_if_approved="public_if_approved", professional_if_approved="professional_if_approved",
    total_if_approved=col("public_if_approved") + col("professional_if_approved"))


if __name__ == "__main__":
  ruleset, file, out = sys.argv[1:]
  verdicts({"heze-2022": heze, "zaozhuang-2023": zaozhuang}[ruleset](file)).collect(engine="streaming").write_csv(out)
