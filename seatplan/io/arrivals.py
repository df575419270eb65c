"""Rosters of people who come late: they may sit beside somebody of the roster that is there already."""

from __future__ import annotations

from pathlib import Path

from seatplan.errors import Fault, InputError
from seatplan.io.entries import entries_of
from seatplan.io.note import Note
from seatplan.io.roster import people_of
from seatplan.io.table import read_table
from seatplan.people import Group, Person, Roster

__all__ = ["read_arrivals"]


def read_arrivals(path: Path, roster: Roster) -> tuple[tuple[Person, ...], tuple[Group, ...], tuple[Note, ...]]:
    """Return people who come beside those of a roster, groups that it does not have, and the notes.

    Whom a row names to sit beside may be in the file or in the roster; a name of the roster stays as typed, and
    `seatplan.replan.Changes` looks it up.

    Parameters
    ----------
    path : Path
    roster : Roster
        If it has groups, the rows name those.

    Raises
    ------
    InputError
        As `seatplan.io.read_roster`.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "late.csv")
    ...     _ = file.write_text("name,role,beside\\nZoe,interpreter,Ann\\n", "utf-8")
    ...     people, _, _ = read_arrivals(file, Roster((Person("1", "Ann"),)))
    >>> people[0].beside
    'Ann'
    """
    table = read_table(path)
    entries = entries_of(table)
    if not entries.rows:
        mend = "write one row for each person below the heading"
        raise InputError([Fault(table.place, "there is nobody below the heading row", mend)])
    people, groups, notes = people_of(entries, groups=roster.groups or None, alone=False)
    return people, () if roster.groups else groups, notes
