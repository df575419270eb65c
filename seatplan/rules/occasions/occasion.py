"""`Occasion`: the rules of meetings, ceremonies and dinners, up to which places are meant for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from itertools import combinations
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import (
    Sitting,
    Statute,
    area_names,
    in_classes,
    inversions,
    many,
    out_of_order,
    person_at,
    say,
    seated,
)
from seatplan.rules.facts import By, Ints, elsewhere
from seatplan.rules.occasions.line import Badge, Line
from seatplan.rules.occasions.words import OF_NO_PARTY, PARTIES, ROLES
from seatplan.terms import Ordered, Term

__all__ = ["Occasion", "Ranked"]

NOBODY = np.empty(0, dtype=np.intp)


@dataclass(frozen=True, kw_only=True)
class Occasion(Statute):
    """Base of these rules: each line of people takes its places in order, and nobody else sits there.

    A rule says which areas it speaks of (`where`) and which places are meant for whom (`lines`). Pinned people
    are left out (protocol.md rule 60): the others of their line take the places that remain, in order.
    """

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the areas of the occasion."""
        raise NotImplementedError

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return the people of each kind with the places meant for them, pinned people among them.

        Raises
        ------
        InputError
            If the places do not suffice, or the people do not fit the occasion.
        """
        raise NotImplementedError

    def laid(self, problem: Problem) -> tuple[Line, ...]:
        """Return `lines`, found once for each problem."""
        kept: dict[Occasion, tuple[Line, ...]] = problem.__dict__.setdefault("_laid", {})
        if self not in kept:
            kept[self] = self.lines(problem)
        return kept[self]

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse unknown names and choices, people of two parties, too few places, people sent elsewhere."""
        found = [*super().validate(problem), *self._choices()]
        if found:
            return found
        try:
            lines = self.laid(problem)
        except InputError as error:
            return [replace(fault, where=f"{self.place}.{fault.where}") for fault in error.faults]
        return [*self._doubles(problem, lines), *self._short(problem, lines), *self._torn(problem, lines)]

    def _choices(self) -> Iterator[Fault]:
        hints = get_type_hints(type(self))
        for field in fields(self):
            hint, value = hints[field.name], getattr(self, field.name)
            if NoneType in get_args(hint):  # a choice that the convention makes otherwise
                hint = get_args(hint)[0]
            if get_origin(hint) is Literal and value is not None:
                yield from self.one_of(field.name, hint)

    def settled(self, problem: Problem, field: str, setting: str = "") -> Any:
        """Return the rule's own choice, or that of the convention where the rule makes none.

        Parameters
        ----------
        field, setting : str
            Name of the rule's field, and of the convention's setting if that is another.
        """
        own = getattr(self, field)
        return getattr(problem.convention, setting or field) if own is None else own

    def _doubles(self, problem: Problem, lines: tuple[Line, ...]) -> Iterator[Fault]:
        for one, other in combinations(lines, 2):
            for person in np.intersect1d(one.people, other.people):
                found = f"{problem.people[person].name} belongs to two parties"
                yield Fault(self.place, found, "leave this person out of one of them")

    def _short(self, problem: Problem, lines: tuple[Line, ...]) -> Iterator[Fault]:
        for line, free in zip(lines, self._free(problem, lines), strict=True):
            if len(free.seats) < len(free.people):
                party = self.party_words(problem, line, "en")
                found = (
                    f"{many(len(free.people), 'person', 'people')} for {many(len(free.seats), 'place')} of {party}"
                )
                yield Fault(self.place, found, "add places, or pin nobody else there")

    def _torn(self, problem: Problem, lines: tuple[Line, ...]) -> Iterator[Fault]:
        people = np.concatenate([NOBODY, *(line.people for line in lines)]).tolist()
        for i in sorted(elsewhere(problem, self._seats(problem)).intersection(people)):
            found = f"another rule sends {problem.people[i].name} to a different part of the room"
            yield Fault(self.place, found, "leave this person out of one of the two rules")

    def places(self, problem: Problem) -> tuple[Ints, Ints]:
        """Return the people who are not pinned, if the rule is a must, and the seats of the areas."""
        try:
            lines = self._free(problem, self.laid(problem)) if self.priority == "must" else ()
            return np.concatenate([NOBODY, *(line.people for line in lines)]), self._seats(problem)
        except InputError:  # which `validate` reports
            return NOBODY, NOBODY

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield the places of each line and its order, and the rest of the room for the others."""
        lines = self.laid(problem)
        for line in self._free(problem, lines):
            if len(line.people):
                yield self.keep_on(problem, line.people, line.seats)
            if len(line.classes) > 1:
                score = np.full(len(problem.venue.seats), int(line.steps.max(initial=0)) + 1, dtype=np.intp)
                score[line.seats] = line.steps
                yield Ordered(line.classes, score)
        placed = np.concatenate([NOBODY, *(line.people for line in lines)])
        others = np.setdiff1d(np.arange(len(problem.people)), [*placed, *problem.pinned])
        outside = np.setdiff1d(np.arange(len(problem.venue.seats)), self._seats(problem))
        if len(others):
            yield self.keep_on(problem, others, outside)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Look for each line who sits off its places and who sits before whom; then who else sits there."""
        lines, areas = self.laid(problem), self.where(problem)
        belonging = {problem.people[i].id for i in problem.pinned}
        for line in self._free(problem, lines):
            belonging |= {problem.people[i].id for i in line.people.tolist()}
            yield from self._off(problem, plan, line)
        for person, seat in seated(problem, plan):
            if person.id not in belonging and problem.venue.seat(seat).area in areas:
                yield Violation(self, (person.id,), (seat,))

    def _off(self, problem: Problem, plan: Plan, line: Line) -> Iterator[Violation]:
        keys = {problem.people[i].id: k for k, equals in enumerate(line.classes) for i in equals.tolist()}
        steps = {
            problem.venue.seats[s].id: step
            for s, step in zip(line.seats.tolist(), line.steps.tolist(), strict=True)
        }
        beyond = max(steps.values(), default=0) + 1
        sitting: list[Sitting] = []
        for person, seat in seated(problem, plan):
            if person.id in keys:
                sitting.append((steps.get(seat, beyond), keys[person.id], person.id, seat))
                if seat not in steps:
                    yield Violation(self, (person.id,), (seat,))
        for (_, _, one, place), (_, _, other, better), count in inversions(sitting):
            yield Violation(self, (one, other), (place, better), count)

    @staticmethod
    def _free(problem: Problem, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Return the lines without pinned people and their seats."""
        return tuple(line.without(problem.pinned.keys(), problem.pinned.values()) for line in lines)

    def _seats(self, problem: Problem) -> Ints:
        return np.sort(np.concatenate([NOBODY, *map(problem.venue.seats_of, self.where(problem))]))

    def badges(self, problem: Problem) -> dict[int, Badge]:
        """Return what each person is at the occasion, by index."""
        return {person: badge for line in self.laid(problem) for person, badge in line.badges().items()}

    def members(self, problem: Problem, who: Who | None, *roles: str, but: tuple[str, ...] = ()) -> Ints:
        """Return who of a party comes here: with one of the roles if any are given, and with none of ``but``.

        Whoever is pinned to a seat elsewhere is left out.
        """
        if who is None:
            return NOBODY
        here = set(self._seats(problem).tolist())
        people = problem.people
        chosen = [
            i
            for i in problem.select(who).tolist()
            if problem.pinned.get(i, next(iter(here), -1)) in here
            and (not roles or people[i].roles & set(roles))
            and not people[i].roles & set(but)
        ]
        return np.array(chosen, dtype=np.intp)

    def party_words(self, problem: Problem, line: Line, lang: Lang) -> str:
        """Say whose line it is."""
        en, zh = PARTIES.get(line.party, (line.party, line.party))
        if line.role in ROLES:
            role_en, role_zh = ROLES[line.role]
            if not line.party or line.role in OF_NO_PARTY:
                return say(lang, f"the {role_en}", role_zh)
            return say(lang, f"the {role_en} of {en}", f"{zh}{role_zh}")
        return say(lang, en, zh)

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say who sits on the wrong place, out of order, or without belonging there."""
        if len(violation.people) == 2:
            return out_of_order(problem, violation, lang)
        (person,), (seat,) = violation.people, violation.seats
        there = person_at(problem, person, seat, lang)
        index = problem.person_index[person]
        for line in self.laid(problem):
            if index in line.people:
                party = self.party_words(problem, line, lang)
                en = f"{there} does not sit on one of the places of {party}"
                return say(lang, en, f"{there}未坐在{party}的座位上")
        areas = area_names(problem, self.where(problem), lang)
        return say(
            lang, f"{there} sits at {areas} without belonging there", f"{there}不属于{areas}的有关人员，却在此就座"
        )


@dataclass(frozen=True, kw_only=True)
class Ranked(Occasion):
    """Base of those among them that know an order inside each party.

    Parameters
    ----------
    by : str
        Explicit rank, the list, or names, as in `RankOrder`. People of equal rank are equals.
    """

    by: By = "rank"

    def ranked(self, problem: Problem, people: Ints) -> tuple[Ints, ...]:
        """Return people in classes of equals by the rule's order.

        Raises
        ------
        InputError
            If somebody has no place in the order.
        """
        classes = in_classes(problem, people, self.by)
        without = np.setdiff1d(people, np.concatenate([NOBODY, *classes]))
        if len(without) and len(people) > 1:
            names = ", ".join(problem.people[i].name for i in without[:3]) + (" ..." if len(without) > 3 else "")
            found = f"no rank is given for {len(without)} of {many(len(people), 'person', 'people')}: {names}"
            raise InputError([Fault("by", found, "give each a rank, or use by: list")])
        return classes if not len(without) else (people,)

    def line(
        self, problem: Problem, party: str, role: str, people: Ints, seats: Ints, steps: Ints | None = None
    ) -> Line:
        """Return a line in the rule's order, people with a role in none; the seats may be more than the people.

        Raises
        ------
        InputError
            If they are fewer.
        """
        if len(seats) < len(people):
            found = f"{many(len(people), 'person', 'people')} for {many(len(seats), 'place')}"
            mend = "add places, or seat fewer people there"
            raise InputError([Fault(party or "who", f"{found}{' of role ' + role if role else ''}", mend)])
        classes = (people,) if role else self.ranked(problem, people)
        steps = np.arange(len(seats)) if steps is None else steps
        return Line(party, role, classes, seats[: len(people)], steps[: len(people)])
