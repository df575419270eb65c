"""One solver on one instance, in a process of its own: what it reached, when, and with how much memory.

    python -m benchmarks.runs "coupled 120" seatplan --seed 1 --workers 1 --limit 60

The clock starts when the instance is made and its rules are terms; each solver begins with these.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.instances import INSTANCES
from seatplan.problem import Problem
from seatplan.result import Result, Status
from seatplan.solve import solve
from seatplan.solvers import Progress

__all__ = ["SOLVERS", "Run", "measured"]


@dataclass(frozen=True)
class Run:
    """One line of the table. Seconds are of the clock but for ``cpu``; None where nothing is known.

    Parameters
    ----------
    instance, solver : str
    people, seats : int
    seed, workers : int
    limit : float
    status : str
    value, bound : int or None
        Of the first tier.
    values, bounds : str
        Of all tiers; the peers minimize the first one only.
    first, best, proof : float or None
        Seconds until there was a plan, until there was none better, until it was proven that there is none.
    cpu, megabytes : float
    left_out : int
        Statements that the solver was spared.
    """

    instance: str
    solver: str
    people: int
    seats: int
    seed: int
    workers: int
    limit: float
    status: str
    value: int | None
    bound: int | None
    values: str
    bounds: str
    first: float | None
    best: float | None
    proof: float | None
    cpu: float
    megabytes: float = 0.0
    left_out: int = 0


Found = dict[str, Any]
Solver = Callable[[Problem, int, int, float], Found]


def _seatplan(problem: Problem, seed: int, workers: int, limit: float) -> Found:
    news: list[Progress] = []
    result = solve(problem, seed=seed, workers=workers, time_limit=limit, listener=news.append)
    proven = result.status is Status.OPTIMAL
    return {
        "status": result.status.value,
        "value": result.tiers[0].value if result.tiers else None,
        "bound": result.tiers[0].bound if result.tiers else None,
        "values": " ".join(str(tier.value) for tier in result.tiers),
        "bounds": " ".join(str(tier.bound) for tier in result.tiers),
        "first": _first(result, news),
        "best": result.seconds if result.tiers else None,
        "proof": result.seconds if proven else None,
    }


def _first(result: Result, news: list[Progress]) -> float | None:
    """Return when the last part had a plan: at its first news of a tier, or at its end."""
    if not result.tiers:
        return None
    began = result.seconds - result.parts[-1].seconds
    told = [one.seconds for one in news if one.seconds >= began and "value" in one.note]
    return min([*told, result.seconds])


def _raw_cpsat(problem: Problem, seed: int, workers: int, limit: float) -> Found:
    from benchmarks.raw_cpsat import left_out, raw_cpsat

    return _peer(raw_cpsat(problem, seconds=limit, workers=workers, seed=seed), left_out(problem.model))


def _raw_milp(problem: Problem, _seed: int, _workers: int, limit: float) -> Found:
    from benchmarks.raw_cpsat import left_out
    from benchmarks.raw_milp import raw_milp

    return _peer(raw_milp(problem, seconds=limit), left_out(problem.model))


def _peer(peer: Any, left: int) -> Found:
    proven = peer.seconds if peer.status == "optimal" else None
    return {
        "status": peer.status,
        "value": peer.value,
        "bound": peer.bound,
        "values": "" if peer.value is None else str(peer.value),
        "bounds": "" if peer.bound is None else str(peer.bound),
        "first": peer.first,
        "best": peer.best,
        "proof": proven,
        "left_out": left,
    }


SOLVERS: dict[str, Solver] = {"seatplan": _seatplan, "raw CP-SAT": _raw_cpsat, "scipy milp": _raw_milp}
"""What is compared, by name; scipy need not be installed."""


def measured(instance: str, solver: str, *, seed: int, workers: int, limit: float) -> Run:
    """Run a solver in a process of its own.

    Returns
    -------
    Run
        With the status ``failed`` if the process ends without an answer.
    """
    words = [sys.executable, "-m", "benchmarks.runs", instance, solver]
    words += ["--seed", str(seed), "--workers", str(workers), "--limit", str(limit)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    printed = process.stdout.read().strip().splitlines()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    megabytes = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    if process.returncode or not printed:
        nothing = None, None, "", "", None, None, None
        return Run(instance, solver, 0, 0, seed, workers, limit, "failed", *nothing, 0.0, megabytes)
    return Run(**{**json.loads(printed[-1]), "megabytes": megabytes})


def main() -> None:
    """Run one solver here and print what it reached as JSON."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("instance", choices=list(INSTANCES))
    words.add_argument("solver", choices=list(SOLVERS))
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--workers", type=int, default=1)
    words.add_argument("--limit", type=float, default=60.0)
    asked = words.parse_args()
    problem = INSTANCES[asked.instance](asked.seed)
    size = {"people": problem.model.people, "seats": problem.model.seats}
    began = time.process_time()
    found = SOLVERS[asked.solver](problem, asked.seed, asked.workers, asked.limit)
    run = Run(**{**vars(asked), **size, **found, "cpu": time.process_time() - began})
    print(json.dumps(asdict(run)))


if __name__ == "__main__":
    main()
