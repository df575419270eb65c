"""The keys ``order`` and ``group_order`` of a roster: who precedes whom, and which delegation comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any

from seatplan.errors import Fault, InputError, refuse
from seatplan.io.accept import given, model_of
from seatplan.io.border import Reading, read_as
from seatplan.io.note import Note
from seatplan.io.tree import Loc
from seatplan.people import Group, Person, Roster, Who
from seatplan.people.group_order import GroupOrder
from seatplan.people.names import bare
from seatplan.people.precedence import Order
from seatplan.people.strokes import uncertain_characters
from seatplan.rules.base import Statute, many

__all__ = ["PeopleOrder", "in_order", "rule_notes", "uncertain_notes"]

_MOST_NAMES = 5
Ordered = tuple[Roster, tuple[Note, ...]]


@dataclass(frozen=True, kw_only=True)
class PeopleOrder(Order):
    """An order with the people whom it concerns.

    Parameters
    ----------
    who : Who
        Default everybody; the others keep their places in the list and their ranks.
    """

    who: Who = field(default_factory=Who)


_SETTINGS = {setting.name for kind in (PeopleOrder, GroupOrder) for setting in fields(kind)}


def in_order(roster: Roster, order: Any, group_order: Any, reading: Reading, loc: Loc) -> Ordered | None:
    """Return the roster in the order that a file states, with notes; None after noting every fault.

    Ranks 1, 2, 3 ... are made from the order, equals share one, and the list follows it.

    Parameters
    ----------
    roster : Roster
    order, group_order : object
        The keys as typed.
    reading : Reading
    loc : tuple
        Place of the section.
    """
    try:
        levels: dict[str, tuple[str, ...]] = {}
        if group_order is not None:
            made = _group_order(roster, group_order, reading, (*loc, "group_order"))
            if made is None:
                return None
            roster, levels = made
            refuse(_idle(levels, order, reading, loc))
        notes: list[Note] = []
        for where, settings in _listed(order, (*loc, "order")):
            found = _people_order(roster, settings, levels, reading, where)
            if found is None:
                return None
            roster, more = found
            notes += more
        return roster, tuple(notes)
    except InputError as error:
        reading.faults.extend(error.faults)
        return None


def _idle(levels: dict[str, tuple[str, ...]], order: Any, reading: Reading, loc: Loc) -> Iterator[Fault]:
    """Yield a fault for an order of a column that no order of people looks at."""
    used = [typed.get("by", ()) if isinstance(typed, dict) else typed for _, typed in _listed(order, loc)]
    names = [name for keys in used for name in ([keys] if isinstance(keys, str) else keys or ())]
    for column in (column for column in levels if column != "group" and column not in names):
        place = reading.tree.place((*loc, "group_order", "key"))
        yield Fault(place, f"no order of people goes by {column!r}", f"add 'order: {column}'")


def _listed(order: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    """Yield each order with its place: keys alone, one mapping, or a list of mappings for different people."""
    if order is None:
        return
    if isinstance(order, list) and any(isinstance(item, dict) for item in order):
        yield from (((*loc, i), item) for i, item in enumerate(order))
    elif isinstance(order, dict):
        yield loc, order
    else:
        yield loc, {"by": order}


def _group_order(
    roster: Roster, typed: Any, reading: Reading, loc: Loc
) -> tuple[Roster, dict[str, tuple[str, ...]]] | None:
    """Return the roster with its delegations in order, and the order as levels of the column."""
    keys = read_as(model_of(GroupOrder), {"by": typed} if isinstance(typed, str) else typed, reading, loc)
    if keys is None:
        return None
    with _At(reading, loc, roster):
        settings = GroupOrder(**given(keys))
        if settings.key != "group":
            values = dict.fromkeys(value for p in roster.people if (value := p.attribute(settings.key)))
            if not values:
                found = f"nobody has a value in the column {settings.key!r}"
                raise InputError([Fault("group_order.key", found, "name a column of the roster")])
            return roster, {settings.key: settings.ordered(list(values))}
        groups = _arranged_groups(roster, settings)
        return replace(roster, groups=groups), {"group": tuple(group.id for group in groups)}


def _arranged_groups(roster: Roster, settings: GroupOrder) -> tuple[Group, ...]:
    by_name = {group.name: group for group in roster.groups_in_order}
    if len(by_name) < len(roster.groups) or not roster.groups:
        found = "two delegations have one name" if roster.groups else "nobody has a delegation"
        raise InputError([Fault("group_order", found, "name the delegations in the group column")])
    names = settings.ordered(list(by_name))
    return tuple(replace(by_name[name], order=k) for k, name in enumerate(names, start=1))


def _people_order(
    roster: Roster, typed: Any, levels: dict[str, tuple[str, ...]], reading: Reading, loc: Loc
) -> tuple[Roster, list[Note]] | None:
    keys = read_as(model_of(PeopleOrder), typed, reading, loc)
    if keys is None:
        return None
    with _At(reading, loc, roster):
        settings = _with_levels(PeopleOrder(**given(keys)), levels, roster)
        strangers = list(settings.who.faults(roster, "order.who"))
        people = settings.who.select(roster)
        if strangers or not people:
            raise InputError(strangers or [Fault("order.who", "nobody is selected", "mend the selection")])
        classes = enumerate(settings.classes(people), start=1)
        ranked = {p.id: replace(p, rank=rank) for rank, equals in classes for p in equals}
        turn = iter(ranked.values())
        listed = tuple(next(turn) if p.id in ranked else p for p in roster.people)
        return replace(roster, people=listed), list(_notes(settings, people, reading.tree.place(loc)))


def _with_levels(order: PeopleOrder, levels: dict[str, tuple[str, ...]], roster: Roster) -> PeopleOrder:
    """Let a column of delegations go by their order."""
    known = {"group": tuple(group.id for group in roster.groups_in_order), **levels}
    wanted = {column: names for column, names in known.items() if column in order.by and names}
    return replace(order, levels={**wanted, **order.levels})


class _At:
    """Say of the faults of an order where in the file its setting stands; those of people stay where they are."""

    def __init__(self, reading: Reading, loc: Loc, roster: Roster) -> None:
        self.reading, self.loc = reading, loc
        self.people = {person.source for person in roster.people if person.source}

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, InputError):
            raise InputError([replace(fault, where=self._place(fault.where)) for fault in error.faults]) from None

    def _place(self, where: str) -> str:
        if where in self.people or where.startswith("person "):
            return where
        way = re.match(r"(?:group_order|order)?\.?(\w*)(?:\.(.+))?", where)
        steps = [step for step in way.groups() if step] if way and way[1] in _SETTINGS else []
        return self.reading.tree.place((*self.loc, *steps))


def _notes(order: PeopleOrder, people: tuple[Person, ...], where: str) -> Iterator[Note]:
    keys = ", ".join(order.by)
    yield Note(
        where,
        f"{many(len(people), 'person is', 'people are')} ordered by {keys}, and the ranks are made from it",
        f"{len(people)}人按 {keys} 排序，并据此编定位次",
    )
    yield from _overrides(order, people, where)
    yield from _without(order, people, where)
    if any(name.partition(" of ")[0] in ("surname_strokes", "name_strokes") for name in order.by):
        columns = [name.partition(" of ")[2] for name in order.by]
        texts = (p.attribute(column) if column else p.name for p in people for column in columns)
        yield from uncertain_notes(texts, where, strokes=order.strokes)


def _overrides(order: PeopleOrder, people: tuple[Person, ...], where: str) -> Iterator[Note]:
    """Yield one note for each override, with the people whom it passes (protocol.md rule 60)."""
    for moved in order.overridden(people):
        name, passed = moved.person.name, [person.name for person in moved.passed]
        by = ", ".join(order.by)
        yield Note(
            where,
            f"override: {name} is put at place {moved.place}; by {by} it is {moved.own}, "
            + (f"so the order is broken with {_few(passed, 'en')}" if passed else "so nothing is broken"),
            f"指定：{name}排第{moved.place}位；按 {by} 应为第{moved.own}位，"
            + (f"与{_few(passed, 'zh')}的次序不合" if passed else "次序不变"),
        )


def _without(order: PeopleOrder, people: tuple[Person, ...], where: str) -> Iterator[Note]:
    """Yield one note for each key that some people have no value for."""
    for name in order.by:
        column = name.partition(" of ")[2] or name.removeprefix("-")
        if name == "rank":
            lost = [p.name for p in people if p.rank is None]
        else:
            lost = [p.name for p in people if not p.attribute(column)]
        if lost and len(lost) < len(people):
            count = many(len(lost), "person has", "people have")
            en = f"{count} no value for {name!r}, which puts them last: {_few(lost, 'en')}"
            yield Note(where, en, f"{len(lost)}人没有“{name}”的值，排在最后：{_few(lost, 'zh')}")


def uncertain_notes(texts: Iterable[str], where: str, *, strokes: dict[str, str] | Any = None) -> Iterator[Note]:
    """Yield one note for each character whose place in the order of strokes is not certain.

    Examples
    --------
    >>> [note.say() for note in uncertain_notes(["李強"], "event.yaml")]
    ["event.yaml: the place of '強' by strokes is not certain: not in 通用规范汉字表: its 11 strokes are counted, \
their sequence is not known; give its strokes"]
    """
    doubts: dict[str, str] = {}
    for text in dict.fromkeys(texts):
        if any(character >= "\u3007" for character in bare(text)):
            doubts |= uncertain_characters(text, strokes=strokes or None)
    for character, why in doubts.items():
        yield Note(
            where,
            f"the place of {character!r} by strokes is not certain: {why}; give its strokes",
            f"“{character}”的笔画次序不确定（不在通用规范汉字表内，或表中次序存疑），请在 strokes 中给出其笔顺",
        )


def rule_notes(rules: Iterable[Statute], roster: Roster) -> Iterator[Note]:
    """Yield `uncertain_notes` for the people whom rules order by strokes; each character once."""
    told: set[str] = set()
    for rule in rules:
        if getattr(rule, "by", "") in ("surname_strokes", "name_strokes"):
            who: Who = getattr(rule, "who", None) or Who()
            found = uncertain_notes((person.name for person in who.select(roster)), rule.label)
            fresh = [note for note in found if note.en not in told]
            told.update(note.en for note in fresh)
            yield from fresh


def _few(names: list[str], lang: str) -> str:
    more = len(names) - _MOST_NAMES
    shown = (", " if lang == "en" else "、").join(names[:_MOST_NAMES])
    if more <= 0:
        return shown
    return f"{shown} and {more} more" if lang == "en" else f"{shown}等{len(names)}人"
