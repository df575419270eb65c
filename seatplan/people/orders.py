"""Keys of precedence of people: several keys, the first counts most, and ranks made from them.

A key turns a person into something that compares; people with equal keys are equals. Where a person has no value
for a key, the person comes after all who have one, and the others' order stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from math import isfinite
from typing import Any

from seatplan.errors import Fault, InputError
from seatplan.people.person import Person

__all__ = [
    "HOLY_SEE",
    "VIENNA_CLASSES",
    "Key",
    "by_column",
    "by_levels",
    "by_list",
    "classes",
    "rank_key",
    "vienna_key",
    "with_ranks",
]

Key = Callable[[Person], Any]

VIENNA_CLASSES = {
    "ambassador": ("nuncio", "大使", "教廷大使"),
    "envoy": ("minister", "公使"),
    "charge": ("chargé", "chargé d'affaires", "charge d'affaires", "代办"),
}
"""Heads of mission: ambassadors and nuncios, envoys and ministers, chargés d'affaires (VCDR art. 14, A [S56]).

Each class has further words that lists use for it.
"""
HOLY_SEE = ("Holy See", "Vatican", "教廷", "梵蒂冈")
"""What the column of the sending State has for the Holy See."""


def by_levels(column: str, levels: Sequence[str], *, unknown: str = "refuse") -> Key:
    """Return a key by levels that are listed: the first is the highest.

    So posts are compared: substantive before nominal, party post before administrative post (protocol.md 1.8,
    C [S16]), classes of heads of mission.

    Parameters
    ----------
    column : str
        A column of the roster, or a field such as ``title``.
    levels : sequence of str
    unknown : {"refuse", "last"}
        What becomes of people with another value; people with none come last in any case.

    Examples
    --------
    >>> key = by_levels("level", ["minister", "vice minister"])
    >>> key(Person("1", "Ann", attributes=(("level", "vice minister"),)))
    (0, 1)
    """
    place = {level: k for k, level in enumerate(levels)}

    def key(person: Person) -> tuple[int, int]:
        value = person.attribute(column)
        if value and value not in place and unknown == "refuse":
            where = person.source or f"person {person.id!r} ({person.name})"
            raise InputError([Fault(where, f"{column} is {value!r}", f"use one of: {', '.join(levels)}")])
        return (0, place[value]) if value in place else (1, 0)

    return key


def by_column(column: str, *, descending: bool = False) -> Key:
    """Return a key by numbers or dates in a column, the smallest or earliest first: tenure, votes, age.

    Parameters
    ----------
    column : str
    descending : bool
        The largest or latest first: votes received (protocol.md 2.1).

    Examples
    --------
    >>> early = by_column("since")
    >>> early(Person("1", "Ann", attributes=(("since", "2019-03-01"),))) < early(
    ...     Person("2", "Bob", attributes=(("since", "2020-01-01 09:30"),)))
    True
    """

    def key(person: Person) -> tuple[int, str, float]:
        text = person.attribute(column)
        if not text:
            return 1, "", 0.0
        kind, value = _number(text, column, person)
        return 0, kind, -value if descending else value

    return key


def by_list(names: Sequence[str], column: str = "") -> Key:
    """Return a key by a published list: of people's names, or of the values of a column.

    Examples
    --------
    >>> key = by_list(["France", "Chad"], "country")
    >>> key(Person("1", "Ann", attributes=(("country", "Chad"),))), key(Person("2", "Bob"))
    ((0, 1), (1, 0))
    """
    place = {name: k for k, name in enumerate(names)}

    def key(person: Person) -> tuple[int, int]:
        value = person.attribute(column) if column else person.name
        return (0, place[value]) if value in place else (1, 0)

    return key


def vienna_key(
    *, class_column: str = "class", date_column: str = "since", holy_see_first: bool = False, state: str = "state"
) -> Key:
    """Return the key of heads of mission (rule 23, A [S56]): class, then date and time of taking up functions.

    A change of credentials without change of class does not alter precedence (art. 16(2)): the date in the column
    is that of taking up functions, so an update of the credentials leaves it as it is.

    Parameters
    ----------
    class_column, date_column : str
        Columns with a word of `VIENNA_CLASSES`, and with date and time such as ``2020-05-02 09:30``.
    holy_see_first : bool
        Conflict 26: local practice gives the representative of the Holy See the first place of the class (art.
        16(3)).
    state : str
        Column with the sending State; its value is one of `HOLY_SEE` then.

    Examples
    --------
    >>> def head(name, kind, since, state=""):
    ...     return Person(name, name, attributes=(("class", kind), ("since", since), ("state", state)))
    >>> heads = [head("A", "ambassador", "2020-05-02 10:00"), head("B", "ambassador", "2020-05-02 09:30")]
    >>> [person.name for person in sorted(heads, key=vienna_key())]
    ['B', 'A']
    """
    level, since = _vienna_class(class_column), by_column(date_column)

    def key(person: Person) -> tuple[Any, ...]:
        holy = holy_see_first and person.attribute(state) in HOLY_SEE
        return level(person), not holy, since(person)

    return key


def _vienna_class(column: str) -> Key:
    """Return the key of the three classes of heads of mission, by any of their words."""
    place = {word: k for k, (name, words) in enumerate(VIENNA_CLASSES.items()) for word in (name, *words)}

    def key(person: Person) -> tuple[int, int]:
        value = person.attribute(column).casefold()
        if value and value not in place:
            where = person.source or f"person {person.id!r} ({person.name})"
            mend = f"use one of: {', '.join(place)}"
            raise InputError([Fault(where, f"{column} is {person.attribute(column)!r}", mend)])
        return (0, place[value]) if value else (1, 0)

    return key


def classes(people: Iterable[Person], *keys: Key) -> tuple[tuple[Person, ...], ...]:
    """Return people in classes of equals, the highest first; each class in the order in which they came.

    Examples
    --------
    >>> people = [Person("1", "Ann", rank=2), Person("2", "Bob", rank=1), Person("3", "Cid", rank=2)]
    >>> [[person.name for person in equals] for equals in classes(people, rank_key)]
    [['Bob'], ['Ann', 'Cid']]
    """
    keyed = [(tuple(key(person) for key in keys), person) for person in people]
    keyed.sort(key=lambda pair: pair[0])
    return tuple(tuple(person for _, person in equals) for _, equals in groupby(keyed, key=lambda pair: pair[0]))


def with_ranks(people: Iterable[Person], *keys: Key) -> tuple[Person, ...]:
    """Return the people, in the order in which they came, with ranks 1, 2, 3 ... made from the keys.

    Equals share a rank, and the next class has the next number.

    Examples
    --------
    >>> people = [Person("1", "Ann", rank=20), Person("2", "Bob", rank=10), Person("3", "Cid", rank=20)]
    >>> [person.rank for person in with_ranks(people, rank_key)]
    [2, 1, 2]
    """
    listed = list(people)
    rank = {person.id: k for k, equals in enumerate(classes(listed, *keys), start=1) for person in equals}
    return tuple(replace(person, rank=rank[person.id]) for person in listed)


def rank_key(person: Person) -> tuple[int, int]:
    """Return the key of explicit ranks; people without one come last.

    Examples
    --------
    >>> rank_key(Person("1", "Ann", rank=2)), rank_key(Person("2", "Bob"))
    ((0, 2), (1, 0))
    """
    return (1, 0) if person.rank is None else (0, person.rank)


def _number(text: str, column: str, person: Person) -> tuple[str, float]:
    """Read a number, or a date with or without a time, and say which it is."""
    try:
        if isfinite(value := float(text)):
            return "number", value
    except ValueError:
        pass
    try:
        return "date", _seconds(datetime.fromisoformat(text))
    except ValueError:
        where = person.source or f"person {person.id!r} ({person.name})"
        mend = "write a number, or a date such as 2020-05-02 or 2020-05-02 09:30"
        raise InputError([Fault(where, f"{column} is {text!r}", mend)]) from None


def _seconds(moment: datetime) -> float:
    """Return a moment as a number, on every machine alike; without a zone it is taken for UTC."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
