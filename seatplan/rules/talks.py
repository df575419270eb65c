"""Talks: two parties face each other at a table, the principals in the middle, interpreters beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.problem import Lang, Problem
from seatplan.protocol import TalksSide, talks_room, talks_side
from seatplan.protocol.convention import GuestSide
from seatplan.rules.base import many, say
from seatplan.rules.facts import IN_ORDER, Ints
from seatplan.rules.occasions import Line, Ranked
from seatplan.rules.occasions.chairs import areas_of, chairs_in, facing_of, seats_at, shift_of, split_shift

__all__ = ["Talks"]

Interpreters = Literal["mirror", "right", "behind", "none"]

BEHIND = ("interpreter", "note_taker")
_SIDE = {270: "far", 90: "near", 0: "page_left", 180: "page_right"}
"""Which side of a page with the door at the bottom people sit on, by where they look."""
_AT: dict[str, tuple[int, int]] = {"mirror": (1, -1), "right": (1, 1)}


@dataclass(frozen=True, kw_only=True)
class Talks(Ranked):
    """``host`` and ``guest`` face each other at a table, each by rank from the middle, and nobody else sits there.

    Source: protocol.md 4.1. Across the door's axis the guests face the door (rule 33, B), end-on they sit on
    the right as one enters (rule 34, B; option ``left_on_entering`` C). Interpreters (role ``interpreter``) take
    a seat but no number (rule 36, C); with ``mirror`` equals face equals (rule 35, B). Without interpreters each
    side is a row of the convention: right honoured with foreign guests, left at a domestic reporting meeting
    (汇报会). In a hollow square the guests have the side that faces the door, the hosts the near one (4.3, C).
    Note-takers (role ``note_taker``) sit behind. If chairs are left over, both rows move together by the
    least number of half chairs, so that those who face each other still do (D).

    Amount: the number of people of the parties who sit on none of their places, plus the number of others who
    sit in the areas, plus the inverted pairs in each party.

    Parameters
    ----------
    host, guest : Who
        The two parties with their interpreters and note-takers.
    areas : tuple of str
        The areas of one table; by default all of the kind ``table``.
    interpreters : {"mirror", "right", "behind", "none"}, optional
        Conflict 16: the host's at the host's right and the guest's at the guest principal's left, so that they
        face each other (B); each at the principal's right (B); in the row behind (B); there are none. By default
        the convention's ``talks_interpreter``.
    guest_side : {"right_on_entering", "left_on_entering"}, optional
        Conflict 15, for a table end-on to the door; by default the convention's.

    Examples
    --------
    >>> Talks(host=Who(groups=("home",)), guest=Who(groups=("abroad",)), interpreters="right").interpreters
    'right'
    """

    host: Who
    guest: Who
    areas: tuple[str, ...] = ()
    interpreters: Interpreters | None = None
    guest_side: GuestSide | None = None

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the areas of the side of the hosts and of the side of the guests."""
        areas = areas_of(problem, "table", self.areas)
        by_side = {_SIDE.get(round(facing_of(problem, area)), ""): area for area in areas}
        across = {"far", "near"} <= by_side.keys()
        if not across and not {"page_left", "page_right"} <= by_side.keys():
            found = f"{', '.join(areas)}: no two sides face each other"
            raise InputError([Fault("areas", found, "name the two sides of one table")])
        guests, hosts = talks_room("across" if across else "end_on", self.settled(problem, "guest_side"))
        return by_side[hosts], by_side[guests]

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return both parties, their interpreters and note-takers."""
        sides = self._sides(problem)
        shifts = split_shift(*(side.places(problem) for side in sides), *(side.wanted for side in sides))
        if shifts is None:
            raise InputError([s.fault(problem) for s in sides if not shift_of(s.places(problem), s.wanted)])
        found = (self._lines(problem, side, shift) for side, shift in zip(sides, shifts, strict=True))
        return tuple(line for lines in found for line in lines if len(line.people))

    def _sides(self, problem: Problem) -> tuple[_Side, _Side]:
        host, guest = self.where(problem)
        return self._side(problem, "host", self.host, host), self._side(problem, "guest", self.guest, guest)

    def _side(self, problem: Problem, party: str, who: Who, area: str) -> _Side:
        people = self.members(problem, who, but=BEHIND)
        interpreters = self.members(problem, who, "interpreter")
        mode = self._mode(problem)
        at_table = len(interpreters) and mode in _AT
        if len(interpreters) > 1 and at_table:
            mend = "seat one at the table and give the others another role, or use interpreters: behind"
            raise InputError([Fault(party, f"{len(interpreters)} interpreters for one place at the table", mend)])
        if len(interpreters) and mode == "none":
            found = f"{many(len(interpreters), 'interpreter')}, and interpreters: none"
            raise InputError([Fault(party, found, "use interpreters: mirror, right or behind")])
        place = _AT[mode][party == "guest"] if at_table else 0
        return _Side(party, area, people, interpreters, talks_side(len(people), place, problem.convention))

    def _mode(self, problem: Problem) -> Interpreters:
        mode: Interpreters = self.settled(problem, "interpreters", "talks_interpreter")
        return mode

    def _lines(self, problem: Problem, side: _Side, shift: float) -> Iterator[Line]:
        """Yield the ranked people, then interpreters and note-takers."""
        chairs, layout = chairs_in(problem, side.area, 1), side.layout
        yield self.line(
            problem, side.party, "", side.people, seats_at(problem, chairs, np.array(layout.positions) + shift)
        )
        back = _behind(problem, side.area, shift)
        if layout.interpreter is None:
            yield self.line(problem, side.party, "interpreter", side.interpreters, back)
            back = back[len(side.interpreters) :]
        else:
            beside = seats_at(problem, chairs, [layout.interpreter + shift])
            yield self.line(problem, side.party, "interpreter", side.interpreters, beside)
        who = self.host if side.party == "host" else self.guest
        yield self.line(problem, side.party, "note_taker", self.members(problem, who, "note_taker"), back)

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        hosts, guests = (who.sentence(problem.roster, lang) for who in (self.host, self.guest))
        side = _SIDE[round(facing_of(problem, self.where(problem)[1]))]
        (en, zh), (side_en, side_zh), (mode_en, mode_zh) = (
            IN_ORDER[self.by],
            _GUESTS[side],
            _MODES[self._mode(problem)],
        )
        return say(
            lang,
            f"in the talks, {guests} as guests {self.must} sit {side_en}, {hosts} opposite, "
            f"each party {en} from the middle{mode_en}",
            f"会谈：{guests}为客方，{side_zh}，{hosts}为主方，在对面就座，各方{zh}自正中向两侧排列{mode_zh}",
        )


@dataclass(frozen=True, eq=False)
class _Side:
    """One party and its side of the table."""

    party: str
    area: str
    people: Ints
    interpreters: Ints
    layout: TalksSide

    @property
    def wanted(self) -> NDArray[np.float64]:
        """Positions at the table, the interpreter's among them."""
        more = () if self.layout.interpreter is None else (self.layout.interpreter,)
        return np.array([*self.layout.positions, *more])

    def places(self, problem: Problem) -> NDArray[np.float64]:
        """Positions of the chairs at the table."""
        return problem.venue.positions[chairs_in(problem, self.area, 1)]

    def fault(self, problem: Problem) -> Fault:
        """Say how many chairs there are and how many are needed."""
        label, chairs = problem.venue.area_by_id[self.area].label, len(self.places(problem))
        found = f"{many(len(self.wanted), 'person', 'people')} side by side for {many(chairs, 'chair')} at {label}"
        return Fault(self.party, found, "add chairs on both sides")


def _behind(problem: Problem, area: str, shift: float) -> Ints:
    """Return the chairs of the second row, the nearest to the principal first."""
    chairs = chairs_in(problem, area, 2)
    return chairs[np.argsort(np.abs(problem.venue.positions[chairs] - shift), kind="stable")]


_GUESTS = {
    "far": ("facing the door", "面门就座"),
    "near": ("with their backs to the door", "背门就座"),
    "page_right": ("on the right as one enters", "在进门方向右侧就座"),
    "page_left": ("on the left as one enters", "在进门方向左侧就座"),
}
_MODES = {
    "mirror": (", the interpreters face to face beside their principals", "，双方翻译在主谈人旁相对而坐"),
    "right": (", each interpreter at the principal's right", "，翻译各坐主谈人右侧"),
    "behind": (", the interpreters behind their principals", "，翻译坐在主谈人身后"),
    "none": ("", ""),
}
