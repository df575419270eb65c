"""Chairman: the host's side faces the door, and two or more parties sit opposite with their backs to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.problem import Lang, Problem
from seatplan.protocol import rank_positions
from seatplan.rules.base import many, say
from seatplan.rules.facts import IN_ORDER
from seatplan.rules.occasions import Line, Ranked
from seatplan.rules.occasions.chairs import areas_of, centred, chairs_in, facing_of
from seatplan.rules.occasions.delegations import DelegationsBy, delegation_lines

__all__ = ["Chairman"]


@dataclass(frozen=True, kw_only=True)
class Chairman(Ranked):
    """``host`` sit facing the door, by rank from the middle; the delegations of ``guest`` sit opposite.

    Source: protocol.md 4.1 and 4.2, chairman style (主席式): the host faces the door, all other parties sit with
    their backs to it (B [S94 S95]). The host's row is one of the convention. Not stated, so mark D: the
    delegations follow in alphabetical order, as at other tables of three and more parties (rule 38, B), from the
    left of those who sit there, which is the left of the page; they are in the middle of the row, and inside one
    there is no order.

    Amount: the number of people who sit on none of the places of their party, plus the number of others who sit
    there, plus the inverted pairs among the hosts.

    Parameters
    ----------
    host, guest : Who
        The host's side, and the people of all other parties.
    areas : tuple of str
        The two sides of one table; by default all areas of the kind ``table``.
    key : str
        What makes a delegation: ``group``, or any attribute such as ``country``.
    order : {"alphabet", "given"}
        Of their names, or that of the list of groups.
    lang : str
        Language of the alphabetical order, or ``zh`` for pinyin.

    Examples
    --------
    >>> Chairman(host=Who(groups=("home",)), guest=Who(groups=("a", "b"))).order
    'alphabet'
    """

    host: Who
    guest: Who
    areas: tuple[str, ...] = ()
    key: str = "group"
    order: DelegationsBy = "alphabet"
    lang: str = "en"

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the side that faces the door and the side with its back to it."""
        areas = areas_of(problem, "table", self.areas)
        by_facing = {round(facing_of(problem, area)): area for area in areas}
        if not {270, 90} <= by_facing.keys():
            found = f"{', '.join(areas)}: no side faces the door across a table"
            raise InputError([Fault("areas", found, "name the two sides of a table that stands across the room")])
        return by_facing[270], by_facing[90]

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return the hosts, and each delegation."""
        far, near = self.where(problem)
        hosts, guests = self.members(problem, self.host), self.members(problem, self.guest)
        custom = problem.convention.among({problem.people[i].id for i in hosts})
        places = centred(problem, chairs_in(problem, far, 1), rank_positions(len(hosts), custom), "host")
        found = [self.line(problem, "host", "", hosts, places)] if len(hosts) else []
        chairs = chairs_in(problem, near, 1)
        if len(guests) > len(chairs):
            count = f"{many(len(guests), 'person', 'people')} for {many(len(chairs), 'chair')}"
            raise InputError([Fault("guest", count, "add chairs, or seat fewer people there")])
        middle = np.arange(len(guests), dtype=np.float64) - (len(guests) - 1) / 2
        row = centred(problem, chairs, middle, "guest")
        return (*found, *delegation_lines(problem, guests, row, key=self.key, order=self.order, lang=self.lang))

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        hosts, guests = (who.sentence(problem.roster, lang) for who in (self.host, self.guest))
        en, zh = IN_ORDER[self.by]
        order_en, order_zh = (
            ("in the alphabetical order of the delegations", "按代表团名称字母（拼音）顺序")
            if self.order == "alphabet"
            else ("in the given order of the delegations", "按代表团既定次序")
        )
        return say(
            lang,
            f"{hosts} {self.must} face the door {en} from the middle, {guests} sit opposite {order_en}",
            f"主席式：{hosts}面门就座，{zh}自正中向两侧排列；{guests}在对面背门就座，{order_zh}",
        )
