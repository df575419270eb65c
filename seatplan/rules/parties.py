"""Parties: three and more around one table, in the order of the alphabet."""

from __future__ import annotations

from dataclasses import dataclass, field

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.problem import Lang, Problem
from seatplan.rules.base import area_names, many, say
from seatplan.rules.occasions import Line, Occasion
from seatplan.rules.occasions.chairs import areas_of
from seatplan.rules.occasions.delegations import DelegationsBy, delegation_lines
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
    order: DelegationsBy = "alphabet"
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
        return tuple(
            delegation_lines(
                problem, people, free, key=self.key, order=self.order, lang=self.lang, half_years=self.half_years
            )
        )

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
