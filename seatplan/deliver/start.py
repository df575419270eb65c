"""A commented example to start from."""

from __future__ import annotations

from importlib.resources import files as resources
from pathlib import Path
from typing import get_args

from seatplan.errors import Fault, InputError, refuse
from seatplan.io import write_all
from seatplan.problem import Lang

__all__ = ["start"]


def start(folder: Path, language: str) -> tuple[Path, ...]:
    """Write a commented example into a folder that has no event file yet."""
    languages = get_args(Lang)
    refuse(
        [Fault("language", f"no such language {language!r}", f"use {', '.join(languages)}")]
        if language not in languages
        else []
    )
    source = resources("seatplan") / "starter" / language
    contents = {entry.name: entry.read_bytes() for entry in sorted(source.iterdir(), key=lambda e: e.name)}
    taken = [name for name in contents if (folder / name).exists()]
    if taken:
        mend = "choose another folder; nothing was overwritten"
        raise InputError([Fault(str(folder / name), "the file exists", mend) for name in taken])
    return write_all(folder, contents)
