"""Runs whole processes: how long, how much processor time, how much memory."""

import os
import statistics
import subprocess
import time
from pathlib import Path


class Run:
  """One process from its start to its end."""

  def __init__(self, command, out=os.devnull, watch=False):
    with open(out, "wb") as stdout, open(f"{out}.err" if out != os.devnull else out, "wb") as stderr:
      start = time.perf_counter()
      process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr)
      self.peak, self.unmapped = watched(process.pid) if watch else (None, None)
      _, status, usage = os.wait4(process.pid, 0)
      self.seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)  # so that Popen does not wait again
    self.status = process.returncode
    self.processor = usage.ru_utime + usage.ru_stime


def watched(pid):
  """The most memory, and the most that was not a mapped file, in bytes; looks a few hundred times a second.

  Not from rusage: its peak begins with what the parent had when it forked.
  """
  peak = unmapped = 0
  while True:
    try:
      status = Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
      return peak, unmapped
    sizes = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    if "RssAnon" not in sizes:  # it has ended
      return peak, unmapped
    kilobytes = {key: int(sizes[key].split()[0]) for key in ("VmHWM", "RssAnon", "RssShmem")}
    peak = max(peak, kilobytes["VmHWM"] * 1024)
    unmapped = max(unmapped, (kilobytes["RssAnon"] + kilobytes["RssShmem"]) * 1024)
    time.sleep(0.003)


class Series:
  """Several runs of one command; figures are medians."""

  def __init__(self, name, command, out=os.devnull, allowed=(0, 1)):
    self.name, self.command, self.out, self.allowed = name, command, out, allowed
    self.runs = []
    self.peak = self.unmapped = 0

  def run(self, watch=False):
    run = Run(self.command, self.out, watch)
    if run.status not in self.allowed:
      said = Path(f"{self.out}.err").read_text(errors="replace")[-2000:] if self.out != os.devnull else ""
      raise SystemExit(f"{self.name} ended with {run.status}: {' '.join(map(str, self.command))}\n{said}")
    if watch:
      self.peak, self.unmapped = run.peak, run.unmapped
    else:
      self.runs.append(run)

  @property
  def seconds(self):
    return statistics.median(r.seconds for r in self.runs)

  @property
  def fastest(self):
    return min(r.seconds for r in self.runs)

  @property
  def processor(self):
    return statistics.median(r.processor for r in self.runs)


def in_turn(series, rounds, watch=True):
  """Runs each of the series once a round, so that what slows the machine for a while slows all of them."""
  if watch:
    for one in series:
      one.run(watch=True)  # not timed: warms the file and watches memory
  for _ in range(rounds):
    for one in series:
      one.run()
  return series


def two_cores():
  """Holds this process, and so all that it starts, to two cores; says how many there are."""
  cores = sorted(os.sched_getaffinity(0))[:2]
  os.sched_setaffinity(0, cores)
  return len(cores)
