"""Event files, ``seatplan-event/1``: a room, a roster and the rules of an occasion in YAML.

``docs/event.md`` explains the format by example.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from seatplan.errors import Fault, refuse
from seatplan.io.accept import Text, given, model_of
from seatplan.io.border import Reading, Strict, read_as
from seatplan.io.event_convention import read_custom
from seatplan.io.event_needs import idle, unserved
from seatplan.io.event_order import rule_notes
from seatplan.io.event_paths import inside
from seatplan.io.event_people import read_people
from seatplan.io.event_rules import read_rules
from seatplan.io.event_venue import read_room
from seatplan.io.note import Note
from seatplan.io.plan import read_plan
from seatplan.io.table import BOOKS, TEXTS
from seatplan.io.text import nearest
from seatplan.io.tree import Tree, read_yaml
from seatplan.people import Roster, Who
from seatplan.people.plates import Plates
from seatplan.problem import Lang, Problem
from seatplan.rules import RULES
from seatplan.rules.base import Statute

__all__ = ["Event", "Output", "read_event"]

FORMAT = "seatplan-event/1"


@dataclass(frozen=True, kw_only=True)
class Output:
    """What shall be written and how charts shall look.

    Parameters
    ----------
    title, banner, date : str
        Title of the charts (default the event's name), text of the banner, date of this version.
    paper : {"auto", "A5", "A4", "A3", "A2", "A1", "A0"}
    view : {"audience", "occupant"}
        Whose left is left on the charts.
    style : {"colour", "black_and_white"}
    by : str
        What makes a delegation on charts and lists: ``group``, ``category``, ``unit`` or a further column.
    charts : tuple of str
        ``hall``, ``rostrum`` or ids of areas; empty for all that the room has.
    formats : tuple of {"pdf", "png", "svg"}
    plates : Plates, optional
        Name plates to be printed as well.
    """

    title: str = ""
    banner: str = ""
    date: str = ""
    paper: Literal["auto", "A5", "A4", "A3", "A2", "A1", "A0"] = "auto"
    view: Literal["audience", "occupant"] = "audience"
    style: Literal["colour", "black_and_white"] = "colour"
    by: str = "group"
    charts: tuple[str, ...] = ()
    formats: tuple[Literal["pdf", "png", "svg"], ...] = ("pdf", "png")
    plates: Plates | None = None


@dataclass(frozen=True)
class Event:
    """What an event file states.

    Parameters
    ----------
    problem : Problem
    language : {"en", "zh"}
        Of sentences, charts and lists.
    output : Output
    notes : tuple of Note
        What was read in a way the user should know of.
    path : Path
        The file.
    """

    problem: Problem
    language: Lang
    output: Output
    notes: tuple[Note, ...]
    path: Path


class EventKeys(Strict):
    """Keys of the file."""

    format: Text
    name: Text = ""
    language: Literal["en", "zh"] = "en"
    convention: Any = None
    venue: Any = None
    roster: Any = None
    rules: Any = None
    previous: Text = ""
    output: Any = Field(default_factory=dict)


def read_event(path: Path | str, *, rules: Mapping[str, type[Statute]] | None = None) -> Event:
    """Read an event file and all that it names.

    Parameters
    ----------
    path : path
    rules : mapping of str to class, optional
        Further rules by the name they have in the file, beside `seatplan.rules.RULES`.

    Returns
    -------
    Event

    Raises
    ------
    InputError
        With every fault at once, each with file, line and column, or sheet, row and column.

    Examples
    --------
    >>> import tempfile
    >>> text = '''
    ... format: seatplan-event/1
    ... venue: {areas: [rostrum: {rows: fit}]}
    ... roster: {people: [{name: 李强, rank: 1}, {name: 王芳, rank: 2}]}
    ... rules: [rostrum: {area: rostrum, who: everyone}]
    ... '''
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "event.yaml")
    ...     _ = file.write_text(text, "utf-8")
    ...     event = read_event(file)
    >>> [seat.label for seat in event.problem.venue.seats]
    ['Rostrum Row 1 Seat 2', 'Rostrum Row 1 Seat 1']
    """
    path = Path(path)
    folder = path.parent
    tree = read_yaml(path)
    refuse(_format_faults(tree))
    sections: dict[str, Any] = tree.data
    reading = Reading(tree)
    keys = read_as(EventKeys, sections, reading, partly=True) or EventKeys(format=FORMAT)
    language: Lang = keys.language
    convention, notes = read_custom(sections.get("convention"), reading, folder)
    people = _section("roster", reading, lambda data: read_people(data, reading, folder))
    roster, roster_notes = people or (None, ())
    ruled = read_rules(sections.get("rules"), reading, {**RULES, **(rules or {})})
    common = {
        "name": keys.name,
        "language": language,
        "numbers": convention.seat_numbers,
        "lectern": convention.lectern,
        "u_head": convention.u_head,
    }
    crowd = _crowd(ruled, roster, reading)
    venue = _section("venue", reading, lambda typed: read_room(typed, reading, folder, common=common, crowd=crowd))
    output = _output(sections.get("output"), reading)
    if venue is not None:
        _check_charts(output, {area.id for area in venue.areas}, reading)
    old = inside(folder, keys.previous, reading, ("previous",)) if keys.previous else None
    refuse(reading.in_order())
    assert roster is not None
    room = Problem(venue, roster, (), convention, name=keys.name)
    previous, gone = _previous(old, room)
    problem = replace(room, rules=tuple(rule for _, rule in ruled), previous=previous)
    told = (*notes, *roster_notes, *rule_notes((rule for _, rule in ruled), roster), *gone)
    return Event(problem, language, output, (*told, *unserved(problem), *idle(problem)), path)


def _format_faults(tree: Tree) -> list[Fault]:
    """Refuse what is no event file of this version before reading any further."""
    mend = f"begin the file with 'format: {FORMAT}'"
    if not isinstance(tree.data, dict):
        return [Fault(tree.place(), "an event file is made of keys and values", mend)]
    typed = tree.data.get("format")
    if typed == FORMAT:
        return []
    if typed is None:
        return [Fault(tree.place(), "the file does not say what it is", mend)]
    return [Fault(tree.place(("format",)), f"the format {typed!r} is not known to this version of seatplan", mend)]


def _section(name: str, reading: Reading, read: Callable[[Any], Any]) -> Any:
    """Read a section that must be there."""
    data = reading.tree.data.get(name)
    if data is None:
        reading.fault((), f"the section {name!r} is missing", _MEND[name])
    return None if data is None else read(data)


_MEND = {
    "venue": "add 'venue:' with areas, a drawing or a file",
    "roster": "add 'roster:' with a file or people",
}


def _crowd(
    rules: list[tuple[str, Statute]], roster: Roster | None, reading: Reading
) -> Callable[[str], int | None]:
    """Return a function that counts the present people whom the rule ``rostrum`` places in an area."""

    def crowd(area: str) -> int | None:
        if roster is None or reading.faults:
            return 1  # refused in any case; the rest is only read for its own faults
        for name, rule in rules:
            if name == "rostrum" and getattr(rule, "area", None) == area:
                who: Who = getattr(rule, "who", Who())
                return sum(who.admits(person) for person in roster.present)
        return None

    return crowd


def _output(data: Any, reading: Reading) -> Output:
    keys = read_as(model_of(Output), {} if data is None else data, reading, ("output",))
    return Output(**given(keys)) if keys is not None else Output()


def _check_charts(output: Output, areas: set[str], reading: Reading) -> None:
    known = list(dict.fromkeys(["hall", "rostrum", "table", *sorted(areas)]))
    for i, chart in enumerate(output.charts):
        if chart not in known:
            reading.fault(("output", "charts", i), f"there is no chart {chart!r}", nearest(chart, known))


def _previous(path: Path | None, room: Problem) -> tuple[Mapping[str, str], tuple[Note, ...]]:
    """Return the seats of an earlier plan; people and seats that are gone since do no harm."""
    if path is None:
        return {}, ()
    is_table = path.suffix.lower() in BOOKS + TEXTS
    saved = read_plan(path, room if is_table else None, earlier=True)
    return dict(saved.plan.seats), saved.notes
