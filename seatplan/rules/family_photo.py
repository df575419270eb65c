"""Family photo: heads of State around this year's host, as at a G20 meeting."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.people.alphabet import alphabet_key
from seatplan.problem import Lang, Problem
from seatplan.protocol import Convention, family_photo, rank_positions
from seatplan.rules.base import many, say
from seatplan.rules.facts import IN_ORDER, Ints
from seatplan.rules.occasions import Line, Ranked
from seatplan.rules.occasions.chairs import areas_of, centred, chairs_in

__all__ = ["FamilyPhoto"]

RIGHT = Convention(name="family photograph", honour_side="right")
_KINDS = {"host": ("", "this_host"), "previous": ("", "last_host"), "following": ("", "next_host")}
"""Party and role of the hosts."""


@dataclass(frozen=True, kw_only=True)
class FamilyPhoto(Ranked):
    """The host stands in the centre between the hosts before and after, the other heads outwards by tenure.

    Source: protocol.md 2.3(h) and rule 41 (B): row 2 the others by seniority, the last row international
    organisations in alphabetical order. Hosts do bend it. Mark D: the previous host stands at the host's right,
    and the alphabet runs from the viewers' left to right.

    Amount: the number of people who are on none of their places, plus the number of others who are in the area,
    plus the inverted pairs in each group.

    Parameters
    ----------
    host, previous, following : Who
        One person each.
    heads : Who
        The other heads of State or government, the three above left out; their order is tenure, the longest
        first.
    others, organisations : Who, optional
        Row 2, and the last row.
    areas : tuple of str
        The area; by default the one of the kind ``photo``.
    lang : str
        Language of the alphabetical order, as `seatplan.people.alphabet.LANGUAGES` has it.

    Examples
    --------
    >>> head = Who(categories=("head",))
    >>> FamilyPhoto(host=Who(roles=("host",)), previous=Who(), following=Who(), heads=head).lang
    'en'
    """

    host: Who
    previous: Who
    following: Who
    heads: Who
    others: Who | None = None
    organisations: Who | None = None
    areas: tuple[str, ...] = ()
    lang: str = "en"

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the area of the photograph."""
        return areas_of(problem, "photo", self.areas)[:1]

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return the three hosts, the heads, the others and the organisations."""
        groups = self._groups(problem)
        seats = self._places(problem, groups)
        return tuple(
            Line(*_KINDS.get(party, (party, "")), self._order(problem, party, people), seats[party])
            for party, people in groups.items()
            if len(people)
        )

    def _order(self, problem: Problem, party: str, people: Ints) -> tuple[Ints, ...]:
        if party != "organisations":
            return self.ranked(problem, people)
        by_name = sorted(people.tolist(), key=lambda i: alphabet_key(problem.people[i].name, lang=self.lang))
        return tuple(np.array([i]) for i in by_name)

    def _groups(self, problem: Problem) -> dict[str, Ints]:
        """Return the people of each group; the hosts are one each."""
        single = {name: self.members(problem, getattr(self, name)) for name in ("host", "previous", "following")}
        for name, people in single.items():
            if len(people) != 1:
                raise InputError([Fault(name, f"{len(people)} people", "name one person who is present")])
        heads = np.setdiff1d(self.members(problem, self.heads), np.concatenate([*single.values()]))
        rest = {name: self.members(problem, getattr(self, name)) for name in ("others", "organisations")}
        return {**single, "heads": heads, **rest}

    def _places(self, problem: Problem, groups: dict[str, Ints]) -> dict[str, Ints]:
        """Return the places of each group by its order, from the rows that the protocol lays."""
        counts = {name: len(people) for name, people in groups.items()}
        named = {name: [(name, f"{k:04}") for k in range(count)] for name, count in counts.items()}
        rows = family_photo(
            *(named[name][0] for name in ("host", "previous", "following")),
            *(named[name] for name in ("heads", "others", "organisations")),
            key=str,
        )
        found: dict[str, dict[str, int]] = {name: {} for name in groups}
        for row, chairs in zip(rows, self._rows(problem, len(rows)), strict=True):
            wanted = rank_positions(len(row), RIGHT)
            seats = centred(problem, chairs, wanted, row[0][0])[np.argsort(wanted)]
            for (name, key), seat in zip(row, seats.tolist(), strict=True):
                found[name][key] = seat
        return {name: np.array([by[key] for key in sorted(by)], dtype=np.intp) for name, by in found.items()}

    def _rows(self, problem: Problem, count: int) -> list[Ints]:
        """Return the places of the first rows."""
        (area,) = self.where(problem)
        rows = np.unique(problem.venue.rows[problem.venue.seats_of(area)])[:count]
        if len(rows) < count:
            raise InputError(
                [Fault("areas", f"{many(len(rows), 'row')} for {count} groups", "add rows to the photograph")]
            )
        return [chairs_in(problem, area, int(row)) for row in rows]

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        host, previous, following = (
            who.sentence(problem.roster, lang) for who in (self.host, self.previous, self.following)
        )
        en, zh = IN_ORDER[self.by]
        return say(
            lang,
            f"in the photograph, {host} as host {self.must} stand in the centre, {previous} at the right hand, "
            f"{following} at the left, the other heads outwards {en}",
            f"合影：东道主{host}居中，{previous}居其右，{following}居其左，其他首脑{zh}向两侧排列",
        )
