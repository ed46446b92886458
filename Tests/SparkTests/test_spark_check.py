#!/usr/bin/env python3
"""samples/spark_check.py against one run of the tool over the same files: `python3 Tests/SparkTests/test_spark_check.py`.

Runs Spark in local mode. Needs Java, and PySpark from PyPI, which it installs into .build/spark; skips, and says why,
where one of them can't be had. CECREDIT names the tool to test; otherwise .build/release or .build/debug is taken.
"""

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "samples/spark_check.py"
PYTHON = ROOT / ".build/spark/bin/python"
HEADER = "身份证号,姓名,单位,科目,类别,名称,平台,开始日期,结束日期,学时,备案号,备案日期,考核结果,审核状态,楼层\n"

# Wang is in three files, Li in two; each other person shows one thing that could get lost on the way.
FILES = {
  "a.csv": HEADER
  + "371702196201010014,王芳,市立医院,公需,网络平台学习,职业道德,菏泽学院,2022-07-01,,30,,,合格,已审验,3\n"
  + "371702196201032301,李强,曹县一中,专业,培训进修,\"课堂教学,\n设计\",,2022-07-01,,12,备1,2022-06-25,,已审验,\n"
  + ",,,,,,,,,,,,,,\n"
  + "371702196201010014,王芳,市立医院,专业,培训进修,急救,,2022-08-01,,8,备2,2022-07-25,,已审验,\n"
  + "371702196201045823,张静,设计院,专业,培训进修,安全,,2022-13-01,,abc,备3,,,,\n"
  + "371702196201045823,张静,设计院,专业,培训进修,安全,,2022-08-03\n",
  "b.csv": HEADER
  + "'371702196201010014,王方,市立医院,专业,培训进修,护理,,2022-08-01,,8,备2,2022-07-25,,已审验,\n"
  + "371702196201010014,王芳,市立医院,专业,培训进修,急救,,2022-08-01,,8,备2,2022-07-25,,已审验,\n"
  + "37170219620102004x,刘洋,卫生院,专业,高级研修班,\"引号\"\"内\"\"\",,2022-08-01,2022-08-04,40,备4,,,,\n"
  + ",张三,,,培训进修,,,2022-08-01,,8,,,,,\n"
  + "合计,,,,,,,,,50,,,,,\n",
  "c.csv": HEADER
  + "37170219620102004X,刘洋,卫生院,公需,网络平台学习,法规,某学堂,2022-08-01,,8,,,,,\n"
  + "371702196201032301,李强,曹县一中,专业,培训进修,\"课堂教学,\n设计\",,2022-07-01,,12,备1,2022-06-25,,已审验,\n"
  + "371702196201010014,王芳,市立医院,专业,服务基层,义诊,,2022-08-02,2022-08-09,60,备5,2022-07-30,,待审,\n",
}
ROSTER = ("身份证号,姓名,单位,培训对象\n371702196201032301,李强,曹县一中,\n371702196201059344,赵敏,图书馆,乡村振兴\n"
          "371702196201010014,王芳,市立医院,\n371702196201032301,李强,曹县一中,\n")


def tool():
  named = os.environ.get("CECREDIT")
  built = [ROOT / ".build/release/cecredit", ROOT / ".build/debug/cecredit"]
  return next((str(p) for p in ([Path(named)] if named else built) if p.exists()), None)


def pyspark_is_there():
  """Whether PySpark is in .build/spark, after installing it if need be."""
  if not PYTHON.exists():
    venv.create(ROOT / ".build/spark", with_pip=True)
  has = [PYTHON, "-c", "import pyspark"]
  if subprocess.run(has, capture_output=True).returncode:
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "pyspark"], capture_output=True)
  return subprocess.run(has, capture_output=True).returncode == 0


def alone(element):
  """What of a problem can be known without the rows around it: not whether the row above a blank ID had one."""
  return element | {"message": None} if element.get("code") == "missing-person" else element


class SparkCheck(unittest.TestCase):
  @classmethod
  def setUpClass(cls):
    cls.tool = tool()
    if not cls.tool:
      raise unittest.SkipTest("no cecredit in .build: run `swift build` first, or name one in CECREDIT")
    if not shutil.which("java") and not os.environ.get("JAVA_HOME"):
      raise unittest.SkipTest("no Java on this machine: Spark can't run")
    if not pyspark_is_there():
      raise unittest.SkipTest("PySpark could not be installed from PyPI into .build/spark")

  def setUp(self):
    self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
    (self.folder / "records").mkdir()
    for name, text in FILES.items():
      (self.folder / "records" / name).write_bytes(text.encode("gb18030" if name == "c.csv" else "utf-8"))
    (self.folder / "staff.csv").write_text(ROSTER, encoding="utf-8")

  def by_one_machine(self, *options):
    files = [f"records/{name}" for name in sorted(FILES)]
    run = subprocess.run([self.tool, "check", "--rules", "heze-2022", "--format", "json", *options, *files],
                         cwd=self.folder, capture_output=True)
    self.assertEqual(run.returncode, 3, run.stderr.decode())
    result = json.loads(run.stdout)
    return result["people"], result["problems"]

  def by_spark(self, *options, tool=None, master="local[2]"):
    environment = os.environ | {"PYSPARK_SUBMIT_ARGS": f"--master {master} --conf spark.ui.enabled=false pyspark-shell",
                                "PYSPARK_PYTHON": str(PYTHON), "SPARK_LOCAL_IP": "127.0.0.1"}
    run = subprocess.run([PYTHON, SCRIPT, "records", "out", "--rules", "heze-2022", "--partitions", "4",
                          "--cecredit", tool or self.tool, *options],
                         cwd=self.folder, env=environment, capture_output=True, text=True)
    if run.returncode:
      raise ChildProcessError(run.stderr)
    return tuple([json.loads(line) for line in (self.folder / "out" / f"{what}.jsonl").read_text().splitlines()]
                 for what in ("people", "problems"))

  def wrapped(self, body):
    """The tool behind a shell script."""
    script = self.folder / "wrapped"
    script.write_text(f"#!/bin/sh\n{body}\nexec '{self.tool}' \"$@\"\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return str(script)

  def assert_equal_results(self, one, many):
    self.maxDiff = None
    for what, expected, found in zip(("people", "problems"), one, many):
      self.assertGreater(len(expected), 2)
      self.assertEqual([alone(one) for one in expected], [alone(one) for one in found], what)

  def test_several_partitions_give_what_one_machine_gives(self):
    self.assert_equal_results(self.by_one_machine(), self.by_spark())

  def test_a_roster_is_joined(self):
    self.assert_equal_results(self.by_one_machine("--roster", "staff.csv"), self.by_spark("--roster", "staff.csv"))

  def test_a_task_that_fails_is_tried_again(self):
    dies_twice = self.wrapped("mkdir \"$0.first\" 2>/dev/null && kill -9 $$; mkdir \"$0.second\" 2>/dev/null && exit 2")
    self.assert_equal_results(self.by_one_machine(), self.by_spark(tool=dies_twice, master="local[2,4]"))
    self.assertTrue(Path(dies_twice + ".first").exists() and Path(dies_twice + ".second").exists())

  def test_a_tool_that_always_fails_fails_the_job_with_its_words(self):
    with self.assertRaisesRegex(ChildProcessError, "cecredit ended with 2: no such luck"):
      self.by_spark(tool=self.wrapped("echo no such luck >&2; exit 2"), master="local[2,2]")

  def test_a_file_with_another_header_is_refused_by_name(self):
    (self.folder / "records/d.csv").write_text("工号,类别\n1,其他\n", encoding="utf-8")
    with self.assertRaisesRegex(ChildProcessError, "d.csv: its header is not that of the first file"):
      self.by_spark()


if __name__ == "__main__":
  unittest.main()
