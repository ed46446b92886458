#!/usr/bin/env python3
"""The verdicts of a made-up file by DuckDB: `peer_duckdb.py RULESET FILE OUT`, two threads."""

import sys
from pathlib import Path

import duckdb

TYPES = {"年度": "SMALLINT", "开始日期": "DATE", "结束日期": "DATE", "学时": "DOUBLE", "备案日期": "DATE", "数量": "INTEGER"}

ruleset, file, out = sys.argv[1:]
with open(file, encoding="utf-8") as records:
  header = records.readline().strip().split(",")
columns = {name: TYPES.get(name, "VARCHAR") for name in header}
connection = duckdb.connect(config={"threads": 2, "preserve_insertion_order": False})
query = (Path(__file__).parent / f"{ruleset}.sql").read_text(encoding="utf-8")
source = f"read_csv('{file}', header = true, delim = ',', quote = '\"', escape = '\"', columns = {columns})"
query = query.replace("FROM records", f"FROM {source}")
connection.execute(f"COPY ({query}) TO '{out}' (FORMAT csv, HEADER)")
