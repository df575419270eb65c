"""The unit of a DXF drawing: told, stated, or the only one that makes a room of it."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from seatplan.errors import Fault, InputError, refuse
from seatplan.io.dxf.names import UNITS, DxfUnit
from seatplan.io.note import Note

__all__ = ["unit_of"]

_INSUNITS: dict[int, DxfUnit] = {1: "in", 2: "ft", 4: "mm", 5: "cm", 6: "m", 14: "dm"}
_LIKELY = (3.0, 100.0)
"""Metres that the longer side of a room has, to guess a unit that no one stated."""
_POSSIBLE = (1.0, 250.0)


def unit_of(
    file: str, extent: float, *, told: DxfUnit | None, insunits: int, english: bool
) -> tuple[DxfUnit, list[Note]]:
    """Return the unit that is told, or that the drawing states, or the only one that makes a room of it.

    Parameters
    ----------
    file : str
        For messages.
    extent : float
        The longer side of the room, in the unit of the drawing.
    told : str or None
        By the user.
    insunits : int
        As the drawing states it; 0 when it does not.
    english : bool
        Drawn in inches and feet, if nothing else is known.

    Raises
    ------
    InputError
        If the unit that is stated makes no room of the drawing, or if none is stated and several would.

    Examples
    --------
    >>> unit_of("hall.dxf", 24000, told=None, insunits=4, english=False)
    ('mm', [])
    >>> unit_of("hall.dxf", 24000, told=None, insunits=1, english=False)
    Traceback (most recent call last):
    seatplan.errors.InputError: hall.dxf $INSUNITS: the drawing is in in, so its room is 609.6 m long (24.00 m ...
    """
    stated = _INSUNITS.get(insunits)
    if told is not None:
        return told, []
    if stated is not None:
        refuse(_doubt(file, extent, stated))
        return stated, []
    choice: tuple[DxfUnit, ...] = ("in", "ft") if english else ("m", "cm", "mm")
    fit = [unit for unit in choice if _LIKELY[0] <= extent * UNITS[unit] <= _LIKELY[1]]
    if len(fit) != 1:
        found = f"it does not say its unit, and its room is {extent:g} long"
        raise InputError([Fault(f"{file} $INSUNITS", found, "name the unit: m, dm, cm, mm, ft or in")])
    metres = f"{extent * UNITS[fit[0]]:.2f} m"
    en = f"it does not say its unit; taken for {fit[0]}, so that the room is {metres} long"
    return fit[0], [Note(f"{file} $INSUNITS", en, f"图中未注明单位，按 {fit[0]} 读取，房间长 {metres}")]


def _doubt(file: str, extent: float, unit: DxfUnit) -> Iterator[Fault]:
    """Yield a fault for a unit that makes no room of the drawing: a template's inches under millimetres."""
    metres = extent * UNITS[unit]
    if extent and not (isfinite(metres) and _POSSIBLE[0] <= metres <= _POSSIBLE[1]):
        others = [other for other in UNITS if _LIKELY[0] <= extent * UNITS[other] <= _LIKELY[1]]
        meant = "; ".join(f"{extent * UNITS[other]:.2f} m if these are {other}" for other in others) or "no room"
        found = f"the drawing is in {unit}, so its room is {metres:g} m long ({meant})"
        yield Fault(f"{file} $INSUNITS", found, f"name the unit: {', '.join(others or UNITS)}")
