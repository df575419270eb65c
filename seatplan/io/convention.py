"""Convention files, ``seatplan-convention/1``: a preset that a protocol office can copy and edit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from seatplan.errors import Fault, InputError, refuse
from seatplan.io.accept import given, model_of
from seatplan.io.border import Reading, read_as
from seatplan.io.text import nearest
from seatplan.io.tree import Loc, read_yaml
from seatplan.protocol import CHOICES, PRESETS, STANDINGS, Convention, preset, sources

__all__ = ["convention_yaml", "placed_clashes", "read_convention"]

FORMAT = "seatplan-convention/1"
_OURS = ("format", "preset")


def read_convention(path: Path | str) -> Convention:
    """Read a convention file: settings that are not there are those of its ``preset``.

    Parameters
    ----------
    path : path

    Returns
    -------
    Convention

    Raises
    ------
    InputError
        With every fault at once, each with line and column; settings that contradict each other are both named.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "house.yaml")
    ...     _ = file.write_text("format: seatplan-convention/1\\nname: house\\nhonour_side: right\\n", "utf-8")
    ...     read_convention(file).honour_side
    'right'
    """
    reading = Reading(read_yaml(path))
    data = reading.tree.data
    mend = f"begin the file with 'format: {FORMAT}'"
    if not isinstance(data, dict):
        raise InputError([Fault(reading.tree.place(), "a convention file is made of keys and values", mend)])
    if data.get("format") != FORMAT:
        raise InputError([Fault(reading.tree.place(), f"the format is {data.get('format')!r}", mend)])
    base = data.get("preset") or Convention().name
    if not isinstance(base, str) or base not in PRESETS:
        reading.fault(("preset",), f"there is no preset {base!r}", nearest(str(base), PRESETS))
    settings = {key: value for key, value in data.items() if key not in _OURS}
    keys = read_as(model_of(Convention), settings, reading)
    refuse(reading.in_order())
    assert keys is not None
    return _made(preset(str(base)), given(keys), reading)


def _made(base: Convention, settings: dict[str, Any], reading: Reading) -> Convention:
    """Return the convention; say of each clash where its setting stands."""
    try:
        return replace(base, **settings)
    except InputError as error:
        raise InputError(placed_clashes(error, settings, reading)) from None


def placed_clashes(
    error: InputError, settings: dict[str, Any], reading: Reading, loc: Loc = ()
) -> Iterator[Fault]:
    """Yield the faults of a convention where their settings stand in a file."""
    for fault in error.faults:
        named = [key for key in settings if key in fault.found or fault.where == f"convention.{key}"]
        yield replace(fault, where=reading.tree.place((*loc, *named[:1])))


def convention_yaml(name: str) -> str:
    """Return a preset as a convention file, each setting with its choices and its source.

    Raises
    ------
    InputError
        If there is no preset of this name.

    Examples
    --------
    >>> print(convention_yaml("international").splitlines()[0])
    # International meetings: right honoured, the second always at the first's right hand.
    """
    custom, standing = preset(name), STANDINGS[name]
    head = [f"# {standing.about}", f"# Source: protocol.md {standing.source}."]
    head += [f"# {standing.limits}"] if standing.limits else []
    lines = [*head, f"format: {FORMAT}", f"preset: {name}", f"name: {name}"]
    attested = sources(custom)
    for field in fields(custom):
        if field.name not in ("name", "equals"):
            lines += [f"# one of: {', '.join(CHOICES[field.name])}"] if field.name in CHOICES else []
            lines.append(f"{field.name}: {getattr(custom, field.name)} # {attested[field.name]}")
    return "\n".join([*lines, "# ids of two people at the top who are equals", "equals: []", ""])
