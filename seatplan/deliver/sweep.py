"""From a file that says what to try to a file of rows: rooms or events, each with many options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from seatplan.errors import Fault, InputError, refuse
from seatplan.experiments import sweep
from seatplan.experiments.rows import Row, csv_bytes
from seatplan.experiments.run import Told
from seatplan.io.accept import Names
from seatplan.io.border import Reading, Strict, read_as
from seatplan.io.files import write_whole
from seatplan.io.text import whole
from seatplan.io.tree import read_yaml

__all__ = ["Plan", "check_folders", "read_sweep", "run_sweep", "write_table"]


class _Keys(Strict):
    format: Literal["seatplan-sweep/1"] = "seatplan-sweep/1"
    rooms: Names = ()
    events: Names = ()
    options: Any = Field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Plan:
    """What a sweep tries.

    Parameters
    ----------
    subjects : mapping of str to Problem or Room
        By the names of their files.
    options : sequence of mapping of str to list
        Each tried in turn.
    """

    subjects: Mapping[str, Any]
    options: Sequence[Mapping[str, Sequence[Any]]]


def read_sweep(path: Path) -> Plan:
    """Read what a sweep tries.

    Parameters
    ----------
    path : Path
        YAML: ``rooms`` or ``events``, files beside it; ``options``, a mapping of options to lists of values, or a
        list of such mappings, each tried in turn.

    Returns
    -------
    Plan

    Raises
    ------
    InputError
        For unknown keys and wrong values, with line and column, and for all that is wrong in rooms and events.
    """
    reading = Reading(read_yaml(path))
    keys = read_as(_Keys, reading.tree.data, reading)
    if keys is not None and bool(keys.rooms) == bool(keys.events):
        reading.fault((), "a sweep has rooms or events, one of them", "add 'rooms: [hall.yaml]'")
    refuse(reading.in_order())
    assert keys is not None
    options = _options(keys.options, reading)
    refuse(reading.in_order())
    return Plan(_subjects(path.parent, keys), options)


def _options(typed: Any, reading: Reading) -> list[dict[str, list[Any]]]:
    """Return the values of options; a single value is a list of one."""
    blocks = typed if isinstance(typed, list) else [typed or {}]
    found = []
    for i, block in enumerate(blocks):
        loc = ("options", i) if isinstance(typed, list) else ("options",)
        if not isinstance(block, dict):
            reading.fault(loc, "this is no option", "write 'style: [theatre, banquet]'")
            continue
        for name, values in block.items():
            if any(isinstance(value, dict | list) for value in _listed(values)):
                reading.fault((*loc, name), "an option has plain values", "write a list, such as [1.1, 1.5]")
        found.append({name: [_value(value) for value in _listed(values)] for name, values in block.items()})
    return found or [{}]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _value(text: Any) -> Any:
    """Return a number, yes or no, nothing, or a text."""
    if not isinstance(text, str) or not text:
        return None
    words = {"yes": True, "no": False, "true": True, "false": False, "是": True, "否": False, "none": None}
    if text.casefold() in words:
        return words[text.casefold()]
    number = whole(text)
    if number is not None:
        return number
    try:
        value = float(text)
    except ValueError:
        return text
    return value if abs(value) < 1e12 else text


def _subjects(folder: Path, keys: _Keys) -> dict[str, Any]:
    from seatplan.deliver.convert import read_place
    from seatplan.io import read_event

    found: dict[str, Any] = {}
    for name in (*keys.rooms, *keys.events):
        if name in found:
            raise InputError([Fault(name, "it is named twice", "leave one out")])
        if keys.events:
            found[name] = read_event(folder / name).problem
            continue
        room = read_place(folder / name).room
        if room is None:
            raise InputError([Fault(name, "it is no room", "give rooms: .yaml, .txt or .dxf")])
        found[name] = room
    return found


def check_folders(*targets: Path) -> None:
    """Refuse files whose folders do not exist, before hours of work are lost on them."""
    refuse(
        Fault(str(target), "its folder does not exist", "make the folder first")
        for target in targets
        if not target.parent.is_dir()
    )


def run_sweep(plan: Plan, target: Path, *, workers: int | None = None, told: Told | None = None) -> list[Row]:
    """Work on all cases; rows that the target has are not done again.

    Parameters
    ----------
    plan : Plan
    target : Path
        File of JSON lines; its folder must exist.
    workers : int, optional
    told : callable, optional

    Raises
    ------
    InputError
        If the target is no file of a sweep, or its folder does not exist.
    """
    check_folders(target)
    return sweep(plan.subjects, plan.options, path=target, workers=workers, told=told)


def write_table(rows: Sequence[Row], target: Path) -> None:
    """Write rows as CSV."""
    write_whole(target, csv_bytes(rows))
