"""What would fail only behind a long search, found before it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from seatplan.deliver.write import chart_options
from seatplan.errors import Fault, refuse
from seatplan.io import Event

__all__ = ["prepare"]


def prepare(event: Event, folder: Path, *, charts: bool = True) -> None:
    """Refuse a folder that cannot be written and, for charts, texts that no font can draw.

    Raises
    ------
    InputError

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.NamedTemporaryFile() as file:
    ...     prepare(None, Path(file.name), charts=False)
    Traceback (most recent call last):
    seatplan.errors.InputError: ...: it is a file; name a folder
    """
    refuse(_folder_faults(folder))
    if charts:
        from seatplan.render.build import typed_texts
        from seatplan.render.typeface import require_glyphs

        require_glyphs(typed_texts(event.problem, event.problem.people, chart_options(event)))


def _folder_faults(folder: Path) -> Iterator[Fault]:
    there = next((path for path in (folder, *folder.absolute().parents) if path.exists()), None)
    if there is None:
        return
    if not there.is_dir():
        yield Fault(str(there), "it is a file", "name a folder")
    elif not os.access(there, os.W_OK | os.X_OK):
        yield Fault(str(there), "you may not write there", "choose another folder, or mend the rights")
