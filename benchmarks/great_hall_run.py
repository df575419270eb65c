"""Solve and draw the great hall in this process and print what every phase costs.

    python -m benchmarks.great_hall_run DIR                   one line a phase, a part and a tier
    python -m benchmarks.great_hall_run DIR --no-charts
    python -m benchmarks.great_hall_run DIR --style black_and_white --paper A3

Seconds of processor time, and the largest memory so far, in one process with one worker. DIR/event.yaml and its
roster are written anew before the clock starts. "Files to audited plan" is loading the libraries, reading,
solving and the audit; the documents (plan, report, seat lists) and the charts of the event are counted apart.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from benchmarks.great_hall import write
from seatplan.deliver.outcome import Outcome
from seatplan.result import Part, Tier

if TYPE_CHECKING:
    from seatplan.solvers import Control

__all__ = ["main"]

T = TypeVar("T")
PLANNED, DRAWN, MEGABYTES, GAP = 10.0, 10.0, 2000.0, 0.10
"""Targets: seconds to an audited plan, seconds for its charts, memory, share of the bound in every tier."""


def main() -> None:
    """Measure, print, and leave the files in the folder."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("folder", type=Path)
    words.add_argument("--charts", action=argparse.BooleanOptionalAction, default=True)
    words.add_argument("--style", choices=["colour", "black_and_white"])
    words.add_argument("--paper")
    asked = words.parse_args()
    path = write(asked.folder)
    print(f"{'phase':28} {'CPU s':>7} {'peak MB':>8}")
    outcome, planned = _planned(path, {k: v for k in ("style", "paper") if (v := getattr(asked, k))})
    files = _phase("documents", lambda: dict(outcome.documents()))
    charts, drawn = _drawn(outcome) if asked.charts else ({}, 0.0)
    for name, content in {**files, **charts}.items():
        (asked.folder / name).write_bytes(content)
    assert outcome.result is not None
    _parts(outcome.result.parts)
    _tiers(outcome.result.tiers)
    _verdict(planned, drawn, max(map(_share, outcome.result.tiers)))


def _planned(path: Path, look: dict[str, str]) -> tuple[Outcome, float]:
    """Return the audited plan, and the seconds from loading the libraries on."""
    began = time.process_time()
    deliver, control = _phase("load libraries", _libraries)
    event = _phase("read files", lambda: deliver.read(path))
    event = replace(event, output=replace(event.output, **look))
    _phase("lower rules to terms", lambda: event.problem.model)
    outcome = _phase("solve and audit", lambda: deliver.run(event, control))
    return outcome, _line("files to audited plan", time.process_time() - began)


def _libraries() -> tuple[ModuleType, Control]:
    import ortools.sat.python.cp_model  # noqa: F401  the solvers need it in any case

    from seatplan import deliver
    from seatplan.solvers import Control

    return deliver, Control()


def _drawn(outcome: Outcome) -> tuple[dict[str, bytes], float]:
    """Return all charts of the event, and the seconds that they took."""
    from seatplan.deliver.write import charts_of

    began = last = time.process_time()
    found = {}
    for name, content in charts_of(outcome):
        found[name] = content
        now = time.process_time()
        _line(f"  {name}, {len(content) / 1e6:.1f} MB", now - last)
        last = now
    return found, _line("charts", time.process_time() - began)


def _phase(name: str, work: Callable[[], T]) -> T:
    began = time.process_time()
    found = work()
    _line(name, time.process_time() - began)
    return found


def _line(name: str, seconds: float) -> float:
    print(f"{name:28} {seconds:7.2f} {_megabytes():8.0f}", flush=True)
    return seconds


def _megabytes() -> float:
    """Linux counts kilobytes, macOS bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def _parts(parts: Iterable[Part]) -> None:
    for part in parts:
        tiers = "; ".join(f"tier {t.tier} value {t.value} bound {t.bound}" for t in part.tiers)
        size = f"{part.people} people, {part.seats} seats"
        print(f"{part.name}: {size}, {part.method}, {part.status.value} {tiers}".rstrip())


def _tiers(tiers: Iterable[Tier]) -> None:
    print(f"{'tier':>4} {'value':>8} {'bound':>8} {'gap':>6}")
    for tier in tiers:
        print(f"{tier.tier:4} {tier.value:8} {tier.bound:8} {_share(tier):>6.1%}")


def _share(tier: Tier) -> float:
    """Return the gap as a share of the bound."""
    return tier.gap / tier.bound if tier.bound else float(tier.gap > 0)


def _verdict(planned: float, drawn: float, gap: float) -> None:
    """Say which targets are reached."""
    reached = {
        f"plan < {PLANNED:g} s": planned < PLANNED,
        f"charts < {DRAWN:g} s": drawn < DRAWN,
        f"memory < {MEGABYTES:g} MB": _megabytes() < MEGABYTES,
        f"gaps <= {GAP:.0%}": gap <= GAP,
    }
    print("; ".join(f"{name}: {'yes' if ok else 'NO'}" for name, ok in reached.items()))


if __name__ == "__main__":
    main()
