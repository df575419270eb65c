"""Name plates of a plan that is read from a file."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from pathlib import Path

from seatplan.deliver.run import judge
from seatplan.errors import Fault, InputError
from seatplan.io import Event, write_all
from seatplan.people.plates import Plates
from seatplan.plan import Plan

__all__ = ["plates", "plates_pdf"]


def plates(event: Event, plan: Path, target: Path, *, only: Collection[str] = ()) -> tuple[Path, ...]:
    """Write name plates: all of them into a ``.pdf``, or one ``.svg`` or ``.png`` for each.

    Parameters
    ----------
    event : Event
    plan : path
    target : path
        With several plates an ``.svg`` or ``.png`` gets a number before its ending.
    only : collection of str
        Names or ids; empty for everybody.

    Returns
    -------
    tuple of Path
    """
    from seatplan.render.files import FORMATS

    kind = target.suffix.lower()
    if kind not in FORMATS:
        raise InputError([Fault(f"plates {target}", f"no format {target.suffix!r}", f"use {', '.join(FORMATS)}")])
    if not target.parent.is_dir():
        raise InputError([Fault(f"plates {target}", "its folder does not exist", "make the folder first")])
    found = judge(event, plan)
    files = _files(event, found.plan, kind, only)
    names = [target.name] if len(files) == 1 else [f"{target.stem}-{k}{kind}" for k in range(1, len(files) + 1)]
    return write_all(target.parent, dict(zip(names, files, strict=True)))


def plates_pdf(event: Event, plan: Plan) -> bytes:
    """Return the plates of everybody who has a seat as one PDF."""
    (whole,) = _files(event, plan, ".pdf", ())
    return whole


def _files(event: Event, plan: Plan, kind: str, only: Collection[str]) -> list[bytes]:
    """Return one PDF of all plates, or one picture of each."""
    from seatplan.export.name_plates import name_plates
    from seatplan.render.files import write_pages
    from seatplan.render.name_plates import plate_pages

    options = event.output.plates or Plates()
    pages = plate_pages(name_plates(event.problem, plan, options, only=only), options)
    if not pages:
        raise InputError([Fault("plates", "nobody has a seat in this plan", "solve the event first")])
    with tempfile.TemporaryDirectory() as stage:
        sheets = [pages] if kind == ".pdf" else [[page] for page in pages]
        return [write_pages(sheet, Path(stage, f"plate{kind}")).read_bytes() for sheet in sheets]
