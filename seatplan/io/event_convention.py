"""The section ``convention`` of an event file: a preset, a convention file, or either with changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from seatplan.errors import InputError
from seatplan.io.accept import given, model_of
from seatplan.io.border import Reading, read_as
from seatplan.io.convention import placed_clashes, read_convention
from seatplan.io.event_paths import inside
from seatplan.io.note import Note
from seatplan.io.text import nearest
from seatplan.io.tree import Loc
from seatplan.protocol import PRESETS, Convention

__all__ = ["read_custom"]

_FILES = (".yaml", ".yml")
_OURS = ("preset", "file")
Read = tuple[Convention, tuple[Note, ...]]


def read_custom(data: Any, reading: Reading, folder: Path) -> Read:
    """Return the convention of an event, after noting every fault; its name tells the changes.

    Parameters
    ----------
    data : object
        The section as typed: the name of a preset, the name of a file that ends in ``.yaml``, or settings with
        ``preset`` or ``file``.
    reading : Reading
    folder : Path
        That of the event file.
    """
    default = Convention()
    if data is None:
        en = f"no convention is given; {default.name} is used"
        return default, (Note(reading.tree.file, en, f"未指定座次惯例，按“{default.name}”处理"),)
    settings = {"file" if data.endswith(_FILES) else "preset": data} if isinstance(data, str) else data
    if not isinstance(settings, dict):
        reading.fault(("convention",), "a convention is a name or settings", f"use one of: {', '.join(PRESETS)}")
        return default, ()
    base = _base(settings, reading, folder, isinstance(data, str))
    changes = {key: value for key, value in settings.items() if key not in _OURS}
    keys = read_as(model_of(Convention), changes, reading, ("convention",))
    if base is None or keys is None:
        return base or default, ()
    return _changed(base, given(keys), reading), ()


def _base(settings: dict[str, Any], reading: Reading, folder: Path, short: bool) -> Convention | None:
    """Return the preset or the file that the settings change."""
    name, file = settings.get("preset"), settings.get("file")
    loc: Loc = ("convention",) if short else ("convention", "preset" if file is None else "file")
    if name is not None and file is not None:
        reading.fault(loc, "a convention comes from a preset or from a file", "drop one of preset and file")
        return None
    if file is not None:
        return _from_file(file, reading, folder, loc)
    name = name or Convention().name
    if not isinstance(name, str) or name not in PRESETS:
        reading.fault(loc, f"there is no preset {name!r}", nearest(str(name), PRESETS))
        return None
    return PRESETS[name]


def _from_file(file: Any, reading: Reading, folder: Path, loc: Loc) -> Convention | None:
    path = inside(folder, str(file), reading, loc)
    if path is None:
        return None
    try:
        return read_convention(path)
    except InputError as error:
        reading.faults.extend(error.faults)
        return None


def _changed(base: Convention, changes: dict[str, Any], reading: Reading) -> Convention:
    """Return the convention with the changes; settings that clash are faults where they stand."""
    told = ", ".join([base.name, *(f"{key} {value}" for key, value in changes.items())])
    try:
        return replace(base, **{"name": told, **changes})
    except InputError as error:
        reading.faults.extend(placed_clashes(error, changes, reading, ("convention",)))
        return base
