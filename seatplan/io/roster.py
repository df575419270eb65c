"""Rosters: a workbook or a CSV file becomes a `Roster`, and notes about what the user should know."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from seatplan.errors import Fault, InputError, refuse
from seatplan.io.entries import Entries, Entry, entries_of
from seatplan.io.note import Note
from seatplan.io.table import read_table
from seatplan.io.text import clean, key, name_of, nearest, split, whole
from seatplan.io.words import kept_place, needs_in, needs_of, status_of
from seatplan.people import Group, Person, Roster
from seatplan.people.person import Status
from seatplan.people.roles import role_of

__all__ = ["people_of", "read_roster", "roster_of"]

_MOST_FAULTS = 100
_MOST_NAMESAKES = 20


def read_roster(
    path: Path | str,
    *,
    sheet: str = "",
    columns: Mapping[str, str] | None = None,
    groups: Sequence[Group] | None = None,
    ranks: Mapping[str, int] | None = None,
) -> tuple[Roster, tuple[Note, ...]]:
    """Read a roster from ``.xlsx``, ``.xls``, ``.ods`` or ``.csv``.

    Parameters
    ----------
    path : path
    sheet : str, optional
        By default the first sheet that is not empty.
    columns : mapping of str to str, optional
        Field by heading, for headings that are not known: ``{"工号": "id"}``; ``"-"`` leaves a column out and
        ``"keep"`` keeps it as a further column without a note.
    groups : sequence of Group, optional
        By default one group for each word in the group column, in the order of first appearance.
    ranks : mapping of str to int, optional
        Rank by word: ``{"正部级": 1, "副部级": 2}``.

    Returns
    -------
    Roster
    tuple of Note

    Raises
    ------
    InputError
        With every fault of every row, each with file, sheet, row and column.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "roster.csv")
    ...     _ = file.write_text("姓名,级别,请假\\n李　强,1,\\n王芳,2,是\\n", "utf-8")
    ...     roster, notes = read_roster(file)
    >>> [(person.name, person.rank, person.status) for person in roster.people]
    [('李强', 1, 'present'), ('王芳', 2, 'absent')]
    """
    table = read_table(path, sheet=sheet)
    entries = entries_of(table, columns=columns, ranks=bool(ranks))
    if not entries.rows:
        mend = "write one row for each person below the heading"
        raise InputError([Fault(table.place, "there is nobody below the heading row", mend)])
    return roster_of(entries, groups=groups, ranks=ranks)


def roster_of(
    entries: Entries,
    *,
    groups: Sequence[Group] | None = None,
    ranks: Mapping[str, int] | None = None,
) -> tuple[Roster, tuple[Note, ...]]:
    """Return the roster that typed rows state, and the notes. The options are those of `read_roster`."""
    people, known, notes = people_of(entries, groups=groups, ranks=ranks, alone=True)
    return Roster(people, known), notes


def people_of(
    entries: Entries,
    *,
    groups: Sequence[Group] | None,
    ranks: Mapping[str, int] | None = None,
    alone: bool,
) -> tuple[tuple[Person, ...], tuple[Group, ...], tuple[Note, ...]]:
    """Return the people of typed rows; ``alone``: nobody else exists whom they may sit beside."""
    draft = _Draft(groups=groups, ranks={key(word): rank for word, rank in (ranks or {}).items()})
    drafted = [draft.person(entry) for entry in entries.rows]
    people = _with_ids(drafted, entries.rows, draft)
    people = _with_principals(people, entries.rows, draft, alone=alone)
    refuse(_capped(draft.faults))
    known = tuple(groups) if groups is not None else tuple(draft.groups.values())
    return tuple(people), known, (*entries.notes, *_namesakes(people), *draft.all_notes())


def _capped(faults: list[Fault]) -> list[Fault]:
    if len(faults) <= _MOST_FAULTS:
        return faults
    rest = Fault("roster", f"{len(faults) - _MOST_FAULTS} more faults like these", "mend these first")
    return [*faults[:_MOST_FAULTS], rest]


class _Draft:
    """The roster while it is read: groups met so far, faults, and what to tell about words."""

    def __init__(self, *, groups: Sequence[Group] | None, ranks: Mapping[str, int]) -> None:
        self.groups: dict[str, Group] = {}
        self.ranks = ranks
        self.faults: list[Fault] = []
        self.told: dict[tuple[str, str], list[str]] = defaultdict(list)
        # ids before names: a group's name may be another one's id
        names = {group.name: group.id for group in groups or ()} | {group.id: group.id for group in groups or ()}
        self.given = names if groups is not None else None

    def person(self, entry: Entry) -> Person:
        """Return the person of a row; ``id`` and ``beside`` are still as typed."""
        fields = entry.fields
        return Person(
            id=clean(fields.get("id", "")),
            name=self._name(entry),
            rank=self._rank(entry),
            title=clean(fields.get("title", "")),
            unit=clean(fields.get("unit", "")),
            group=self._group(entry),
            roles=frozenset(role_of(r) for cell in entry.lists if cell.field == "roles" for r in split(cell.text)),
            category=clean(fields.get("category", "")),
            status=self._status(entry),
            needs=self._needs(entry),
            beside=fields.get("beside", ""),
            attributes=entry.further,
            source=entry.where,
        )

    def _name(self, entry: Entry) -> str:
        name = name_of(entry.fields.get("name", ""))
        if not name:
            first, last = (name_of(entry.fields.get(part, "")) for part in ("first", "last"))
            chinese = f"{last}{first}"
            name = (
                chinese if first and last and name_of(f"{last} {first}") == chinese else f"{first} {last}".strip()
            )
        if not name:
            mend = "write the name, write 预留 or 'reserved' to keep a place, or empty the row"
            self.faults.append(Fault(entry.place("name"), "the row has no name", mend))
        elif kept_place(name):
            self.told["kept", name].append(entry.where)
        return name

    def _rank(self, entry: Entry) -> int | None:
        text = clean(entry.fields.get("rank", ""))
        if not text:
            return None
        rank = self.ranks.get(key(text), whole(text))
        if rank is None or rank < 1:
            mend = "use a whole number, 1 is the highest, or tell the rank of each word by 'ranks'"
            self.faults.append(Fault(entry.place("rank"), f"the rank {text!r} is no whole number from 1", mend))
            return None
        return rank

    def _group(self, entry: Entry) -> str:
        name = clean(entry.fields.get("group", ""))
        if not name:
            return ""
        if self.given is None:
            self.groups.setdefault(name, Group(name, name, order=len(self.groups) + 1))
            return name
        if name not in self.given:
            mend = nearest(name, self.given)
            self.faults.append(Fault(entry.place("group"), f"group {name!r} is not in the list of groups", mend))
            return ""
        return self.given[name]

    def _status(self, entry: Entry) -> Status:
        status: Status = "present"
        for cell in entry.lists:
            if cell.field == "status":
                found, understood = status_of(cell.text, column=cell.column)
                if not understood:
                    self.told["status", clean(cell.text)].append(entry.place("status"))
                status = found if found != "present" else status
        for cell in entry.lists:
            if cell.field == "remark" and status == "present" and status_of(cell.text)[0] == "absent":
                self.told["away", clean(cell.text)].append(entry.place("remark"))
        return status

    def _needs(self, entry: Entry) -> frozenset[str]:
        needs = {need for cell in entry.lists if cell.field == "needs" for need in needs_of(cell.text)}
        for cell in entry.lists:
            if cell.field == "remark":
                for need in set(needs_in(cell.text)) - needs:
                    self.told["need", need].append(entry.place("remark"))
                    needs.add(need)
        return frozenset(needs)

    def all_notes(self) -> Iterator[Note]:
        """Yield one note for each word that was read in a way the user should know of."""
        for (kind, word), places in self.told.items():
            en, zh = _TOLD[kind]
            more = len(places) - 1
            yield Note(
                places[0],
                en.format(word) + (f" (and {more} more rows)" if more else ""),
                zh.format(word) + (f"（另有 {more} 行）" if more else ""),
            )


_TOLD = {
    "kept": ("{0!r} is no name: a place is kept", "“{0}”不是姓名，按预留座位处理"),
    "status": ("the status {0!r} is not understood; counted as present", "状态“{0}”无法识别，按出席处理"),
    "away": (
        "the remark says {0!r}, but the status does not; counted as present",
        "备注为“{0}”，但状态未注明，按出席处理",
    ),
    "need": ("the remark is read as the need {0!r}", "由备注读出需求“{0}”"),
}


def _with_ids(people: list[Person], entries: Sequence[Entry], draft: _Draft) -> list[Person]:
    """Give everybody an id: the typed one, else the name, numbered where several people have it."""
    typed: dict[str, Entry] = {}
    for person, entry in zip(people, entries, strict=True):
        if person.id and person.id in typed:
            mend = f"give each person an id of their own; it is also at {typed[person.id].where}"
            draft.faults.append(Fault(entry.place("id"), f"the id {person.id!r} is taken", mend))
        elif person.id:
            typed[person.id] = entry
    counts, met = Counter(person.name for person in people), Counter[str]()
    named = []
    for person in people:
        met[person.name] += 1
        alone = counts[person.name] == 1 and person.name not in typed
        made = person.name if alone else f"{person.name}#{met[person.name]}"
        named.append(person if person.id else replace(person, id=made))
    return named


def _with_principals(
    people: list[Person], entries: Sequence[Entry], draft: _Draft, *, alone: bool
) -> list[Person]:
    """Replace a principal's name by the id; a name of nobody here is kept if others exist."""
    ids = {person.id for person in people}
    by_name: dict[str, list[str]] = defaultdict(list)
    for person in people:
        by_name[person.name].append(person.id)
    found = []
    for person, entry in zip(people, entries, strict=True):
        wanted = clean(person.beside)
        same = [wanted] if wanted in ids else by_name.get(name_of(wanted), [])
        if wanted and (len(same) > 1 or person.id in same or (alone and not same)):
            draft.faults.append(_no_principal(entry, wanted, same))
        found.append(replace(person, beside=same[0] if same else wanted))
    return found


def _no_principal(entry: Entry, wanted: str, same: list[str]) -> Fault:
    if len(same) > 1:
        mend = f"use an id: {', '.join(same)}"
        return Fault(entry.place("beside"), f"{len(same)} people are called {wanted!r}", mend)
    mend = "name the id or the name of the person to sit beside"
    found = "somebody cannot sit beside themselves" if same else f"nobody is called {wanted!r}"
    return Fault(entry.place("beside"), found, mend)


def _namesakes(people: Iterable[Person]) -> Iterator[Note]:
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_name[person.name].append(person)
    shared = {name: same for name, same in by_name.items() if len(same) > 1 and not kept_place(name)}
    for name, same in list(shared.items())[:_MOST_NAMESAKES]:
        ids = ", ".join(person.id for person in same[:10])
        en = f"{len(same)} people are called {name!r}; rules must use their ids: {ids}"
        yield Note(same[1].source, en, f"有 {len(same)} 人名为“{name}”，规则中请使用编号：{ids}")
    if (more := len(shared) - _MOST_NAMESAKES) > 0:
        en = f"{more} more names are shared by several people"
        yield Note("roster", en, f"另有 {more} 个姓名由多人共用")
