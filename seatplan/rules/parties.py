"""Parties: three and more around one table, in the order of the alphabet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.people.alphabet import alphabet_key
from seatplan.people.pinyin import pinyin_key
from seatplan.problem import Lang, Problem
from seatplan.protocol import council_table, parties_around
from seatplan.rules.base import area_names, many, say
from seatplan.rules.facts import group_names
from seatplan.rules.occasions import Line, Occasion
from seatplan.rules.occasions.chairs import areas_of
from seatplan.rules.occasions.rings import ring_of

__all__ = ["Parties"]


@dataclass(frozen=True, kw_only=True)
class Parties(Occasion):
    """The delegations among ``who`` sit around a table one after the other, each on seats side by side.

    Source: protocol.md 4.1 and rule 38 (B [S36 S85]): in the alphabetical order of their names; 2.3(f) and rule 25
    (A/B [S58]): a council sits in a given order and moves one seat to the left every half-year. Not stated, so
    mark D: the first has the main seat, which faces the door, the others follow towards its right hand, and inside
    a delegation there is no order.

    Amount: the number of people who sit on none of the seats of their delegation, plus the number of others who
    sit at the table.

    Parameters
    ----------
    who : Who
    areas : tuple of str
        The table, an area of the kind ``ring``; by default the first one.
    key : str
        What makes a delegation: ``group``, or any attribute such as ``country``.
    order : {"alphabet", "given"}
        Of the names, or that of the list of groups (values of another attribute: of the list of people).
    lang : str
        Language of the alphabetical order, as `seatplan.people.alphabet.LANGUAGES` has it, or ``zh`` for pinyin.
    half_years : int
        How often the delegations have moved one place to the left.

    Examples
    --------
    >>> Parties(key="country").order
    'alphabet'
    """

    who: Who = field(default_factory=Who)
    areas: tuple[str, ...] = ()
    key: str = "group"
    order: Literal["alphabet", "given"] = "alphabet"
    lang: str = "en"
    half_years: int = 0

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the area of the table."""
        return areas_of(problem, "ring", self.areas)[:1]

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return one line for each delegation."""
        ring, kept = ring_of(problem, self.where(problem)[0])
        free = ring[[k for k in range(len(ring)) if k not in kept]]
        people = self.members(problem, self.who)
        if len(people) > len(free):
            found = f"{many(len(people), 'person', 'people')} for {many(len(free), 'seat')}"
            raise InputError([Fault("who", found, "add seats, or seat fewer people there")])
        return tuple(self._delegations(problem, people.tolist(), free.tolist()))

    def _delegations(self, problem: Problem, people: list[int], seats: list[int]) -> Iterator[Line]:
        first = 0
        for name in self._in_order(problem, people):
            members = [i for i in people if self._name(problem, i) == name]
            here = np.array(seats[first : first + len(members)], dtype=np.intp)
            first += len(members)
            yield Line(name, "", (np.array(members, dtype=np.intp),), here)

    def _in_order(self, problem: Problem, people: list[int]) -> tuple[str, ...]:
        """Return the names of the delegations from the main seat on."""
        present = {self._name(problem, i) for i in people}
        listed = tuple(name for name in group_names(problem, self.key).values() if name in present)
        if self.order == "alphabet":
            listed = parties_around(listed, key=self._alphabetical)
        return council_table(listed, self.half_years)

    def _alphabetical(self, name: str) -> object:
        return pinyin_key(name) if self.lang == "zh" else alphabet_key(name, lang=self.lang)

    def _name(self, problem: Problem, person: int) -> str:
        """Return the name of somebody's delegation."""
        value = problem.people[person].attribute(self.key)
        if not value:
            found = f"{problem.people[person].name} has no {self.key}"
            raise InputError([Fault("who", found, "leave this person out, or name the delegation")])
        return group_names(problem, self.key)[value]

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        area = area_names(problem, self.where(problem), lang)
        en = "in the alphabetical order of their names" if self.order == "alphabet" else "in the given order"
        zh = "按名称字母（拼音）顺序" if self.order == "alphabet" else "按既定次序"
        return say(
            lang,
            f"around {area}, the delegations {self.must} sit {en}, each side by side",
            f"{area}：各代表团{zh}依次环坐，同团相邻",
        )
