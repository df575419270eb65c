"""Prove halls in which individuals are coupled, from 50 to 500 seats (`benchmarks.coupled_halls`).

    python -m benchmarks.coupled                      all sizes, one seed each
    python -m benchmarks.coupled 500 --seeds 1 2 3 --kinds delegations families blocks
    python -m benchmarks.coupled 500 --peer-seconds 60      raw CP-SAT, and scipy's milp if installed, beside it

Times are processor seconds of one process: until the first tier has a plan, until the last plan, and until all
tiers are proven and audited. Peers get the first tier only: raw CP-SAT as a textbook writes it, milp our rows.
"""

from __future__ import annotations

import argparse
import csv
import resource
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.coupled_halls import SIZES, instance

__all__ = ["Line", "measure"]


@dataclass(frozen=True)
class Line:
    """One line of the table; one tier of one hall."""

    seats: int
    people: int
    kind: str
    seed: int
    tier: int
    value: int
    bound: int
    status: str
    first: float
    best: float
    proof: float
    megabytes: float
    method: str
    peer: str = ""
    peer_milp: str = ""


def measure(seats: int, seed: int, kind: str, limit: float) -> list[Line]:
    """Solve one hall with the library; to be called in a process of its own."""
    from seatplan.solve import solve
    from seatplan.solvers import Control

    problem, news = instance(seats, seed, kind), list[float]()
    began = time.process_time()
    result = solve(problem, control=Control(time_limit=limit, listener=lambda _: news.append(_since(began))))
    whole = _since(began)
    news = news or [whole]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    main = max(result.parts, key=lambda part: part.people)
    times = news[0], news[-1], whole
    hall = seats, len(problem.people), kind, seed
    tiers = [(t.tier, t.value, t.bound) for t in result.tiers] or [(0, -1, -1)]
    return [Line(*hall, *tier, result.status.value, *times, peak, main.method) for tier in tiers]


def _since(began: float) -> float:
    return time.process_time() - began


def _raw(seats: int, seed: int, kind: str, limit: float) -> str:
    from benchmarks.raw_cpsat import raw_cpsat

    peer = raw_cpsat(instance(seats, seed, kind), seconds=limit)
    return f"{peer.status} {peer.value} bound {peer.bound} {peer.seconds:.0f} s"


def _milp(seats: int, seed: int, kind: str, limit: float) -> str:
    """Give our rows to scipy, first tier; regions are left out as far as rows cannot say them, in its favour."""
    try:
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array
    except ImportError:
        return "not installed"
    from seatplan.solvers.encode import encode

    began, program = time.process_time(), encode(instance(seats, seed, kind).model)
    starts = np.cumsum([0, *(len(row.variables) for row in program.rows)])
    columns = np.concatenate([row.variables for row in program.rows])
    values = np.concatenate([row.coefficients for row in program.rows]).astype(float)
    matrix = csr_array((values, columns, starts), shape=(len(program.rows), len(program.upper)))
    low = [-np.inf if row.low is None else row.low for row in program.rows]
    high = [np.inf if row.high is None else row.high for row in program.rows]
    price = np.zeros(len(program.upper))
    objective = program.objectives[min(program.objectives)]
    price[list(objective)] = list(objective.values())
    found = milp(
        price,
        integrality=np.ones(len(price)),
        bounds=Bounds(0, np.array(program.upper)),
        constraints=LinearConstraint(matrix, low, high),
        options={"time_limit": limit, "mip_rel_gap": 0.0},
    )
    value = "none" if found.x is None else f"{found.fun:.0f}"
    return f"{value} bound {found.mip_dual_bound:.0f} {_since(began):.1f} s"


def _alone(work: Callable[..., Any], *given: object) -> Any:
    """Run in a process of its own, so that memory and time are those of this work alone."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def main() -> None:
    """Measure, print, and write a CSV if asked."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("seats", nargs="*", type=int, default=list(SIZES))
    words.add_argument("--seeds", nargs="+", type=int, default=[1])
    words.add_argument(
        "--kinds", nargs="+", default=["delegations"], choices=["delegations", "families", "blocks"]
    )
    words.add_argument("--limit", type=float, default=120.0, help="seconds for each hall")
    words.add_argument("--peer-seconds", type=float, default=0.0, help="seconds for each peer; 0 for none")
    words.add_argument("--csv", type=Path)
    asked = words.parse_args()
    print(f"{'hall':22} seed tier {'status':9} {'value':>6} {'bound':>6}  gap  first   best  proof    MB method")
    lines: list[Line] = []
    for seats, kind, seed in ((n, k, s) for n in asked.seats for k in asked.kinds for s in asked.seeds):
        lines.extend(_measured(seats, seed, kind, asked.limit, asked.peer_seconds))
    if asked.csv:
        with asked.csv.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(asdict(lines[0])))
            writer.writeheader()
            writer.writerows(map(asdict, lines))


def _measured(seats: int, seed: int, kind: str, limit: float, peer_seconds: float) -> Iterator[Line]:
    peers = [_alone(peer, seats, seed, kind, peer_seconds) for peer in (_raw, _milp) if peer_seconds]
    for place, line in enumerate(_alone(measure, seats, seed, kind, limit)):
        told = replace(line, peer=peers[0], peer_milp=peers[1]) if peers and not place else line
        print(_shown(told), flush=True)
        yield told


def _shown(n: Line) -> str:
    hall = f"{f'{n.seats} seats {n.kind}':22} {n.seed:4} {n.tier:4} {n.status:9}"
    reached = f"{n.value:6} {n.bound:6} {n.value - n.bound:4}"
    times = f"{n.first:6.2f} {n.best:6.2f} {n.proof:6.2f} {n.megabytes:5.0f}"
    beside = f"   raw CP-SAT {n.peer}; milp {n.peer_milp}" if n.peer else ""
    return f"{hall} {reached} {times} {n.method}{beside}"


if __name__ == "__main__":
    main()
