"""Compact: the outline of each delegation's block is short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from seatplan.errors import Fault
from seatplan.people import Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Priority, Problem
from seatplan.rules.base import Statute, area_names, many, say, seated
from seatplan.rules.facts import group_names, seat_grid, taking_part
from seatplan.terms import Compact as Outline
from seatplan.terms import Term

__all__ = ["Compact"]


@dataclass(frozen=True, kw_only=True)
class Compact(Statute):
    """The members of each group sit close together: the outline round their seats is short.

    Source: protocol.md 2.2 knows columns only; blocks are practice of planners (D). A price, never a must. People
    whom another rule sends outside the areas, and pinned people, are left out.

    Amount: for each group the length of its outline in sides of seats. A seat has four sides (left, right,
    front, back); one that it shares with a seat of the same group is inside. The least possible for n seats
    is 2 * ceil(2 * sqrt(n)).

    Parameters
    ----------
    areas : tuple of str
        Default all that are no rostrum; only for the choice of people.
    who : Who
    but : tuple of Who
        People who do not count.
    key : str
        What makes a group: ``group``, or any attribute.
    across_aisles : bool
        Whether seats on both sides of an aisle share a side.

    Examples
    --------
    >>> Compact(priority=2).key
    'group'
    """

    areas: tuple[str, ...] = ()
    who: Who = field(default_factory=Who)
    but: tuple[Who, ...] = ()
    key: str = "group"
    across_aisles: bool = True
    priority: Priority = 2

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse a must, which no plan could keep, unknown names, and people without any group."""
        yield from super().validate(problem)
        if self.priority == "must":
            yield Fault(f"{self.place}.priority", "every block has an outline", "give it a tier 1, 2, 3 ...")
        if not any(person.attribute(self.key) for person in self.who.select(problem.roster)):
            found = f"nobody of {self.who.sentence(problem.roster)} has a value of {self.key!r}"
            yield Fault(f"{self.place}.key", found, "give people a group in the roster, or widen `who`")

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield one outline a group."""
        venue, chosen = problem.venue, taking_part(problem, self.who, self.but, self.areas)
        edges = [venue.next_to, venue.front_to_back, *([venue.across_aisle] if self.across_aisles else [])]
        keys = np.array([problem.people[i].attribute(self.key) for i in chosen.tolist()], dtype=object)
        for name in group_names(problem, self.key):
            if (keys == name).any():
                yield Outline(chosen[keys == name], np.concatenate(edges), seat_grid(problem))

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Go round every member's seat and count the sides without a neighbour of the same group."""
        group_at = self._group_at(problem, plan)
        sides = dict.fromkeys(group_at, 4)
        links = [*problem.venue.next_to.tolist(), *problem.venue.front_to_back.tolist()]
        for a, b in links + (problem.venue.across_aisle.tolist() if self.across_aisles else []):
            if a in group_at and group_at[a][0] == group_at.get(b, ("",))[0]:
                sides[a] -= 1
                sides[b] -= 1
        for name in dict.fromkeys(group for group, _ in group_at.values()):
            seats = [seat for seat, (group, _) in group_at.items() if group == name]
            first = group_at[seats[0]][1], problem.venue.seats[seats[0]].id
            yield Violation(self, first[:1], first[1:], amount=sum(sides[seat] for seat in seats))

    def _group_at(self, problem: Problem, plan: Plan) -> dict[int, tuple[str, str]]:
        """Return group and person by seat."""
        counted = {problem.people[i].id for i in taking_part(problem, self.who, self.but, self.areas)}
        sitting = ((p, seat) for p, seat in seated(problem, plan) if p.id in counted and p.attribute(self.key))
        return {problem.venue.seat_index[seat]: (p.attribute(self.key), p.id) for p, seat in sitting}

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        chosen = (problem.people[i] for i in taking_part(problem, self.who, self.but, self.areas))
        groups = {person.attribute(self.key) for person in chosen} - {""}
        where = area_names(problem, self.areas, lang)
        inside = f" in {where}" if where else ""
        return say(
            lang,
            f"each of {many(len(groups), 'group')} should sit{inside} in a block with a short outline",
            f"{len(groups)}个团组在{where}尽量集中就座",
        )

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say how long the outline of the group is."""
        name = group_names(problem, self.key)[problem.roster.by_id[violation.people[0]].attribute(self.key)]
        return say(
            lang,
            f"the block of {name} has an outline of {violation.amount} sides of seats",
            f"{name}座位区域的外缘共{violation.amount}个座位边长",
        )
