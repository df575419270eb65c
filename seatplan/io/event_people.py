"""The section ``roster`` of an event file: a file with options, or people written there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import Field

from seatplan.errors import InputError
from seatplan.io.accept import Names, Text, Whole
from seatplan.io.border import Reading, Strict, read_as
from seatplan.io.entries import Cell, Entries, Entry
from seatplan.io.event_order import in_order
from seatplan.io.event_paths import inside
from seatplan.io.groups import groups_listed, read_groups
from seatplan.io.note import Note
from seatplan.io.roster import read_roster, roster_of
from seatplan.io.text import singular
from seatplan.people import Group, Roster

__all__ = ["read_people"]

_LOC = ("roster",)


class RosterKeys(Strict):
    """Keys of the section."""

    file: Text = ""
    sheet: Text = ""
    columns: dict[str, Text] = Field(default_factory=dict)
    groups: Any = None
    ranks: dict[str, Whole] = Field(default_factory=dict)
    order: Any = None
    group_order: Any = None
    people: list[Any] | None = None


class GroupKeys(Strict):
    """Keys of one group."""

    id: Text = ""
    name: Text = ""
    order: Whole | None = None


class GroupsFileKeys(Strict):
    """Keys of a list of groups that stands in a table."""

    file: Text = ""
    sheet: Text = ""


def _further(value: Any) -> Any:
    """Move keys that are no fields of a person to ``attributes``: they are further columns."""
    if isinstance(value, str):
        return {"name": value}
    if not isinstance(value, dict):
        return value
    names = {name for field in PersonKeys.model_fields for name in (field, singular(field))}
    further = {key: item for key, item in value.items() if key not in names}
    known = {key: item for key, item in value.items() if key in names}
    given = known.get("attributes") or {}
    return {**known, "attributes": {**given, **further}} if further and isinstance(given, dict) else known


class PersonKeys(Strict):
    """Keys of one person; any further key is a further column."""

    id: Text = ""
    name: Text = ""
    rank: Text = ""
    title: Text = ""
    unit: Text = ""
    group: Text = ""
    roles: Names = ()
    category: Text = ""
    status: Text = ""
    needs: Names = ()
    beside: Text = ""
    attributes: dict[str, Text] = Field(default_factory=dict)


def read_people(data: Any, reading: Reading, folder: Path) -> tuple[Roster, tuple[Note, ...]] | None:
    """Return the roster and its notes, or None after noting every fault."""
    keys = read_as(RosterKeys, {"file": data} if isinstance(data, str) else data, reading, _LOC, partly=True)
    if keys is None:
        return None
    if bool(keys.file) == (keys.people is not None):
        mend = "name a 'file', or write the 'people' here"
        reading.fault(_LOC, "a roster is either a file or a list of people", mend)
        return None
    try:
        found = _unordered(keys, reading, folder)
    except InputError as error:
        reading.faults.extend(error.faults)
        return None
    if found is None:
        return None
    roster, notes = found
    reading.columns = frozenset(name for person in roster.people for name, _ in person.attributes)
    ordered = in_order(roster, keys.order, keys.group_order, reading, _LOC)
    return ordered and (ordered[0], (*notes, *ordered[1]))


def _unordered(keys: RosterKeys, reading: Reading, folder: Path) -> tuple[Roster, tuple[Note, ...]] | None:
    """Return the roster as it is listed, with its notes."""
    groups = _groups(keys, reading, folder)
    if keys.people is not None:
        return _listed(keys, reading, groups)
    path = inside(folder, keys.file, reading, (*_LOC, "file"))
    if path is None:
        return None
    return read_roster(path, sheet=keys.sheet, columns=keys.columns, groups=groups, ranks=keys.ranks)


def _groups(keys: RosterKeys, reading: Reading, folder: Path) -> tuple[Group, ...] | None:
    """Return the groups that are listed, or None when the people's own words are the groups."""
    loc = (*_LOC, "groups")
    if keys.groups is None:
        return None
    if isinstance(keys.groups, list):
        items = [_group(item, reading, (*loc, i)) for i, item in enumerate(keys.groups)]
        return groups_listed([item for item in items if item is not None])
    typed = {"file": keys.groups} if isinstance(keys.groups, str) else keys.groups
    place = read_as(GroupsFileKeys, typed, reading, loc)
    path = inside(folder, place.file or keys.file, reading, loc) if place and (place.file or keys.file) else None
    if place is None or path is None:
        return () if place is None else None
    return read_groups(path, sheet=place.sheet)


def _group(item: Any, reading: Reading, loc: tuple[str | int, ...]) -> tuple[str, str, int | None] | None:
    keys = read_as(GroupKeys, {"name": item} if isinstance(item, str) else item, reading, loc)
    if keys is not None and not (keys.name or keys.id):
        reading.fault(loc, "the group has no name", "write 'name: ...'")
    return (keys.id, keys.name, keys.order) if keys is not None else None


def _listed(
    keys: RosterKeys, reading: Reading, groups: tuple[Group, ...] | None
) -> tuple[Roster, tuple[Note, ...]] | None:
    for name in ("sheet", "columns"):
        if getattr(keys, name):
            loc = (*_LOC, name)
            reading.fault(loc, f"{name!r} belongs to a file", "remove it, or name a file", at_key=True)
    before = len(reading.faults)
    people = [
        (i, person)
        for i, item in enumerate(keys.people or ())
        if (person := read_as(PersonKeys, _further(item), reading, (*_LOC, "people", i))) is not None
    ]
    if len(reading.faults) > before:
        return None
    rows = tuple(_entry(person, i, reading) for i, person in people)
    return roster_of(Entries(rows, tuple(_notes(rows))), groups=groups, ranks=keys.ranks)


def _entry(person: PersonKeys, index: int, reading: Reading) -> Entry:
    loc = (*_LOC, "people", index)
    lists = [Cell(role, "roles") for role in person.roles]
    lists += [Cell(need, "needs") for need in person.needs]
    lists += [Cell(person.status, "status")] if person.status else []
    single = ("id", "name", "rank", "title", "unit", "group", "category", "beside")
    fields = {name: getattr(person, name) for name in single if getattr(person, name)}
    return Entry(
        reading.tree.place(loc), _places(reading, loc), fields, tuple(lists), tuple(person.attributes.items())
    )


def _places(reading: Reading, loc: tuple[str | int, ...]) -> Callable[[str], str]:
    return lambda name: reading.tree.place((*loc, name))


def _notes(rows: tuple[Entry, ...]) -> Iterator[Note]:
    """Yield one note for each further key, so that a misspelt one is seen."""
    met: dict[str, Entry] = {}
    for row in rows:
        for name, _ in row.further:
            met.setdefault(name, row)
    for name, row in met.items():
        en = f"{name!r} is none of the keys of a person and is kept as a further column"
        yield Note(row.where, en, f"“{name}”不是人员的固定项，作为附加信息保留")
