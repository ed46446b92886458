#!/usr/bin/env python3
"""Makes records files from a seed: made-up people, rows in any order, the same bytes on every machine.

A person has 20 entries. Which kinds of entry they are comes from one of 64 templates; what an entry says, from one of
4,096 variants of its kind (kinds.py). So a row is four look-ups and one join, and two million rows take seconds.
"""

import argparse
import array
import itertools
import math
import multiprocessing
import os
import random
import re
import zlib
from pathlib import Path

import kinds

SEED = 20220613
ENTRIES = 20
CHUNK = 50_000
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
GIVEN = ("芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰春梅建国红伟秀珍晓东海燕志鹏文博雨欣梓涵浩宇思远佳怡俊凯雪莹振"
         "立新学成庆云光辉永安宏亮少峰")
COUNTIES = {
  "heze-2022": (["牡丹区", "定陶区", "曹县", "单县", "成武县", "巨野县", "郓城县", "鄄城县", "东明县", "市直"],
                [371702, 371703, 371721, 371722, 371723, 371724, 371725, 371726, 371728]),
  "zaozhuang-2023": (["市中区", "薛城区", "峄城区", "台儿庄区", "山亭区", "滕州市", "市直"],
                     [370402, 370403, 370404, 370405, 370406, 370481]),
}
UNITS = ["人民医院", "中医院", "第{}中学", "实验小学", "第{}实验学校", "农技推广中心", "水文站", "疾控中心", "设计院",
         "第{}幼儿园", "卫生院", "融媒体中心", "图书馆", "机电{}厂", "建筑公司"]
TOPICS = {
  "public": (["黄河流域生态保护", "职业道德", "知识产权保护与运用", "信息化及网络安全", "人文素养",
              "电子商务实务", "创新能力建设", "人才国际化", "医养健康"],
             ["专题", "系列课程", "必修课", "选修课"]),
  "professional": (["急诊急救技能", "课堂教学设计", "病虫害绿色防控", "建筑施工安全", "智能制造技术", "护理质量管理",
                    "会计准则实务", "数控加工", "学前教育游戏活动", "基层公共卫生", "古籍修复", "水利工程监测"],
                   ["培训班", "研修", "专题讲座", "学术交流", "实务"]),
}


def identity_numbers(areas, count):
  """Distinct 18-character numbers with a right check digit; a stride through area × day of birth × sequence."""
  days = [f"{y}{m:02}{d:02}" for y in range(1962, 2000) for m in range(1, 13) for d in range(1, 29)]
  space = len(areas) * len(days) * 999
  stride = int(space * 0.6180339887) | 1
  while math.gcd(stride, space) != 1:
    stride += 2
  for i in range(count):
    rest, area = divmod(i * stride % space, len(areas))
    sequence, day = divmod(rest, len(days))
    body = f"{areas[area]}{days[day]}{sequence + 1:03}"
    yield body + "10X98765432"[sum(w * int(c) for w, c in zip(WEIGHTS, body)) % 11]


def people(ruleset, count):
  """The first three cells of each person, `ID,name,unit,`."""
  rng = random.Random(SEED)
  counties, areas = COUNTIES[ruleset]
  units = [c + u.format(n) for c in counties for u in UNITS for n in ("一二三四五六七八九" if "{}" in u else "一")]
  names = [s + a + b for s in SURNAMES for a in GIVEN[::3] for b in ("", *GIVEN[::5])]
  ids = identity_numbers(areas, count)
  bits = rng.getrandbits
  return [f"{i},{names[bits(40) % len(names)]},{units[bits(40) % len(units)]}," for i in ids]


def titles(subject, wanted):
  """`wanted` different titles, as cells: every fourth has a comma and is quoted, a few have quotes in them."""
  topics, forms = TOPICS[subject]
  cells = []
  for number, (session, topic, form) in enumerate(itertools.product(range(1, 1000), topics, forms)):
    if number == wanted:
      return cells
    if number % 61 == 7:
      cells.append(f'"{topic}""{session}期""{form}"')
    elif number % 4 == 1:
      cells.append(f'"{topic},{form}{session}期"')
    else:
      cells.append(f"{topic}{form}{session}期")


class Data:
  """All that rows are made from; forked into the workers, never changed."""

  TITLES = 2003  # a prime: the titles of one person's 20 entries differ

  def __init__(self, ruleset, count, order, shape):
    city = kinds.CITIES[ruleset]
    rng = random.Random(SEED + 1)
    self.header = ",".join(["身份证号", "姓名", "单位", *city.before_title, "名称", *city.after_title]) + "\n"
    self.titles = {subject: titles(subject, self.TITLES) for subject in TOPICS}
    self.people = people(ruleset, count)
    self.variants = {name: city.variants(name, rng, shape == "problems") for name in city.kinds}
    self.templates = [
      [(self.variants[k], self.titles_of(city, k), k in city.online) for k in city.template(i, rng)] for i in range(64)
    ]
    self.order = order
    self.encoding = "gb18030" if shape == "gb18030" else "utf-8"
    self.is_spreadsheet = shape == "spreadsheet"

  def titles_of(self, city, kind):
    return self.titles["public" if "public" in kind else "professional"]

  def rows(self, start, stop):
    """Rows `start` to `stop` of the file."""
    out = []
    people, templates, count, mask = self.people, self.templates, self.TITLES, (1 << 64) - 1
    for index in self.order[start:stop]:
      person, j = divmod(index, ENTRIES)
      mixed = person * 0x9E3779B97F4A7C15 & mask
      template = templates[mixed >> 58]
      x = (index + 1) * 0xD6E8FEB86659FD93 & mask
      x = (x ^ x >> 32) * 0xD6E8FEB86659FD93 & mask
      x ^= x >> 32
      again = x >> 48 & 511
      changed = False
      if again < 5 and j % 2:  # one row in 200 repeats the one before it, or all of it but the hours
        changed = again < 2 and template[j - 1][2]
        if again >= 2 or changed:
          j -= 1
          x = index * 0xD6E8FEB86659FD93 & mask
          x = (x ^ x >> 32) * 0xD6E8FEB86659FD93 & mask
          x ^= x >> 32
      variants, names, _ = template[j]
      before, after, otherwise = variants[x & 4095]
      title = names[((mixed >> 32) + j * 37) % count]
      after = otherwise if changed else after
      out.append(people[person] + before + title + after.replace("#", str(person * ENTRIES + j)))
    return self.encoded("".join(out))

  def encoded(self, text):
    """The text as a program of that shape writes it; spreadsheets end lines with CR LF and write 2022/7/4."""
    if self.is_spreadsheet:
      text = re.sub(r",(\d{4})-0?(\d+)-0?(\d+)(?=[,\n])", r",\1/\2/\3", text).replace("\n", "\r\n")
    return text.encode(self.encoding)


def version():
  """Another one for each state of these scripts, so that nobody is timed on a file of an earlier one."""
  scripts = sorted(Path(__file__).parent.glob("*.py"))
  return f"{zlib.crc32(b''.join(p.read_bytes() for p in scripts if p.name in ('kinds.py', 'make_data.py'))):08x}"


DATA = None


def chunk(start):
  return DATA.rows(start, min(start + CHUNK, len(DATA.order)))


def shuffled(count):
  """The rows of `count` people in an order that has nothing to do with people."""
  order = array.array("I", range(count * ENTRIES))
  bits = random.Random(SEED + 2).getrandbits
  for i in range(len(order) - 1, 0, -1):
    j = bits(48) % (i + 1)
    order[i], order[j] = order[j], order[i]
  return order


def write(path, ruleset, count, shape="shuffled"):
  """Writes the file of `count` people unless it is there; shapes as the options name them."""
  global DATA
  if path.exists():
    return path
  path.parent.mkdir(parents=True, exist_ok=True)
  order = shuffled(count)
  if shape == "sorted":  # by person alone: which of two rows comes first may decide which of them waits
    order = array.array("I", sorted(order, key=lambda row: row // ENTRIES))
  DATA = Data(ruleset, count, order, shape)
  part = path.with_suffix(".part")
  with open(part, "wb") as file, multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
    file.write(DATA.encoded(DATA.header))
    file.writelines(pool.imap(chunk, range(0, len(order), CHUNK)))
  part.rename(path)
  DATA = None
  return path


if __name__ == "__main__":
  parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
  parser.add_argument("ruleset", choices=sorted(COUNTIES))
  parser.add_argument("people", type=int)
  parser.add_argument("path", type=Path)
  parser.add_argument("--shape", choices=["shuffled", "sorted", "gb18030", "spreadsheet", "problems"], default="shuffled")
  options = parser.parse_args()
  write(options.path, options.ruleset, options.people, options.shape)
