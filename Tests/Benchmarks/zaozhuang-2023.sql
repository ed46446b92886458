-- The verdicts of the article Zaozhuang2023 for a made-up file (kinds.py says what makes one statement enough).
-- pool: 1 online, 2 training and other workshops, 3 workshops of province or city, 4 education, 5 qualification, 6
-- achievement, 7 expert and grassroots, 8 assignment (hours: months), 9 leave (hours: days), 10 transfer, 11
-- competition; state: 3 approved, 2 confirmed without, 1 pending.
WITH entries AS (
  SELECT "身份证号" AS person, "名称" AS title, "开始日期" AS start, coalesce("结束日期", "开始日期") AS finish,
    "学时" AS declared, coalesce("数量", 1) AS items, coalesce("科目", '专业') LIKE '公需%' AS public,
    "平台" AS platform, "种类" AS kind, "备案号" IS NOT NULL AS filed,
    "证明材料" IS NOT NULL AS evidence, "考核结果" AS result, "审核状态" AS status, "年度" AS year,
    CASE "类别" WHEN '网络平台学习' THEN 1::TINYINT WHEN '培训进修' THEN 2
      WHEN '高级研修班' THEN CASE WHEN "级别" IN ('省级', '市级') THEN 3 ELSE 2 END
      WHEN '学历教育' THEN 4 WHEN '资格考试' THEN 5 WHEN '成果论著' THEN 6 WHEN '专家活动' THEN 7 WHEN '服务基层' THEN 7
      WHEN '援派支教' THEN 8 WHEN '特殊情形' THEN 9 WHEN '外地转入' THEN 10 WHEN '技能竞赛' THEN 11 END AS pool
  FROM records
), cut AS (
  SELECT *, coalesce(contains(platform, '枣庄市专业技术人员继续教育服务平台')
      OR contains(platform, 'zzzj.yxlearning.com') OR platform = '市平台', false) AS listed,
    greatest(start, DATE '2023-01-01') AS first, least(finish, DATE '2023-12-31') AS last FROM entries
), judged AS (
  SELECT person, hash(title) AS title, start, public, pool,
    CASE pool WHEN 5 THEN 16 * items WHEN 6 THEN 10 * items WHEN 11 THEN 10 * items
      WHEN 8 THEN greatest(0, 12 * (year(last) - year(first)) + month(last) - month(first) + 1)
      WHEN 9 THEN greatest(0, date_diff('day', first, last) + 1) ELSE declared END AS hours,
    CASE
      WHEN pool IN (8, 9) AND (year IS NULL AND first > last OR year <> 2023) THEN NULL
      WHEN coalesce(year, year(finish)) <> 2023 AND pool NOT IN (8, 9) THEN NULL
      WHEN status IN ('驳回', '退回') THEN NULL
      WHEN pool IS NULL OR public AND pool NOT IN (1, 10) THEN NULL
      WHEN result = '不合格' THEN NULL
      WHEN pool NOT IN (8, 9) AND year(finish) <> 2023 THEN NULL
      WHEN pool = 1 AND public AND platform IS NOT NULL AND NOT listed THEN NULL
      WHEN pool IN (2, 3) AND NOT filed THEN NULL
      WHEN pool = 9 AND kind NOT IN ('产假', '其他') THEN NULL
      WHEN status IN ('单位已审核', '待审') THEN 1::TINYINT
      WHEN status IS NULL AND (pool = 1 AND NOT listed OR pool >= 2 AND NOT evidence) THEN 1
      WHEN status IS NULL THEN 2
      ELSE 3
    END AS state
  FROM cut
), activities AS (
  -- Rows that repeat another count once; of two with other hours, one that nobody approved waits for the other. The
  -- columns named here tell any two other rows of a person apart.
  SELECT person, start, public, pool, min(hours) FILTER (state = 3) AS approved_least,
    max(hours) FILTER (state = 3) AS approved_most, max(hours) FILTER (state = 2) AS unapproved,
    min(hours) FILTER (state IS NOT NULL) AS least, max(hours) FILTER (state IS NOT NULL) AS most
  FROM judged GROUP BY person, title, start, public, pool
), counted AS (
  SELECT person, start, public, pool,
    CASE WHEN approved_most > approved_least THEN approved_least + approved_most
      ELSE coalesce(approved_least, unapproved, 0) END AS credited,
    CASE WHEN most > least THEN least + most ELSE coalesce(least, 0) END AS approved
  FROM activities
), sums AS (
  SELECT person, CASE WHEN pool = 3 THEN 2 ELSE pool END AS pool, public,
    sum(credited) AS credited, sum(approved) AS approved,
    coalesce(sum(credited) FILTER (pool = 2), 0) AS credited_training,
    coalesce(sum(approved) FILTER (pool = 2), 0) AS approved_training
  FROM counted
  GROUP BY person, CASE WHEN pool = 3 THEN 2 ELSE pool END, public, CASE WHEN pool IN (2, 3, 7) THEN start END
), days AS (
  SELECT person, pool, public, CASE WHEN pool IN (2, 7) THEN least(8, credited) ELSE credited END AS credited,
    CASE WHEN pool IN (2, 7) THEN least(8, approved) ELSE approved END AS approved,
    least(8, credited_training) AS credited_training, least(8, approved_training) AS approved_training
  FROM sums
), totals AS (
  SELECT person,
    coalesce(sum(credited) FILTER (public), 0) + 2.5::DOUBLE * coalesce(sum(credited) FILTER (pool = 8), 0) AS public,
    coalesce(sum(credited) FILTER (pool IN (1, 5, 7, 10) AND NOT public), 0)
      + least(24, sum(credited_training))
      + least(30, coalesce(sum(credited - credited_training) FILTER (pool = 2), 0))
      + least(40, coalesce(sum(credited) FILTER (pool = 4), 0))
      + least(30, coalesce(sum(credited) FILTER (pool = 6), 0))
      + least(30, coalesce(sum(credited) FILTER (pool = 11), 0))
      + 5 * coalesce(sum(credited) FILTER (pool = 8), 0) AS professional,
    coalesce(sum(credited) FILTER (pool = 9), 0) AS leave,
    coalesce(sum(approved) FILTER (public), 0)
      + 2.5::DOUBLE * coalesce(sum(approved) FILTER (pool = 8), 0) AS public_if_approved,
    coalesce(sum(approved) FILTER (pool IN (1, 5, 7, 10) AND NOT public), 0)
      + least(24, sum(approved_training))
      + least(30, coalesce(sum(approved - approved_training) FILTER (pool = 2), 0))
      + least(40, coalesce(sum(approved) FILTER (pool = 4), 0))
      + least(30, coalesce(sum(approved) FILTER (pool = 6), 0))
      + least(30, coalesce(sum(approved) FILTER (pool = 11), 0))
      + 5 * coalesce(sum(approved) FILTER (pool = 8), 0) AS professional_if_approved,
    coalesce(sum(approved) FILTER (pool = 9), 0) AS leave_if_approved
  FROM days GROUP BY person
)
SELECT person AS person_id,
  CASE WHEN public >= floor(3000 * (365 - leave) / 365) / 100
      AND professional >= floor(6000 * (365 - leave) / 365) / 100 THEN 'compliant'
    WHEN public_if_approved >= floor(3000 * (365 - leave_if_approved) / 365) / 100
      AND professional_if_approved >= floor(6000 * (365 - leave_if_approved) / 365) / 100 THEN 'pending'
    ELSE 'short' END AS verdict,
  public, professional, public + professional AS total,
  public_if_approved, professional_if_approved, public_if_approved + professional_if_approved AS total_if_approved
FROM totals
