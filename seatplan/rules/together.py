"""Together: people who sit next to each other, in one row, or within some metres."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

import numpy as np

from seatplan.errors import Fault
from seatplan.people import Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import Statute, person_at, say, set_faults, sets_in_words
from seatplan.rules.facts import Ints
from seatplan.terms import Pair, Region, Term

__all__ = ["Together"]

How = Literal["next_to", "same_row", "within"]


@dataclass(frozen=True, kw_only=True)
class Together(Statute):
    """The people of each set sit next to each other, in the same row, or within ``metres``.

    Source: protocol.md 4.1, 4.3 and rule 36 (interpreters beside their principals), rule 56 (companions).
    Neighbours sit side by side in one block of a row, with no aisle between. Absent people are left out.
    Pins do not override this rule.

    Amount: the number of pairs for which it is not so; for ``next_to`` and sets of three or more, who shall
    sit in one unbroken run, the number of runs beyond the first.

    Parameters
    ----------
    sets : tuple of tuple of str
        Ids or names.
    beside : bool
        Also everybody who has a principal to sit beside (`Person.beside`), with that principal.
    who : Who
        Of the people with a principal; default all.
    how : {"next_to", "same_row", "within"}
        What together means.
    metres : float, optional
        Largest distance for ``within``.

    Examples
    --------
    >>> Together(sets=(("Ann", "Bob"),), how="same_row").beside
    False
    """

    sets: tuple[tuple[str, ...], ...] = ()
    beside: bool = False
    who: Who = field(default_factory=Who)
    how: How = "next_to"
    metres: float | None = None

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse unknown names, sets of one, a distance that is missing or not used."""
        yield from super().validate(problem)
        yield from self.one_of("how", How)
        if not self.sets and not self.beside:
            yield Fault(self.place, "nobody is named", "give `sets` of people, or `beside: true`")
        yield from set_faults(problem, self.place, self.sets)
        if (self.how == "within") != (self.metres is not None):
            found = "no distance" if self.metres is None else f"{self.metres:g} m"
            mend = "give a distance with how: within, and only there"
            yield Fault(f"{self.place}.metres", f"{found} with how: {self.how}", mend)

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield the wanted pairs as one term, and a region for each longer set that sits in one run."""
        sets = [problem.select(Who(people=names)) for names in self.sets]
        runs = [people for people in sets if len(people) > 2 and self.how == "next_to"]
        for people in runs:
            yield Region(people, problem.venue.next_to)
        loose = [pair for people in sets if len(people) == 2 or self.how != "next_to" for pair in _pairs(people)]
        pairs = np.array([*loose, *self._principals(problem)], dtype=np.intp).reshape(-1, 2)
        if len(pairs):
            yield Pair(pairs, self._relation(problem), wanted=True)

    def _principals(self, problem: Problem) -> list[tuple[int, int]]:
        index = problem.person_index
        followers = problem.select(self.who).tolist() if self.beside else []
        return [(i, index[problem.people[i].beside]) for i in followers if problem.people[i].beside in index]

    def _relation(self, problem: Problem) -> Ints:
        venue = problem.venue
        if self.how == "within":
            return venue.within(self.metres or 0.0)
        if self.how == "next_to":
            return venue.next_to
        row = np.unique(np.stack([venue.area_codes, venue.rows], axis=1), axis=0, return_inverse=True)[1].reshape(
            -1
        )
        rows = [np.flatnonzero(row == k) for k in range(int(row.max(initial=-1)) + 1)]
        return np.concatenate([np.array(_pairs(seats), dtype=np.intp).reshape(-1, 2) for seats in rows])

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Look where both of each pair sit, and walk along the row of each longer set."""
        near = self._near(problem)
        for names in self.sets:
            people = [p.id for p in Who(people=names).select(problem.roster) if self._sits(problem, plan, p.id)]
            if len(people) > 2 and self.how == "next_to":
                yield from self._gaps(plan, people, near)
            else:
                yield from self._separate(problem, plan, combinations(people, 2), near)
        if self.beside:
            chosen = [p for p in problem.people if p.beside and self.who.admits(p)]
            pairs = [(p.id, p.beside) for p in chosen if self._sits(problem, plan, p.id)]
            there = [(one, other) for one, other in pairs if self._sits(problem, plan, other)]
            yield from self._separate(problem, plan, there, near)

    def _near(self, problem: Problem) -> dict[str, set[str]]:
        """Return the seats next to, or within reach of, each seat."""
        venue = problem.venue
        links = venue.within(self.metres or 0.0) if self.how == "within" else venue.next_to
        near: dict[str, set[str]] = {seat.id: set() for seat in venue.seats}
        for a, b in links.tolist():
            near[venue.seats[a].id].add(venue.seats[b].id)
            near[venue.seats[b].id].add(venue.seats[a].id)
        return near

    def _sits(self, problem: Problem, plan: Plan, person: str) -> bool:
        return person in problem.person_index and plan.seat_of(person) in problem.venue.seat_index

    def _separate(
        self, problem: Problem, plan: Plan, pairs: Iterable[tuple[str, str]], near: dict[str, set[str]]
    ) -> Iterator[Violation]:
        for one, other in pairs:
            a, b = str(plan.seat_of(one)), str(plan.seat_of(other))
            here, there = problem.venue.seat(a), problem.venue.seat(b)
            same_row = (here.area, here.row) == (there.area, there.row)
            if not (same_row if self.how == "same_row" else b in near[a]):
                yield Violation(self, (one, other), (a, b))

    def _gaps(self, plan: Plan, people: list[str], near: dict[str, set[str]]) -> Iterator[Violation]:
        """Take neighbours away from the first until none is left; whoever remains begins another run."""
        left = {str(plan.seat_of(person)): person for person in people}
        first = str(plan.seat_of(people[0]))
        runs = 0
        while left:
            start = first if first in left else next(iter(left))
            if runs:
                yield Violation(self, (left[start], people[0]), (start, first))
            runs += 1
            edge = {start}
            while edge:
                for seat in edge:
                    del left[seat]
                edge = {seat for step in edge for seat in near[step] if seat in left}

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        how, parts = _how(self.how, self.metres, lang), []
        if self.sets:
            sets = sets_in_words(problem, self.sets, lang)
            parts.append(say(lang, f"{sets} {self.must} sit {how}", f"{sets}{how}"))
        if self.beside:
            who = "" if self.who == Who() else self.who.sentence(problem.roster, lang)
            whoever = f"each of {who} who accompanies somebody" if who else "whoever accompanies somebody"
            with_them = {
                "next_to": "next to",
                "same_row": "in the same row as",
                "within": f"within {self.metres} m of",
            }
            en = f"{whoever} {self.must} sit {with_them[self.how]} that person"
            parts.append(say(lang, en, f"{who}陪同人员与其陪同对象{how}"))
        return say(lang, "; ", "；").join(parts)

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say who do not sit together."""
        one, other = (
            person_at(problem, p, s, lang) for p, s in zip(violation.people, violation.seats, strict=True)
        )
        how = _how(self.how, self.metres, lang)
        return say(lang, f"{one} and {other} are not {how}", f"{one}与{other}未{how}")


def _how(how: str, metres: float | None, lang: Lang) -> str:
    return {
        "next_to": say(lang, "next to each other", "相邻而坐"),
        "same_row": say(lang, "in the same row", "坐在同一排"),
        "within": say(lang, f"within {metres or 0:g} m of each other", f"相距{metres or 0:g}米以内就座"),
    }[how]


def _pairs(people: Ints) -> list[tuple[int, int]]:
    return list(combinations(people.tolist(), 2))
