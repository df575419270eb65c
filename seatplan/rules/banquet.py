"""Banquet: hosts and guests at round tables, the higher tables first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, NamedTuple

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.problem import Lang, Problem
from seatplan.protocol import ring_ranks, table_order
from seatplan.protocol.convention import BanquetInterpreter, BanquetStyle, Fill, SecondGuest, Side
from seatplan.rules.base import many, say
from seatplan.rules.facts import IN_ORDER, Ints
from seatplan.rules.occasions import Line, Ranked
from seatplan.rules.occasions.chairs import areas_of
from seatplan.rules.occasions.rings import Laying, Places, centre_of, ring_of, table_at

__all__ = ["Banquet"]

NOBODY = np.empty(0, dtype=np.intp)


@dataclass(frozen=True, kw_only=True)
class Banquet(Ranked):
    """``host`` and ``guest`` sit at round tables, guests on both sides of their host; or ``who`` sit by rank.

    Source: protocol.md 5.1 to 5.3. The host faces the door (rule 43, B), guest 1 at the host's right, guest 2 at
    the left; with a co-host opposite, guests 3 and 4 at the co-host's right and left; others nearer the host
    first, right before left. Of several tables the main one is in the centre or nearest the stage, the others
    follow by their distance, right before left (rule 46, B). Every table has a host of the host's side (5.2).
    The rest is not fixed by the sources: guests fill the tables in order of rank, hosts 1, 2, 3 ... take the
    tables in order, and hosts who are left over sit behind the guests, as many at each table (D).

    Amount: the number of people of the parties who sit on none of their places, plus the number of others who
    sit at the tables, plus the inverted pairs in each party.

    Parameters
    ----------
    who : Who, optional
        People of one list, the first on the main seat (one host and guests of one rank order, 5.4); or else:
    host, guest : Who, optional
    areas : tuple of str
        The tables; by default all of the kind ``ring``.
    hosts : {1, 2}
        Hosts at each table: one, or one who faces the door and a co-host opposite.
    fill : {"alternate", "clockwise", "alternate_host_guest", "free"}, optional
        Conflict 21: who sits on the remaining seats, see `seatplan.protocol.one_host_table` and
        `seatplan.protocol.two_host_table`.
    second_guest : {"host_left", "cohost_right"}, optional
        Conflict 20, with two hosts; the option has one source (C [S110]).
    outranked : bool
        The chief guest outranks the host: the convention's ``guest_outranks_host`` says what follows (conflict
        28, C [S91]).
    interpreters : {"guest_right", "opposite", "behind", "none"}, optional
        Conflict 24 (each C): one at the chief guest's right at each table, or opposite the chief guest; on the
        chairs behind, nearest the chief guest first; nobody.
    style : {"host_faces_door", "traditional_left"}, optional
        Conflict 19, with ``who``: in the older style the chief guest faces the door and the left is higher (B
        [S111 S112 S113]).
    table_side : {"right", "left"}, optional
        Conflict 22, for tables side by side. These choices are the convention's (``banquet_interpreter``,
        ``banquet_style``) where the rule makes none.
    main : str
        The main table, if it is not the one that follows from where the tables stand.
    facing : str
        An area that all main seats look towards, such as a long head table; by default they face the door, all
        the same way (5.2 allows both).
    assigned : str
        A column that names each person's table by id or name; without it people fill the tables in order.

    Examples
    --------
    >>> Banquet(host=Who(groups=("home",)), guest=Who(groups=("abroad",)), hosts=2).hosts
    2
    """

    who: Who | None = None
    host: Who | None = None
    guest: Who | None = None
    areas: tuple[str, ...] = ()
    hosts: Literal[1, 2] = 1
    fill: Fill | None = None
    second_guest: SecondGuest | None = None
    outranked: bool = False
    interpreters: BanquetInterpreter | None = None
    style: BanquetStyle | None = None
    table_side: Side | None = None
    main: str = ""
    facing: str = ""
    assigned: str = ""

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse one list and two parties at once, or neither, and a main table that does not exist."""
        two = self.host is not None and self.guest is not None
        if two == (self.who is not None) or (self.host is None) != (self.guest is None):
            return [Fault(self.place, "it is not said who sits there", "give `who`, or `host` and `guest`")]
        for name in (name for name in ("main", "facing") if getattr(self, name)):
            if getattr(self, name) not in problem.venue.area_by_id:
                mend = f"use one of: {', '.join(problem.venue.area_by_id)}"
                return [Fault(f"{self.place}.{name}", f"no area {getattr(self, name)!r}", mend)]
        if self.who is None and self._traditional(problem):
            found = "in the style traditional_left nobody knows where hosts sit"
            return [Fault(f"{self.place}.style", found, "use one list `who`, or style: host_faces_door")]
        return super().validate(problem)

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the tables in order of honour."""
        areas = areas_of(problem, "ring", self.areas)
        middles = [centre_of(problem, area) for area in areas]
        stages = [f for f in problem.venue.fixtures if f.kind == "stage"]
        stage = (stages[0].x, stages[0].y) if stages else None
        main = areas.index(self.main) if self.main in areas else None
        order = table_order(middles, honour_side=self.settled(problem, "table_side"), stage=stage, main=main)
        return tuple(areas[i] for i in order)

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return both parties with their interpreters, or the one list."""
        tables, everybody = self.where(problem), self._parties(problem)
        parts = self._by_table(problem, tables, everybody) if self.assigned else [(tables, everybody)]
        lay = self._laid if self.who is None else self._listed
        return tuple(line for part in parts for line in lay(problem, *part) if len(line.people))

    def _parties(self, problem: Problem) -> _Parties:
        """Return hosts, guests (or the one list) and interpreters."""
        if self.who is not None:
            return _Parties(NOBODY, self.members(problem, self.who), NOBODY)
        helpers = np.concatenate([self.members(problem, who, "interpreter") for who in (self.host, self.guest)])
        if self._mode(problem) == "none" and len(helpers):
            found = f"{many(len(helpers), 'interpreter')}, and interpreters: none"
            raise InputError([Fault("interpreters", found, "use guest_right, opposite or behind")])
        hosts, guests = (self.members(problem, who, but=("interpreter",)) for who in (self.host, self.guest))
        return _Parties(hosts, guests, helpers)

    def _mode(self, problem: Problem) -> BanquetInterpreter:
        mode: BanquetInterpreter = self.settled(problem, "interpreters", "banquet_interpreter")
        return mode

    def _traditional(self, problem: Problem) -> bool:
        return bool(self.settled(problem, "style", "banquet_style") == "traditional_left")

    def _by_table(
        self, problem: Problem, tables: Sequence[str], everybody: _Parties
    ) -> Iterator[tuple[tuple[str, ...], _Parties]]:
        """Yield each table with those whose column names it."""
        labels = {problem.venue.area_by_id[area].label: area for area in tables}
        known = {**labels, **{area: area for area in tables}}
        table_of = [known.get(person.attribute(self.assigned), "") for person in problem.people]
        lost = [problem.people[i].name for people in everybody for i in people.tolist() if not table_of[i]]
        if lost:
            names = ", ".join(lost[:3]) + (" ..." if len(lost) > 3 else "")
            raise InputError([Fault("assigned", f"no table for {names}", f"use one of: {', '.join(labels)}")])
        for area in tables:
            here = (people[[table_of[i] == area for i in people.tolist()]] for people in everybody)
            yield (area,), _Parties(*here)

    def _listed(self, problem: Problem, tables: Sequence[str], parties: _Parties) -> Iterator[Line]:
        """Yield one list by rank about the main seat of each table."""
        found = [NOBODY]
        side: Side = "left" if self._traditional(problem) else "right"
        for area in tables:
            ring, kept = ring_of(problem, area, self.facing)
            order = np.argsort(ring_ranks(len(ring), side))
            found.append(ring[[k for k in order.tolist() if k not in kept]])
        yield self.line(problem, "", "", parties.guests, np.concatenate(found))

    def _laid(self, problem: Problem, tables: Sequence[str], parties: _Parties) -> Iterator[Line]:
        """Yield hosts, guests and interpreters at one table or several."""
        laid = self._tops(problem, tables, parties)
        heads = [seat for table in laid for seat in table.heads]
        if len(parties.hosts) < len(heads):
            found = f"{many(len(parties.hosts), 'host')} for {many(len(heads), 'main seat')}"
            raise InputError([Fault("host", found, "name more hosts, or use hosts: 1")])
        further = _spread(len(parties.hosts) - len(heads), len(laid))
        room = [table.room(count) for table, count in zip(laid, further, strict=True)]
        guests = _filled(len(parties.guests), room)
        places = [t.taken(g, h) for t, g, h in zip(laid, guests, further, strict=True)]
        yield self._line(problem, "host", parties.hosts, laid, [tuple(heads), *(h for _, h in places)])
        yield self._line(problem, "guest", parties.guests, laid, [g for g, _ in places])
        aside = [seat for table in laid for seat in (table.interpreter or table.behind)]
        yield self.line(problem, "", "interpreter", parties.interpreters, np.array(aside, dtype=np.intp))

    def _tops(self, problem: Problem, tables: Sequence[str], parties: _Parties) -> list[Places]:
        """Return the tables that are needed, the main one first, with places for interpreters."""
        found: list[Places] = []
        waiting, helpers = len(parties.hosts) + len(parties.guests), len(parties.interpreters)
        for area in tables:
            if waiting <= 0 and found:
                break
            seated = self._mode(problem) if len(found) < helpers else ""
            at = seated if seated in ("guest_right", "opposite") else ""
            fill, second = (self.settled(problem, name) for name in ("fill", "second_guest"))
            swap = problem.convention.guest_outranks_host if self.outranked else None
            laying = Laying(self.hosts, fill, second, swap, at)
            found.append(table_at(problem, area, laying, self.facing))
            table = found[-1]
            waiting -= sum(map(len, (table.heads, table.turn, table.guests, table.rest)))
        return found

    def _line(
        self,
        problem: Problem,
        party: str,
        people: Ints,
        tables: Sequence[Places],
        parts: Sequence[tuple[int, ...]],
    ) -> Line:
        """Return the line of a party; places that have no order are equally good."""
        free = {seat for table in tables for seat in table.rest}
        seats = np.array([seat for part in parts for seat in part], dtype=np.intp)
        steps, step = [], 0
        for part in parts:
            for k, seat in enumerate(part):
                step += not (k and seat in free and part[k - 1] in free)
                steps.append(step)
        return self.line(problem, party, "", people, seats, np.array(steps, dtype=np.intp))

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        en, zh = IN_ORDER[self.by]
        tables = ", ".join(problem.venue.area_by_id[area].label or area for area in self.where(problem))
        if self.who is not None:
            who = self.who.sentence(problem.roster, lang)
            return say(
                lang,
                f"at {tables}, {who} {self.must} sit {en} from the main seat, nearer places first",
                f"{tables}：{who}{zh}自主位起由近及远就座",
            )
        assert self.host is not None
        assert self.guest is not None
        hosts, guests = (one.sentence(problem.roster, lang) for one in (self.host, self.guest))
        return say(
            lang,
            f"at {tables}, {hosts} {self.must} be the hosts, facing the door, {guests} as guests on both sides of "
            f"them, each party {en}",
            f"{tables}：{hosts}为主方，主陪面门；{guests}为客方，分坐主陪左右，各方{zh}",
        )


class _Parties(NamedTuple):
    """Who sits there."""

    hosts: Ints
    guests: Ints
    interpreters: Ints


def _spread(count: int, tables: int) -> list[int]:
    """Return how many of those who are left over sit at each table, as evenly as can be."""
    return [count // tables + (k < count % tables) for k in range(tables)]


def _filled(count: int, room: Sequence[int]) -> list[int]:
    """Return how many guests sit at each table, the first tables full."""
    before = accumulate(room, initial=0)
    found = [max(0, min(here, count - done)) for here, done in zip(room, before, strict=False)]
    if sum(found) < count:
        mend = "add tables or seats, or seat fewer people there"
        raise InputError([Fault("guest", f"{many(count, 'guest')} for {many(sum(room), 'place')}", mend)])
    return found
