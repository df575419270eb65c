"""What a policy asks of the gaps of a unit: which of its seats are taken in the end.

Back-fill: the people of a unit take its first seats, as many as they are; only those for whom there is none sit
elsewhere. Close-up: in each line of a unit the first seats stay taken, all but as many at its end as people left
it, less those who come late and follow somebody of that line in the order. Nobody moves up past somebody whom the
same order binds and who is in no such unit (beside an interpreter, say, or pinned): that person is a *wall*, and
the gap gets to the last seat before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.replan.bounds import Filled
from seatplan.replan.policy import Policy, Unit
from seatplan.terms import Ordered

__all__ = ["filling"]

Ints = NDArray[np.intp]
Names = tuple[str, ...]


def filling(
    unit: Unit, policy: Policy, new: Problem, plan: Plan, members: Names, fixed: set[str]
) -> Iterator[Filled]:
    """Yield what a policy asks of a unit that somebody left.

    Seats before the last of those who must not move are left as they are. Behind a wall before which more people
    come than there are seats, nothing is asked: the wall itself may have to give way.

    Parameters
    ----------
    unit : Unit
    policy : {"back-fill", "close-up", "leave-empty"}
    new : Problem
        After the changes.
    plan : Plan
        The plan that stands.
    members : tuple of str
        Ids of the people of the unit now.
    fixed : set of str
        Ids of people who keep their seats.
    """
    if policy != "leave-empty" and any(person not in new.person_index for person in unit.people):
        yield from _Filling(unit, policy, new, members, fixed, _parts(unit, new, plan, members)).rules()


@dataclass(frozen=True)
class _Parts:
    """The part of a unit, between two walls, to which each of its seats and people belongs.

    ``behind`` are the seats of those whom people who come late follow in the order.
    """

    seats: Mapping[str, int]
    people: Mapping[str, int]
    behind: tuple[str, ...] = ()


def _parts(unit: Unit, new: Problem, plan: Plan, members: Names) -> _Parts:
    term = _order_of(unit, new, members)
    if term is None:
        return _Parts(dict.fromkeys(unit.seats, 0), dict.fromkeys(members, 0))
    place = {new.people[p].id: i for i, some in enumerate(term.classes) for p in some.tolist()}
    score, mine = term.score[[new.venue.seat_index[seat] for seat in unit.seats]], set(members)
    others = [p for p in place if p not in mine and p in plan.seats]
    there = term.score[[new.venue.seat_index[plan.seats[p]] for p in others]] if others else score[:0]
    places, scores = _in_line(np.array([place[p] for p in others], dtype=np.intp), there)
    seats = dict(zip(unit.seats, np.searchsorted(scores, score).tolist(), strict=True))
    people = {p: bisect_left(places, place[p]) for p in members if p in place}
    seated = {p: seats[s] for p, s in zip(unit.people, unit.seats, strict=True) if place.get(p) in places}
    behind = tuple(_behind(unit, place, members))
    return _Parts(seats, people | {p: part for p, part in seated.items() if p in members}, behind)


def _behind(unit: Unit, place: Mapping[str, int], members: Names) -> Iterator[str]:
    """Yield the seat of the one whom each late person follows, or precedes if there is none."""
    seat_of = dict(zip(unit.people, unit.seats, strict=True))
    line = sorted((place[p], p) for p in members if p in seat_of and p in place)
    for person in members:
        if person not in seat_of and person in place and line:
            yield seat_of[line[max(0, bisect_left(line, (place[person], "")) - 1)][1]]


def _order_of(unit: Unit, new: Problem, members: Names) -> Ordered | None:
    """Return the order that binds the people of a unit after the changes."""
    index = next((new.person_index[person] for person in members), -1)
    orders = (s.term for s in new.model.statements if s.rule == unit.rule and isinstance(s.term, Ordered))
    return next(
        (term for term in orders if len(term.classes) and (np.concatenate(term.classes) == index).any()), None
    )


def _in_line(places: Ints, scores: Ints) -> tuple[list[int], list[int]]:
    """Return the pairs of place and score that contradict no other one, sorted."""
    agree = np.subtract.outer(places, places) * np.subtract.outer(scores, scores) >= 0
    kept = agree.all(axis=1)
    return np.sort(places[kept]).tolist(), np.sort(scores[kept]).tolist()


@dataclass(frozen=True)
class _Run:
    """Seats of a unit one behind the other, in one part and, for close-up, in one line.

    ``free`` are the people of the unit who may take them, those of the part first.
    """

    part: int
    seats: Names
    free: Names


@dataclass(frozen=True, eq=False)
class _Filling:
    unit: Unit
    policy: Policy
    new: Problem
    members: Names
    fixed: set[str]
    parts: _Parts

    def rules(self) -> Iterator[Filled]:
        at = dict(zip(self.unit.seats, self.unit.people, strict=True))
        runs = defaultdict[int, list[_Run]](list)
        for run in self._runs(at):
            runs[run.part].append(run)
        for part in sorted(runs):
            yield from self._part(part, runs[part], at)
            if self._movers(part, runs[part]) > sum(len(run.seats) for run in runs[part]):
                return

    def _runs(self, at: Mapping[str, str]) -> Iterator[_Run]:
        """Yield the seats that may be filled, run by run."""
        for line in (self.unit.seats,) if self.policy == "back-fill" else self.unit.lines:
            last = max((i for i, seat in enumerate(line) if at[seat] in self.fixed), default=-1)
            held = {at[seat] for seat in line[: last + 1]}
            found: dict[int, list[str]] = defaultdict(list)
            for seat in line[last + 1 :]:
                found[self.parts.seats[seat]].append(seat)
            for part, seats in found.items():
                free = [p for p in self.members if p not in held]
                free.sort(key=lambda p, part=part: self.parts.people.get(p, 0) != part)  # type: ignore[misc]
                yield _Run(part, tuple(seats), tuple(free))

    def _part(self, part: int, runs: Sequence[_Run], at: Mapping[str, str]) -> Iterator[Filled]:
        """Yield what is asked of a part: of a line no more than its people can fill, the last line first.

        Also where nobody left: a gap elsewhere is not filled by opening one here.
        """
        size = sum(self.parts.people.get(p, 0) == part for p in runs[0].free)
        lacking = max(0, sum(self._closed(run, at) for run in runs) - self._movers(part, runs))
        for run in reversed(runs):
            gone, closed = self._gone(run, at), self._closed(run, at)
            seats = run.seats[: max(0, size if self.policy == "back-fill" else closed - lacking)]
            lacking = max(0, lacking - closed)
            if seats:
                spare = tuple(at[s] for s in run.seats[len(seats) :] if s not in gone)
                yield _filled(self.new, run.free, seats, spare)

    def _gone(self, run: _Run, at: Mapping[str, str]) -> set[str]:
        return {seat for seat in run.seats if at[seat] not in self.new.person_index}

    def _closed(self, run: _Run, at: Mapping[str, str]) -> int:
        """Return how many seats of a line stay taken."""
        late = sum(seat in run.seats for seat in self.parts.behind)
        return len(run.seats) - max(0, len(self._gone(run, at)) - late)

    def _movers(self, part: int, runs: Sequence[_Run]) -> int:
        """Return how many people of a part may take its seats."""
        return len({p for run in runs for p in run.free if self.parts.people.get(p, 0) == part})


def _filled(problem: Problem, people: Names, seats: Names, spare: Names) -> Filled:
    first, last = (problem.venue.seat(seat).label for seat in (seats[0], seats[-1]))
    name = problem.roster.by_id[people[0]].name
    en = f"the gaps among the {len(seats)} seats from {first} to {last} are filled ({name} and others move up)"
    zh = f"{first}至{last}共{len(seats)}个座位中的空位由{name}等依次递补"
    return Filled(people=people, seats=seats, spare=spare, en=en, zh=zh)
