"""Prefer: people sit near the front, an aisle, a door, the stage steps, the centre, or another fixture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import get_args

import numpy as np

from seatplan.errors import Fault
from seatplan.people import Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Priority, Problem
from seatplan.rules.base import Statute, many, person_at, say, seated
from seatplan.rules.facts import Ints
from seatplan.terms import Cost, Domain, Term
from seatplan.venue import Seat
from seatplan.venue.seat import FixtureKind

__all__ = ["Prefer"]


@dataclass(frozen=True, kw_only=True)
class Prefer(Statute):
    """``who`` sit as near as possible to something; as a must, no further than ``up_to``.

    Source: protocol.md 2.5 and rule 58 (speakers and award recipients near an aisle and the stage steps, D).

    Amount: the sum over these people of the distance beyond ``up_to``; as a must, the number of people who
    sit beyond it. The unit is a row behind the first of the area for ``front``, a seat that is passed for
    ``aisle``, a seat that lies between for ``centre``, and 0.1 m of walking, rounded down, for everything
    else; where no way leads, it counts as 1 km.

    Parameters
    ----------
    who : Who
    near : str
        ``front``, ``aisle``, ``centre``, ``exit`` (the nearest door), ``stage_steps``, or any kind of fixture
        such as ``lectern`` or ``screen``.
    up_to : int
        Distance that is near enough.

    Examples
    --------
    >>> Prefer(who=Who(roles=("speaker",)), near="aisle", up_to=2).priority
    2
    """

    who: Who = field(default_factory=Who)
    near: str
    up_to: int = 0
    priority: Priority = 2

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse things that do not exist in general, or in this venue."""
        yield from super().validate(problem)
        kinds = sorted({fixture.kind for fixture in problem.venue.fixtures})
        if self.near not in _PLACES and self._kind not in get_args(FixtureKind):
            known = ", ".join((*_PLACES, "exit", "stage_steps", *kinds))
            yield Fault(f"{self.place}.near", f"no such thing {self.near!r}", f"use one of: {known}")
        elif self.near not in _PLACES and self._kind not in kinds:
            yield Fault(f"{self.place}.near", f"the venue has no {self._kind}", "add one to the venue's fixtures")
        if not isinstance(self.up_to, int) or self.up_to < 0:
            yield Fault(f"{self.place}.up_to", f"{self.up_to!r}", "use a whole number of 0 or more")

    @property
    def _kind(self) -> str:
        return {"exit": "door", "stage_steps": "steps"}.get(self.near, self.near)

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield a price on each seat, or the seats that are near enough."""
        people = problem.select(self.who)
        beyond = np.maximum(self._distances(problem) - self.up_to, 0)
        if self.priority == "must":
            yield Domain(people, np.flatnonzero(beyond == 0))
        else:
            yield Cost(people, beyond)

    def _distances(self, problem: Problem) -> Ints:
        venue = problem.venue
        if self.near == "front":
            first = np.full(len(venue.areas), np.iinfo(np.intp).max)
            np.minimum.at(first, venue.area_codes, venue.rows)
            behind: Ints = venue.rows - first[venue.area_codes]
            return behind
        if self.near == "aisle":
            return venue.seats_to_aisle
        if self.near == "centre":
            return np.floor(np.abs(venue.positions)).astype(np.intp)
        metres = venue.metres_to(self._kind)
        return np.floor(np.where(np.isinf(metres), _NO_WAY, metres) * 10 + _LAST_BIT).astype(np.intp)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Measure from where each of the people sits."""
        measure = self._measure(problem)
        for person, seat in seated(problem, plan):
            if self.who.admits(person):
                beyond = measure(problem.venue.seat(seat)) - self.up_to
                if beyond > 0:
                    yield Violation(self, (person.id,), (seat,), 1 if self.priority == "must" else beyond)

    def _measure(self, problem: Problem) -> Callable[[Seat], int]:
        """Return what measures the distance of a seat."""
        venue = problem.venue
        if self.near == "front":
            rows: dict[str, set[int]] = {}
            for seat in venue.seats:
                rows.setdefault(seat.area, set()).add(seat.row)
            first = {area: min(found) for area, found in rows.items()}
            return lambda seat: seat.row - first[seat.area]
        if self.near == "aisle":
            return lambda seat: int(venue.seats_to_aisle[venue.seat_index[seat.id]])
        if self.near == "centre":
            return lambda seat: int(abs(seat.position))
        metres = venue.metres_to(self._kind)
        return lambda seat: int(min(float(metres[venue.seat_index[seat.id]]), _NO_WAY) * 10 + _LAST_BIT)

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        who, thing = self.who.sentence(problem.roster, lang), _name(self.near, lang)
        limit, way = self._length(self.up_to, lang), _WAYS.get(self.near, "from")
        if self.priority == "must":
            return say(lang, f"{who} must sit at most {limit} {way} {thing}", f"{who}的座位距{thing}不超过{limit}")
        beyond = say(lang, f", up to {limit} is near enough", f"（{limit}以内即可）") if self.up_to else ""
        return say(lang, f"{who} should sit near {thing}{beyond}", f"{who}的座位靠近{thing}{beyond}")

    def _length(self, distance: int, lang: Lang) -> str:
        """Return a distance with its unit."""
        if self.near not in _PLACES:
            return say(lang, f"{distance / 10:g} m", f"{distance / 10:g}米")
        if self.near == "front":
            return say(lang, many(distance, "row"), f"{distance}排")
        return say(lang, many(distance, "seat"), f"{distance}座")

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say how far somebody sits."""
        seat, thing = problem.venue.seat(violation.seats[0]), _name(self.near, lang)
        length = self._length(self._measure(problem)(seat), lang)
        there = person_at(problem, violation.people[0], seat.id, lang)
        way = _WAYS.get(self.near, "from")
        return say(lang, f"{there} sits {length} {way} {thing}", f"{there}的座位距{thing}{length}")


_NO_WAY = 1000.0
_LAST_BIT = 1e-6
_PLACES = ("front", "aisle", "centre")
_WAYS = {"front": "behind"}
_THINGS = {
    "front": ("the front row", "首排"),
    "aisle": ("an aisle", "过道"),
    "centre": ("the centre", "中线"),
    "exit": ("a door", "出入口"),
    "door": ("a door", "出入口"),
    "stage_steps": ("the stage steps", "上台台阶"),
    "steps": ("the stage steps", "上台台阶"),
    "lectern": ("the lectern", "发言席"),
    "screen": ("the screen", "屏幕"),
    "stage": ("the stage", "舞台"),
}


def _name(thing: str, lang: Lang) -> str:
    en, zh = _THINGS.get(thing, (f"the {thing}", thing))
    return say(lang, en, zh)
