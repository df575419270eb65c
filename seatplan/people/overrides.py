"""People whom somebody puts on a place of the order, whatever its keys say (protocol.md 1.8, rule 60)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from seatplan.errors import Fault, refuse
from seatplan.people.person import Person

__all__ = ["Classes", "Overridden", "flat", "moved", "overridden", "places"]

Classes = tuple[tuple[Person, ...], ...]
"""People in classes of equals, the highest first."""
Places = Sequence[tuple[Person, int]]


@dataclass(frozen=True)
class Overridden:
    """Somebody whom ``override`` moved, and what that breaks (rule 60).

    Parameters
    ----------
    person : Person
    place, own : int
        The place given, and the place by the keys; 1 is the first.
    passed : tuple of Person
        Who precedes by the keys and comes behind now, or the other way round.
    """

    person: Person
    place: int
    own: int
    passed: tuple[Person, ...]


def flat(classes: Classes) -> tuple[Person, ...]:
    """Return the people of all classes, one after the other."""
    return tuple(person for equals in classes for person in equals)


def places(people: Sequence[Person], override: Mapping[str, int]) -> list[tuple[Person, int]]:
    """Return the people of an override with their places, the first place first.

    Raises
    ------
    InputError
        For somebody who is not there, or twice, and for places that do not exist or are given twice.

    Examples
    --------
    >>> [(person.id, place) for person, place in places([Person("1", "Ann"), Person("2", "Bob")], {"Bob": 1})]
    [('2', 1)]
    """
    found = [(name, place, _called(name, people)) for name, place in override.items()]
    faults = [fault for name, place, same in found for fault in _faults(name, place, same, len(people))]
    given = [place for _, place, _ in found]
    twice = sorted({place for place in given if given.count(place) > 1})
    if twice and not faults:
        faults.append(Fault("order.override", f"two people on place {twice[0]}", "give each a place of its own"))
    refuse(faults)
    return sorted(((same[0], place) for _, place, same in found), key=lambda pair: pair[1])


def _called(name: str, people: Sequence[Person]) -> list[Person]:
    return [p for p in people if p.id == name] or [p for p in people if p.name == name]


def _faults(name: str, place: int, same: list[Person], count: int) -> list[Fault]:
    where = f"order.override.{name}"
    if len(same) != 1:
        who = f"{len(same)} people are" if same else "nobody is"
        mend = f"use an id: {', '.join(p.id for p in same)}" if same else "mend the name"
        return [Fault(where, f"{who} called {name!r}", mend)]
    return [] if 1 <= place <= count else [Fault(where, f"place {place}", f"use 1 to {count}")]


def moved(classes: Classes, at: Places) -> Classes:
    """Put people on their places; a class of equals is cut where somebody comes between."""
    if not at:
        return classes
    gone = {person.id for person, _ in at}
    rest = [(k, p) for k, equals in enumerate(classes) for p in equals if p.id not in gone]
    for n, (person, place) in enumerate(at, start=1):
        rest.insert(place - 1, (-n, person))
    return tuple(tuple(p for _, p in equals) for _, equals in groupby(rest, key=lambda pair: pair[0]))


def overridden(classes: Classes, at: Places) -> tuple[Overridden, ...]:
    """Return who was moved past whom."""
    own, now = ({p.id: k for k, p in enumerate(flat(found))} for found in (classes, moved(classes, at)))
    level = {person.id: k for k, equals in enumerate(classes) for person in equals}
    found = []
    for person, place in at:
        i = person.id
        passed = [p for p in flat(classes) if (level[p.id] - level[i]) * (now[p.id] - now[i]) < 0]
        found.append(Overridden(person, place, own[i] + 1, tuple(passed)))
    return tuple(found)
