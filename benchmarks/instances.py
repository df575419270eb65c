"""The instances that every solver gets, by name: examples, coupled halls, a hall of wishes, conflicts apart."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.coupled import SIZES, instance
from seatplan.io import read_event
from seatplan.people import Person, Roster, Who
from seatplan.problem import Problem
from seatplan.rules import Prefer, Zone
from seatplan.venue import Where, auditorium

__all__ = ["INSTANCES", "QUICK"]

EXAMPLES = Path(__file__).parent.parent / "examples"

Made = Callable[[int], Problem]


def _example(name: str, _seed: int) -> Problem:
    return read_event(EXAMPLES / name / "event.yaml").problem


def _wishes(people: int, seed: int) -> Problem:
    """Return a hall of prices only: everybody wants a place near something, some may sit in a part of it only."""
    chance = Random(seed)
    hall = auditorium(rows=people // 25, blocks="8,12,8", cross_aisles_after=[people // 50], language="en")
    wishes = ("front", "aisle", "centre", "exit")
    roster = Roster(tuple(Person(f"p{i}", f"Guest {i}", category=chance.choice(wishes)) for i in range(people)))
    few = Who(people=tuple(f"p{i}" for i in chance.sample(range(people), people // 10)))
    zone = Zone(who=few, where=Where(blocks=(2,)))
    near = (Prefer(who=Who(categories=(wish,)), near=wish, priority=1) for wish in wishes)
    return Problem(hall, roster, (zone, *near), name=f"wishes {people}")


INSTANCES: dict[str, Made] = {
    **{name: partial(_example, name) for name in ("briefing", "conference", "congress")},
    **{f"coupled {size}": partial(lambda size, seed: instance(size, seed), size) for size in SIZES},
    **{f"wishes {size}": partial(_wishes, size) for size in (100, 1000)},
}
"""What makes an instance from a seed; examples are the same for every seed."""

QUICK = ("briefing", "conference", "coupled 50", "coupled 120", "wishes 100")
"""Instances for a minute."""
