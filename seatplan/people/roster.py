"""`Roster`: everybody who is expected, in the order of the published list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from seatplan.errors import Fault, refuse
from seatplan.people.person import Group, Person

__all__ = ["Roster"]


@dataclass(frozen=True)
class Roster:
    """People and groups.

    Parameters
    ----------
    people : tuple of Person
        Their order is the published list order.
    groups : tuple of Group
        Their order is free; precedence is `Group.order`.

    Raises
    ------
    InputError
        For duplicate ids, unknown groups, principals who do not exist.

    Examples
    --------
    >>> roster = Roster((Person("1", "Ann", status="absent"), Person("2", "Bob")))
    >>> [person.name for person in roster.present]
    ['Bob']
    """

    people: tuple[Person, ...]
    groups: tuple[Group, ...] = ()

    def __post_init__(self) -> None:
        refuse([*self._duplicates(), *self._strays()])

    def _duplicates(self) -> Iterator[Fault]:
        for kind, ids in (("people", [p.id for p in self.people]), ("groups", [g.id for g in self.groups])):
            counts = Counter(ids)
            for key in (key for key, count in counts.items() if count > 1):
                yield Fault("roster", f"{counts[key]} {kind} have the id {key!r}", "give each an id of its own")

    def _strays(self) -> Iterator[Fault]:
        groups, ids = {group.id for group in self.groups}, {person.id for person in self.people}
        for person in self.people:
            where = person.source or f"person {person.id!r} ({person.name})"
            if person.group and person.group not in groups:
                yield Fault(where, f"group {person.group!r} does not exist", "add the group or mend the name")
            if person.beside and (person.beside not in ids or person.beside == person.id):
                yield Fault(where, f"sits beside {person.beside!r}, who does not exist", "name a person's id")

    @cached_property
    def present(self) -> tuple[Person, ...]:
        """The people who must get a seat, in list order."""
        return tuple(person for person in self.people if person.status == "present")

    @cached_property
    def by_id(self) -> dict[str, Person]:
        """The people by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def places(self) -> dict[str, int]:
        """Index into `people` by id."""
        return {person.id: i for i, person in enumerate(self.people)}

    @cached_property
    def by_name(self) -> dict[str, tuple[Person, ...]]:
        """The people by name; a name may be shared."""
        found: dict[str, list[Person]] = {}
        for person in self.people:
            found.setdefault(person.name, []).append(person)
        return {name: tuple(people) for name, people in found.items()}

    @cached_property
    def group_by_id(self) -> dict[str, Group]:
        """The groups by id."""
        return {group.id: group for group in self.groups}

    @cached_property
    def groups_in_order(self) -> tuple[Group, ...]:
        """The groups by precedence; equal orders keep the order in which they are listed."""
        return tuple(sorted(self.groups, key=lambda group: group.order))
