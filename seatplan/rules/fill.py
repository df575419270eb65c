"""Fill: the front rows first, and no single empty seats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from seatplan.errors import Fault
from seatplan.people import Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Priority, Problem
from seatplan.rules.base import Statute, many, person_at, say, seated
from seatplan.rules.facts import seats_in
from seatplan.terms import Cost, Lone, Term
from seatplan.venue import WHEELCHAIR, Seat

__all__ = ["Fill"]


@dataclass(frozen=True, kw_only=True)
class Fill(Statute):
    """In ``areas``, people sit as far in front as possible, and no chair stays empty between two neighbours.

    Source: protocol.md 2.1 (front row > back row, B) and 1.11 (no gaps). Wheelchair spaces and seats that are
    kept empty are no chairs: beside one, a chair stands as at a wall.

    Amount: the sum of the rows that people sit behind the first of their area (``front``), plus the number of
    empty chairs that have chairs beside them, all taken (``singles``).

    Parameters
    ----------
    areas : tuple of str
        Default all that are no rostrum.
    who : Who
        The people who shall sit in front; default everybody.
    front : bool
        Whether rows have a price; then the rule cannot be a must.
    singles : bool
        Whether single empty chairs count.

    Examples
    --------
    >>> Fill(front=False, priority="must").singles
    True
    """

    areas: tuple[str, ...] = ()
    who: Who = field(default_factory=Who)
    front: bool = True
    singles: bool = True
    priority: Priority = 3

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse rows as a must, and a rule that says nothing."""
        yield from super().validate(problem)
        if self.front and self.priority == "must":
            mend = "use a tier 1, 2, 3 ... as priority, or front: false"
            yield Fault(f"{self.place}.front", "rows in front have a price, so they cannot be a must", mend)
        if not self.front and not self.singles:
            yield Fault(self.place, "neither front nor singles", "use one of them")

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield a price on rows, and one term on the chairs and what stands beside them."""
        venue, seats = problem.venue, seats_in(problem, self.areas)
        if self.front:
            values = np.zeros(len(venue.seats), dtype=np.intp)
            for code in np.unique(venue.area_codes[seats]):
                here = seats[venue.area_codes[seats] == code]
                values[here] = venue.rows[here] - venue.rows[here].min()
            yield Cost(problem.select(self.who), values)
        if self.singles:
            yield self._lone(problem)

    def _lone(self, problem: Problem) -> Lone:
        venue = problem.venue
        none = np.union1d(problem.kept_empty, venue.with_feature(WHEELCHAIR))
        chairs = np.setdiff1d(seats_in(problem, self.areas), none)
        beside = np.full((len(venue.seats), 2), -1, dtype=np.intp)
        links = venue.next_to[~np.isin(venue.next_to, none).any(axis=1)]
        beside[links[:, 0], 1] = links[:, 1]
        beside[links[:, 1], 0] = links[:, 0]
        chairs = chairs[(beside[chairs] >= 0).any(axis=1)]
        return Lone(chairs, beside[chairs])

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Count each person's rows, and look at each empty chair."""
        inside = {problem.venue.seats[i].id for i in seats_in(problem, self.areas)}
        first: dict[str, int] = {}
        for seat in problem.venue.seats:
            first[seat.area] = min(seat.row, first.get(seat.area, seat.row))
        for person, place in seated(problem, plan) if self.front else ():
            seat = problem.venue.seat(place)
            if place in inside and self.who.admits(person) and seat.row > first[seat.area]:
                yield Violation(self, (person.id,), (place,), seat.row - first[seat.area])
        if self.singles:
            kept = {problem.venue.seats[i].id for i in problem.kept_empty}
            for seat in problem.venue.seats:
                if seat.id in inside and self._is_single(problem, plan, seat, kept):
                    yield Violation(self, (), (seat.id,))

    def _is_single(self, problem: Problem, plan: Plan, seat: Seat, kept: set[str]) -> bool:
        near = [
            other
            for other in (seat.id, *problem.venue.neighbours(seat.id))
            if other not in kept and WHEELCHAIR not in problem.venue.seat(other).features
        ]
        empty = [other for other in near if plan.person_at(other) not in problem.person_index]
        return len(near) > 1 and empty == [seat.id]

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        parts = []
        if self.front:
            who = self.who.sentence(problem.roster, lang)
            parts.append(say(lang, f"{who} {self.must} sit as far in front as possible", f"{who}尽量靠前就座"))
        if self.singles:
            parts.append(say(lang, f"no single seat {self.may} stay empty", "不留单个空位"))
        return say(lang, ", and ", "，").join(parts)

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say how far behind somebody sits, or which chair is alone."""
        if violation.people:
            there = person_at(problem, violation.people[0], violation.seats[0], lang)
            rows = violation.amount
            return say(lang, f"{there} sits {many(rows, 'row')} behind the first", f"{there}距首排{rows}排")
        label = problem.venue.seat(violation.seats[0]).label
        return say(lang, f"seat {label} is a single empty seat", f"{label}为单个空位")
