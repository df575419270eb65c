"""Solve the same instances with seatplan, raw CP-SAT and scipy; print, and write a table and a picture.

    python -m benchmarks -o DIR                       all instances, a minute each
    python -m benchmarks --quick -o DIR               small ones, ten seconds each
    python -m benchmarks "coupled 120" --seed 2 --workers 1 --limit 30

Every run has a process of its own. Seconds are of the clock, but for CPU; on a machine that is shared compare CPU.
Peers minimize the first tier only and are spared the shapes of groups; "spared" counts such statements.
"""

from __future__ import annotations

import argparse
import csv
import os
import platform
from collections.abc import Iterator
from dataclasses import asdict, fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.instances import INSTANCES, QUICK
from benchmarks.runs import SOLVERS, Run, measured

__all__ = ["main"]

COLUMNS = (
    ("instance", 12), ("solver", 10), ("seed", 4), ("workers", 7), ("limit", 5), ("status", 10), ("value", 7),
    ("bound", 7), ("first", 6), ("best", 6), ("proof", 6), ("cpu", 6), ("megabytes", 9), ("left_out", 8),
)  # fmt: skip


def main() -> None:
    """Measure, print, write."""
    asked = _asked()
    names = asked.instances or (QUICK if asked.quick else INSTANCES)
    limit = asked.limit or (10.0 if asked.quick else 60.0)
    print(f"python {platform.python_version()}, {_versions()}, {os.cpu_count()} processors")
    print(" ".join(f"{name:>{width}}" for name, width in COLUMNS), flush=True)
    runs = []
    for name in names:
        for solver in _solvers():
            runs.append(measured(name, solver, seed=asked.seed, workers=asked.workers, limit=limit))
            print(_line(runs[-1]), flush=True)
    if asked.output:
        _write(runs, asked.output)


def _asked() -> argparse.Namespace:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("instances", nargs="*", metavar="INSTANCE", help=f"of: {', '.join(INSTANCES)}")
    words.add_argument("-o", "--output", type=Path, help="folder for benchmarks.csv and benchmarks.svg")
    words.add_argument("--quick", action="store_true")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--workers", type=int, default=1)
    words.add_argument("--limit", type=float)
    asked = words.parse_args()
    unknown = set(asked.instances) - set(INSTANCES)
    if unknown:
        words.error(f"no instance {sorted(unknown)[0]!r}; use {', '.join(INSTANCES)}")
    return asked


def _versions() -> str:
    return ", ".join(f"{name} {_version(name)}" for name in ("seatplan", "ortools", "scipy"))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _solvers() -> Iterator[str]:
    yield from (name for name in SOLVERS if "scipy" not in name or _version("scipy") != "absent")


def _line(run: Run) -> str:
    told = asdict(run)
    return " ".join(f"{_cell(told[name]):>{width}}" for name, width in COLUMNS)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _write(runs: list[Run], folder: Path) -> None:
    from benchmarks.picture import draw

    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "benchmarks.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(Run)])
        writer.writeheader()
        writer.writerows(map(asdict, runs))
    draw(runs, folder / "benchmarks.svg")
    draw(runs, folder / "benchmarks.png")


if __name__ == "__main__":
    main()
