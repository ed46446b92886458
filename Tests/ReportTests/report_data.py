"""Records of made-up people for reports: every verdict, every kind of reason, long names and units, several lines a row."""

import random

HEADER = "身份证号,姓名,单位,科目,类别,名称,平台,开始日期,结束日期,学时,备案号,审核状态"
FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文玉兰志"
UNITS = ["市立医院", "曹县第一中学", "菏泽市农业科学院", "牡丹区疾病预防控制中心", "市城市规划设计研究院", "鄄城县人民医院",
         "郓城县职业教育中心学校", "定陶区图书馆", "市水利勘测设计院有限公司", "巨野县畜牧兽医服务中心", "单县融媒体中心",
         "成武县住房和城乡建设服务中心"]


def person_id(number):
  """A valid ID of nobody: region 371700 is no district, and the check digit is right."""
  body = f"371700{1960 + number % 40}{1 + number % 12:02}{1 + number % 28:02}{number % 1000:03}"
  weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights)) % 11]


def people(count, seed=1, units=UNITS):
  """The rows of so many people, as text."""
  dice = random.Random(seed)
  rows = [HEADER]
  for number in range(count):
    name = dice.choice(FAMILY) + dice.choice(GIVEN) + dice.choice(["", dice.choice(GIVEN)])
    who = f"{person_id(number)},{name},{units[number % len(units)]}"
    public = dice.choice([30, 30, 30, 18, 24.5, 0])
    if public:
      rows.append(f"{who},公需,网络平台学习,公需课程,菏泽学院,2022-07-01,2022-07-31,{public},,已审验")
    online = dice.choice([60, 60, 52, 40, 16])
    rows.append(f"{who},专业,网络平台学习,专业课程,菏泽学院,2022-07-01,2022-08-31,{online},,"
                + dice.choice(["已审验", "已审验", "待审"]))
    kind = number % 6
    if kind == 0:
      rows.append(f"{who},专业,培训进修,急诊急救技能培训班,,2022-08-01,2022-08-01,12,备{number},已审验")
    elif kind == 1:
      rows.append(f"{who},专业,培训进修,没有备案的讲座,,2022-08-02,2022-08-02,6,,已审验")
    elif kind == 2:
      rows.append(f"{who},专业,网络平台学习,外地平台的课,某某学堂,2022-08-02,2022-08-02,10,,已审验")
    elif kind == 3 and number % 9 == 0:
      rows.append(f"{who},专业,培训进修,写错的一行,,2022-13-01,,八,备1,")
  return "\n".join(rows) + "\n"


LONG = HEADER + "\n" + "\n".join(
  f"{person_id(900 + n)},{name},{unit},专业,培训进修,{title},,2022-08-01,2022-08-03,30,备1,已审验"
  for n, (name, unit, title) in enumerate([
    ("阿卜杜热合曼·吐尔逊买买提江·艾合买提", "一个名称非常长的单位" * 12, "很长的题目" * 60),
    ("Maximilian-Alexander" * 4, "W" * 120, "X" * 300),
    ("<b>张三</b>", "\"\"\"二院\"\" & <script>alert(1)</script>\"", "</td></tr></table>"),
  ])) + "\n"
