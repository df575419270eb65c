"""Hemicycle: each party in a wedge of the half circle, its leaders in the first row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.problem import Lang, Problem
from seatplan.protocol import hemicycle
from seatplan.rules.base import area_names, many, say
from seatplan.rules.facts import Ints, group_names
from seatplan.rules.occasions import Line, Occasion
from seatplan.rules.occasions.chairs import areas_of, chairs_in

__all__ = ["Hemicycle"]

BUREAU_ROW = 3


@dataclass(frozen=True, kw_only=True)
class Hemicycle(Occasion):
    """Each party among ``who`` sits in a wedge of the hemicycle, its leaders in the first row of the wedge.

    Source: protocol.md section 6 and rule 53 (A [S132]; the seats are sorted by angle and given out from left to
    right, B [S134]). The wedges follow each other in the order of the groups, from the President's left hand: that
    the parties of the left sit there is usual continental practice (D). Inside a wedge there is no other order.

    Amount: the number of people who sit on none of the seats of their kind, plus the number of others who sit in
    the house.

    Parameters
    ----------
    who : Who
    areas : tuple of str
        The house, an area of the kind ``parliament``; by default the first one.
    key : str
        What makes a party: ``group``, in the order of the groups, or any attribute, in the order of the list.
    role : str
        The role of those who sit in the first row.
    bureau : str
        A role whose people sit in row 3 of their wedge, as the Bureau of the European Parliament does (its
        vice-presidents and quaestors, A [S132 S133]); empty for none.

    Examples
    --------
    >>> Hemicycle().role
    'head'
    """

    who: Who = field(default_factory=Who)
    areas: tuple[str, ...] = ()
    key: str = "group"
    role: str = "head"
    bureau: str = ""

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the area of the house."""
        return areas_of(problem, "parliament", self.areas)[:1]

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return leaders and members of each party."""
        (area,) = self.where(problem)
        chairs = chairs_in(problem, area)
        parties = self._parties(problem)
        place = problem.venue.xyz[chairs]
        # the President looks down the page: the own left hand, where angles are negative, is at its right
        angles = -np.degrees(np.arctan2(place[:, 0], -place[:, 1]))
        wedges = hemicycle(
            angles.round(6), problem.venue.rows[chairs], [len(people) for people in parties.values()]
        )
        pairs = zip(parties.items(), wedges, strict=True)
        return tuple(
            line for (name, people), wedge in pairs for line in self._wedge(problem, name, people, chairs[wedge])
        )

    def _parties(self, problem: Problem) -> dict[str, Ints]:
        """Return the people of each party by its name."""
        people, names = self.members(problem, self.who), group_names(problem, self.key)
        values = [problem.people[i].attribute(self.key) for i in people.tolist()]
        lost = [problem.people[i].name for i, value in zip(people.tolist(), values, strict=True) if not value]
        if lost:
            found = f"no {self.key} for {', '.join(lost[:3])}{' ...' if len(lost) > 3 else ''}"
            raise InputError([Fault("who", found, "leave them out, or name the party")])
        found_in = {name: people[[value == key for value in values]] for key, name in names.items()}
        return {name: members for name, members in found_in.items() if len(members)}

    def _wedge(self, problem: Problem, name: str, people: Ints, seats: Ints) -> Iterator[Line]:
        """Yield the leaders of a party, those of the Bureau, then its other members."""
        rows = problem.venue.rows[seats]
        first = int(rows.min())
        special = [(self.role, first, "the first row")]
        special += [(self.bureau, BUREAU_ROW, f"row {BUREAU_ROW}")] if self.bureau else []
        left, free = people, seats
        for role, row, words in special:
            chosen = left[[role in problem.people[i].roles for i in left.tolist()]]
            places = free[problem.venue.rows[free] == row]
            if len(chosen) > len(places):
                found = (
                    f"{many(len(chosen), role)} of {name} for {many(len(places), 'seat')} in {words} of its wedge"
                )
                raise InputError([Fault("role", found, "give fewer people the role, or use other rows")])
            if len(chosen):
                yield Line(name, role, (chosen,), places[: len(chosen)])
            left, free = np.setdiff1d(left, chosen), free[~np.isin(free, places[: len(chosen)])]
        if len(left):
            yield Line(name, "", (left,), free)

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        area, parties = area_names(problem, self.where(problem), lang), list(self._parties(problem))
        names = say(lang, ", ", "、").join(parties)
        zh = "，主席团成员坐第三排" if self.bureau else ""
        return say(
            lang,
            f"in {area}, from the President's left, {names} {self.must} sit in one wedge each, "
            f"leaders in its first row{', the Bureau in row 3' if self.bureau else ''}",
            f"{area}：自议长左手起，{names}各占一个扇区，负责人坐该扇区第一排{zh}",
        )
