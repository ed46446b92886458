#!/usr/bin/env python3
"""Checks a directory of records files with Apache Spark, where one machine is not enough.

    pip install pyspark
    spark-submit samples/spark_check.py RECORDS OUT --rules heze-2022 [--roster staff.csv] [--partitions 200]

Entries are judged per person, so rows are partitioned by person and each partition is piped through `cecredit check -`,
with its part of the roster. OUT gets people.jsonl and problems.jsonl, equal to those of one run over all files in
order of name; problems and entries name the file and line that they come from, not the partition's.
The files have one header, in their first lines; they are UTF-8 or GB18030 with commas. Each machine has `cecredit`.
"""

import argparse
import csv
import io
import json
import os
import re
import subprocess
import tempfile
import unicodedata
import zlib

from pyspark import StorageLevel
from pyspark.sql import SparkSession

ID_COLUMNS = {"身份证号", "person_id", "证件号", "证件号码", "身份证号码", "人员编号", "工号"}
EARLIER = re.compile(r"（(?:(\S+) )?第 (\d+) 行）")  # of this file, or of one that is named


def key_of(cell):
  """One key for all ways to write an ID; it only has to bring them to one partition."""
  return unicodedata.normalize("NFKC", cell).strip().removeprefix("'").strip().upper()


def records_of(name, content):
  """The header as it stands in the file, then each record as (key, line, number, text)."""
  try:
    text = content.decode("utf-8-sig")
  except UnicodeDecodeError:
    text = content.decode("gb18030").removeprefix("\ufeff")
  lines = [line.rstrip("\r\n") + "\n" for line in io.StringIO(text, newline="")]
  reader = csv.reader(lines, strict=True)
  line, number = 1, 0
  try:
    for cells in reader:
      record = "".join(lines[line - 1:reader.line_num])
      if line == 1:
        column = next((i for i, cell in enumerate(cells) if cell.strip() in ID_COLUMNS), None)
        if column is None:
          raise ValueError(f"{name}: no column for the person in the first line")
        yield record
      elif any(cell.strip() for cell in cells):
        number += 1
        yield key_of(cells[column]) if column < len(cells) else "", line, number, record
      line = reader.line_num + 1
  except csv.Error as error:
    raise ValueError(f"{name}:{line}: {error}; `cecredit check` says more") from None


def keyed(name, content, index, header):
  """Each record as (key, (index of the file, line, number, text)); a file with another header is refused."""
  records = records_of(name, content)
  if next(records, header) != header:
    raise ValueError(f"{name}: its header is not that of the first file")
  for key, *rest in records:
    yield key, (index, *rest)


def header_of(files, path):
  return files.filter(lambda file: file[0] == path).map(lambda file: next(records_of(*file), "")).first()


def stream(header, rows):
  """The rows as one file, and where its lines come from: line → (index of the file, line, number)."""
  origins, line = {}, 1 + header.count("\n")
  for *origin, text in rows:
    origins[line] = origin
    line += text.count("\n")
  return header + "".join(row[-1] for row in rows), origins


def judge(number, partition, command, names, header, roster_header):
  """Pipes one partition through the tool; yields (what, ((index of the file, line, nth), element))."""
  partition = sorted(partition, key=lambda keyed_row: keyed_row[1])
  roster = len(names) - 1 if roster_header else len(names)  # its index; those below are records files
  text, origins = stream(header, [row for _, row in partition if row[0] < roster])
  origins = {"-": origins}
  with tempfile.NamedTemporaryFile(suffix=".csv") as staff:
    if roster_header:
      people, origins[staff.name] = stream(roster_header, [row for _, row in partition if row[0] == roster])
      staff.write(people.encode())
      staff.flush()
      command = [*command, "--roster", staff.name]
    run = subprocess.run([*command, "--format", "json", "-"], input=text.encode(), capture_output=True)
  nobody = run.returncode == 2 and run.stdout.startswith(b"{")  # a partition may have rows of nobody who is judged
  if run.returncode not in (0, 1, 3) and not nobody:  # the task fails, and Spark tries it again
    raise RuntimeError(f"cecredit ended with {run.returncode}: {run.stderr.decode(errors='replace')}")
  result = json.loads(run.stdout)

  def place(index, line, here):
    return f"（第 {line} 行）" if index == here else f"（{names[index]} 第 {line} 行）"

  first = {}
  for key, (index, line, *_) in partition:
    if roster == len(names) or index == roster:
      first.setdefault(key, (index, line, 0))
  for person in result["people"]:
    for entry in person["entries"]:
      index, entry["line"], _ = origins[entry["file"]][entry["line"]]
      entry["file"] = names[index]
    yield "people", (first[key_of(person["id"])], person)
  for nth, problem in enumerate(result["problems"]):
    if problem["record"] == 0:  # of the header, which the records files share: one partition speaks for all
      for index in (range(roster) if problem["file"] == "-" else [roster]) if number == 0 else []:
        yield "problems", ((index, problem["line"], nth), problem | {"file": names[index]})
    else:
      lines = origins[problem["file"]]
      index, line, record = lines[problem["line"]]
      message = EARLIER.sub(
        lambda match: place(*(origins[match[1]] if match[1] else lines)[int(match[2])][:2], index), problem["message"])
      moved = {"file": names[index], "line": line, "record": record, "message": message}
      yield "problems", ((index, line, nth), problem | moved)


def main():
  parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
  parser.add_argument("records", help="a directory of CSV files")
  parser.add_argument("out", help="the directory for people.jsonl and problems.jsonl")
  parser.add_argument("--rules", required=True)
  parser.add_argument("--roster")
  parser.add_argument("--cecredit", default="cecredit", help="the tool, as found on each machine")
  parser.add_argument("--partitions", type=int, default=200)
  options = parser.parse_args()

  context = SparkSession.builder.appName("cecredit").getOrCreate().sparkContext
  files = context.binaryFiles(options.records)
  paths = sorted(files.keys().collect())
  names = [os.path.join(options.records, os.path.basename(path)) for path in paths]
  header = header_of(files, paths[0])
  rows = files.flatMap(lambda file: keyed(*file, paths.index(file[0]), header))
  roster_header = None
  if options.roster:
    staff = context.binaryFiles(options.roster)
    roster_header = header_of(staff, staff.keys().first())
    rows = rows.union(staff.flatMap(lambda file: keyed(*file, len(paths), roster_header)))
    names.append(options.roster)

  command = [options.cecredit, "check", "--rules", options.rules]
  by_person = rows.partitionBy(options.partitions, lambda key: zlib.crc32(key.encode()))
  results = by_person.mapPartitionsWithIndex(
    lambda number, part: judge(number, part, command, names, header, roster_header)).persist(StorageLevel.DISK_ONLY)
  os.makedirs(options.out, exist_ok=True)
  for what in ("people", "problems"):
    found = results.filter(lambda result: result[0] == what).values().sortByKey().values()
    with open(os.path.join(options.out, what + ".jsonl"), "w", encoding="utf-8") as out:
      for element in found.toLocalIterator():
        out.write(json.dumps(element, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
  main()
