"""Clear backs: nobody sits with the back to the head table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from seatplan.errors import Fault
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.protocol import back_turned
from seatplan.rules.base import Statute, area_names, say, seated
from seatplan.rules.facts import Ints
from seatplan.terms import Term

__all__ = ["ClearBacks"]

FIRST = 0.6
"""A table belongs to the first ones if it is at most this many times its size farther away than the nearest."""


@dataclass(frozen=True, kw_only=True)
class ClearBacks(Statute):
    """At the tables before the head table ``to``, the seats with their backs to it stay empty.

    Source: protocol.md 5.2 and rule 47 (B [S120 S121]). The sources give no angle; here seats count whose backs
    look at the middle of the head table within 60 degrees, at the tables that stand nearest to it (D). Pinned
    people are left out (rule 60).

    Amount: the number of people who sit there.

    Parameters
    ----------
    to : str
        Area of the head table.
    areas : tuple of str
        The tables that are meant; by default those nearest the head table.

    Examples
    --------
    >>> ClearBacks(to="table-head").areas
    ()
    """

    to: str
    areas: tuple[str, ...] = ()

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse a head table that does not exist, and a room without tables before it."""
        yield from super().validate(problem)
        if self.to not in problem.venue.area_by_id:
            known = ", ".join(problem.venue.area_by_id)
            yield Fault(f"{self.place}.to", f"no area {self.to!r}", f"use one of: {known}")
        elif not self._tables(problem):
            yield Fault(f"{self.place}.areas", "there is no table before it", "name the tables")

    def keeps(self, problem: Problem) -> Ints:
        """Return the seats, if the rule is a must: honour orders leave them out."""
        return self._seats(problem) if self.priority == "must" else np.empty(0, dtype=np.intp)

    def _tables(self, problem: Problem) -> tuple[str, ...]:
        """Return the tables that are named, or those nearest the head table."""
        if self.areas:
            return self.areas
        venue, head = problem.venue, problem.venue.xyz[problem.venue.seats_of(self.to), :2]
        rings = [area.id for area in venue.areas if area.kind == "ring"]
        places = [venue.xyz[venue.seats_of(area), :2] for area in rings]
        away = [np.linalg.norm(head - xy.mean(axis=0), axis=1).min() for xy in places]
        size = [float(np.ptp(xy, axis=0).max()) for xy in places]
        return tuple(a for a, far, wide in zip(rings, away, size, strict=True) if far <= min(away) + FIRST * wide)

    def _seats(self, problem: Problem) -> Ints:
        """Return the seats whose backs face the head table."""
        venue = problem.venue
        seats = np.concatenate([venue.seats_of(area) for area in self._tables(problem)])
        x, y = venue.xyz[venue.seats_of(self.to), :2].mean(axis=0)
        facing = [venue.seats[seat].facing for seat in seats.tolist()]
        return np.sort(seats[back_turned(venue.xyz[seats, :2], facing, (float(x), float(y)))])

    def _bound(self, problem: Problem) -> Ints:
        return np.array([i for i in range(len(problem.people)) if i not in problem.pinned], dtype=np.intp)

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield the other seats for everybody who is not pinned."""
        others = np.setdiff1d(np.arange(len(problem.venue.seats)), self._seats(problem))
        yield self.keep_on(problem, self._bound(problem), others)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Look who sits on one of these seats."""
        turned = {problem.venue.seats[seat].id for seat in self._seats(problem).tolist()}
        for person, seat in seated(problem, plan):
            if seat in turned and problem.person_index[person.id] not in problem.pinned:
                yield Violation(self, (person.id,), (seat,))

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        head = area_names(problem, (self.to,), lang)
        return say(lang, f"nobody {self.may} sit with the back to {head}", f"任何人不背对{head}就座")

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say who sits with the back to the head table."""
        there, head = self.sitting(problem, violation, lang), area_names(problem, (self.to,), lang)
        return say(lang, f"{there} sits with the back to {head}", f"{there}背对{head}就座")
