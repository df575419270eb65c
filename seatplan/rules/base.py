"""`Statute`: what every rule shares, so that a rule's file says only what is its own.

A rule is a frozen dataclass that inherits `Statute`. A class of a user's own needs no registration; it may
inherit `Statute` or merely have the same methods (`seatplan.problem.Rule`).
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import groupby
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault
from seatplan.people import Person, Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Priority, Problem, Rule
from seatplan.rules.facts import PRECEDENCE
from seatplan.terms import Cost, Domain, Term
from seatplan.venue import Where

__all__ = [
    "Statute",
    "applies",
    "area_names",
    "dense",
    "in_classes",
    "inversions",
    "many",
    "out_of_order",
    "person_at",
    "say",
    "seat_faults",
    "seated",
    "set_faults",
    "sets_in_words",
]


@dataclass(frozen=True, kw_only=True)
class Statute:
    """Base of the rules.

    Parameters
    ----------
    priority : "must" or int
        ``"must"``, or the tier 1, 2, 3 ... of its price; no amount of tier 2 buys a tier 1.
    weight : int
        Price of one unit of violation inside its tier.
    label : str
        Where the rule stands in the user's file, for messages.
    """

    priority: Priority = "must"
    weight: int = 1
    label: str = ""

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Yield what is wrong with priority and weight, and every name in a field that does not exist.

        Rules add what only they can know.
        """
        if isinstance(self.priority, bool) or (
            self.priority != "must" and not (isinstance(self.priority, int) and self.priority >= 1)
        ):
            yield Fault(f"{self.place}.priority", f"{self.priority!r}", "use 'must' or a tier 1, 2, 3 ...")
        if not isinstance(self.weight, int) or self.weight < 1:
            yield Fault(f"{self.place}.weight", f"{self.weight!r}", "use a whole number of 1 or more")
        for field in fields(self):
            yield from _strangers(problem, f"{self.place}.{field.name}", field.name, getattr(self, field.name))

    def applies(self, problem: Problem) -> bool:
        """Tell whether the rule speaks of somebody who is expected: a rule of groups needs people in groups."""
        key = getattr(self, "key", "")
        return not key or any(person.attribute(key) for person in problem.people)

    @property
    def serves(self) -> frozenset[str]:
        """The needs that the rule speaks of: a need that no rule serves is told to the user."""
        return frozenset(need for field in fields(self) for need in _needs(getattr(self, field.name)))

    def lower(self, problem: Problem) -> Iterable[Term]:
        """Yield the rule as terms."""
        raise NotImplementedError

    def check(self, problem: Problem, plan: Plan) -> Iterable[Violation]:
        """Yield every violation."""
        raise NotImplementedError

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        raise NotImplementedError

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say one violation: who sits where, against which rule."""
        people = self.sitting(problem, violation, lang)
        sentence = self.sentence(problem, lang)
        return say(lang, f"{people}, but {sentence}", f"{people}，但规则要求{sentence}")

    @property
    def must(self) -> str:
        """Return ``must``, or ``should`` for a rule that has a price."""
        return "must" if self.priority == "must" else "should"

    @property
    def may(self) -> str:
        """Return ``may``, or ``should`` for a rule that has a price: what nobody does."""
        return "may" if self.priority == "must" else "should"

    @property
    def place(self) -> str:
        """Name the rule in a message about the input."""
        return self.label or f"rule {type(self).__name__}"

    def one_of(self, field: str, choices: Any) -> Iterator[Fault]:
        """Yield a fault if a field has none of the values of a ``Literal``."""
        value, allowed = getattr(self, field), get_args(choices)
        if value not in allowed:
            mend = f"use one of: {', '.join(map(str, allowed))}"
            yield Fault(f"{self.place}.{field}", f"no such value {value!r}", mend)

    def keep_on(self, problem: Problem, people: NDArray[np.intp], seats: NDArray[np.intp]) -> Term:
        """Return the term that these people sit on these seats: a domain, or a price of 1 elsewhere."""
        if self.priority == "must":
            return Domain(people, seats)
        values = np.ones(len(problem.venue.seats), dtype=np.intp)
        values[seats] = 0
        return Cost(people, values)

    @staticmethod
    def sitting(problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Return ``Ann (1-3), Bob (1-4)`` for a violation that names a seat for each person."""
        pairs = zip(violation.people, violation.seats, strict=True)
        return say(lang, ", ", "、").join(person_at(problem, person, seat, lang) for person, seat in pairs)


def say(lang: Lang, en: str, zh: str) -> str:
    """Return the wording of a language.

    Examples
    --------
    >>> say("zh", "row", "排")
    '排'
    """
    return en if lang == "en" else zh


def many(count: int, one: str, more: str = "") -> str:
    """Return a number with its noun.

    Examples
    --------
    >>> many(1, "row"), many(2745, "person", "people")
    ('1 row', '2,745 people')
    """
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def seated(problem: Problem, plan: Plan) -> Iterator[tuple[Person, str]]:
    """Yield everybody of ``problem.people`` who has a seat that exists, with its id."""
    for person in problem.people:
        seat = plan.seat_of(person.id)
        if seat in problem.venue.seat_index:
            yield person, str(seat)


def person_at(problem: Problem, person: str, seat: str, lang: Lang) -> str:
    """Return ``Ann (1-3)`` for a person and a seat."""
    name, label = problem.roster.by_id[person].name, problem.venue.seat(seat).label
    return say(lang, f"{name} ({label})", f"{name}（{label}）")


def seat_faults(problem: Problem, place: str, where: Where) -> list[Fault]:
    """Return what is wrong with a selection of seats; that nothing is selected, only if all names are known."""
    found = list(where.faults(problem.venue, place))
    return found[:-1] if len(found) > 1 else found


def set_faults(problem: Problem, place: str, sets: tuple[tuple[str, ...], ...]) -> Iterator[Fault]:
    """Yield a fault for each unknown name in sets of people, and for sets of fewer than two."""
    for i, names in enumerate(sets):
        yield from Who(people=names).faults(problem.roster, f"{place}.sets[{i}]")
        if len(names) < 2:
            found = f"{many(len(names), 'person', 'people')} in a set" if names else "an empty set"
            yield Fault(f"{place}.sets[{i}]", found, "name at least two people")


def sets_in_words(problem: Problem, sets: tuple[tuple[str, ...], ...], lang: Lang) -> str:
    """Return the names of a few sets of people, or how many sets there are."""
    if len(sets) > 3:
        return say(lang, f"the people of each of {len(sets)} sets", f"{len(sets)}组人员各组内部")
    people = [[one.name for one in Who(people=names).select(problem.roster)] for names in sets]
    words = [say(lang, " and ", "与").join([say(lang, ", ", "、").join(p[:-1]), p[-1]]) for p in people]
    return say(lang, "; ", "；").join(words)


def area_names(problem: Problem, areas: Iterable[str], lang: Lang) -> str:
    """Return the labels of areas."""
    return say(lang, " and ", "、").join(problem.venue.area_by_id[area].label for area in areas)


Sitting = tuple[int, Any, str, str]
"""Place in an order of seats, key in an order of people, person, seat."""


def inversions(sitting: Iterable[Sitting]) -> Iterator[tuple[Sitting, Sitting, int]]:
    """Yield everybody who sits before people of a smaller key, the first of those, and how many they are.

    Examples
    --------
    >>> list(inversions([(0, 2, "bob", "a"), (1, 1, "ann", "b")]))
    [((0, 2, 'bob', 'a'), (1, 1, 'ann', 'b'), 1)]
    """
    behind: list[tuple[Any, Sitting]] = []
    for _, same in groupby(sorted(sitting, reverse=True), key=lambda one: one[0]):
        level = list(same)
        for one in level:
            count = bisect_left(behind, one[1], key=lambda other: other[0])
            if count:
                yield one, behind[0][1], count
        for one in level:
            insort(behind, (one[1], one))


def in_classes(problem: Problem, people: NDArray[np.intp], by: str) -> tuple[NDArray[np.intp], ...]:
    """Return people in classes of equals, the first class precedes; people without a key are left out."""
    keys = {i: PRECEDENCE[by](i, problem.people[i]) for i in people.tolist()}
    ranked = sorted((key, i) for i, key in keys.items() if key is not None)
    classes = groupby(ranked, key=lambda one: one[0])
    return tuple(np.array([i for _, i in equals], dtype=np.intp) for _, equals in classes)


def out_of_order(problem: Problem, violation: Violation, lang: Lang) -> str:
    """Say who sits before somebody who precedes, and before how many."""
    pairs = zip(violation.people, violation.seats, strict=True)
    one, other = (person_at(problem, person, seat, lang) for person, seat in pairs)
    count = violation.amount
    if count == 1:
        return say(lang, f"{one} sits before {other}, who precedes", f"{one}排在位次更高的{other}之前")
    return say(
        lang,
        f"{one} sits before {count} people who precede, the first of them {other}",
        f"{one}排在{count}位位次更高者之前，其中位次最高的是{other}",
    )


def dense(*keys: NDArray[Any]) -> NDArray[np.intp]:
    """Return the place of each seat in the order of several keys, the first counts most; equals share a place.

    Examples
    --------
    >>> dense(np.array([2, 1, 2]), np.array([5, 9, 5])).tolist()
    [1, 0, 1]
    """
    places: NDArray[np.intp] = np.unique(np.stack(keys, axis=1), axis=0, return_inverse=True)[1]
    return places.reshape(-1)


def applies(rule: Rule, problem: Problem) -> bool:
    """Tell whether a rule speaks of somebody who is expected; rules that do not say so do."""
    told = getattr(rule, "applies", None)
    return bool(told(problem)) if callable(told) else True


def _needs(value: Any) -> Iterator[str]:
    """Yield the needs by which a field selects people or leaves them out."""
    if isinstance(value, Who):
        yield from (*value.needs, *_needs(value.but))
    elif isinstance(value, tuple):
        for item in value:
            yield from _needs(item)


def _strangers(problem: Problem, place: str, name: str, value: object) -> Iterator[Fault]:
    """Yield a fault for each person, seat or area in a field that the problem does not know."""
    match value:
        case Who():
            unknown = list(value.faults(problem.roster, place))
            yield from unknown
            if name and not unknown and not value.select(problem.roster):
                found = f"nobody in the roster is one of {value.sentence(problem.roster)}"
                yield Fault(place, found, "mend the selection, or leave the rule out")
        case Where():
            yield from seat_faults(problem, place, value)
        case str() if name == "area":
            yield from _strange_areas(problem, place, (value,))
        case tuple() if name == "areas":
            yield from _strange_areas(problem, place, value)
        case tuple():
            for i, part in enumerate(value):
                yield from _strangers(problem, f"{place}[{i}]", "", part)


def _strange_areas(problem: Problem, place: str, areas: Iterable[str]) -> Iterator[Fault]:
    known = problem.venue.area_by_id
    for area in (area for area in areas if area not in known):
        yield Fault(place, f"no area {area!r}", f"use one of: {', '.join(known)}")
