"""Run the examples as a user would, several times, and print medians beside the peer.

python -m benchmarks.commands                     all examples, three runs each
python -m benchmarks.commands congress --runs 5   one of them
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
MAIN = ("briefing", "conference", "congress")


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    instance: str
    tier: int
    value: int
    bound: int
    gap: int
    seconds_solve: float
    seconds_all: float
    seconds_cpu: float
    megabytes: float
    peer_status: str
    peer_value: int | None
    peer_bound: int | None
    peer_seconds: float


def main() -> None:
    """Measure and print; write a CSV if asked."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("examples", nargs="*", default=[])
    words.add_argument("--runs", type=int, default=3)
    words.add_argument("--peer-seconds", type=float, default=30.0)
    words.add_argument("--csv", type=Path)
    asked = words.parse_args()
    print(f"python {platform.python_version()}, ortools {version('ortools')}, {os.cpu_count()} processors")
    print(f"seatplan --help: {_help(asked.runs):.3f} s (median of {asked.runs})")
    lines = [line for name in asked.examples or MAIN for line in measure(name, asked.runs, asked.peer_seconds)]
    _table(lines)
    if asked.csv:
        with asked.csv.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(asdict(lines[0])))
            writer.writeheader()
            writer.writerows(map(asdict, lines))


def measure(name: str, runs: int, peer_seconds: float) -> Iterator[Line]:
    """Yield a line for each tier of one example."""
    from benchmarks.raw_cpsat import raw_cpsat
    from seatplan.io import read_event

    event = EXAMPLES / name / "event.yaml"
    seconds, busy, megabytes, report, inner = [], [], [], {}, []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            took, cpu, used, stdout = _run(event, Path(folder))
            report = json.loads(Path(folder, "report.json").read_text("utf-8"))
        seconds.append(took)
        busy.append(cpu)
        megabytes.append(used)
        inner.append(float(stdout.split("(")[1].split(" s)")[0]))
    peer = raw_cpsat(read_event(event).problem, seconds=peer_seconds)
    times = tuple(map(statistics.median, (inner, seconds, busy, megabytes)))
    for index, tier in enumerate(report["tiers"]):
        beside = (peer.status, peer.value, peer.bound, peer.seconds) if index == 0 else ("", None, None, 0.0)
        yield Line(name, tier["tier"], tier["value"], tier["bound"], tier["gap"], *times, *beside)


def _run(event: Path, folder: Path) -> tuple[float, float, float, str]:
    """Return seconds from file to charts, processor seconds, peak megabytes, and what was printed."""
    words = [sys.executable, "-m", "seatplan.cli", "solve", str(event), "-o", str(folder)]
    began = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{event} ended with {process.returncode}")
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, _megabytes(usage), printed


def _megabytes(usage: resource.struct_rusage) -> float:
    """Linux counts kilobytes, macOS bytes."""
    return usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def _help(runs: int) -> float:
    times = []
    for _ in range(max(runs, 5)):
        began = time.monotonic()
        subprocess.run([sys.executable, "-m", "seatplan.cli", "--help"], stdout=subprocess.DEVNULL, check=True)
        times.append(time.monotonic() - began)
    return statistics.median(times)


def _table(lines: list[Line]) -> None:
    columns = [
        ("tier", 4),
        ("value", 8),
        ("bound", 8),
        ("gap", 5),
        ("solve s", 8),
        ("all s", 7),
        ("CPU s", 6),
        ("MB", 5),
    ]
    head = " ".join([f"{'instance':12}", *(f"{name:>{width}}" for name, width in columns)])
    print(f"{head}   peer: raw CP-SAT, first tier")
    for n in lines:
        mine = f"{n.instance:12} {n.tier:4} {n.value:8} {n.bound:8} {n.gap:5} {n.seconds_solve:8.1f}"
        peer = (
            f"{n.peer_status} value {n.peer_value} bound {n.peer_bound} {n.peer_seconds:.0f} s"
            if n.peer_status
            else ""
        )
        print(f"{mine} {n.seconds_all:7.1f} {n.seconds_cpu:6.1f} {n.megabytes:5.0f}   {peer}")


if __name__ == "__main__":
    main()
