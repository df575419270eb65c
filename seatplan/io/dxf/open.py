"""Opens DXF files: what is none gets one line, damage is repaired and told, blocks without end are refused."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from seatplan.errors import Fault, InputError
from seatplan.io.note import Note

if TYPE_CHECKING:
    from ezdxf.document import Drawing

__all__ = ["DEEPEST", "attribute", "bounded", "need_ezdxf", "open_drawing"]

_MOST = 200_000
DEEPEST = 12
"""Blocks in blocks."""


def need_ezdxf() -> Any:
    """Return the module ``ezdxf``, or say how to install it.

    Raises
    ------
    InputError
        If it is not installed.
    """
    try:
        import ezdxf
    except ImportError:
        mend = "install it with: pip install 'seatplan[dxf]'"
        raise InputError([Fault("DXF", "the package ezdxf is not installed", mend)]) from None
    return ezdxf


def open_drawing(raw: bytes, file: str) -> tuple[Drawing, list[Note]]:
    """Return the drawing in a file, and what had to be repaired in it."""
    from ezdxf import recover

    if re.match(rb"AC10\d\d\x00", raw):
        raise InputError([Fault(file, "it is a DWG drawing", "save it as DXF in the program that made it")])
    broken = "save it again as DXF, ASCII, version 2000 or later"
    if b"SECTION" not in raw:
        raise InputError([Fault(file, "it is no DXF drawing", broken)])
    try:
        with _repairs() as told:
            doc, audit = recover.read(BytesIO(raw))
    except Exception as error:  # a parser meets junk in as many ways as there is junk
        reason = str(error).strip().partition("\n")[0][:120] or type(error).__name__
        raise InputError([Fault(file, f"it is no DXF drawing that can be read: {reason}", broken)]) from None
    told += [str(fix.message) for fix in audit.fixes]
    return doc, [_repaired(file, told)] if told else []


def _repaired(file: str, told: list[str]) -> Note:
    first = told[0][:100]
    return Note(
        file, f"{len(told)} damaged values were repaired; the first: {first}", f"已修复{len(told)}处损坏数据"
    )


@contextmanager
def _repairs() -> Iterator[list[str]]:
    """Collect what ezdxf says while it repairs a file; it would go to standard error."""
    told: list[str] = []
    log, handler = logging.getLogger("ezdxf"), logging.Handler(logging.WARNING)
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    before = log.propagate
    log.addHandler(handler)
    log.propagate = False
    try:
        yield told
    finally:
        log.removeHandler(handler)
        log.propagate = before


def bounded(doc: Drawing, file: str) -> None:
    """Refuse a drawing that blocks in blocks make endless, before anything is spread out."""
    count = _Count(doc)
    for entity in doc.modelspace():
        if count.one(entity, ()) > _MOST:
            where = f"{file} INSERT #{attribute(entity, 'handle', '?')} on layer {attribute(entity, 'layer', '0')}"
            found = f"its blocks hold more than {_MOST} entities, or themselves"
            raise InputError([Fault(where, found, "keep the room alone in the file")])
    if count.all(doc.modelspace(), ()) > _MOST:
        found = f"more than {_MOST} entities, counted with their repeats in blocks"
        raise InputError([Fault(file, found, "keep the room alone in the file")])


class _Count:
    """Counts entities as often as blocks repeat them, each block once."""

    def __init__(self, doc: Drawing) -> None:
        self.doc = doc
        self.sizes: dict[str, int] = {}

    def all(self, entities: Any, within: tuple[str, ...]) -> int:
        return sum(self.one(entity, within) for entity in entities)

    def one(self, entity: Any, within: tuple[str, ...]) -> int:
        """Return the size of an entity that lies in these blocks; too large if it is one of them."""
        if entity.dxftype() != "INSERT":
            return 1
        name = str(entity.dxf.name)
        if name in within or len(within) > DEEPEST:
            return _MOST + 1
        if name not in self.sizes:
            block = self.doc.blocks.get(name)
            inner = self.all(block if block is not None else (), (*within, name))
            self.sizes[name] = min(_MOST + 1, inner)
        return int(max(1, entity.mcount)) * self.sizes[name]


def attribute(entity: Any, name: str, default: str) -> str:
    """Return an attribute that damaged entities may lack."""
    return str(getattr(entity.dxf, name)) if entity.dxf.hasattr(name) else default
