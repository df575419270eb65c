"""`Order`: how people follow each other, as settings of a file can say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from seatplan.errors import Fault, InputError, refuse
from seatplan.people.alphabet import Particles, alphabet_key
from seatplan.people.bodies import DEPUTIES, HEADS, by_bodies
from seatplan.people.orders import Key, by_column, by_levels, by_list, classes, rank_key, vienna_key
from seatplan.people.overrides import Classes, Overridden, flat, moved, overridden, places
from seatplan.people.person import Person
from seatplan.people.pinyin import pinyin_key
from seatplan.people.rotation import rotate_deputies
from seatplan.people.strokes import sort_by_strokes, stroke_key

__all__ = ["KEYS", "Order"]

KEYS: Mapping[str, str] = {
    "rank": "explicit rank, 1 first",
    "list": "the order in which the people are listed, which leaves no equals",
    "names": "the published list `names`; people who are not on it come last",
    "surname_strokes": "姓氏笔画, two-character names first (rule 30, B: party congresses, CPPCC)",
    "name_strokes": "姓名笔画, compared character by character (rule 30, B: people's congresses)",
    "pinyin": "pinyin",
    "alphabet": "the alphabet of `lang`",
    "vienna": "heads of mission: class, then date and time (rule 23, A)",
    "vienna_holy_see": "the same, the representative of the Holy See first in the class (conflict 26)",
    "bodies": "heads of several bodies before their deputies (rule 15, C [S7 S21])",
}
"""What can stand in ``by`` beside columns of the roster."""

_OF_TEXT = ("surname_strokes", "name_strokes", "pinyin", "alphabet")


@dataclass(frozen=True, kw_only=True)
class Order:
    """How people follow each other.

    Parameters
    ----------
    by : tuple of str
        Keys, the first counts most, the others break ties: one of `KEYS`; a column by ``levels``, if they are
        given for it, otherwise by its numbers or dates, the smallest first, with a minus in front the largest
        first; or ``alphabet of country``, ``pinyin of unit`` ...: a column by an order of names.
    levels : mapping of str to tuple of str
        The values of a column, the highest first: substantive before nominal, party before administrative posts
        (1.8, C [S16]).
    names : tuple of str
        A published list of people, for the key ``names``.
    lang : str
        Language of the alphabetical order.
    particles : {"keep", "skip"}
        Whether the alphabet passes over ``van der`` and the like (D).
    strokes : mapping of str to str
        Strokes of one's own for characters, as digits 1 to 5.
    readings : mapping of str to str
        Pinyin of one's own for names.
    surnames : tuple of str
        Further surnames of several characters.
    class_column, date_column, state_column : str
        Columns of ``vienna``: class, date of taking up functions, sending State.
    body : str
        Column of the key ``bodies``; the head of a body is who has the role ``head``.
    heads, deputies : tuple of str
        The bodies in the order of their heads and of their deputies (C [S7 S21]).
    host : str
        A value of ``host_column``: of people who are otherwise equal, those come last (rule 52, C [S123]: hosts
        give foreigners preference over their own nationals of equal rank). Empty for no such preference.
    host_column : str
    hosts_last : bool
        Hosts come after all others, whatever their rank.
    override : mapping of str to int
        Place of a person, by name or id, whatever the keys say: elders moved forward, guests raised (1.8, C).
    years : int
        How often the front fifth of each delegation has moved to its back (rule 20, B [S32]); heads, by their
        role, keep their places.
    fraction : float
    round : {"ceil", "nearest"}
        Conflict 27, how a part of a person counts (D).

    Examples
    --------
    >>> order = Order(by=("rank", "-votes"), host="France")
    >>> ann = Person("1", "Ann", rank=1, attributes=(("country", "France"), ("votes", "90")))
    >>> bob = Person("2", "Bob", rank=1, attributes=(("country", "Chad"), ("votes", "90")))
    >>> [person.name for person in order.sorted([ann, bob])]
    ['Bob', 'Ann']
    >>> [person.name for person in Order(by=("list",), override={"Bob": 1}).sorted([ann, bob])]
    ['Bob', 'Ann']
    """

    by: tuple[str, ...] = ("rank",)
    levels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    lang: str = "en"
    particles: Particles = "keep"
    strokes: Mapping[str, str] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)
    surnames: tuple[str, ...] = ()
    class_column: str = "class"
    date_column: str = "since"
    state_column: str = "state"
    body: str = "unit"
    heads: tuple[str, ...] = HEADS
    deputies: tuple[str, ...] = DEPUTIES
    host: str = ""
    host_column: str = "country"
    hosts_last: bool = False
    override: Mapping[str, int] = field(default_factory=dict)
    years: int = 0
    fraction: float = 0.2
    round: Literal["ceil", "nearest"] = "ceil"

    def __post_init__(self) -> None:
        refuse(self._faults())

    def _faults(self) -> Iterator[Fault]:
        if not self.by:
            yield Fault("order.by", "it names no key", f"use one of: {', '.join(KEYS)}, a column")
        for column in self.levels:
            if column in KEYS:
                yield Fault(f"order.levels.{column}", f"{column!r} is a key, not a column", "name a column")
            elif column not in self.by:
                yield Fault(f"order.levels.{column}", "the order does not use this column", "add it to `by`")
        if self.hosts_last and not self.host:
            yield Fault("order.hosts_last", "no host is named", "give `host`")
        if ("names" in self.by) != bool(self.names):
            yield Fault("order.names", "`names` and the key names belong together", "give both, or none")
        if not 0 < self.fraction <= 1:
            yield Fault("order.fraction", f"{self.fraction}", "use a part of 1, such as 0.2")
        if self.years < 0:
            yield Fault("order.years", f"{self.years}", "use 0 or more")
        yield from self._names_in_by()

    def _names_in_by(self) -> Iterator[Fault]:
        for name in self.by:
            kind, of, _ = name.partition(" of ")
            if of and kind not in _OF_TEXT:
                yield Fault("order.by", f"no order of names {kind!r}", f"use one of: {', '.join(_OF_TEXT)}")

    def sorted(self, people: Iterable[Person]) -> tuple[Person, ...]:
        """Return the people in this order; equals as they came."""
        return tuple(person for equals in self.classes(people) for person in equals)

    def ranked(self, people: Iterable[Person]) -> tuple[Person, ...]:
        """Return the people as they came, with ranks 1, 2, 3 ... made from this order; equals share a rank."""
        listed = tuple(people)
        rank = {person.id: k for k, equals in enumerate(self.classes(listed), start=1) for person in equals}
        return tuple(replace(person, rank=rank[person.id]) for person in listed)

    def classes(self, people: Iterable[Person]) -> Classes:
        """Return the people in classes of equals, the highest first, overrides and rotation applied.

        Raises
        ------
        InputError
            For a column, a name or a value that does not exist.
        """
        listed = tuple(people)
        plain = classes(listed, *self.keys(listed))
        return self._rotated(moved(plain, places(listed, self.override)))

    def overridden(self, people: Iterable[Person]) -> tuple[Overridden, ...]:
        """Return whom the overrides moved past whom."""
        listed = tuple(people)
        return overridden(classes(listed, *self.keys(listed)), places(listed, self.override))

    def keys(self, people: Sequence[Person]) -> tuple[Key, ...]:
        """Return the keys for these people."""
        found = [self._key(name, people) for name in self.by]
        if not self.host:
            return tuple(found)
        if not any(person.attribute(self.host_column) == self.host for person in people):
            mend = f"mend it, or name the column of the hosts in host_column (now {self.host_column!r})"
            raise InputError([Fault("order.host", f"nobody is of {self.host!r}", mend)])
        host: Key = lambda person: person.attribute(self.host_column) == self.host  # noqa: E731
        return (host, *found) if self.hosts_last else (*found, host)

    def _key(self, name: str, people: Sequence[Person]) -> Key:
        kind, of, column = name.partition(" of ")
        if name in self.levels:
            return by_levels(name, self.levels[name])
        if name in _OF_TEXT:
            text = self._text_key(name)
            return lambda person: text(person.name)
        if of:
            return _of_column(column, self._text_key(kind), people)
        special = self._special(name, people)
        return special or self._column_key(name, people)

    def _special(self, name: str, people: Sequence[Person]) -> Key | None:
        """Return the key of one of the other names in `KEYS`."""
        if name.startswith("vienna"):
            columns = {"class_column": self.class_column, "date_column": self.date_column}
            holy_see = name == "vienna_holy_see"
            return vienna_key(**columns, state=self.state_column, holy_see_first=holy_see)
        if name == "list":
            place = {person.id: k for k, person in enumerate(people)}
            return lambda person: place[person.id]
        if name == "bodies":
            return by_bodies(self.body, heads=self.heads, deputies=self.deputies)
        return {"rank": rank_key, "names": by_list(self.names)}.get(name)

    def _text_key(self, kind: str) -> Callable[[str], Any]:
        """Return the key of an order of names."""
        if kind == "alphabet":
            return lambda text: alphabet_key(text, lang=self.lang, particles=self.particles)
        if kind == "pinyin":
            return lambda text: pinyin_key(text, surnames=self.surnames, readings=self.readings)
        sort_by_strokes((), strokes=self.strokes)  # which refuses a wrong table as a whole
        single: Literal["first", "compare"] = "first" if kind == "surname_strokes" else "compare"
        return lambda text: stroke_key(text, single_name=single, strokes=self.strokes or None)

    def _column_key(self, name: str, people: Sequence[Person]) -> Key:
        column = name.removeprefix("-")
        _refuse_empty(column, people)
        key = by_column(column, descending=name.startswith("-"))
        if len({key(person)[1] for person in people if person.attribute(column)}) > 1:
            found = "some values are numbers, some dates"
            raise InputError([Fault(f"order.by {column}", found, "write all alike")])
        return key

    def _rotated(self, found: Classes) -> Classes:
        """Move the front of each delegation to its back; whoever is of none keeps the place."""
        if not self.years:
            return found
        order = list(flat(found))
        groups = dict.fromkeys(person.group for person in order if person.group)
        refuse([] if groups else [Fault("order.years", "nobody has a delegation", "leave `years` out")])
        for group in groups:
            at = [k for k, p in enumerate(order) if p.group == group and "head" not in p.roles]
            turned = rotate_deputies([order[k] for k in at], self.fraction, self.round, years=self.years)
            for k, person in zip(at, turned, strict=True):
                order[k] = person
        return tuple((person,) for person in order)


def _of_column(column: str, text: Callable[[str], Any], people: Sequence[Person]) -> Key:
    """Return the key of a column by an order of names; whoever has no value comes last."""
    _refuse_empty(column, people)
    return lambda person: (0, text(value)) if (value := person.attribute(column)) else (1,)


def _refuse_empty(column: str, people: Sequence[Person]) -> None:
    """Refuse a column that nobody has a value in."""
    if people and not any(person.attribute(column) for person in people):
        known = sorted({key for person in people for key, _ in person.attributes})
        mend = f"use one of: {', '.join((*KEYS, *known))}"
        raise InputError([Fault("order.by", f"there is no key or column {column!r}", mend)])
