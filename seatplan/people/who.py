"""`Who`: which people a rule speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from seatplan.errors import Fault
from seatplan.people.person import Person
from seatplan.people.roles import role_name
from seatplan.people.roster import Roster

__all__ = ["Who"]


@dataclass(frozen=True)
class Who:
    """Select people; every condition that is given must hold, and no condition selects everybody.

    Parameters
    ----------
    people : tuple of str
        Ids, or names that only one person has.
    groups, categories, units : tuple of str
        The person's value is one of them.
    roles, needs : tuple of str
        The person has at least one of them.
    attributes : tuple of (str, str)
        Further columns that must have these values.
    but : Who or None
        People who are left out.

    Examples
    --------
    >>> roster = Roster((Person("1", "Ann", roles=frozenset({"head"})), Person("2", "Bob")))
    >>> [person.id for person in Who(but=Who(roles=("head",))).select(roster)]
    ['2']
    """

    people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    but: Who | None = field(default=None)

    def select(self, roster: Roster) -> tuple[Person, ...]:
        """Return the selected people, present or not, in list order."""
        candidates = self._named(roster) if self.people else roster.people
        return tuple(person for person in candidates if self.admits(person))

    def _named(self, roster: Roster) -> list[Person]:
        """Return the people who have one of these ids or names, in list order."""
        found = {roster.places.get(name, -1) for name in self.people} - {-1}
        found.update(roster.places[p.id] for name in self.people for p in roster.by_name.get(name, ()))
        return [roster.people[place] for place in sorted(found)]

    def admits(self, person: Person) -> bool:
        """Tell whether one person is selected."""
        if self.people and person.id not in self.people and person.name not in self.people:
            return False
        if self.groups and person.group not in self.groups:
            return False
        if self.categories and person.category not in self.categories:
            return False
        if self.units and person.unit not in self.units:
            return False
        return self._has(person) and not (self.but is not None and self.but.admits(person))

    def _has(self, person: Person) -> bool:
        """Tell whether somebody has one of the roles, one of the needs, and the further columns."""
        if self.roles and person.roles.isdisjoint(self.roles):
            return False
        if self.needs and person.needs.isdisjoint(self.needs):
            return False
        return not self.attributes or all(person.attribute(key) == value for key, value in self.attributes)

    def faults(self, roster: Roster, place: str) -> Iterator[Fault]:
        """Yield a fault for each name the roster does not know or knows twice."""
        for name in self.people:
            same = roster.by_name.get(name, ())
            if name not in roster.by_id and len(same) != 1:
                found = f"{len(same)} people are called {name!r}" if same else f"nobody is called {name!r}"
                mend = f"use an id: {', '.join(p.id for p in same)}" if same else "mend the name or add the person"
                yield Fault(place, found, mend)
        for name in (name for name in self.groups if name not in roster.group_by_id):
            yield Fault(place, f"no group {name!r}", f"use one of: {', '.join(roster.group_by_id) or '(none)'}")
        if self.but is not None:
            yield from self.but.faults(roster, f"{place}.but")

    def sentence(self, roster: Roster, lang: str = "en") -> str:
        """Say in words who these are, in ``"en"`` or ``"zh"``."""
        parts = [_PHRASES[lang][key].format(_listed(value, lang)) for key, value in self._given(roster, lang)]
        words = {"en": " ".join(parts) or "everybody", "zh": "".join(parts) or "全体人员"}[lang]
        if self.but is None:
            return words
        left_out = self.but.sentence(roster, lang)
        return f"{words} but {left_out}" if lang == "en" else f"{words}（{left_out}除外）"

    def _given(self, roster: Roster, lang: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        if self.people:
            known = (roster.by_id.get(name) for name in self.people)
            yield "people", tuple(p.name if p else name for p, name in zip(known, self.people, strict=True))
        if self.groups:
            known_groups = (roster.group_by_id.get(name) for name in self.groups)
            yield "groups", tuple(g.name if g else n for g, n in zip(known_groups, self.groups, strict=True))
        for key in ("categories", "units", "needs"):
            if getattr(self, key):
                yield key, getattr(self, key)
        if self.roles:
            yield "roles", tuple(role_name(role, lang) + ("s" if lang == "en" else "") for role in self.roles)
        if self.attributes:
            yield "attributes", tuple(f"{key} {value}" for key, value in self.attributes)


def _listed(names: tuple[str, ...], lang: str) -> str:
    """List names; of many only the first, and how many there are."""
    if len(names) <= _MOST_NAMES:
        return (", " if lang == "en" else "、").join(names)
    first = names[:_MOST_NAMES]
    return (
        f"{', '.join(first)} and {len(names) - len(first)} more"
        if lang == "en"
        else f"{'、'.join(first)}等{len(names)}人"
    )


_MOST_NAMES = 8

_PHRASES = {
    "en": {
        "people": "{}",
        "groups": "the people of {}",
        "categories": "the {}",
        "units": "the people from {}",
        "roles": "the {}",
        "needs": "the people who need {}",
        "attributes": "the people with {}",
    },
    "zh": {
        "people": "{}",
        "groups": "{}人员",
        "categories": "{}",
        "units": "{}的人员",
        "roles": "{}",
        "needs": "需要{}的人员",
        "attributes": "{}的人员",
    },
}
