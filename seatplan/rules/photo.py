"""Photo: a group photograph, arranged like a rostrum at home, with the host in the centre abroad."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

import numpy as np

from seatplan.errors import Fault
from seatplan.people import Who
from seatplan.problem import Lang, Problem
from seatplan.protocol import Convention, Member, foreign_photo, rank_positions, rostrum_order
from seatplan.protocol.convention import Side
from seatplan.rules.base import say
from seatplan.rules.facts import IN_ORDER, Ints
from seatplan.rules.occasions import Line, Ranked
from seatplan.rules.occasions.chairs import areas_of, centred, chairs_in

__all__ = ["Photo"]


@dataclass(frozen=True, kw_only=True)
class Photo(Ranked):
    """``who`` stand like on a rostrum; or ``host`` and ``guest`` with the host in the centre, in turn outwards.

    Source: protocol.md 4.5 and rules 40 and 41 (B). At home: the first in the middle of the first row, then as
    the convention says, front rows before rows behind, each with its own centre. With foreign guests: the host
    in the centre, the first guest at the host's right, hosts and guests in turn. More is not fixed by the
    sources: here both parties fill the rows together, the hosts' first before the guests' first, and each row
    is laid for itself (D).

    Amount: the number of people who are on none of their places, plus the number of others who are in the area,
    plus the inverted pairs in each party.

    Parameters
    ----------
    who : Who, optional
        People of one list; or else:
    host, guest : Who, optional
    areas : tuple of str
        The area; by default the one of the kind ``photo``.
    host_ends : bool
        With foreign guests: people of the host's side at both ends of the first row (D).

    Examples
    --------
    >>> Photo(who=Who(categories=("leaders",))).host_ends
    False
    """

    who: Who | None = None
    host: Who | None = None
    guest: Who | None = None
    areas: tuple[str, ...] = ()
    host_ends: bool = False

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse one list and two parties at once, or neither."""
        two = self.host is not None and self.guest is not None
        if two == (self.who is not None) or (self.host is None) != (self.guest is None):
            return [Fault(self.place, "it is not said who stands there", "give `who`, or `host` and `guest`")]
        return super().validate(problem)

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the area of the photograph."""
        return areas_of(problem, "photo", self.areas)[:1]

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return the one list, or both parties."""
        if self.who is None:
            return tuple(self._abroad(problem))
        people = self.members(problem, self.who)
        (area,) = self.where(problem)
        custom = problem.convention.among({problem.people[i].id for i in people})
        custom = replace(custom, honour_side=_side(problem, custom.honour_side))
        chairs = chairs_in(problem, area)
        places = rostrum_order(problem.venue, chairs, custom, people=min(len(people), len(chairs)))
        return (self.line(problem, "", "", people, places),) if len(people) else ()

    def _abroad(self, problem: Problem) -> Iterator[Line]:
        """Yield both parties."""
        parties = {"host": self.members(problem, self.host), "guest": self.members(problem, self.guest)}
        places = self._places(problem, len(parties["host"]), len(parties["guest"]))
        for party, people in parties.items():
            if len(people):
                yield self.line(problem, party, "", people, np.array(places[party], dtype=np.intp))

    def _places(self, problem: Problem, hosts: int, guests: int) -> dict[str, list[int]]:
        """Return the places of each party by rank, filled row by row."""
        (area,) = self.where(problem)
        turns = chain.from_iterable(zip_longest(["host"] * hosts, ["guest"] * guests))
        waiting = [party for party in turns if party]
        found: dict[str, list[int]] = defaultdict(list)
        for chairs in _rows(problem, area):
            here, waiting = waiting[: len(chairs)], waiting[len(chairs) :]
            row = self._row(problem, here.count("host"), here.count("guest"), first=not found)
            wanted = rank_positions(len(row), _abroad(problem))
            seats = centred(problem, chairs, wanted, "host")[np.argsort(wanted)]
            placed = sorted(zip(row, seats.tolist(), strict=True))
            for member, seat in placed:
                found[member.party].append(seat)
        return found

    def _row(self, problem: Problem, hosts: int, guests: int, *, first: bool) -> tuple[Member, ...]:
        """Return a row from the occupants' left; a row of one party only is laid by rank."""
        if hosts:
            side = _abroad(problem).honour_side
            return foreign_photo(hosts, guests, host_ends=self.host_ends and first, honour_side=side)
        order = np.argsort(rank_positions(guests, _abroad(problem)), kind="stable")
        return tuple(Member("guest", int(rank) + 1) for rank in order)

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        en, zh = IN_ORDER[self.by]
        if self.who is not None:
            who = self.who.sentence(problem.roster, lang)
            return say(
                lang,
                f"in the photograph, {who} {self.must} stand {en}, the first in the middle of the front row",
                f"合影：{who}{zh}站位，首位居前排正中",
            )
        assert self.host is not None
        assert self.guest is not None
        hosts, guests = (one.sentence(problem.roster, lang) for one in (self.host, self.guest))
        side = _abroad(problem).honour_side
        side_zh = "右" if side == "right" else "左"
        return say(
            lang,
            f"in the photograph, the first of {hosts} {self.must} be in the centre, {guests} as guests from the "
            f"{side} hand outwards in turn with the hosts, {en}",
            f"合影：主方{hosts}首位居中，客方{guests}自其{side_zh}手起与主方人员相间站位，各方{zh}",
        )


def _side(problem: Problem, usual: Side) -> Side:
    """Return the honoured side (conflict 18)."""
    side = problem.convention.photo_side
    return usual if side == "usual" else side


def _abroad(problem: Problem) -> Convention:
    return Convention(name="photo abroad", honour_side=_side(problem, "right"))


def _rows(problem: Problem, area: str) -> Iterator[Ints]:
    """Yield the places of each row, the front row first."""
    chairs = chairs_in(problem, area)
    for row in np.unique(problem.venue.rows[chairs]):
        yield chairs[problem.venue.rows[chairs] == row]
