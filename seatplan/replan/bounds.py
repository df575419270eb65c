"""What a replan adds to the rules of an event: who stays on which seats, and which seats stay taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import Statute, say
from seatplan.terms import Count, Domain, Term

__all__ = ["Filled", "Kept", "Unmoved", "Within"]


@dataclass(frozen=True, kw_only=True)
class _Bound(Statute):
    """People, seats, and the sentence for both languages. All are ids.

    Examples
    --------
    >>> Within(people=("1",), seats=("a",), en="Ann stays", zh="安不动").sentence(None)
    'Ann stays'
    """

    people: tuple[str, ...]
    seats: tuple[str, ...]
    en: str
    zh: str

    def sentence(self, problem: Problem | None, lang: Lang = "en") -> str:
        """Say the bound in one sentence."""
        return say(lang, self.en, self.zh)

    def _people(self, problem: Problem) -> list[int]:
        return [problem.person_index[person] for person in self.people if person in problem.person_index]

    def _seats(self, problem: Problem) -> list[int]:
        return [problem.venue.seat_index[seat] for seat in self.seats]


@dataclass(frozen=True, kw_only=True)
class Within(_Bound):
    """``people`` sit on ``seats``. Amount: how many do not."""

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield one domain."""
        people, seats = self._people(problem), self._seats(problem)
        yield Domain(np.array(people, dtype=np.intp), np.array(sorted(seats), dtype=np.intp))

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Look at each of the people."""
        allowed = set(self.seats)
        for person in self.people:
            seat = plan.seat_of(person)
            if seat is not None and seat not in allowed:
                yield Violation(self, (person,), (seat,))


@dataclass(frozen=True, kw_only=True)
class Unmoved(_Bound):
    """Each of ``people`` sits on the seat at the same place of ``seats``. Amount: how many do not."""

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield one domain of one seat for each person."""
        for person, seat in zip(self.people, self.seats, strict=True):
            if person in problem.person_index:
                index = problem.person_index[person], problem.venue.seat_index[seat]
                yield Domain(*(np.array([i], dtype=np.intp) for i in index))

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Compare both seats of each person."""
        for person, seat in zip(self.people, self.seats, strict=True):
            now = plan.seat_of(person)
            if now is not None and now != seat:
                yield Violation(self, (person,), (now,))


@dataclass(frozen=True, kw_only=True)
class Kept(Unmoved):
    """The chairs of people who stay away are theirs: like pins, so that rules of order pass them over."""

    def pins(self, problem: Problem) -> dict[int, int]:
        """Return seat index by person index."""
        pairs = zip(self.people, self.seats, strict=True)
        return {problem.person_index[person]: problem.venue.seat_index[seat] for person, seat in pairs}


@dataclass(frozen=True, kw_only=True)
class Filled(_Bound):
    """Each of ``seats`` is taken by one of ``people``. Amount: how many are not.

    ``spare`` are those of the people who sit behind these seats: the first to be asked.
    """

    spare: tuple[str, ...] = ()

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield a count, or a domain where nobody is over."""
        people = np.array(self._people(problem), dtype=np.intp)
        seats = np.array(sorted(self._seats(problem)), dtype=np.intp)
        full = len(people) == len(seats)
        yield Domain(people, seats) if full else Count(people, seats, len(seats), len(seats))

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Look who sits on each of the seats."""
        people = set(self.people)
        for seat in self.seats:
            if plan.person_at(seat) not in people:
                yield Violation(self, (), (seat,))
