"""Paths in an event file: they belong to the event's folder."""

from __future__ import annotations

from pathlib import Path

from seatplan.io.border import Reading
from seatplan.io.tree import Loc

__all__ = ["inside"]


def inside(folder: Path, typed: str, reading: Reading, loc: Loc) -> Path | None:
    """Return the path of a file that an event names, or None after noting a fault.

    A relative path stays inside the event's folder; an absolute one says where it leads.
    """
    path = Path(typed)
    if "\0" in typed or typed.startswith("~"):
        reading.fault(loc, f"the path {typed!r} cannot be used", "write it relative to the event file")
        return None
    if path.is_absolute():
        return path
    if not (folder / path).resolve().is_relative_to(folder.resolve()):
        mend = "put the file into that folder, or write its absolute path"
        reading.fault(loc, f"the path {typed!r} leads out of the event file's folder", mend)
        return None
    return folder / path
