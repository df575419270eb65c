"""Westminster: government and opposition face each other across the house."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.problem import Lang, Problem
from seatplan.protocol import WESTMINSTER
from seatplan.rules.base import say
from seatplan.rules.facts import Ints
from seatplan.rules.occasions import Line, Occasion
from seatplan.rules.occasions.chairs import areas_of, chairs_in, facing_of

__all__ = ["Westminster"]

_SIDES = {0: "right", 180: "left", 90: "facing"}
"""The Speaker's side of a block, by where its people look: the Speaker looks down the page."""
_PARTIES = {"government": "government", "opposition": "opposition", "cross benches": "cross"}


@dataclass(frozen=True, kw_only=True)
class Westminster(Occasion):
    """``government`` sits on the Speaker's right, ``opposition`` on the left, ministers and shadows in front.

    Source: protocol.md section 6 and rule 54 (B [S136]): cross benches face the Speaker; ministers and shadow
    ministers sit on the front benches. Where on a bench somebody sits is not ruled; the others sit behind the
    front bench, if there is anybody for it (D).

    Amount: the number of people who sit on none of the seats of their kind, plus the number of others who sit in
    the house.

    Parameters
    ----------
    government, opposition : Who
    cross : Who, optional
        Those on the cross benches.
    areas : tuple of str
        The blocks, areas of the kind ``benches``; by default all.
    front : tuple of str
        Roles of those who sit on the front benches.

    Examples
    --------
    >>> Westminster(government=Who(groups=("blue",)), opposition=Who(groups=("red",))).front
    ('minister', 'shadow_minister')
    """

    government: Who
    opposition: Who
    cross: Who | None = None
    areas: tuple[str, ...] = ()
    front: tuple[str, ...] = ("minister", "shadow_minister")

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the blocks of government, opposition and cross benches."""
        areas = areas_of(problem, "benches", self.areas)
        by_side = {_SIDES.get(round(facing_of(problem, area)), ""): area for area in areas}
        missing = [side for side in ("right", "left") if side not in by_side]
        if missing:
            found = f"there is no block on the Speaker's {missing[0]}"
            raise InputError([Fault("areas", found, "use the builder westminster, or name its areas")])
        sides = {party: side for side, party in WESTMINSTER.items()}
        return tuple(by_side[sides[party]] for party in _PARTIES if sides[party] in by_side)

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return front benches and back benches of each party."""
        areas = dict(zip(_PARTIES.values(), self.where(problem), strict=False))
        if self.cross is not None and "cross" not in areas:
            raise InputError([Fault("cross", "there are no cross benches", "add some: westminster: {cross: 6}")])
        return tuple(line for party, area in areas.items() for line in self._party(problem, party, area))

    def _party(self, problem: Problem, party: str, area: str) -> Iterator[Line]:
        who: Who | None = getattr(self, party)
        people, chairs = self.members(problem, who), chairs_in(problem, area)
        front = np.array([bool(problem.people[i].roles & set(self.front)) for i in people.tolist()], dtype=bool)
        ahead = problem.venue.rows[chairs] == 1
        if front.any():
            yield from self._bench(party, "front_bench", people[front], chairs[ahead])
            chairs = chairs[~ahead]
        yield from self._bench(party, "", people[~front], chairs)

    def _bench(self, party: str, role: str, people: Ints, chairs: Ints) -> Iterator[Line]:
        if len(people) > len(chairs):
            found = f"{len(people)} people for {len(chairs)} seats{' of the front bench' if role else ''}"
            raise InputError([Fault(party, found, "add seats, or seat fewer people there")])
        if len(people):
            yield Line(party, role, (people,), chairs, loose=True)

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        government, opposition = (w.sentence(problem.roster, lang) for w in (self.government, self.opposition))
        cross = self.cross.sentence(problem.roster, lang) if self.cross else ""
        en, zh = (f", {cross} on the cross benches", f"，{cross}居中立席") if cross else ("", "")
        return say(
            lang,
            f"{government} as the government {self.must} sit on the Speaker's right, {opposition} as the "
            f"opposition on the left{en}, ministers and shadow ministers in front",
            f"{government}为执政党居议长右侧，{opposition}为反对党居议长左侧{zh}，大臣与影子大臣坐前排",
        )
