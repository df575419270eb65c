"""Questions on large events, in processor seconds: why here, why not there, why not at all, and what to repair.

    python -m benchmarks.explain               all questions
    python -m benchmarks.explain --no-congress only those on halls of 500 seats

Every conflict is printed with its rules, whether it is minimal, and how it is proven.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeVar

from benchmarks.clashes import KINDS, clashing
from seatplan.conflict import find_conflicts, find_repairs
from seatplan.explain import WhyNot, ledger, recommend, why_here, why_not
from seatplan.io import read_event
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.solve import solve

__all__ = ["main"]

CONGRESS = Path(__file__).parent.parent / "examples" / "congress" / "event.yaml"
QUESTIONS = 20
T = TypeVar("T")


def main() -> None:
    """Ask and print."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--congress", action=argparse.BooleanOptionalAction, default=True)
    if words.parse_args().congress:
        _congress()
    for kind in KINDS:
        _clash(kind)


def _congress() -> None:
    problem = read_event(CONGRESS).problem
    plan = solve(problem).plan
    one = problem.people[500]
    _timed("why here, 2,934 people", lambda: why_here(problem, plan, one.id))
    _timed("ledger", lambda: ledger(problem, plan))
    rest = Plan({person: seat for person, seat in plan.seats.items() if person != one.id})
    _timed("seats for a late guest", lambda: recommend(problem, rest, one.id))
    chance = Random(1)
    for _ in range(QUESTIONS):
        _why_not(problem, plan, chance)


def _why_not(problem: Problem, plan: Plan, chance: Random) -> None:
    """Ask for any seat of the hall, every other time for one of the person's own delegation."""
    person = chance.choice(problem.people)
    mates = [str(plan.seat_of(p.id)) for p in problem.people if p.group == person.group]
    seat = chance.choice(mates if chance.random() < 0.5 else [seat.id for seat in problem.venue.seats])
    name = f"why not there: {'own delegation' if seat in mates else 'anywhere'}"
    _timed(name, lambda: why_not(problem, plan, person.id, seat), _answer)


def _answer(found: WhyNot) -> str:
    if found.possible:
        return f"possible, {'proven' if found.proven else 'not proven'}"
    rules = ", ".join(str([i + 1 for i in clash.rules]) for clash in found.conflicts)
    return "no answer in time" if found.possible is None else f"impossible: rules {rules or 'not found'}"


def _clash(kind: str) -> None:
    problem = clashing(kind)
    problem.model  # noqa: B018  rules as terms before the clock starts
    (clash, *_) = _timed(f"500 seats: {kind}", lambda: find_conflicts(problem, most=1))
    how = f"{clash.proof.name.lower()}, {'minimal' if clash.minimal else 'not minimal'}"
    print(f"{'':44} rules {[i + 1 for i in clash.rules]}, {how}")
    every = _timed("  several conflicts", lambda: find_conflicts(problem), lambda found: f"{len(found)}")
    _timed("  repairs", lambda: find_repairs(problem, every), lambda found: f"{len(found)}, each with a plan")


def _timed(name: str, work: Callable[[], T], said: Callable[[T], str] = lambda _: "") -> T:
    began = time.process_time()
    found = work()
    print(f"{name:44} {time.process_time() - began:6.2f} s  {said(found)}".rstrip(), flush=True)
    return found


if __name__ == "__main__":
    main()
