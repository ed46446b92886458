-- The verdicts of the article Heze2022 for a made-up file (kinds.py says what makes one statement enough).
-- pool: 1 online, 2 training and workshops, 3 grassroots, 4 workshops of 知识更新, 5 competition and other; state: 3
-- approved, 2 confirmed without, 1 pending.
WITH entries AS (
  SELECT "身份证号" AS person, "名称" AS title, "开始日期" AS start, coalesce("结束日期", "开始日期") AS finish,
    "学时" AS hours, coalesce("科目", '专业') LIKE '公需%' AS public, "平台" AS platform,
    "备案号" IS NOT NULL AS filed, "备案日期" AS filed_on, "考核结果" AS result, "审核状态" AS status,
    coalesce("年度", year(coalesce("结束日期", "开始日期"))) AS year,
    CASE WHEN "类别" IN ('网络平台学习', '线上学习') THEN 1::TINYINT WHEN "类别" IN ('培训进修', '讲座') THEN 2
      WHEN "类别" = '服务基层' THEN 3
      WHEN "类别" = '高级研修班' THEN CASE WHEN contains("名称", '知识更新') THEN 4 ELSE 2 END
      WHEN "类别" IN ('技能竞赛', '其他') THEN 5
      END AS pool
  FROM records
), studied AS (
  SELECT *, pool IS NOT DISTINCT FROM 1 AS online,
    coalesce(contains(platform, '菏泽学院') OR contains(platform, '菏泽职业学院')
      OR contains(platform, '菏泽工程技师学院') OR contains(platform, '菏泽市继续教育管理平台')
      OR contains(platform, '菏泽市专业技术人员继续教育培训平台')
      OR contains(platform, '菏泽市专业技术人员继续教育管理平台'), false) AS listed
  FROM entries
), filings AS (
  SELECT *, online AND filed AND NOT public AND NOT listed AS filed_study FROM studied
), judged AS (
  SELECT person, hash(title) AS title, start, hours, public, pool,
    CASE
      WHEN year <> 2022 THEN NULL
      WHEN status IN ('驳回', '退回') THEN NULL
      WHEN pool IS NULL OR NOT online AND public THEN NULL
      WHEN result = '不合格' THEN NULL
      WHEN year(finish) <> 2022 THEN NULL
      WHEN online AND NOT filed_study AND (start < DATE '2022-06-13' OR platform IS NOT NULL AND NOT listed) THEN NULL
      WHEN NOT online AND NOT filed THEN NULL
      WHEN (pool IN (2, 4) OR filed_study) AND filed_on >= start THEN NULL
      WHEN status IN ('单位已审核', '待审') THEN 1::TINYINT
      WHEN online AND NOT filed_study AND platform IS NULL AND status IS NULL THEN 1
      WHEN status IS NULL THEN 2
      ELSE 3
    END AS state
  FROM filings
), activities AS (
  -- Rows that repeat another count once; of two with other hours, one that nobody approved waits for the other. The
  -- columns named here tell any two other rows of a person apart.
  SELECT person, start, public, pool, min(hours) FILTER (state = 3) AS approved_least,
    max(hours) FILTER (state = 3) AS approved_most, max(hours) FILTER (state = 2) AS unapproved,
    min(hours) FILTER (state IS NOT NULL) AS least, max(hours) FILTER (state IS NOT NULL) AS most
  FROM judged GROUP BY person, title, start, public, pool
), sums AS (
  SELECT person, pool, public,
    sum(CASE WHEN approved_most > approved_least THEN approved_least + approved_most
      ELSE coalesce(approved_least, unapproved, 0) END) AS credited,
    sum(CASE WHEN most > least THEN least + most ELSE coalesce(least, 0) END) AS approved
  FROM activities
  GROUP BY person, pool, public, CASE WHEN pool IN (2, 3) THEN start END
), days AS (
  SELECT person, pool, public, CASE WHEN pool IN (2, 3) THEN least(8, credited) ELSE credited END AS credited,
    CASE WHEN pool IN (2, 3) THEN least(8, approved) ELSE approved END AS approved
  FROM sums
), totals AS (
  SELECT person,
    coalesce(sum(credited) FILTER (public), 0) AS public,
    coalesce(sum(credited) FILTER (pool IN (1, 2) AND NOT public), 0)
      + least(30, coalesce(sum(credited) FILTER (pool = 3), 0))
      + least(30, coalesce(sum(credited) FILTER (pool = 4), 0))
      + least(30, coalesce(sum(credited) FILTER (pool = 5), 0)) AS professional,
    coalesce(sum(approved) FILTER (public), 0) AS public_if_approved,
    coalesce(sum(approved) FILTER (pool IN (1, 2) AND NOT public), 0)
      + least(30, coalesce(sum(approved) FILTER (pool = 3), 0))
      + least(30, coalesce(sum(approved) FILTER (pool = 4), 0))
      + least(30, coalesce(sum(approved) FILTER (pool = 5), 0)) AS professional_if_approved
  FROM days GROUP BY person
)
SELECT person AS person_id,
  CASE WHEN public >= 30 AND professional >= 60 THEN 'compliant'
    WHEN public_if_approved >= 30 AND professional_if_approved >= 60 THEN 'pending' ELSE 'short' END AS verdict,
  public, professional, public + professional AS total,
  public_if_approved, professional_if_approved, public_if_approved + professional_if_approved AS total_if_approved
FROM totals
